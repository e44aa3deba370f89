"""Page, corrections -> where the page must not be shown."""

from __future__ import annotations

from typing import NamedTuple

from wenzhai.edit.format import Corrections
from wenzhai.edit.quote import Print, Stale
from wenzhai.model import Finding, Page, Span


class Hidden(NamedTuple):
    """What an editor hides."""

    spans: tuple[Span, ...]
    """Sorted."""
    findings: tuple[Finding, ...]
    """Without the words of the entry: findings are published."""
    done: tuple[tuple[str, int], ...]
    """(kind, number in its list) of each entry that fits."""


def hide(page: Page, corrections: Corrections, shown: str) -> Hidden:
    """Where the entries of `hide` are printed."""
    printed = Print(page)
    spans: list[Span] = []
    findings: list[Finding] = []
    done: list[tuple[str, int]] = []
    for number, entry in enumerate(corrections.hide):
        try:
            if entry.to is None:
                spans.extend(printed.find_all(entry.printed, entry.nth))
            else:
                spans.append(printed.block(entry.printed, entry.nth, entry.to))
        except Stale:
            message = f"hide[{number}]: these words are not printed on the page so often"
            findings.append(Finding("stale-correction", shown, message))
            continue
        done.append(("hide", number))
    return Hidden(tuple(sorted(spans)), tuple(findings), tuple(done))


def withheld(page: Page) -> Hidden:
    """All of a page: what must not be shown cannot be told."""
    return Hidden((Span(0, len(page.text)),), (), ())
