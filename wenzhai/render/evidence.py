"""Atlas -> the pages of evidence: for every name, where it was found and why it means what it means.

Reachable from the list of names below each article, without a script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from wenzhai.authority.apply import RULE as AUTHORITY
from wenzhai.edit.links import RULE as EDITOR
from wenzhai.kinds import KIND
from wenzhai.model import Document, Entry, Link, Record
from wenzhai.render.anchors import Name, anchors, evidence_sheets, name_of, names_in
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe, escape
from wenzhai.render.inline import snippet
from wenzhai.render.paging import Sheet, Step
from wenzhai.render.people import printed_role
from wenzhai.render.phrases import DECISION, page_title
from wenzhai.render.press import Press

EDITORIAL = frozenset({EDITOR, AUTHORITY})
NAMES = re.compile(r"[^\x00-\x7f]+(?:[ .·-][^\x00-\x7f]+)*")
"""Chinese in an English sentence: 开阳县 stands in the article."""


@dataclass(frozen=True, slots=True)
class Found:
    """A mention."""

    quote: Safe
    url: Safe
    rule: str
    confidence: str
    role: str | None
    part: str | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What mentions were decided to mean, alike and for the same reason."""

    rule: str
    is_editors: bool
    confidence: str
    reason: str
    candidates: tuple[Ref, ...]
    """What else was possible, or what is left when nothing is decided."""
    more: int
    """Candidates that have no page."""
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class NameEvidence:
    id: Safe
    kind: str
    name: Safe
    url: Safe | None
    decisions: tuple[Decided, ...]


@dataclass(frozen=True, slots=True)
class ArticleEvidence:
    id: Safe
    ref: Ref
    names: tuple[NameEvidence, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    title: str
    back: Ref
    sheet: Sheet
    articles: tuple[ArticleEvidence, ...]


def evidence(atlas: Atlas, press: Press) -> Iterator[Document]:
    for record in atlas.corpus.records:
        files = evidence_sheets(record)
        title = press.word("evidence_title", label=page_title(press, record))
        back = Ref(escape(page_title(press, record)), Safe(f"{record.page.slug}.html"))
        for at, (stem, numbers) in enumerate(files):
            steps = tuple(
                Step(number + 1, None if number == at else Safe(f"{other}.html"))
                for number, (other, _) in enumerate(files)
            )
            sheet = Sheet(f"pages/{stem}.md", at + 1, steps if len(files) > 1 else ())
            view = EvidenceView(
                title, back, sheet, tuple(_article(atlas, press, record, n) for n in numbers)
            )
            meta = {
                "title": title,
                "description": press.words["evidence_lead"],
                "kind": "evidence",
                "robots": "noindex",
            }
            yield press.print(sheet.path, "evidence.md", meta, view)


def _article(atlas: Atlas, press: Press, record: Record, number: int) -> ArticleEvidence:
    entry = record.entries[number]
    ids = anchors(entry, number)
    grouped: dict[Name, list[Link]] = {name: [] for name in ids}
    for link in names_in(entry):
        grouped[name_of(link)].append(link)
    names = (_name(atlas, press, entry, ids[name], found) for name, found in grouped.items())
    return ArticleEvidence(Safe(entry.id), atlas.articles[entry.id], tuple(names))


def _name(
    atlas: Atlas, press: Press, entry: Entry, anchor: Safe, links: Sequence[Link]
) -> NameEvidence:
    kind = links[0].mention.kind
    ref = atlas.refs[kind].get(links[0].entity or "")
    return NameEvidence(
        id=anchor,
        kind=press.words[KIND[kind].folder],
        name=escape(links[0].mention.name) if ref is None else ref.text,
        url=None if ref is None else ref.url,
        decisions=tuple(
            _decided(atlas, press, entry, list(same)) for _, same in groupby(links, key=_alike)
        ),
    )


def _alike(link: Link) -> tuple[str, str, float, tuple[str, ...]]:
    return link.rule, link.reason, link.confidence, link.candidates


def _decided(atlas: Atlas, press: Press, entry: Entry, links: Sequence[Link]) -> Decided:
    link = links[0]
    possible = dict.fromkeys((*link.candidates, *link.mention.candidates))
    others = [key for key in possible if key != link.entity]
    known = atlas.refs[link.mention.kind]
    candidates = tuple(_called(atlas, key, known[key]) for key in others if key in known)
    return Decided(
        rule=_rule(press, link.rule),
        is_editors=link.rule in EDITORIAL,
        confidence=f"{link.confidence:.2f}",
        reason=_because(press, link),
        candidates=candidates,
        more=len(others) - len(candidates),
        found=tuple(_found(atlas, press, entry, one) for one in links),
    )


def _called(atlas: Atlas, key: str, ref: Ref) -> Ref:
    """A region with its path: candidates often share a name."""
    region = atlas.corpus.regions.get(key)
    return ref if region is None else Ref(escape("".join(region.path)), ref.url)


def _found(atlas: Atlas, press: Press, entry: Entry, link: Link) -> Found:
    mention = link.mention
    text = entry.article.text_at(mention.place)
    anchor = f"#p{mention.place.number + 1}" if mention.place.field == "body" else ""
    return Found(
        quote=snippet(text, mention.start, mention.end),
        url=Safe(f"{atlas.articles[entry.id].url}{anchor}"),
        rule=_rule(press, mention.rule),
        confidence=f"{mention.confidence:.2f}",
        role=printed_role(entry, link),
        part="、".join(press.words[f"part_{part}"] for part in mention.parts) or None,
    )


def _because(press: Press, link: Link) -> str:
    """What spoke for it in the reader's words, or in the editor's own; "" where the rule says all.

    The program's reasons are English sentences around printed names; these fill the words.
    """
    if link.rule in EDITORIAL:
        return link.reason.removeprefix(DECISION)
    told = press.words.get(f"because_{link.rule}", "")
    names = NAMES.findall(link.reason)
    return told.format(*names) if told.count("{") <= len(names) else ""


def _rule(press: Press, rule: str) -> str:
    """In the reader's words where they are known."""
    return press.words.get(f"rule_{rule}", rule)
