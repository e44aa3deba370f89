"""Layout, corrections -> layout: entries in a stated order, each told when it does not fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from wenzhai.edit import decisions
from wenzhai.edit.contradictions import contradictions, settled_and_doubted
from wenzhai.edit.desk import Desk
from wenzhai.edit.entries import Entry
from wenzhai.edit.format import Corrections
from wenzhai.edit.quote import Print, Stale
from wenzhai.model import Finding, Layout, Page, Paragraph
from wenzhai.segment.damage import NOTES, find_damage

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
    ("byline", decisions.byline),
    ("kind", decisions.kind),
    ("genre", decisions.genre),
    ("text", decisions.text),
    ("confirm", decisions.confirm),
    ("doubt", decisions.doubt),
)
SETTLING = frozenset({"confirm"})
"""Kinds whose entries are meant to change nothing."""
AFTER_RELATING = (("part_of", decisions.part_of),)
AFTER_DATING = (("date", decisions.date),)


class Edited(NamedTuple):
    """A layout with what an editor decided."""

    layout: Layout
    findings: tuple[Finding, ...]
    done: tuple[tuple[str, int], ...]
    """(kind, number in its list) of each entry that changed something."""


def edit(layout: Layout, page: Page, corrections: Corrections, shown: str) -> Edited:
    """Carry out what an editor decided; `shown` is how findings name the editor's file."""
    known = {id(paragraph) for article in layout.articles for paragraph in article.body}
    edited = _carry_out(layout, page, corrections, shown, OPERATIONS)
    articles = tuple(
        replace(article, body=tuple(_looked_at(p, page, known) for p in article.body))
        for article in edited.layout.articles
    )
    return edited._replace(layout=replace(edited.layout, articles=articles))


def _looked_at(paragraph: Paragraph, page: Page, known: set[int]) -> Paragraph:
    """A paragraph that an editor changed keeps the program's doubt only where it still holds."""
    if id(paragraph) in known or paragraph.doubt not in NOTES:
        return paragraph
    doubt = find_damage(page.text, paragraph.kind, paragraph.passage, is_mended=False)
    return replace(paragraph, is_doubtful=doubt is not None, doubt=doubt)


def edit_parts(layout: Layout, page: Page, corrections: Corrections, shown: str) -> Edited:
    """The same for parts of a report, which are found when the articles are in order."""
    return _carry_out(layout, page, corrections, shown, AFTER_RELATING)


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
        entries: tuple[Entry, ...] = getattr(corrections, name)
        findings.extend(contradictions(name, entries, layout, printed, shown))
        if name == "doubt":
            findings.extend(settled_and_doubted(corrections, layout, printed, shown))
        for number, entry in enumerate(entries):
            desk = Desk.lay_out(layout)
            place = f"{name}[{number}]"
            try:
                operation(desk, printed, entry)
            except Stale as error:
                findings.append(Finding("stale-correction", shown, f"{place}: {error}"))
                continue
            edited = desk.cleared(layout)
            if edited == layout and name not in SETTLING:
                message = f"{place}: changes nothing; the program does so by itself by now"
                findings.append(Finding("idle-correction", shown, message))
            else:
                done.append((name, number))
            layout = edited
    return Edited(layout, tuple(findings), tuple(done))
