"""mkdocs.yml -> what the digest says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wenzhai.settings import extra_of, read_settings


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What is true of the digest as a whole, from its configuration and its making."""

    name: str
    """`site_name` of mkdocs.yml."""
    version: str
    """Of the program."""
    commit: str | None
    """Of the pages and corrections; None outside a repository."""
    rights: str
    """`extra.rights`: "full", "excerpt" or "index-only", for pages that say nothing else."""
    contact: str | None = None
    """`extra.contact`: a mail address for errors and takedown; None when there is none."""


def site_facts(mkdocs_yml: Path, version: str, commit: str | None) -> SiteFacts:
    """Read the facts out of the publisher's configuration."""
    settings = read_settings(mkdocs_yml)
    extra = extra_of(settings)
    contact = extra.get("contact")
    return SiteFacts(
        name=str(settings.get("site_name", "")),
        version=version,
        commit=commit,
        rights=str(extra.get("rights", "full")),
        contact=str(contact) if contact else None,
    )
