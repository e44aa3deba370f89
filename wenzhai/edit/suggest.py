"""Record, finding -> an entry for the corrections file, for an editor to check and complete.

It quotes the page as printed, with `nth` where the words stand more than once. What is hidden
is never quoted. Where a decision needs words that only an editor knows, they are `UNKNOWN`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wenzhai.edit.entries import UNKNOWN
from wenzhai.edit.passage import position_of
from wenzhai.edit.quote import Print
from wenzhai.model import Article, Entry, Finding, Link, Record, Span

QUOTED = 16  # characters of a quotation; most are printed only once
HIDDEN = "■"

Value = str | int | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry, not yet decided."""

    kind: str
    """The list of the corrections file that it belongs to; "page" for facts."""
    row: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class _Case:
    record: Record
    printed: Print
    finding: Finding
    start: int
    """Where on the page."""
    number: int | None
    """Index of the entry that holds the place; None for furniture."""

    @property
    def entry(self) -> Entry | None:
        return None if self.number is None else self.record.entries[self.number]


def suggest(record: Record, finding: Finding, printed: Print | None = None) -> Suggestion | None:
    """None when the finding asks for something else than an entry."""
    make = SUGGESTING.get(finding.code)
    if make is None:
        return None
    start = finding.span.start if finding.span else 0
    number = next(
        (i for i, entry in enumerate(record.entries) if _holds(entry.article, start)), None
    )
    return make(_Case(record, printed or Print(record.page), finding, start, number))


def confirmation(
    record: Record, finding: Finding, printed: Print | None = None
) -> Suggestion | None:
    """The entry that settles a doubt where all is right as it is; None when none can."""
    doubt = CONFIRMED.get(finding.code)
    if doubt is None or finding.span is None:
        return None
    case = _Case(record, printed or Print(record.page), finding, finding.span.start, None)
    quote = _whole(case) if doubt in ("person", "region") else None
    quote = quote or _quoted(case, "printed", case.start)
    return _entry("confirm", quote and quote | {"doubt": doubt}, "已对照版面，无误")


def _split(case: _Case) -> Suggestion | None:
    return _entry("split", _quoted(case, "before", case.start), "另起一篇")


def _merge(case: _Case) -> Suggestion | None:
    if not case.number:
        return None
    before = _quoted(case, "article", _beginning(case.record.entries[case.number - 1].article))
    other = _quoted(case, "other", case.start, "other_nth")
    return _entry("merge", before and other and before | other, "两处原是一篇")


def _move(case: _Case) -> Suggestion | None:
    if case.entry is None:
        return None
    beginning = _beginning(case.entry.article)
    paragraph = _paragraph_of(case.entry.article, case.start)
    if paragraph is None or paragraph.start <= beginning < paragraph.end:
        return None
    there = _quoted(case, "before", beginning, "there_nth")
    block = _block(case, paragraph)
    return _entry("move", there and block and block | there, "按文意应先读")


def _bring_back(case: _Case) -> Suggestion | None:
    span = case.finding.span
    if span is None:
        return None
    ends = [
        run.source + run.length
        for entry in case.record.entries
        for paragraph in entry.article.body
        for run in paragraph.passage.runs
        if run.source + run.length <= span.start
    ]
    at = bisect_left(case.printed.offsets, max(ends, default=0))
    start = case.printed.offsets[max(0, at - QUOTED)]
    there = _quotation(case.printed, start, min(at, QUOTED), "after", "there_nth")
    block = _block(case, span)
    return _entry("move", there and block and block | there, "是正文，不是版面附件")


def _headline(case: _Case) -> Suggestion | None:
    if case.entry is None:
        return None
    article = _quoted(case, "article", _beginning(case.entry.article))
    return _entry("headline", article and article | {"own": UNKNOWN}, "原标题有误或未印")


def _date(case: _Case) -> Suggestion | None:
    if case.entry is None:
        return None
    article = _quoted(case, "article", _beginning(case.entry.article))
    return _entry("date", article and article | {"date": case.record.facts.date}, "据版面日期")


def _doubt(case: _Case) -> Suggestion | None:
    quote = _quoted(case, "printed", case.start)
    return _entry("doubt", quote and quote | {"note": "原文此处有重复或脱漏"}, "已对照版面")


def _person(case: _Case) -> Suggestion | None:
    link = _link_at(case)
    quote = link and _whole(case)
    if not (link and quote):
        return None
    names = {
        other.entity: other.mention.name
        for entry in case.record.entries
        for other in entry.links
        if other.entity is not None and other.mention.form == "full"
    }
    known = [names[one] for one in link.candidates if one in names]
    return _entry("person", quote | {"name": known[0] if known else UNKNOWN}, "据上下文")


def _region(case: _Case) -> Suggestion | None:
    link = _link_at(case)
    quote = link and _whole(case)
    if not (link and quote and link.candidates):
        return None
    return _entry("region", quote | {"region": link.candidates[0]}, "据上下文")


def _facts(case: _Case) -> Suggestion | None:
    return Suggestion("page", dict.fromkeys(missing_facts(case.record)))


SUGGESTING: Mapping[str, Callable[[_Case], Suggestion | None]] = {
    "doubtful-join": _split,
    "doubtful-split": _merge,
    "doubtful-order": _move,
    "doubtful-furniture": _bring_back,
    "doubtful-headline": _headline,
    "no-headline": _headline,
    "no-date": _date,
    "damaged-text": _doubt,
    "undecided-person": _person,
    "undecided-region": _region,
    "missing-page-fact": _facts,
}

CONFIRMED: Mapping[str, str] = {
    "doubtful-join": "join",
    "doubtful-split": "split",
    "doubtful-order": "order",
    "doubtful-headline": "headline",
    "no-headline": "headline",
    "doubtful-furniture": "furniture",
    "damaged-text": "text",
    "undecided-person": "person",
    "undecided-region": "region",
    "no-date": "date",
}
"""By code: what an editor confirms."""
FACTS = ("newspaper", "date", "edition", "page_number", "home", "source", "scanned_by")
"""Each missing one is a doubt; rights have a default."""


def missing_facts(record: Record) -> tuple[str, ...]:
    """Facts of the page that nobody has told."""
    return tuple(name for name in FACTS if getattr(record.facts, name) is None)


def _entry(kind: str, row: Row | None, reason: str) -> Suggestion | None:
    return Suggestion(kind, row | {"reason": reason}) if row else None


def _quoted(case: _Case, field: str, start: int, nth: str = "nth") -> Row | None:
    return _quotation(case.printed, start, QUOTED, field, nth)


def _whole(case: _Case) -> Row | None:
    span = case.finding.span
    if span is None:
        return None
    length = len("".join(case.record.page.text[span.start : span.end].split()))
    return _quotation(case.printed, span.start, length, "printed", "nth")


def _quotation(printed: Print, start: int, length: int, field: str, nth: str) -> Row | None:
    """Words from an offset on, with their number when they are printed more than once."""
    at = bisect_left(printed.offsets, start)
    quote = printed.solid[at : at + length].partition(HIDDEN)[0]
    if not quote:
        return None
    earlier = later = 0
    place = printed.solid.find(quote)
    while place >= 0:
        earlier += place <= at
        later += place > at
        place = printed.solid.find(quote, place + 1)
    return {field: quote} | ({nth: earlier} if earlier + later > 1 else {})


def _block(case: _Case, span: Span | None) -> Row | None:
    """The beginning and, when it is longer than a quotation, the end of a block."""
    if span is None:
        return None
    first = _quoted(case, "printed", span.start)
    end = bisect_left(case.printed.offsets, span.end)
    last = case.printed.solid[max(0, end - QUOTED) : end].rpartition(HIDDEN)[2]
    if first is None or not last:
        return None
    length = end - bisect_left(case.printed.offsets, span.start)
    if length <= QUOTED:
        return _quotation(case.printed, span.start, length, "printed", "nth")
    return first | {"to": last}


def _holds(article: Article, offset: int) -> bool:
    return any(position_of(passage, offset) is not None for _, passage in article.passages())


def _beginning(article: Article) -> int:
    """Where the text of an article begins, a byline left out."""
    told = [p.passage for p in article.body if p.kind != "byline"]
    passages = told or [passage for _, passage in article.passages()]
    return next((run.source for passage in passages for run in passage.runs), 0)


def _paragraph_of(article: Article, offset: int) -> Span | None:
    for _, passage in article.passages():
        at = position_of(passage, offset)
        if at is not None:
            return passage.source(at, len(passage.text))
    return None


def _link_at(case: _Case) -> Link | None:
    if case.entry is None:
        return None
    passages = dict(case.entry.article.passages())
    for link in case.entry.links:
        mention = link.mention
        span = passages[mention.place].source(mention.start, mention.end)
        if link.entity is None and span == case.finding.span:
            return link
    return None
