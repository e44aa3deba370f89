"""A small digest for the tests of search: four articles, three people, four places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from shutil import copytree

from wenzhai.corpus import Corpus
from wenzhai.model import (
    Article,
    EntityKind,
    Entry,
    Layout,
    Link,
    Mention,
    Page,
    PageFacts,
    Paragraph,
    Passage,
    Person,
    Place,
    Record,
    Region,
)
from wenzhai.render.press import open_press
from wenzhai.render.site import SiteFacts
from wenzhai.search import index_files

ROOT = Path(__file__).resolve().parents[2]
PRESS = open_press(ROOT / "templates", SiteFacts("文摘", "", None, "full"))

PERSONS = (
    Person("shibanglin-0001", "石邦林", "石", "Shí Bānglín", "shibanglin石邦林"),
    Person("zengli-0002", "曾丽", "曾", "Zēng Lì", "zengli曾丽"),
    Person("lvhong-0003", "吕红", "吕", "Lǚ Hóng", "lvhong吕红"),
)
REGIONS = (
    Region("520000", "贵州省", "administrative", ("贵州省",), (), "520000", "520000"),
    Region(
        "520100", "贵阳市", "administrative", ("贵州省", "贵阳市"), ("520000",), "520100", "520100"
    ),
    Region(
        "520121",
        "开阳县",
        "administrative",
        ("贵州省", "贵阳市", "开阳县"),
        ("520000", "520100"),
        "520121",
        "520121",
    ),
    Region("420600", "襄阳市", "administrative", ("湖北省", "襄阳市"), (), "420600", "420600"),
)

FIRST = (
    "a-000001",
    "开阳县加快发展磷煤化工",
    "2024-01-12",
    ("开阳县县长石邦林说，代表、委员都来了。", "总产值同比增长6.5%，规模以上工业增加值达235亿元。"),
)
SECOND = (
    "a-000002",
    None,
    "2023-11-30",
    ("石邦林到贵阳市调研“强省会”行动。", "ＷＴＯ与wto写法不同，𠮷野家也在。", "最后一段收尾"),
)
THIRD = (
    "b-000001",
    "石邦林谈新能源汽车",
    None,
    ("曾丽主持会议。", "会后，吕红介绍了新能源", "汽车产业的情况。襄阳市也来了人。"),
)
FOURTH = ("b-000002", "《求是》杂志发表文章", "2024-01-13", ("黄静 陈雪梅 摄", "委员代表座谈。"))


def digest() -> Corpus:
    """The corpus, with everybody and every place linked where it is named."""
    records = (_record("a", [FIRST, SECOND]), _record("b", [THIRD, FOURTH], NEWSPAPER))
    return Corpus(
        records,
        {person.id: person for person in sorted(PERSONS, key=lambda p: p.id)},
        {region.id: region for region in sorted(REGIONS, key=lambda r: r.id)},
    )


NEWSPAPER = PageFacts(newspaper="毕节晚报", date="2024-01-13", page_number="3")

Made = tuple[str, str | None, str | None, tuple[str, ...]]


def _record(slug: str, made: Sequence[Made], facts: PageFacts = PageFacts()) -> Record:  # noqa: B008 - a frozen value
    entries = tuple(_entry(*one) for one in made)
    layout = Layout(tuple(entry.article for entry in entries), ())
    return Record(Page(f"{slug}.txt", slug, "", "utf-8", ""), layout, entries, facts=facts)


def _entry(id_: str, headline: str | None, date: str | None, body: tuple[str, ...]) -> Entry:
    article = Article(
        headline=None if headline is None else Passage(headline, ()),
        headline_source="none" if headline is None else "printed",
        kicker=None,
        subheadlines=(),
        genre="news",
        byline=(),
        dateline=None,
        body=tuple(Paragraph("paragraph", Passage(text, ())) for text in body),
        confidence=1.0,
        date=date,
        date_precision="none" if date is None else "day",
    )
    names: list[tuple[EntityKind, str, str]] = [("person", p.id, p.name) for p in PERSONS]
    names += [("region", r.id, r.name) for r in REGIONS]
    links = tuple(
        _link(kind, entity, name, place, passage.text.index(name))
        for place, passage in article.passages()
        for kind, entity, name in names
        if name in passage.text
    )
    return Entry(id_, article, links, ("工业",), True)


def _link(kind: EntityKind, entity: str, name: str, place: Place, start: int) -> Link:
    mention = Mention(kind, place, start, start + len(name), name, "full", "made", 1.0)
    return Link(mention, entity, (entity,), "made", "made", 1.0)


def write_site(corpus: Corpus, site: Path) -> None:
    """The parts of a finished site that search needs, without a publisher."""
    copytree(ROOT / "docs/assets/search", site / "assets/search")
    (site / "articles").mkdir(parents=True)
    write_index(corpus, site)
    for entry in corpus.entries.values():
        (site / f"articles/{entry.id}.html").write_text(_html(entry.article), "utf-8")


def write_index(corpus: Corpus, site: Path) -> None:
    for document in index_files(corpus, PRESS):
        path = site / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.content)


def with_paragraph(corpus: Corpus, text: str) -> Corpus:
    """The corpus with another last paragraph in its second article."""
    record = corpus.records[0]
    entry = record.entries[1]
    body = (*entry.article.body[:-1], Paragraph("paragraph", Passage(text, ())))
    changed = replace(entry, article=replace(entry.article, body=body))
    first = replace(record, entries=(record.entries[0], changed))
    return replace(corpus, records=(first, *corpus.records[1:]))


def _html(article: Article) -> str:
    parts = ['<article class="md-content__inner md-typeset">']
    if article.headline is None:
        parts.append('<h1 class="wz-headline wz-untitled">〔无题〕</h1>')
    else:
        parts.append(f'<h1 class="wz-headline">{escape(article.headline.text)}</h1>')
    for number, paragraph in enumerate(article.body, 1):
        parts.append(f'<p id="p{number}">{escape(paragraph.passage.text)}</p>')
    return "\n".join([*parts, "</article>"])
