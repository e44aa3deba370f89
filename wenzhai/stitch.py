"""Records -> records: an article that goes on upon another page leads there, and back.

A jump line (下转第三版, 上接B1版) says to which page an article goes on, or from which it comes.
Two ends belong together when nothing that is told of their pages speaks against it, and the page
numbers, or the headlines, speak for it. Where several fit, the one whose text is like it; where
that does not decide, none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wenzhai.model import Article, Entry, PageFacts, Record

LEAVES = "转"  # 下转, 紧转; every other jump line comes from a page
PAGE = re.compile(
    r"(?P<letter>[A-Za-z]?)\s*(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})\s*[版页]"
)
HAN_DIGITS = {c: i for i, c in enumerate("一二三四五六七八九", 1)}
HEADLINE_MIN = 5  # code points that two headlines have in common: 干在实处走在前列
GRAM = 4  # code points; a piece so long that two texts share speaks of the same thing
LIKER = 2  # times as many shared pieces as the next make one the better


@dataclass(frozen=True, slots=True)
class End:
    """One end of an article that goes on elsewhere."""

    record: int
    entry: int
    page: str | None
    """Where the other end stands, as its page is numbered."""
    leaves: bool


def stitch(records: Sequence[Record]) -> tuple[Record, ...]:
    """The same records, their entries with where they go on and come from."""
    ends = [end for number, record in enumerate(records) for end in ends_of(number, record)]
    found = list(records)
    for end in ends:
        field = "jump_to" if end.leaves else "jump_from"
        _set(found, end, **{field: end.page})
    leaving = [end for end in ends if end.leaves]
    coming = [end for end in ends if not end.leaves]
    for back in coming:
        start = _best(records, back, leaving)
        if start is None or _best(records, start, coming) != back:
            continue
        first, second = (records[e.record].entries[e.entry].id for e in (start, back))
        _set(found, start, continued_on=second)
        _set(found, back, continued_from=first)
    return tuple(found)


def ends_of(number: int, record: Record) -> list[End]:
    """The jump lines of a page, each with the article that it belongs to."""
    found: list[End] = []
    for piece in record.layout.furniture:
        if piece.reason != "jump line":
            continue
        text = record.page.text[piece.span.start : piece.span.end]
        leaves = LEAVES in text
        owner = _owner(record, piece.span.start, leaves=leaves)
        match = PAGE.search(text)
        if owner is not None and match is not None:
            found.append(End(number, owner, _numbered(match), leaves))
    return found


def _set(records: list[Record], end: End, **told: str | None) -> None:
    record = records[end.record]
    entries = list(record.entries)
    entries[end.entry] = replace(entries[end.entry], **told)  # type: ignore[arg-type]
    records[end.record] = replace(record, entries=tuple(entries))


def _owner(record: Record, offset: int, *, leaves: bool) -> int | None:
    """The article printed last before a jump line that leaves, or first behind one that comes."""
    best: tuple[int, int] | None = None
    for number, entry in enumerate(record.entries):
        for paragraph in entry.article.body:
            for run in paragraph.passage.runs:
                end = run.source + run.length
                distance = offset - end if leaves else run.source - offset
                if distance >= 0 and (best is None or distance < best[0]):
                    best = distance, number
    return None if best is None else best[1]


def _numbered(match: re.Match[str]) -> str:
    return page_number(match["letter"], match["number"])


def page_number(letter: str, number: str) -> str:
    """第三版 -> "3", b01版 -> "B1"."""
    if number.isdigit():
        return f"{letter.upper()}{int(number)}"
    tens, _, ones = number.rpartition("十")
    value = HAN_DIGITS.get(ones, 0)
    if "十" in number:
        value += 10 * (HAN_DIGITS.get(tens, 1) if tens else 1)
    return f"{letter.upper()}{value}"


def _best(records: Sequence[Record], end: End, others: Sequence[End]) -> End | None:
    """The one other end that fits, if one does."""
    fitting = [other for other in others if _fits(records, end, other)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    text = _grams(_entry(records, end).article)
    ranked = sorted(
        (
            (len(text & _grams(_entry(records, other).article)), -i)
            for i, other in enumerate(fitting)
        ),
        reverse=True,
    )
    (most, first), (next_most, _) = ranked[:2]
    return fitting[-first] if most and most >= LIKER * next_most else None


def _entry(records: Sequence[Record], end: End) -> Entry:
    return records[end.record].entries[end.entry]


def _fits(records: Sequence[Record], one: End, other: End) -> bool:
    if one.record == other.record:
        return False
    facts, others = records[one.record].facts, records[other.record].facts
    if not _is_one_issue(facts, others):
        return False
    numbers = [
        None if told is None else told == named
        for told, named in ((others.page_number, one.page), (facts.page_number, other.page))
    ]
    if False in numbers:
        return False
    is_sure = facts.newspaper is not None and facts.date is not None and facts.date == others.date
    if is_sure and True in numbers:
        return True
    articles = _entry(records, one).article, _entry(records, other).article
    return _shared_headline(*articles)


def _is_one_issue(one: PageFacts, other: PageFacts) -> bool:
    """Nothing that is told of two pages says that they are of different issues."""
    pairs = ((one.newspaper, other.newspaper), (one.date, other.date), (one.edition, other.edition))
    return all(a is None or b is None or a == b for a, b in pairs)


def _shared_headline(one: Article, other: Article) -> bool:
    if one.headline is None or other.headline is None:
        return False
    first, second = (_solid(article.headline.text) for article in (one, other) if article.headline)
    short, long = sorted((first, second), key=len)
    return len(short) >= HEADLINE_MIN and any(
        short[i : i + max(HEADLINE_MIN, len(short) // 2)] in long
        for i in range(len(short) - max(HEADLINE_MIN, len(short) // 2) + 1)
    )


def _grams(article: Article) -> set[str]:
    text = _solid("".join(passage.text for _, passage in article.passages()))
    return {text[i : i + GRAM] for i in range(len(text) - GRAM + 1)}


def _solid(text: str) -> str:
    return "".join(c for c in text if "\u3400" <= c <= "\u9fff")
