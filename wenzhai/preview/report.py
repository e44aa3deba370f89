"""Changes -> `comment.md`, short enough for a comment, and `changes.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from wenzhai.changes import Changes, Group, as_data, group, tell_group
from wenzhai.preview.compared import Compared
from wenzhai.preview.links import path_of
from wenzhai.render.escape import escape

COMMENT_MAX = 60_000  # characters; a comment on GitHub holds 65,536
LINKED = 3  # articles of a group that are linked
Number = float | None


def changes_json(found: Compared) -> str:
    """Everything, for programs."""
    data = {
        "base": found.commit,
        "notes": list(found.notes),
        "hidden": found.hidden,
        "by_code": as_data(found.by_code),
        "by_pages": as_data(found.by_pages),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def comment(found: Compared, address: str) -> str:
    """Markdown; `address` is where the preview's site stands, "" when nowhere yet."""
    return capped("".join(_comment(found, address)))


def capped(text: str) -> str:
    """The comment, cut where it would be too long, saying so."""
    if len(text) <= COMMENT_MAX:
        return text
    pointer = "\n\n... and more: see the changes page of the preview, or changes.json.\n"
    whole_lines = text[: COMMENT_MAX - len(pointer)].rsplit("\n", 1)[0]
    return whole_lines + pointer


def _comment(found: Compared, address: str) -> Iterator[str]:
    yield f"## What this does to the digest\n\nCompared with {found.commit[:12]}.\n"
    for note in found.notes:
        yield f"\n{note}\n"
    if address:
        yield f"\n[Preview]({address}/index.html), [all changes]({address}/changes.html)\n"
    yield from _numbers(found)
    yield from _part("By pages", found.by_pages, address)
    yield from _part("By code", found.by_code, address)


def _numbers(found: Compared) -> Iterator[str]:
    first, last = found.by_code, found.by_pages
    rows = [
        (key, before, last.counts.get(key, (0, 0))[1]) for key, (before, _) in first.counts.items()
    ]
    scored: list[tuple[str, Number, Number]] = [
        (key, before, last.scores.get(key, (None, None))[1])
        for key, (before, _) in first.scores.items()
    ]
    yield "\n| | before | after |\n|---|--:|--:|\n"
    for key, before, after in (*rows, *scored):
        mark = "" if before == after else "**"
        yield f"| {key} | {_number(before)} | {mark}{_number(after)}{mark} |\n"


def _number(value: Number) -> str:
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) else f"{value:.3f}"


def _part(title: str, changes: Changes, address: str) -> Iterator[str]:
    groups = group(changes.changes)
    yield f"\n### {title} ({len(changes.changes)})\n\n"
    if not groups:
        yield "Nothing changed.\n"
    for one in groups:
        yield f"- {escape(tell_group(one))}{_links(one, address)}\n"


def _links(one: Group, address: str) -> str:
    paths = {change.id: path for change in one.changes if (path := path_of(change))}
    shown = [
        f"[{escape(key)}]({address}/{path})" if address else f"`{path}`"
        for key, path in list(paths.items())[:LINKED]
    ]
    return f" {', '.join(shown)}" if shown else ""
