"""Texts of a page -> who and what is named in each.

Who is named in two paragraphs of a page is nearly always named in one article: of 219 pairs of
paragraphs with a person in common (`tests/gold/tune` and `opened`, medium and hard) 185 were of one
article, and 26 of the others of parts of one report. So, less surely, with villages and towns
(30 of 34) and with what stands in quotation marks or brackets of titles (35 of 40).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from wenzhai.model import Article, Layout, Page, Paragraph, Passage
from wenzhai.recognise.persons import find_persons, load_lexicon

NOWHERE = Page("", "", "", "utf-8", "")
PLACE = re.compile(r"[\u4e00-\u9fff]{2}(?:镇|乡|村|寨|屯|社区|街道|苏木|嘎查)")
QUOTED = re.compile(r'[“"《]([^“”"《》]{2,10})[”"》]')


class Named(NamedTuple):
    kind: Literal["person", "thing"]
    name: str


def read_named(texts: Sequence[str]) -> list[frozenset[Named]]:
    """Persons, places and quoted names of each text that are named in another one too."""
    found = [
        {Named("person", name) for name in persons}
        | {Named("thing", name) for name in (*PLACE.findall(text), *QUOTED.findall(text))}
        for persons, text in zip(_persons(texts), texts, strict=True)
    ]
    counts = Counter(named for row in found for named in row)
    return [frozenset(named for named in row if counts[named] > 1) for row in found]


def _persons(texts: Sequence[str]) -> list[set[str]]:
    """Full names; who is called by a surname (刘主席) that one person of the page has is that one."""
    whole = Article(
        headline=None,
        headline_source="none",
        kicker=None,
        subheadlines=(),
        genre="news",
        byline=(),
        dateline=None,
        body=tuple(Paragraph("paragraph", Passage(text, ())) for text in texts),
        confidence=1.0,
    )
    (mentions,) = find_persons(Layout((whole,), ()), NOWHERE, load_lexicon())
    full = {m.name for m in mentions if m.form not in ("surname", "masked") and len(m.name) > 1}
    found: list[set[str]] = [set() for _ in texts]
    for mention in mentions:
        if mention.name in full:
            found[mention.place.number].add(mention.name)
        elif mention.form == "surname":
            bearers = [name for name in full if name.startswith(mention.name)]
            if len(bearers) == 1:
                found[mention.place.number].add(bearers[0])
    return found
