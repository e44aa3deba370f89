"""Entry -> entry with only as much text as the page's rights allow.

"excerpt" shows the headline stack, byline, dateline and how the body begins; "index-only" the
headline stack. In both a last paragraph lists the names printed in what is not shown, each
with its way back to the page, so that indexes and search know them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from wenzhai.edit.passage import cut, join
from wenzhai.kinds import KIND
from wenzhai.model import Article, Detail, Entry, Link, Paragraph, Passage, Place, Rights

EXCERPT_LENGTH = 100  # characters of the body, white space not counted
BETWEEN = Passage("、", ())


class _Kept(NamedTuple):
    """A paragraph of the body, shown up to a position."""

    old: int
    new: int
    end: int
    paragraph: Paragraph


def limit(entry: Entry, rights: Rights) -> Entry:
    """An entry as "excerpt" or "index-only" shows it."""
    article = entry.article
    kept = list(_beginning(article)) if rights == "excerpt" else []
    places = {one.old: one for one in kept}
    shown: list[Link] = []
    others: list[Link] = []
    for link in entry.links:
        found = _moved(link, places)
        (others if found is None else shown).append(found or link)
    body = [one.paragraph for one in kept]
    names, named = _names(article, others, shown, len(body))
    if named:
        body.append(Paragraph("note", names))
    limited = replace(
        article,
        body=tuple(body),
        byline=article.byline if rights == "excerpt" else (),
        dateline=article.dateline if rights == "excerpt" else None,
        decisions=(),
    )
    return replace(entry, article=limited, links=(*shown, *named))


def _beginning(article: Article) -> list[_Kept]:
    found: list[_Kept] = []
    left = EXCERPT_LENGTH
    for number, paragraph in enumerate(article.body):
        text = paragraph.passage.text
        end = len(text) if paragraph.kind == "byline" else _position(text, left)
        if paragraph.kind != "byline":
            left -= len("".join(text[:end].split()))
        if end == 0:
            continue
        head = cut(paragraph.passage, end)[0]
        passage = Passage(head.text, head.runs)
        found.append(_Kept(number, len(found), end, replace(paragraph, passage=passage)))
    return found


def _position(text: str, count: int) -> int:
    """Where `count` characters, white space left out, end."""
    seen = 0
    for at, character in enumerate(text):
        if seen == count:
            return at
        seen += not character.isspace()
    return len(text) if count else 0


def _moved(link: Link, kept: dict[int, _Kept]) -> Link | None:
    """The link where it is shown now; None when it is not."""
    mention = link.mention
    if mention.details:
        details = tuple(d for one in mention.details for d in _detail(one, kept))
        mention = replace(mention, details=details)
        link = replace(link, mention=mention)
    if mention.place.field != "body":
        return link
    found = kept.get(mention.place.number)
    if found is None or mention.end > found.end:
        return None
    role = mention.role if mention.role and mention.role.end <= found.end else None
    return replace(link, mention=replace(mention, place=Place("body", found.new), role=role))


def _detail(detail: Detail, kept: dict[int, _Kept]) -> tuple[Detail, ...]:
    """The detail where it is shown now; nothing when it is not."""
    if detail.name == "reply":  # its paragraph may not be shown, or be another by now
        return ()
    if detail.place.field != "body":
        return (detail,)
    found = kept.get(detail.place.number)
    if found is None or detail.end > found.end:
        return ()
    return (detail._replace(place=Place("body", found.new)),)


def _names(
    article: Article, others: list[Link], shown: list[Link], number: int
) -> tuple[Passage, list[Link]]:
    """A paragraph of the names in what is not shown, each once, and their links."""
    known = {_who(link) for link in shown}
    whole = Passage("", ())
    found: list[Link] = []
    for link in others:
        mention = link.mention
        is_listed = KIND[mention.kind].is_listed and mention.form != "deictic"
        if not is_listed or _who(link) in known:
            continue
        known.add(_who(link))
        passage = article.body[mention.place.number].passage
        name = cut(cut(passage, mention.start)[1], mention.end - mention.start)[0]
        if whole.text:
            whole = join(whole, BETWEEN)
        start = len(whole.text)
        whole = join(whole, Passage(name.text, name.runs))
        here = replace(
            mention,
            place=Place("body", number),
            start=start,
            end=len(whole.text),
            role=None,
            details=(),
        )
        found.append(replace(link, mention=here))
    return whole, found


def _who(link: Link) -> tuple[str, str]:
    return link.mention.kind, link.entity or link.mention.name
