"""Records -> records whose addresses spell no hidden name.

The address of a page comes from its file's name, and those of its articles from the page's. Where
it spells a hidden person's name, in Chinese or in pinyin, page and articles get addresses made
from the digest of the file instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import PurePath

from pypinyin import lazy_pinyin

from wenzhai.model import Entry, Finding, Record
from wenzhai.veil.words import places_of

MARK_LENGTH = 8  # hexadecimal digits of the file's SHA-256
END_LENGTH = 6  # characters of an id that tell the articles of a page apart


def tells(text: str, names: frozenset[str]) -> bool:
    """A hidden name stands in an address or a file's name, as it is or in pinyin."""
    if any(places_of((name,), text) for name in names):
        return True
    plain = f"-{re.sub('[^a-z]+', '-', text.lower())}-"
    return any(f"-{spelled}-" in plain for name in names for spelled in _spelled(name))


@cache
def _spelled(name: str) -> tuple[str, ...]:
    """wang-wei, wangwei."""
    syllables = [one for one in lazy_pinyin(name) if one.isascii() and one.isalpha()]
    return ("-".join(syllables), "".join(syllables)) if len(syllables) > 1 else ()


def addresses(records: Iterable[Record], names: frozenset[str]) -> dict[str, str]:
    """Old -> new: slugs, file names and article ids that tell a hidden name."""
    found: dict[str, str] = {}
    for record in records:
        page = record.page
        mark = f"page-{page.digest[:MARK_LENGTH]}"
        if tells(page.slug, names) or tells(page.name, names):
            found[page.slug] = mark
            found[page.name] = f"{mark}{PurePath(page.name).suffix}"
        for entry in record.entries:
            if page.slug in found or tells(entry.id, names):
                found[entry.id] = f"{mark}-{entry.id[-END_LENGTH:]}"
    return found


def readdressed(record: Record, moved: dict[str, str]) -> Record:
    """The record under its new addresses."""
    if not moved:
        return record

    def new(old: str) -> str:
        return moved.get(old, old)

    page = replace(record.page, name=new(record.page.name), slug=new(record.page.slug))
    entries = tuple(_entry(entry, moved) for entry in record.entries)
    findings = tuple(readdressed_finding(finding, moved) for finding in record.findings)
    return replace(record, page=page, entries=entries, findings=findings)


def _entry(entry: Entry, moved: dict[str, str]) -> Entry:
    def new(old: str | None) -> str | None:
        return None if old is None else moved.get(old, old)

    return replace(
        entry,
        id=moved.get(entry.id, entry.id),
        continued_from=new(entry.continued_from),
        continued_on=new(entry.continued_on),
    )


def readdressed_finding(finding: Finding, moved: dict[str, str]) -> Finding:
    path, message = finding.path, finding.message
    for old in _longest_first(moved):
        path = path.replace(old, moved[old])
        message = message.replace(old, moved[old])
        stem = PurePath(old).stem
        path = path.replace(f"{stem}.yml", f"{PurePath(moved[old]).stem}.yml")
    return replace(finding, path=path, message=message)


def _longest_first(moved: dict[str, str]) -> Sequence[str]:
    return sorted(moved, key=lambda old: (-len(old), old))
