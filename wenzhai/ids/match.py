"""Articles of a page, register -> an id for each.

A registered article is known by its anchor; when its body now begins elsewhere, by the
article that holds the anchor's place on the page. New ones are
`<page slug>-<6 base32 characters of the anchor's SHA-256>`.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from wenzhai.ids.anchor import anchor_of
from wenzhai.ids.register import IdEntry, Register
from wenzhai.model import Article, Page

MARK_LENGTH = 6  # base32 characters: 30 bits, for the few dozen articles of one page


@dataclass(frozen=True, slots=True)
class Matched:
    """The ids of one page."""

    ids: tuple[IdEntry, ...]
    """Parallel to the articles: the registered entry, or a new one."""
    is_registered: tuple[bool, ...]


def match_ids(articles: tuple[Article, ...], page: Page, register: Register) -> Matched:
    """Ids for the articles of a page, in their order; `register` is that page's."""
    anchors = [anchor_of(article, page) for article in articles]
    given: dict[int, IdEntry] = {}
    waiting = [entry for entry in register.entries if not (entry.retired or entry.successor)]
    for entry in list(waiting):
        number = _first_free(anchors, entry.anchor, given)
        if number is not None:
            given[number] = entry
            waiting.remove(entry)
    for entry in waiting:
        number = _holder(articles, page, entry.anchor)
        if number is not None and number not in given:
            given[number] = entry
    taken = {entry.id for entry in register.entries}
    found: list[IdEntry] = []
    for number, anchor in enumerate(anchors):
        entry = given.get(number) or _new(page, anchor, taken)
        taken.add(entry.id)
        found.append(entry)
    is_registered = tuple(number in given for number in range(len(articles)))
    return Matched(tuple(found), is_registered)


def _first_free(anchors: list[str], anchor: str, given: dict[int, IdEntry]) -> int | None:
    for number, candidate in enumerate(anchors):
        if candidate == anchor and number not in given:
            return number
    return None


def _holder(articles: tuple[Article, ...], page: Page, anchor: str) -> int | None:
    """The article that holds the only place where the anchor is printed."""
    places = [i for i, character in enumerate(page.text) if not character.isspace()]
    printed = "".join(page.text[i] for i in places)
    at = printed.find(anchor) if anchor else -1
    if at < 0 or printed.find(anchor, at + 1) >= 0:
        return None
    offset = places[at]
    for number, article in enumerate(articles):
        for _, passage in article.passages():
            if any(span.start <= offset < span.end for span in passage.spans()):
                return number
    return None


def _new(page: Page, anchor: str, taken: set[str]) -> IdEntry:
    """A new id; equal anchors on one page are told apart by what is hashed, not by order in
    the digest."""
    seed = anchor
    while True:
        digest = hashlib.sha256(seed.encode()).digest()
        mark = base64.b32encode(digest).decode().lower()[:MARK_LENGTH]
        article_id = f"{page.slug}-{mark}"
        if article_id not in taken:
            return IdEntry(id=article_id, page=page.name, anchor=anchor)
        seed += "\n" + anchor
