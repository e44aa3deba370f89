"""Documents of the preview: what changed stands on each page, and on a page of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from wenzhai.changes import Change, Changes, Group, group
from wenzhai.kinds import KINDS
from wenzhai.model import Document, Filed
from wenzhai.preview.compared import Compared
from wenzhai.preview.links import path_of
from wenzhai.render.escape import Safe, clean, escape
from wenzhai.render.press import Press

CHANGES_PAGE = "changes.md"
EDITS = 6  # shown of one text; the rest is counted
EXAMPLES = 3  # of a group, linked
SHOWN = 80  # characters of a value
ROWS = 2000  # of the changes page; more are counted


@dataclass(frozen=True, slots=True)
class LineView:
    """One cause."""

    word: str
    """"标题", "人物新增" ..."""
    text: Safe
    """What became what, marked up."""
    count: int
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class LinkView:
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class PartView:
    title: str
    count: int
    lines: tuple[LineView, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class BoxView:
    lines: tuple[LineView, ...]
    changes_url: str


@dataclass(frozen=True, slots=True)
class PageView:
    commit: str
    notes: tuple[str, ...]
    numbers: tuple[tuple[str, str, str], ...]
    parts: tuple[PartView, ...]


def marked(
    documents: Iterable[Document | Filed], found: Compared, press: Press
) -> Iterator[Document | Filed]:
    """The same documents with a box on each that changed, and the changes page."""
    boxes: defaultdict[str, list[Change]] = defaultdict(list)
    for change in (*found.by_pages.changes, *found.by_code.changes):
        if path := path_of(change):
            boxes[path].append(change)
    shown = set[str]()
    for document in documents:
        path = document.path.removesuffix(".md") + ".html"
        shown.add(path)
        changes = boxes.get(path)
        if changes and isinstance(document, Document):
            yield _with_box(document, changes, press)
        else:
            yield document
    yield _page(found, press, shown)


def _with_box(document: Document, changes: Sequence[Change], press: Press) -> Document:
    view = BoxView(
        tuple(_line(one, press, set()) for one in group(changes)),
        "../" * document.path.count("/") + "changes.html",
    )
    box = press.environment.get_template("changed.inc").render(v=view).encode()
    opening, front, body = document.content.split(b"---\n", 2)
    return replace(document, content=opening + b"---\n" + front + b"---\n\n" + box + body)


def _page(found: Compared, press: Press, shown: set[str]) -> Document:
    parts = (
        _part(press.word("changes_by_pages"), found.by_pages, press, shown),
        _part(press.word("changes_by_code"), found.by_code, press, shown),
    )
    numbers = [
        (_counted(key, press), f"{before:,}", f"{found.by_pages.counts.get(key, (0, 0))[1]:,}")
        for key, (before, _) in found.by_code.counts.items()
        if key in found.by_pages.counts
    ]
    notes = (press.word("changes_hidden", count=found.hidden),) if found.hidden else ()
    view = PageView(found.commit[:12], notes, tuple(numbers), parts)
    title = press.word("changes")
    return press.print(CHANGES_PAGE, "changes.md", {"title": title, "kind": "changes"}, view)


def _part(title: str, changes: Changes, press: Press, shown: set[str]) -> PartView:
    groups = group(changes.changes)
    lines = tuple(_line(one, press, shown) for one in islice(groups, ROWS))
    return PartView(title, len(changes.changes), lines, max(0, len(groups) - ROWS))


def _line(one: Group, press: Press, shown: set[str]) -> LineView:
    """`shown` are the pages that may be linked."""
    first = one.changes[0]
    paths = {path: change for change in one.changes if (path := path_of(change)) in shown}
    links = tuple(
        LinkView(path, _short(change.name)) for path, change in islice(paths.items(), EXAMPLES)
    )
    return LineView(_word(first, press), _became(first, press), len(one.changes), links)


def _word(change: Change, press: Press) -> str:
    word = press.word(f"change_{change.what.replace('-', '_')}")
    if change.kind in {kind.folder for kind in KINDS}:
        return f"{press.word(change.kind)}{word}"
    if change.what == "text":
        return press.word("nth_paragraph", number=change.field)
    if change.what == "field":
        return press.words.get(f"field_{change.field}", change.field)
    return word


def _became(change: Change, press: Press) -> Safe:
    if change.edits:
        shown = "；".join(
            f"{escape(one.before)}{_pair(one.old, one.new)}{escape(one.after)}"
            for one in change.edits[:EDITS]
        )
        more = len(change.edits) - EDITS
        return Safe(shown + (press.word("changes_more", count=more) if more > 0 else ""))
    return Safe(_pair("，".join(change.old), "，".join(change.new)))


def _pair(old: str, new: str) -> str:
    gone = f"<del>{escape(_short(old))}</del>" if old else ""
    come = f"<ins>{escape(_short(new))}</ins>" if new else ""
    return gone + come


def _counted(key: str, press: Press) -> str:
    return press.words.get(key) or press.words.get(f"counted_{key}", key)


def _short(text: str) -> str:
    line = clean(text).strip()
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
