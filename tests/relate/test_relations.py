"""Relations need a sentence; the strongest rule speaks first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from render.fake_corpus import CHEN, GUIYANG, HUANG, KAIYANG, LV, REGIONS, interview, mention

from wenzhai.extract import extract
from wenzhai.model import Article, Entry, Link, Paragraph, Part, Passage, Place, Relation, Run
from wenzhai.relate import relations, titles_of
from wenzhai.relate.relate import NAMES_MAX

FIRST = Place("body", 0)


def article(*paragraphs: str) -> Article:
    body = tuple(
        Paragraph("paragraph", Passage(text, (Run(0, 100 * i, len(text)),)))
        for i, text in enumerate(paragraphs)
    )
    return Article(None, "none", None, (), "news", (), None, body, 0.9)


Name = tuple[str, str, Part | None, str | None]
"""As printed, its id, the person's part (None: a place), the role."""


def entry(text: str, *names: Name) -> Entry:
    told = article(text)
    links = tuple(
        mention(told, FIRST, name, entity, part=part, role=role)
        for name, entity, part, role in names
    )
    return Entry("one", told, links, (), True)


def told(found: tuple[Relation, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.person, one.other, one.evidence[0].rule) for one in found]


LV_HERE: Name = ("吕怀远", LV.id, "subject", None)
CHEN_HERE: Name = ("陈安国", CHEN.id, "mentioned", None)
KAIYANG_HERE: Name = ("开阳县", KAIYANG.id, None, None)


def test_a_place_inside_a_role_is_where_the_person_works() -> None:
    one = entry("开阳县县长吕怀远到会。", ("吕怀远", LV.id, "subject", "开阳县县长"), KAIYANG_HERE)
    assert told(relations(one)) == [("at", LV.id, KAIYANG.id, "region-in-role")]


def test_names_of_two_sentences_are_not_related() -> None:
    one = entry("吕怀远到会。开阳县下雨。陈安国发言。", LV_HERE, CHEN_HERE, KAIYANG_HERE)
    assert relations(one) == ()


def test_a_sentence_ends_behind_its_closing_quote() -> None:
    text = "吕怀远说：“很好。”开阳县下雨了。"
    (found,) = relations(entry(f"陈安国与{text}", LV_HERE, CHEN_HERE, KAIYANG_HERE))
    said = found.evidence[0]
    assert f"陈安国与{text}"[said.start : said.end] == "陈安国与吕怀远说：“很好。”"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("吕怀远、陈安国到会。", "same-list"),
        ("吕怀远和副主席陈安国到会。", "same-list"),
        ("吕怀远到会，陈安国主持。", "same-sentence"),
    ],
)
def test_two_persons_of_a_sentence(text: str, rule: str) -> None:
    first, second = sorted((LV.id, CHEN.id))
    assert told(relations(entry(text, LV_HERE, CHEN_HERE))) == [("with", first, second, rule)]


def test_who_reports_is_not_where_the_news_is() -> None:
    reporter: Name = ("黄小静", HUANG.id, "reporter", None)
    one = entry("黄小静报道，吕怀远到开阳县。", reporter, LV_HERE, KAIYANG_HERE)
    assert told(relations(one)) == [("at", LV.id, KAIYANG.id, "at-place")]


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("吕怀远赴开阳县调研。", True),
        ("吕怀远先后深入贵阳、开阳县走访企业。", False),
        ("在开阳县，吕怀远走访企业。", True),
        ("吕怀远说，开阳县要争先。", False),
        ("吕怀远为谱写中国式现代化开阳县篇章出力。", False),
        ("吕怀远：“我们到开阳县看过。”", False),
    ],
)
def test_who_goes_to_a_place_is_there_and_who_talks_of_it_is_not(text: str, is_there: bool) -> None:
    found = told(relations(entry(text, LV_HERE, KAIYANG_HERE)))
    assert found == ([("at", LV.id, KAIYANG.id, "at-place")] if is_there else [])


def test_who_goes_to_several_places_is_at_each() -> None:
    guiyang: Name = ("贵阳市", GUIYANG.id, None, None)
    found = relations(entry("吕怀远深入贵阳市、开阳县走访。", LV_HERE, guiyang, KAIYANG_HERE))
    assert {(one.other, one.evidence[0].rule) for one in found} == {
        (GUIYANG.id, "at-place"),
        (KAIYANG.id, "at-place"),
    }


def test_a_dateline_is_where_the_reporter_is() -> None:
    reporter: Name = ("黄小静", HUANG.id, "reporter", None)
    one = entry("本报贵阳讯（黄小静）", reporter, ("贵阳", GUIYANG.id, None, None))
    dateline = [
        replace(link, mention=replace(link.mention, rule="dateline"))
        if link.entity == GUIYANG.id
        else link
        for link in one.links
    ]
    assert told(relations(replace(one, links=tuple(dateline)))) == [
        ("at", HUANG.id, GUIYANG.id, "dateline")
    ]


def test_a_body_of_a_city_puts_nobody_there() -> None:
    one = entry("吕怀远说，开阳县委重视。", LV_HERE, KAIYANG_HERE)
    body = [
        replace(link, mention=replace(link.mention, rule="public-body"))
        if link.entity == KAIYANG.id
        else link
        for link in one.links
    ]
    assert relations(replace(one, links=tuple(body))) == ()


def test_an_undecided_name_is_related_to_nobody() -> None:
    one = entry("吕怀远到开阳县。", LV_HERE, ("开阳县", "", None, None))
    undecided = tuple(replace(link, entity=link.entity or None) for link in one.links)
    assert relations(replace(one, links=undecided)) == ()


def test_a_long_list_of_delegates_does_not_grow_with_its_square() -> None:
    names = [f"代表{chr(0x4E00 + i)}{chr(0x5000 + i)}" for i in range(100)]
    text = "、".join(names)
    links: list[Link] = []
    told_article = article(text)
    for i, name in enumerate(names):
        links.append(mention(told_article, FIRST, name, f"p{i:03}", part="mentioned"))
    found = relations(Entry("one", told_article, tuple(links), (), True))
    assert len(found) == NAMES_MAX * (NAMES_MAX - 1) // 2


def test_the_names_of_a_text_that_is_not_shown_are_no_sentence() -> None:
    one = entry("吕怀远、陈安国、开阳县", LV_HERE, CHEN_HERE, KAIYANG_HERE)
    assert relations(one, "full")
    assert relations(one, "index-only") == ()
    assert relations(one, "excerpt") == ()


def test_extract_gives_the_sentence_and_where_it_is_printed() -> None:
    record = interview()
    found = extract(record, REGIONS.__getitem__)["articles"][0]["relations"]
    at = next(one for one in found if (one["person"], one["other"]) == (LV.id, KAIYANG.id))
    said = at["evidence"][0]
    assert said["rule"] == "region-in-role"
    assert said["sentence"].endswith("并接受媒体集中采访。")
    assert said["span"] is not None
    start, end = said["span"]
    assert record.page.text[start:end].strip() == said["sentence"]


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        ("市人大代表，开阳县委副书记、县长", ("人大代表", "副书记", "县长")),
        ("贵州省政协委员、某某材料有限公司董事长", ("政协委员", "董事长")),
        ("县政协副主席", ("副主席",)),
        ("某某", ()),
    ],
)
def test_titles_of_a_printed_role(role: str, titles: tuple[str, ...]) -> None:
    assert titles_of(role) == titles
