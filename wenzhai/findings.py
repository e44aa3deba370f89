"""Every kind of finding, its level, and how a finding is printed.

A finding is data: passes return findings, nobody raises them. `error` ends with exit
status 1, `warning` does so only with `--strict`, `doubt` asks an editor to look and
never changes the status. The manual's page on findings has a line for each code.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from wenzhai.model import Finding, Level

FINDINGS: MappingProxyType[str, Level] = MappingProxyType(
    {
        # reading
        "missing-path": "error",
        "unreadable-file": "error",
        "empty-page": "error",
        "oversized-page": "error",
        "binary-page": "error",
        "undecodable-page": "error",
        "slug-clash": "error",
        "duplicate-page": "warning",
        "unknown-file": "warning",
        "no-pages": "warning",
        # files that people write
        "bad-editorial-file": "error",
        "unknown-editorial-file": "warning",
        "stale-correction": "warning",
        "contradicting-corrections": "warning",
        "idle-correction": "doubt",
        "stale-authority": "warning",
        "doubtful-namesakes": "doubt",
        "duplicate-id": "error",
        "person-id-clash": "error",
        "lost-id": "doubt",
        "unregistered-article": "doubt",
        # what the program is unsure of
        "lost-character": "error",
        "no-headline": "doubt",
        "doubtful-headline": "doubt",
        "doubtful-join": "doubt",
        "doubtful-split": "doubt",
        "doubtful-order": "doubt",
        "doubtful-furniture": "doubt",
        "damaged-text": "doubt",
        "undecided-person": "doubt",
        "undecided-region": "doubt",
        "no-date": "doubt",
        "missing-page-fact": "doubt",
        # writing
        "foreign-file": "error",
        "edited-output": "warning",
        "publisher-warning": "warning",
        "search-mismatch": "error",
    }
)
LEVELS: tuple[Level, ...] = ("error", "warning", "doubt")


def level_of(finding: Finding) -> Level:
    """The level of a finding's code."""
    return FINDINGS[finding.code]


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By file, line, level and text, each finding once."""
    return tuple(
        sorted(
            set(findings),
            key=lambda f: (
                f.path,
                f.line or 0,
                f.span or (0, 0),
                LEVELS.index(level_of(f)),
                f.code,
                f.message,
            ),
        )
    )


def format_finding(finding: Finding) -> str:
    """One line: place, level, message, code."""
    place = finding.path if finding.line is None else f"{finding.path}:{finding.line}"
    message = " ".join(finding.message.split())
    return f"{place}: {level_of(finding)}: {message} [{finding.code}]"


def exit_status(findings: Iterable[Finding], *, is_strict: bool) -> int:
    """0, or 1 when there are errors (or warnings, when strict)."""
    failing = {"error", "warning"} if is_strict else {"error"}
    return int(any(level_of(finding) in failing for finding in findings))
