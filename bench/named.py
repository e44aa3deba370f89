"""`names.tsv` -> the articles of `pages/` whose names people told, with persons and places by span.

Told are strings, so a mention is every place at which one is printed, white space aside, where no
longer one is told; or, with a context, the places in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from folders import PRINTED
from printed import printed_pages

from wenzhai.model import Part, Span
from wenzhai.score.gold import GoldArticle, GoldPage, GoldPerson, GoldRegion

FILE = Path(__file__).with_name("names.tsv")
NEWS: Part = "mentioned"
"""What `news` in the file stands for: who is quoted and who acts is not told."""


class Told(NamedTuple):
    """A line of the file."""

    page: str
    article: int
    kind: str
    printed: str = ""
    what: str = ""
    roles: str = ""
    only: str = ""


@cache
def named_pages() -> tuple[GoldPage, ...]:
    """Pages of which the file tells; where it tells nothing of an article all is open to doubt.

    Raises ValueError where the file names a page that there is not, or what is not printed.
    """
    told: defaultdict[str, defaultdict[int, list[Told]]]
    told = defaultdict(lambda: defaultdict(list))
    for line in FILE.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            page, number, *rest = line.split("\t")
            told[page][int(number)].append(Told(page, int(number), *rest))
    pages = {page.page.slug: page for hand in PRINTED for page in printed_pages(hand)}
    missing = sorted(told.keys() - pages.keys())
    if missing:
        raise ValueError(f"{FILE.name}: no such pages: {', '.join(missing)}")
    return tuple(
        replace(
            pages[slug],
            articles=tuple(
                _article(pages[slug], article, articles[number])
                if number in articles
                else replace(article, optional=article.spans())
                for number, article in enumerate(pages[slug].articles)
            ),
        )
        for slug, articles in sorted(told.items())
    )


def _article(page: GoldPage, article: GoldArticle, rows: list[Told]) -> GoldArticle:
    persons: list[GoldPerson] = []
    regions: list[GoldRegion] = []
    held: set[int] = set()
    for row in sorted(rows, key=lambda row: (-len(row.printed), row.kind)):
        if row.kind == "-":
            continue
        spans = tuple(span for span in _places(page, article, row) if held.isdisjoint(range(*span)))
        if not spans:
            if _places(page, article, row):
                continue  # all told already: the reporter who is the photographer, too
            raise ValueError(f"{FILE.name}: {row.page}, {row.article}: {row.printed} is not there")
        held.update(at for span in spans for at in range(*span))
        if row.kind == "person":
            part = NEWS if row.what == "news" else cast(Part, row.what)
            roles = tuple(filter(None, row.roles.split("｜")))
            persons.append(GoldPerson(row.printed, (part,), roles, spans))
        else:
            mentions, implied = ((), spans) if row.kind == "implied" else (spans, ())
            regions.append(GoldRegion(row.printed, None, None, "administrative", mentions, implied))
    return replace(article, persons=tuple(persons), regions=tuple(regions))


def _places(page: GoldPage, article: GoldArticle, row: Told) -> list[Span]:
    """Where it is printed, in its contexts where there are some."""
    at = [i for span in article.spans() for i in range(*span) if not page.page.text[i].isspace()]
    text = "".join(page.page.text[i] for i in at)
    contexts = [re.sub(r"[…\s]", "", context) for context in row.only.split("｜") if context]
    found: list[Span] = []
    for low, high in _within(text, contexts) if contexts else [(0, len(text))]:
        for match in re.finditer(re.escape(row.printed), text[low:high]):
            first, last = at[low + match.start()], at[low + match.end() - 1]
            found.append(Span(first, last + 1))
    return sorted(set(found))


def _within(text: str, contexts: list[str]) -> Iterator[tuple[int, int]]:
    for context in contexts:
        for match in re.finditer(re.escape(context), text):
            yield match.span()
