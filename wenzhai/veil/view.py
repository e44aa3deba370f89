"""mkdocs.yml -> what holds for every page of a digest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from wenzhai.model import Rights
from wenzhai.settings import extra_of, read_settings


class CannotShow(Exception):
    """What must not be shown cannot be told, so nothing is; the message says why."""


@dataclass(frozen=True, slots=True)
class View:
    """How a digest is shown."""

    rights: Rights = "full"
    """For pages that say nothing else."""
    hidden_names: frozenset[str] = frozenset()
    """Persons who are shown nowhere: names without white space."""


def public_view(mkdocs_yml: Path) -> View:
    """What `extra.rights` of the publisher's configuration says; without a file, "full"."""
    if not mkdocs_yml.is_file():
        return View()
    rights = extra_of(read_settings(mkdocs_yml)).get("rights", "full")
    if rights not in get_args(Rights):
        allowed = ", ".join(get_args(Rights))
        raise CannotShow(f"{mkdocs_yml.name}: extra.rights is {rights!r}; allowed: {allowed}")
    return View(cast("Rights", rights))
