"""Atlas -> article pages.

What was printed, in reading order, each paragraph under an anchor of its own
(`#p7`, counted over the body from 1), and around it what the digest knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from wenzhai.edit.passage import position_of
from wenzhai.model import Article, Document, Entry, Paragraph, Passage, Place, Record
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.cited import Citation, citation
from wenzhai.render.corrected import corrections_of
from wenzhai.render.describe import description
from wenzhai.render.doubts import certainty, doubts_of
from wenzhai.render.escape import Safe, escape
from wenzhai.render.here import Here, here
from wenzhai.render.inline import Mark, mark_up, span
from wenzhai.render.mentions import first_mentions
from wenzhai.render.phrased import phrased, unbroken
from wenzhai.render.phrases import (
    date_certainty,
    limits,
    page_facts,
    page_title,
    printed_date,
)
from wenzhai.render.press import Meta, Press
from wenzhai.render.related import Related, related
from wenzhai.render.report import edit_address, report_address

SIBLINGS_MAX = 40  # other articles of the page; a page of classified notices has hundreds

_GROUPED = ("list",)  # kinds whose neighbours form one list


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph as shown."""

    anchor: Safe
    text: Safe
    styles: Safe


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or the items of one list."""

    kind: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a paragraph bears a 疑."""

    anchor: Safe
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Way:
    """From or to another page of the newspaper."""

    word: str
    ref: Ref | None
    """None when that page is not in the digest."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    kicker: Safe | None
    headline: Safe
    subheadlines: tuple[Safe, ...]
    has_headline: bool
    is_editors_headline: bool
    source: Ref
    genre: str
    date: str | None
    date_certainty: str
    """Where the date comes from; "" where that is not known."""
    facts: str
    """What else is told of the page."""
    certainty: str
    corrections: int
    """How many places an editor has decided about; 0: as printed."""
    corrections_url: Safe
    limits: str | None
    """What is left out for the page's rights; None when nothing is."""
    byline: tuple[Item, ...]
    """Byline paragraphs of the body, in the place where readers look for them."""
    byline_phrases: tuple[str, ...]
    """Printed at the end or inside the text; not those that open the body."""
    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...]
    here: Here
    report_of: Ref | None
    """The report that this is a part of."""
    parts: tuple[Ref, ...]
    """The parts of this report."""
    ways: tuple[Way, ...]
    """Where it comes from and goes on."""
    evidence: Safe
    """Where each name's rule, candidates and confidence stand."""
    related: tuple[Related, ...]
    previous: Ref | None
    next: Ref | None
    siblings: tuple[Ref, ...]
    citation: Citation
    report: Safe | None
    """A mail that names the article's id; None without a contact."""
    edit: Safe | None
    """Where the corrections of the page are written; None without a repository."""


def articles(atlas: Atlas, press: Press) -> Iterator[Document]:
    for record in atlas.corpus.records:
        for number, entry in enumerate(record.entries):
            yield press.print(
                f"articles/{entry.id}.md",
                "article.md",
                _meta(atlas, record, entry),
                _view(atlas, press, record, number),
            )


def _meta(atlas: Atlas, record: Record, entry: Entry) -> Mapping[str, Meta | None]:
    article = entry.article
    persons, regions = atlas.corpus.persons, atlas.corpus.regions
    return {
        "title": atlas.titles[entry.id],
        "description": description(article),
        "kind": "article",
        "date": article.date,
        "tags": list(entry.topics),
        "tag_pages": [f"topics/{atlas.topic_slugs[topic]}.html" for topic in entry.topics],
        "source_page": record.page.name,
        "persons": [persons[key].name for key in atlas.persons_in[entry.id]],
        "regions": [regions[key].name for key in atlas.regions_in[entry.id]],
    }


def _view(atlas: Atlas, press: Press, record: Record, number: int) -> ArticleView:
    entry = record.entries[number]
    article = entry.article
    marks = first_mentions(atlas, entry)
    doubts = doubts_of(press, record, number)
    items = [
        _item(press, article, i, marks.get(Place("body", i), ()), is_doubtful=i in doubts)
        for i in range(len(article.body))
    ]
    pairs = list(zip(article.body, items, strict=True))
    siblings = [atlas.articles[other.id] for other in record.entries]
    near = siblings[max(0, number - SIBLINGS_MAX // 2) :][: SIBLINGS_MAX + 1]
    return ArticleView(
        kicker=_stacked(article.kicker, Place("kicker", 0), marks),
        headline=_stacked(article.headline, Place("headline", 0), marks)
        or escape(atlas.titles[entry.id]),
        subheadlines=tuple(
            mark_up(passage.text, phrased(passage.text, marks.get(Place("subheadline", i), ())))
            for i, passage in enumerate(article.subheadlines)
        ),
        has_headline=article.headline is not None,
        is_editors_headline=article.headline_source == "editor",
        source=Ref(
            escape(page_title(press, record)), Safe(f"../pages/{record.page.slug}.html#{entry.id}")
        ),
        genre=press.words[f"genre_{article.genre}"],
        date=printed_date(press, article),
        date_certainty=date_certainty(press, record, article),
        facts=page_facts(press, record),
        certainty=certainty(press, record, number),
        corrections=corrections_of(record, number),
        corrections_url=Safe(f"../pages/{record.page.slug}.html#corrections"),
        limits=limits(press, record),
        byline=tuple(item for paragraph, item in pairs if paragraph.kind == "byline"),
        byline_phrases=byline_phrases(article),
        blocks=_blocks([pair for pair in pairs if pair[0].kind != "byline"]),
        doubts=tuple(
            Doubt(Safe(f"p{i + 1}"), i + 1, reason) for i, reason in sorted(doubts.items())
        ),
        here=here(atlas, press, record, entry),
        report_of=None if article.part_of is None else siblings[article.part_of],
        parts=tuple(
            ref
            for ref, other in zip(siblings, record.entries, strict=True)
            if other.article.part_of == number
        ),
        ways=tuple(_ways(atlas, press, entry)),
        evidence=Safe(f"{atlas.evidence[entry.id]}#{entry.id}"),
        related=related(atlas, entry),
        previous=siblings[number - 1] if number else None,
        next=siblings[number + 1] if number + 1 < len(siblings) else None,
        siblings=tuple(ref for ref in near if ref is not siblings[number]),
        citation=citation(atlas, press, record, entry),
        report=report_address(press, entry.id, atlas.titles[entry.id]),
        edit=edit_address(press, record),
    )


def _ways(atlas: Atlas, press: Press, entry: Entry) -> Iterator[Way]:
    for key, number, other in (
        ("continued_from", entry.jump_from, entry.continued_from),
        ("continued_on", entry.jump_to, entry.continued_on),
    ):
        if number is not None:
            found = atlas.articles.get(other or "")
            word = press.word(key if found else f"{key}_missing", number=number)
            yield Way(word, found)


def _stacked(
    passage: Passage | None, place: Place, marks: Mapping[Place, tuple[Mark, ...]]
) -> Safe | None:
    if passage is None:
        return None
    return mark_up(passage.text, phrased(passage.text, marks.get(place, ())))


def _item(
    press: Press, article: Article, number: int, links: Sequence[Mark], *, is_doubtful: bool
) -> Item:
    paragraph = article.body[number]
    printed = paragraph.passage.text
    marks = (*_run_ins(article, number), *links)
    lines = phrased if paragraph.kind == "crosshead" else unbroken
    text = mark_up(printed, lines(printed, marks))
    if is_doubtful:
        text = Safe(text + _doubt_mark(press, number, is_heading=paragraph.kind == "crosshead"))
    return Item(Safe(f"p{number + 1}"), text, Safe(f".wz-{paragraph.kind}"))


def _doubt_mark(press: Press, number: int, *, is_heading: bool) -> str:
    """A heading's is drawn by the style sheet: its text stands in the table of contents, too."""
    sign = press.words["doubt_mark"]
    link = f'<a class="wz-doubt" href="#n{number + 1}"'
    return f'{link} aria-label="{sign}"></a>' if is_heading else f"{link}>{sign}</a>"


# "记者:" or "吕槐乐：" at the head of a paragraph.
_COLON = re.compile(r"\s*[:：]")


def _run_ins(article: Article, number: int) -> Iterator[Mark]:
    """The dateline that opens the body; the speaker who opens a question or an answer."""
    paragraph = article.body[number]
    text = paragraph.passage.text
    head = len(text) - len(text.lstrip())
    if paragraph.speaker and text.startswith(paragraph.speaker, head):
        end = head + len(paragraph.speaker)
        colon = _COLON.match(text, end)
        yield span(head, colon.end() if colon else end, "wz-speaker")
    if paragraph.run_in is not None:
        first = position_of(paragraph.passage, paragraph.run_in.start)
        last = position_of(paragraph.passage, paragraph.run_in.end - 1)
        if first is not None and last is not None:
            yield span(first, last + 1, "wz-run-in")
    if article.dateline and paragraph.kind in ("paragraph", "lead"):
        at = text.find(article.dateline, 0, head + len(article.dateline) + 2)
        if at >= 0:
            yield span(at, at + len(article.dateline), "wz-dateline")


def byline_phrases(article: Article) -> tuple[str, ...]:
    """What is said of the makers further down than readers look for it."""
    shown = [p.passage.text for p in article.body if p.kind == "byline"]
    texts = [p.passage.text for p in article.body if p.kind != "byline"]
    shown += texts[:1]  # the opening, and where a line stands above the dateline that paragraph
    shown += [text for text in texts if article.dateline and text.startswith(article.dateline)]
    return tuple(phrase for phrase in article.byline if not any(phrase in t for t in shown))


def _blocks(pairs: Sequence[tuple[Paragraph, Item]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for kind, group in groupby(pairs, key=lambda pair: pair[0].kind):
        items = [item for _, item in group]
        if kind in _GROUPED:
            blocks.append(Block(kind, tuple(items)))
        else:
            blocks.extend(Block(kind, (item,)) for item in items)
    return tuple(blocks)
