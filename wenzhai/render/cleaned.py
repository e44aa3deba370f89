"""Record -> its articles as cleaned, beside the page as printed.

Each paragraph leads to the place where it is printed, and says what an editor changed in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wenzhai.edit.passage import position_of
from wenzhai.model import Correction, Paragraph, Passage, Place, Record
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.doubts import doubts_of
from wenzhai.render.escape import Safe, escape_lines
from wenzhai.render.press import Press


@dataclass(frozen=True, slots=True)
class CleanedLine:
    """A passage as published."""

    id: Safe
    label: str
    url: Safe
    """Where it is printed."""
    style: Safe
    text: Safe
    doubt: str | None


@dataclass(frozen=True, slots=True)
class CleanedArticle:
    id: Safe
    number: int
    ref: Ref
    lines: tuple[CleanedLine, ...]


def cleaned(atlas: Atlas, press: Press, record: Record) -> Iterator[CleanedArticle]:
    """The articles of a page."""
    for number, entry in enumerate(record.entries):
        doubts = doubts_of(press, record, number)
        lines = tuple(
            _line(press, record, number, place, passage, doubts)
            for place, passage in entry.article.passages()
            if place.field != "headline"
        )
        yield CleanedArticle(Safe(f"c{number + 1}"), number + 1, atlas.articles[entry.id], lines)


def spot(number: int, place: Place) -> str:
    """The end of the anchors of a passage, the same on both sides: "2-7", "2-k1"."""
    letter = "" if place.field == "body" else place.field[0]
    return f"{number + 1}-{letter}{place.number + 1}"


def label(number: int, place: Place) -> str:
    """Second article, seventh paragraph: "2·7"; a headline of it: "2"."""
    return f"{number + 1}·{place.number + 1}" if place.field == "body" else f"{number + 1}"


def _paragraph(record: Record, number: int, place: Place) -> Paragraph | None:
    body = record.entries[number].article.body
    return body[place.number] if place.field == "body" else None


def _line(
    press: Press,
    record: Record,
    number: int,
    place: Place,
    passage: Passage,
    doubts: Mapping[int, str],
) -> CleanedLine:
    paragraph = _paragraph(record, number, place)
    is_printed = bool(passage.runs)
    kind = place.field if paragraph is None else paragraph.kind
    return CleanedLine(
        id=Safe(f"c{spot(number, place)}"),
        label=label(number, place),
        url=Safe(f"#s{spot(number, place)}" if is_printed else "#text"),
        style=Safe(f"wz-c-{kind}"),
        text=_with_changes(press, record, passage),
        doubt=None if paragraph is None else doubts.get(place.number),
    )


def _with_changes(press: Press, record: Record, passage: Passage) -> Safe:
    """The text, each correction marked and followed by what was printed."""
    pieces: list[str] = []
    at = 0
    for start, one in sorted(_changes(record, passage), key=lambda change: change[0]):
        right = one.published or ""
        if start < at or passage.text[start : start + len(right)] != right:
            continue
        printed = "".join(record.page.text[one.span.start : one.span.end].split())
        was = escape_lines(press.word("printed_as", printed=printed))
        new = f"<ins>{escape_lines(right)}</ins>" if right else ""
        pieces += (
            escape_lines(passage.text[at:start]),
            f'{new}<small class="wz-was">〔{was}〕</small>',
        )
        at = start + len(right)
    pieces.append(escape_lines(passage.text[at:]))
    return Safe("".join(pieces))


def _changes(record: Record, passage: Passage) -> Iterator[tuple[int, Correction]]:
    for one in record.corrections:
        if one.kind == "text":
            start = position_of(passage, one.span.start)
            if start is not None:
                yield start, one
