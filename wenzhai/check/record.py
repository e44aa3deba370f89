"""Record -> findings: what is wrong with a page, and what an editor should look at.

The law of the project is checked on every build: each non-white character of a page stands
in exactly one passage of one article, or in one piece of furniture.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from wenzhai.check.answered import is_answered
from wenzhai.edit.suggest import missing_facts
from wenzhai.model import Article, Decision, Entry, Finding, Layout, Link, Page, Record, Span

DOUBT_BELOW = 0.75  # confidence; below it one decision in four or more is expected to be wrong
QUOTED = 16  # characters of the page in a message
CODE_OF_SUBJECT = {
    "join": "doubtful-join",
    "split": "doubtful-split",
    "order": "doubtful-order",
    "headline": "doubtful-headline",
    "furniture": "doubtful-furniture",
}


def check_record(record: Record, shown: str) -> tuple[Finding, ...]:
    """All findings about one page; `shown` is how messages name its file."""
    lines = _line_starts(record.page.text)
    return (*_facts(record, shown), *_findings(record, shown, lines))


def uncovered(layout: Layout, page: Page) -> tuple[tuple[int, int], ...]:
    """(offset, times) of each non-white character that is not accounted for exactly once."""
    times: Counter[int] = Counter()
    for article in layout.articles:
        for _, passage in article.passages():
            for span in passage.spans():
                times.update(range(span.start, span.end))
    for furniture in layout.furniture:
        times.update(range(furniture.span.start, furniture.span.end))
    return tuple(
        (offset, times[offset])
        for offset, character in enumerate(page.text)
        if not character.isspace() and times[offset] != 1
    )


def line_of(text: str, offset: int) -> int:
    """The 1-based line of an offset."""
    return text.count("\n", 0, offset) + 1


def _facts(record: Record, shown: str) -> Iterator[Finding]:
    """One doubt a page, however many facts are missing."""
    missing = missing_facts(record)
    if missing:
        message = f"nobody has told of this page: {', '.join(missing)}"
        yield Finding("missing-page-fact", shown, message)


def _findings(record: Record, shown: str, lines: list[int]) -> Iterator[Finding]:
    for code, span, message in _told(record):
        if is_answered(record, code, span):
            continue
        yield Finding(code, shown, message, bisect_right(lines, span.start), span)


def _told(record: Record) -> Iterator[tuple[str, Span, str]]:
    page = record.page
    for offset, times in uncovered(record.layout, page):
        message = f"{page.text[offset]!r} at {offset} is accounted for {times} times; must be once"
        yield "lost-character", Span(offset, offset + 1), message
    for decision in record.layout.decisions:
        yield from _doubt(decision, page)
    for entry in record.entries:
        yield from _about_article(entry, page)


def _about_article(entry: Entry, page: Page) -> Iterator[tuple[str, Span, str]]:
    article = entry.article
    start = _start(article)
    if not entry.is_registered:
        message = f"'{entry.id}' is not in ids.yml; `ids --write` registers it"
        yield "unregistered-article", start, message
    if article.headline is None:
        yield "no-headline", start, f"no headline printed for {_quote(page, start)}"
    if article.date is None:
        yield "no-date", start, f"the text gives no date: {_quote(page, start)}"
    for decision in article.decisions:
        yield from _doubt(decision, page)
    for paragraph in article.body:
        if paragraph.is_doubtful and paragraph.passage.runs:
            run = paragraph.passage.runs[0]
            place = Span(run.source, run.source + run.length)
            yield "damaged-text", place, f"the text loops or breaks off: {_quote(page, place)}"
    for link, span in _undecided(entry):
        message = f"{link.mention.name} may be {_listed(link)}: {link.reason}"
        yield f"undecided-{link.mention.kind}", span, message


def _doubt(decision: Decision, page: Page) -> Iterator[tuple[str, Span, str]]:
    if decision.confidence < DOUBT_BELOW and decision.subject in CODE_OF_SUBJECT:
        yield CODE_OF_SUBJECT[decision.subject], decision.span, _because(decision, page)


MAY_BE_OPEN = frozenset({"person", "region"})
"""An organisation is undecided only with its place, which is told already."""


def _undecided(entry: Entry) -> Iterator[tuple[Link, Span]]:
    """Mentions that may mean several; a masked name (王某) means nobody in particular."""
    passages = dict(entry.article.passages())
    for link in entry.links:
        mention = link.mention
        if link.entity is None and mention.form != "masked" and mention.kind in MAY_BE_OPEN:
            span = passages[mention.place].source(mention.start, mention.end)
            if span is not None:
                yield link, span


def _because(decision: Decision, page: Page) -> str:
    others = f"; or: {', '.join(decision.candidates)}" if decision.candidates else ""
    return (
        f"{decision.rule} ({decision.confidence:.2f}): {_quote(page, decision.span)}: "
        f"{decision.reason}{others}"
    )


def _listed(link: Link) -> str:
    return " or ".join(link.candidates) or "somebody this page does not name in full"


def _start(article: Article) -> Span:
    for _, passage in article.passages():
        for span in passage.spans():
            return span
    return Span(0, 0)


def _quote(page: Page, span: Span) -> str:
    text = "".join(page.text[span.start : span.start + 2 * QUOTED].split())
    return f"“{text[:QUOTED]}…”"


def _line_starts(text: str) -> list[int]:
    return [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
