"""Suggestions -> YAML for the corrections file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import yaml

from wenzhai.edit.entries import UNKNOWN
from wenzhai.edit.quote import Print
from wenzhai.edit.suggest import FACTS, Suggestion, confirmation, suggest
from wenzhai.model import Finding, Record

_ONE_LINE = 1 << 30  # columns; an entry is a line
_LAST_PLAIN = "\uffff"  # libyaml, four times as fast, writes what lies behind as numbers: 𠮷
HEADER = """\
# What an editor decided about {name}; manual/corrections.md tells every entry.
# Quotations are as printed, white space does not count; each entry gives its reason.
version: 1
"""
HINT = """\
# Suggestions, for each doubt one that changes something and one, under `confirm`, for what is right
# as it is. Choose: take away the "#", check, and put your own reason. Entries of
# one kind belong in one list. “{unknown}” stands for words that only you know.
"""


def snippet(suggestion: Suggestion) -> str:
    """YAML to copy: a list of one entry, or facts of the page."""
    return f"{suggestion.kind}:\n" + "".join(_lines(suggestion))


def skeleton(record: Record, findings: Iterable[Finding]) -> str:
    """All suggestions for a page, commented out, in the order of the findings."""
    printed = Print(record.page)
    groups: dict[str, list[str]] = {}
    for finding in findings:
        for make in (suggest, confirmation):
            suggestion = make(record, finding, printed)
            if suggestion is not None and suggestion.kind != "page":
                line = "" if finding.line is None else f"line {finding.line}: "
                message = f"# {line}{' '.join(finding.message.split())} [{finding.code}]\n"
                lines = groups.setdefault(suggestion.kind, [])
                lines += [message, *(f"#{row}" for row in _lines(suggestion))]
    parts = [HINT.format(unknown=UNKNOWN)] if groups else []
    parts += [f"#{kind}:\n{''.join(lines)}" for kind, lines in groups.items()]
    return "\n".join(parts) or "# Nothing is doubtful here.\n"


def new_file(record: Record, findings: Iterable[Finding]) -> str:
    """A whole corrections file, valid as it is."""
    facts = "".join(f"#  {name}:\n" for name in (*FACTS, "rights"))
    head = HEADER.format(name=" ".join(record.page.name.split()))
    return f"{head}\n#page:\n{facts}\n{skeleton(record, findings)}"


def _lines(suggestion: Suggestion) -> list[str]:
    if suggestion.kind == "page":
        return [f"  {name}:\n" for name in suggestion.row]
    return [f"- {_flow(suggestion.row)}\n"]


def _flow(row: Mapping[str, object]) -> str:
    is_rare = any(char > _LAST_PLAIN for value in row.values() for char in str(value))
    dumped: str = yaml.dump(
        dict(row),
        Dumper=yaml.SafeDumper if is_rare else yaml.CSafeDumper,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=_ONE_LINE,
    )
    return dumped.strip()
