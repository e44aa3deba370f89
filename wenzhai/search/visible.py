"""A finished article page -> its published lines, as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

STACK = frozenset({"wz-kicker", "wz-headline", "wz-subheadline"})
"""Classes of the headline stack; templates/article.md gives them."""
NOT_PRINTED = frozenset({"wz-untitled", "wz-doubt", "headerlink"})
"""Classes of what the digest adds: a stand-in for a headline, marks, links."""
BODY_ANCHOR = re.compile(r"p[1-9][0-9]*")
CONTENT = re.compile(r'<article class="md-content__inner.*?</article>', re.DOTALL)
VOID = frozenset({"br", "img", "hr", "wbr", "input", "link", "meta"})


class _Open(NamedTuple):
    tag: str
    is_line: bool
    is_silent: bool


class _Lines(HTMLParser):
    """Collects the text of the headline stack and of the paragraphs with an anchor."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = {name: value or "" for name, value in attrs}
        classes = set(given.get("class", "").split())
        is_line = bool(classes & STACK) or BODY_ANCHOR.fullmatch(given.get("id", "")) is not None
        is_silent = bool(classes & NOT_PRINTED)
        if is_line and not is_silent:
            self.found.append("")
        self.open.append(_Open(tag, is_line, is_silent))

    def handle_endtag(self, tag: str) -> None:
        while self.open and any(one.tag == tag for one in self.open):
            if self.open.pop().tag == tag:
                return

    def handle_data(self, data: str) -> None:
        is_silent = any(one.is_silent for one in self.open)
        if not is_silent and any(one.is_line for one in self.open):
            self.found[-1] += data


def visible_lines(html: str) -> tuple[str, ...]:
    """Headline stack and body of an article page, one line for each paragraph."""
    return tuple(_lines(html))


def _lines(html: str) -> Iterator[str]:
    content = CONTENT.search(html)
    if content is None:
        return
    parser = _Lines()
    parser.feed(content[0])
    parser.close()
    yield from (line for line in parser.found if line.strip())
