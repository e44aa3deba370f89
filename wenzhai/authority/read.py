"""`seeds/authority/persons.yml` -> decisions."""

from __future__ import annotations

from pathlib import Path

from wenzhai.authority.format import PersonsFile
from wenzhai.editorial_file import load_editorial
from wenzhai.model import Finding

PERSONS_NAME = "authority/persons.yml"
NONE = PersonsFile(version=1)


def read_authority(path: Path) -> tuple[PersonsFile, tuple[Finding, ...]]:
    """What editors decided about people; nothing when there is no file."""
    if not path.is_file():
        return NONE, ()
    loaded = load_editorial(path, PersonsFile)
    return (NONE, loaded) if isinstance(loaded, tuple) else (loaded, ())
