"""What is hidden now stays hidden in a comparison, where an older state still shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from wenzhai.changes import Told

BLOCK = "■"  # as `veil` prints it, one for each character

Object = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Mask:
    """What must not be told."""

    names: frozenset[str]
    """Of hidden persons, without white space."""
    pages: frozenset[str]
    """Names of pages that hide a part of their text, or may not be shown in full."""

    @property
    def count(self) -> int:
        """How many entries the comparison leaves out or makes unreadable."""
        return len(self.names) + len(self.pages)


def mask(
    pages: Iterable[Object], findings: Iterable[Told], hidden: Mask
) -> tuple[list[Object], list[Told]]:
    """Closed pages are left out, hidden persons too; their names are blocks elsewhere."""
    shown = [_masked(page, hidden.names) for page in pages if page.get("page") not in hidden.pages]
    closed = {PurePath(name).stem for name in hidden.pages}  # findings in the corrections, too
    told = [
        replace(one, message=_blocked(one.message, hidden.names))
        for one in findings
        if PurePath(one.path).stem not in closed
    ]
    return [page for page in shown if isinstance(page, dict)], told


def _masked(value: object, names: frozenset[str]) -> object:
    if isinstance(value, str):
        return _blocked(value, names)
    if isinstance(value, list):
        return [_masked(one, names) for one in value if not _is_hidden(one, names)]
    if isinstance(value, dict):
        return {key: _masked(one, names) for key, one in value.items()}
    return value


def _is_hidden(value: object, names: frozenset[str]) -> bool:
    """An entity whose id would spell the name."""
    return isinstance(value, dict) and value.get("name") in names


def _blocked(text: str, names: frozenset[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, BLOCK * len(name))
    return text
