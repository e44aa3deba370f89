"""Facts of an article or a page -> what a reader is told, in the words of words.yml."""

from __future__ import annotations

from pathlib import PurePath

from wenzhai.model import Article, Page, Record
from wenzhai.render.press import Press

# Stated share of right decisions; from which on the making is called sure, or fair.
SURE = 0.9
FAIR = 0.7


def page_label(page: Page) -> str:
    """The file's name without its suffix: all that is known of a page for now."""
    return PurePath(page.name).stem


def printed_date(press: Press, article: Article) -> str | None:
    """The date to its precision; None when it is not known."""
    if article.date is None or article.date_precision == "none":
        return None
    parts = [str(int(part)) for part in article.date.split("-")]
    values = dict(zip(("year", "month", "day"), parts, strict=False))
    return press.word(f"date_{article.date_precision}", **values)


def certainty(press: Press, article: Article) -> str:
    """How sure the making of the article is."""
    if any(paragraph.is_doubtful for paragraph in article.body):
        return press.words["certainty_doubtful"]
    if article.confidence >= SURE:
        return press.words["certainty_sure"]
    return press.words["certainty_fair" if article.confidence >= FAIR else "certainty_low"]


def limits(press: Press, record: Record) -> str | None:
    """What is not shown of a page; None when all is."""
    rights = record.facts.rights
    return None if rights in (None, "full") else press.words[f"rights_{rights}"]
