"""Facts of an article or a page -> what a reader is told, in the words of words.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from wenzhai.model import Article, Page, Record
from wenzhai.render.press import Press

# What the passes say in front of an editor's own words; readers see a mark instead.
DECISION = "an editor's decision: "
# Stated share of right decisions; from which on the making is called sure, or fair.
SURE = 0.9
FAIR = 0.7


# "000_ca3dcd9ea2d6df08": behind the number a checksum, which tells readers nothing.
_CHECKSUM = re.compile("(?<=[0-9])[_-][0-9a-f]{12,}$")


def page_label(page: Page) -> str:
    """The file's name without its suffix and checksum, where nothing else is told."""
    return _CHECKSUM.sub("", PurePath(page.name).stem)


def page_title(press: Press, record: Record) -> str:
    """Newspaper, day, edition and page number; the file's name where the newspaper is not told."""
    newspaper = record.facts.newspaper
    if newspaper is None:
        return press.word("page_unnamed", label=page_label(record.page))
    return " ".join((newspaper, *_issue(press, record)))


def page_facts(press: Press, record: Record) -> str:
    """What else is told of a page, in one line; "" when nothing is."""
    facts = record.facts
    told = list(_issue(press, record)) if facts.newspaper is None else []
    if facts.source is not None:
        told.append(press.word("fact_source", source=facts.source))
    if facts.scanned_by is not None:
        told.append(press.word("fact_scanned_by", scanned_by=facts.scanned_by))
    return " · ".join(told)


def _issue(press: Press, record: Record) -> Iterator[str]:
    facts = record.facts
    if facts.date is not None:
        yield vague_date(press, facts.date)
    if facts.edition is not None:
        yield facts.edition
    if facts.page_number is not None:
        yield press.word("fact_page_number", number=facts.page_number)


def printed_date(press: Press, article: Article) -> str | None:
    """The date to its precision; None when it is not known."""
    if article.date is None or article.date_precision == "none":
        return None
    return vague_date(press, article.date)


def vague_date(press: Press, date: str) -> str:
    """An ISO 8601 date, cut to its precision, in words."""
    parts = [str(int(part)) for part in date.split("-")]
    values = dict(zip(("year", "month", "day"), parts, strict=False))
    precision = ("year", "month", "day")[len(parts) - 1]
    return press.word(f"date_{precision}", **values)


def date_certainty(press: Press, record: Record, article: Article) -> str:
    """Where the date comes from; "" where that is not known."""
    told = [decision for decision in article.decisions if decision.subject == "date"]
    if article.date is None:
        return press.words["date_unknown"]
    if told:
        return press.words["date_told" if told[-1].confidence >= SURE else "date_inferred"]
    return "" if limits(press, record) else press.words["date_edited"]


def limits(press: Press, record: Record) -> str | None:
    """What is not shown of a page; None when all is."""
    rights = record.facts.rights
    return None if rights in (None, "full") else press.words[f"rights_{rights}"]
