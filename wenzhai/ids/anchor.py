"""Article, page -> anchor: the words by which an article is known again.

The first 16 non-white printed characters of the body, a byline on a line of its own left
out (reporters sign several articles of a page); the headline's where there is no body.
"""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.model import Article, Page, Passage

ANCHOR_LENGTH = 16  # characters, as the format of ids.yml says


def anchor_of(article: Article, page: Page) -> str:
    """At most 16 characters, as printed."""
    told = [p.passage for p in article.body if p.kind != "byline"]
    rest = [passage for _, passage in article.passages()]
    found: list[str] = []
    for passage in told or rest:
        for character in _printed(passage, page):
            found.append(character)
            if len(found) == ANCHOR_LENGTH:
                return "".join(found)
    return "".join(found)


def _printed(passage: Passage, page: Page) -> Iterator[str]:
    for run in passage.runs:
        for character in page.text[run.source : run.source + run.length]:
            if not character.isspace():
                yield character
