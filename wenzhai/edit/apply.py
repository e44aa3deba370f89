"""Layout, corrections -> layout: entries in a stated order, each told when it does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from wenzhai.edit import decisions
from wenzhai.edit.desk import Desk
from wenzhai.edit.format import Corrections, Entry
from wenzhai.edit.quote import Print, Stale
from wenzhai.model import Finding, Layout, Page

# Order of work, as the manual says: first what belongs together, then what it is, then its words.
OPERATIONS: tuple[tuple[str, Callable[[Desk, Print, Any], None]], ...] = (
    ("merge", decisions.merge),
    ("split", decisions.split),
    ("furniture", decisions.lift),
    ("paragraph", decisions.paragraph),
    ("move", decisions.move),
    ("join", decisions.join_on),
    ("headline", decisions.headline),
    ("kicker", decisions.kicker),
    ("subheadline", decisions.subheadline),
    ("kind", decisions.kind),
    ("genre", decisions.genre),
    ("text", decisions.text),
    ("doubt", decisions.doubt),
)
AFTER_DATING = (("date", decisions.date),)
AGREEING = frozenset({"subheadline", "merge", "move", "split", "paragraph"})
"""Kinds of which one thing may have several entries, or whose entries say one thing only."""


class Edited(NamedTuple):
    """A layout with what an editor decided."""

    layout: Layout
    findings: tuple[Finding, ...]
    done: tuple[tuple[str, int], ...]
    """(kind, number in its list) of each entry that changed something."""


def edit(layout: Layout, page: Page, corrections: Corrections, shown: str) -> Edited:
    """Carry out what an editor decided; `shown` is how findings name the editor's file."""
    return _carry_out(layout, page, corrections, shown, OPERATIONS)


def edit_dates(layout: Layout, page: Page, corrections: Corrections, shown: str) -> Edited:
    """The same for dates, which are found after the articles are in order."""
    return _carry_out(layout, page, corrections, shown, AFTER_DATING)


def _carry_out(
    layout: Layout,
    page: Page,
    corrections: Corrections,
    shown: str,
    operations: tuple[tuple[str, Callable[[Desk, Print, Any], None]], ...],
) -> Edited:
    printed = Print(page)
    findings: list[Finding] = []
    done: list[tuple[str, int]] = []
    for name, operation in operations:
        entries: list[Entry] = getattr(corrections, name)
        findings.extend(_contradictions(name, entries, shown))
        for number, entry in enumerate(entries):
            desk = Desk.lay_out(layout)
            place = f"{name}[{number}]"
            try:
                operation(desk, printed, entry)
            except Stale as error:
                findings.append(Finding("stale-correction", shown, f"{place}: {error}"))
                continue
            edited = desk.cleared(layout)
            if edited == layout:
                message = f"{place}: changes nothing; the program does so by itself by now"
                findings.append(Finding("idle-correction", shown, message))
            else:
                done.append((name, number))
            layout = edited
    return Edited(layout, tuple(findings), tuple(done))


def _contradictions(name: str, entries: list[Entry], shown: str) -> Iterator[Finding]:
    """Two entries about one thing that say different."""
    said: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        values = entry.model_dump()
        keys = [k for k in ("article", "printed", "nth", "next") if k in values]
        if name in AGREEING or not keys:
            continue
        if "article" in keys:
            keys = [k for k in keys if k != "printed"]
        about = tuple("".join(str(values[k]).split()) for k in keys)
        other = said.setdefault(about, entry)
        if other is not entry and other != entry:
            message = f"{name}: two entries about “{values[keys[0]]}” say different things"
            yield Finding("contradicting-corrections", shown, message)
