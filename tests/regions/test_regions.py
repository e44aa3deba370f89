"""Places in sentences of all kinds, and the laws of finding and resolving them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regions.region_layouts import article_of, labelled, layout_of, page_of

from wenzhai.gazetteer import load_gazetteer
from wenzhai.gazetteer.gazetteer import Gazetteer
from wenzhai.model import Furniture, Layout, Link, Mention, Paragraph, Passage, Place, Run, Span
from wenzhai.recognise.regions import find_regions
from wenzhai.resolve.regions import resolve_regions

HERE = Path(__file__).parent
TUNE = sorted((HERE.parent / "gold" / "tune").glob("*.json"))
CASES_MIN = 200  # a lost file of cases must not pass
LOAD_MAX = 1.0  # CPU seconds; measured 0.27
PRECISION_FLOOR, RECALL_FLOOR, CODES_FLOOR = 0.98, 0.97, 0.98  # measured 1.000, 0.997, 0.999

Rows = list[tuple[str, str, str]]


def _cases() -> Rows:
    lines = (HERE / "cases.tsv").read_text(encoding="utf-8").split("\n")
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert len(cells) >= CASES_MIN
    return [(text, home, expected) for text, home, expected in cells]


def _links(text: str, home: str | None = None) -> tuple[Link, ...]:
    layout = layout_of(text)
    gazetteer = load_gazetteer()
    mentions = find_regions(layout, page_of(text), gazetteer, tuple(() for _ in layout.articles))
    return tuple(link for one in resolve_regions(layout, mentions, gazetteer, home) for link in one)


def _shown(link: Link, gazetteer: Gazetteer) -> str:
    """开阳县=520121; a place without a code by its name; ~ before a deictic; ? undecided."""
    mark = "~" if link.mention.form == "deictic" else ""
    if link.entity is None:
        return f"{mark}{link.mention.name}=?"
    region = gazetteer.region(link.entity)
    return f"{mark}{link.mention.name}={region.code or region.adcode or region.name}"


def _named(shown: str, gazetteer: Gazetteer) -> str:
    """A functional area is told by its name, not by its statistical code."""
    form, _, code = shown.partition("=")
    row = gazetteer.rows.get(code)
    return f"{form}={row.name}" if row and row.kind == "functional" else shown


@pytest.mark.parametrize(("text", "home", "expected"), _cases())
def test_a_place_is_found_and_means_what_stands_near(text: str, home: str, expected: str) -> None:
    gazetteer = load_gazetteer()
    found = [_named(_shown(link, gazetteer), gazetteer) for link in _links(text, home or None)]
    if "~" not in expected:
        found = [one for one in found if not one.startswith("~")]
    wanted = [] if expected == "-" else expected.split(" ")
    for want in wanted:
        matching = [one for one in found if _matches(want, one)]
        assert matching, f"{want} in {found}"
        found.remove(matching[0])
    assert not found


def _matches(want: str, one: str) -> bool:
    return one.startswith(want[:-1]) if want.endswith("*") else one == want


def test_the_labelled_pages_stay_above_their_floors() -> None:
    gazetteer = load_gazetteer()
    right = wrong = missed = coded = miscoded = 0
    assert TUNE
    for path in TUNE:
        page, layout, persons, gold = labelled(path)
        mentions = find_regions(layout, page, gazetteer, persons)
        links = resolve_regions(layout, mentions, gazetteer, None)
        for article, found, one in zip(layout.articles, links, gold["articles"], strict=True):
            passages = dict(article.passages())
            optional = [tuple(span) for span in one.get("optional", [])]
            wanted: dict[tuple[int, int], set[str]] = {}
            for region in one["regions"]:
                for start, end in region["mentions"]:
                    code = region["code"] or region["adcode"] or ""
                    wanted.setdefault((start, end), set()).add(code)
            seen: set[tuple[int, int]] = set()
            for link in found:
                mention = link.mention
                if mention.form == "deictic":
                    continue
                span = passages[mention.place].source(mention.start, mention.end)
                assert span is not None
                is_new = span not in seen
                seen.add(span)
                if span in wanted:
                    right += is_new
                    entity = gazetteer.region(link.entity) if link.entity else None
                    if entity and entity.code and len(entity.code) < 12:
                        coded += 1
                        miscoded += wanted[span] != {""} and entity.code not in wanted[span]
                elif not any(s < span.end and span.start < e for s, e in optional):
                    wrong += is_new
            missed += len(set(wanted) - seen)
    assert right / (right + wrong) >= PRECISION_FLOOR
    assert right / (right + missed) >= RECALL_FLOOR
    assert 1 - miscoded / coded >= CODES_FLOOR


def test_no_place_stands_in_a_persons_name() -> None:
    text = "赵永清和永清县的干部座谈。"
    layout = layout_of(text)
    person = Mention("person", Place("body", 0), 0, 3, "赵永清", "full", "case", 1.0)
    found = find_regions(layout, page_of(text), load_gazetteer(), ((person,),))
    assert [(m.name, m.start) for m in found[0]] == [("永清县", 4)]


def test_a_masthead_tells_which_county_a_bare_name_is() -> None:
    gazetteer, masthead, line = load_gazetteer(), "安吉新闻　第2187期\n", "安吉的咖啡馆很多。"
    text = masthead + line
    article = Paragraph("paragraph", Passage(line, (Run(0, len(masthead), len(line)),)))
    for reason, expected in (("edition line", ["安吉"]), ("advertisement", [])):
        furniture = (Furniture(Span(0, len(masthead) - 1), reason),)
        layout = Layout((article_of([article]),), furniture)
        (found,) = find_regions(layout, page_of(text), gazetteer, ((),))
        assert [mention.name for mention in found] == expected


def test_a_name_cut_by_a_line_break_or_spaced_out_is_one_mention() -> None:
    text = "走进 靖 边 县 的村庄。"
    (link,) = _links(text)
    assert (link.mention.name, link.mention.start, link.mention.end) == ("靖边县", 3, 8)


def test_a_joint_abbreviation_gives_a_mention_for_each_part_with_one_span() -> None:
    links = _links("抢抓粤黔协作机遇。")
    assert [link.entity for link in links] == ["440000", "520000"]
    assert len({(link.mention.start, link.mention.end) for link in links}) == 1


def test_of_two_places_with_nothing_near_none_is_guessed() -> None:
    (link,) = _links("记者昨日从白云区获悉。")
    assert link.entity is None
    assert link.candidates == ("440111", "520113")


def test_a_division_with_one_county_of_its_name_is_one_place() -> None:
    gazetteer = load_gazetteer()
    for name, code in {"嘉峪关市": "620200", "东莞市": "441900", "中山市": "442000"}.items():
        assert gazetteer.lookup(name) == (code,)
    assert gazetteer.region("620201100").adcode == "620200"


def test_no_path_holds_a_placeholder_level() -> None:
    gazetteer = load_gazetteer()
    names = {row.name for row in gazetteer.rows.values()}
    assert names.isdisjoint({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
    assert gazetteer.region("110105").path == ("北京市", "朝阳区")
    assert gazetteer.region("520121206").path == (
        "贵州省",
        "贵阳市",
        "开阳县",
        "禾丰布依族苗族乡",
    )


def test_every_alias_and_joint_form_has_its_place() -> None:
    gazetteer = load_gazetteer()
    for form, known in gazetteer.forms.items():
        assert known.ids, form
        assert all(region_id in gazetteer.rows for region_id in known.ids), form


def test_places_of_no_table_are_read_back_from_their_ids() -> None:
    gazetteer = load_gazetteer()
    (_, zone) = _links("凯里市加快炉碧经济开发区扩区。")
    assert zone.entity is not None
    region = gazetteer.region(zone.entity)
    assert (region.name, region.kind, region.adcode) == ("炉碧经济开发区", "functional", None)
    assert region.path[-2:] == ("凯里市", "炉碧经济开发区")
    assert zone.entity.isascii()


@pytest.mark.parametrize("unknown", ["999999", "620724108999", "river-zz", "area-520121-", "x", ""])
def test_an_unknown_id_is_a_key_error(unknown: str) -> None:
    with pytest.raises(KeyError):
        load_gazetteer().region(unknown)


def test_the_register_loads_fast() -> None:
    load_gazetteer.cache_clear()
    start = time.process_time()
    load_gazetteer()
    assert time.process_time() - start < LOAD_MAX


AWKWARD = st.text(alphabet="贵阳开县市政协省委，——\n 　、和黔粤镇村河𠀀A1“”本报讯", max_size=60)


@given(AWKWARD)
@settings(max_examples=150, deadline=None)
def test_mentions_are_true_sorted_and_the_same_each_time(text: str) -> None:
    gazetteer = load_gazetteer()
    layout: Layout = layout_of(text)
    nobody: tuple[tuple[Mention, ...], ...] = tuple(() for _ in layout.articles)
    found = find_regions(layout, page_of(text), gazetteer, nobody)
    assert found == find_regions(layout, page_of(text), gazetteer, nobody)
    for article, mentions in zip(layout.articles, found, strict=True):
        passages = dict(article.passages())
        order = list(passages)
        keys = [(order.index(m.place), m.start, m.end) for m in mentions]
        assert keys == sorted(keys)
        for mention in mentions:
            printed = passages[mention.place].text[mention.start : mention.end]
            assert "".join(printed.split()) == mention.name
    links = resolve_regions(layout, found, gazetteer, None)
    assert [len(one) for one in links] == [len(one) for one in found]
    for link in (link for one in links for link in one):
        assert link.entity is None or link.entity in link.candidates
        assert link.entity is None or gazetteer.region(link.entity).id == link.entity


def test_the_city_of_a_body_may_be_the_speakers_own() -> None:
    text = "本报贵阳讯 贵阳市、贵阳市政协都来了。请问清镇市政协如何开展工作？\n清镇市的委员聚焦市委工作重点。"
    link = next(link for link in _links(text, "520100") if link.mention.form == "deictic")
    assert (link.rule, link.entity, link.candidates) == ("doubtful", "520100", ("520100", "520181"))
    assert "清镇市" in link.reason


def test_a_prefecture_that_bears_a_rivers_name_has_the_form_of_a_place() -> None:
    links = _links("昆明、南宁、贵阳与红河、桂林、黔南等六地签约。")
    assert [(one.mention.form, one.entity) for one in links if one.mention.name == "红河"] == [
        ("short", "532500")
    ]
    (river,) = _links("红河流域的水质好转。")
    assert river.mention.form == "river"
