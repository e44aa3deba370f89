"""Changes -> lines for a terminal, and plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from wenzhai.changes.group import Group, group
from wenzhai.changes.values import Change, Changes, Edit, What

EXAMPLES = 3  # of a group's articles that are named
SHOWN = 40  # characters of a value
EDITS = 5  # of one text

WORDS: dict[What, str] = {
    "page-added": "page added",
    "page-gone": "page gone",
    "article-added": "article added",
    "article-lost": "article lost",
    "article-split": "article split",
    "article-merged": "articles merged",
    "article-renamed": "article has a new id",
    "article-moved": "article moved",
    "article-re-dated": "article re-dated",
    "headline": "headline",
    "field": "article's",
    "text": "text",
    "tags": "topics",
    "entity-added": "added",
    "entity-gone": "gone",
    "entity-merged": "merged",
    "entity-split": "split",
    "entity-renamed": "has a new id",
    "entity-re-linked": "re-linked",
    "entity-changed": "changed",
    "roles": "roles",
    "finding-new": "new finding",
    "finding-settled": "settled finding",
}


def as_data(changes: Changes) -> dict[str, object]:
    """For JSON."""
    return {
        "counts": {key: list(both) for key, both in changes.counts.items()},
        "scores": {key: list(both) for key, both in changes.scores.items()},
        "changes": [_without_empty(asdict(change)) for change in changes.changes],
    }


def tell(changes: Changes) -> Iterator[str]:
    """One line a cause; numbers that differ first."""
    numbers = {**changes.counts, **changes.scores}
    for key, (before, after) in numbers.items():
        if before != after:
            yield f"{key}: {_number(before)} -> {_number(after)}"
    for one in group(changes.changes):
        yield tell_group(one)


def tell_group(one: Group) -> str:
    """One line: what, where, and what became what."""
    first = one.changes[0]
    register = "" if first.kind in {"page", "article", "finding"} else f"{first.kind}: "
    field = f" {first.field}" if first.field and first.what in {"field", "entity-changed"} else ""
    head = f"{register}{WORDS[one.what]}{field}: "
    if len(one.changes) == 1:
        return f"{head}{_shown(first.name)} ({first.id}){_became(first)}"
    named = ", ".join(change.id for change in one.changes[:EXAMPLES])
    more = len(one.changes) - EXAMPLES
    rest = f" and {more} more" if more > 0 else ""
    return f"{head}{len(one.changes)} times{_became(first)}: {named}{rest}"


def _became(one: Change) -> str:
    if one.edits:
        shown = "; ".join(map(_edit, one.edits[:EDITS]))
        more = len(one.edits) - EDITS
        return f": {shown}" + (f"; and {more} more" if more > 0 else "")
    if not (one.old or one.new):
        return ""
    return f": {_values(one.old)} -> {_values(one.new)}"


def _edit(one: Edit) -> str:
    return f"{one.before}[-{_shown(one.old)}-]{{+{_shown(one.new)}+}}{one.after}"


def _values(values: tuple[str, ...]) -> str:
    return ", ".join(_shown(value) or "''" for value in values) or "nothing"


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:g}"


def _without_empty(data: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if value not in ((), "", [])}
