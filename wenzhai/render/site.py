"""mkdocs.yml -> what the digest says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wenzhai.settings import extra_of, read_settings

CITATIONS = ("GB/T 7714-2025", "GB/T 7714-2015")


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
    site_url: str | None = None
    """Where the digest is published, with a slash at its end; None when nobody says."""
    citation: str = CITATIONS[0]
    """`extra.citation`: the standard after which articles are cited, one of `CITATIONS`."""
    takedown: str | None = None
    """`extra.takedown`: a mail address for requests to remove something; else the contact."""
    repository: str | None = None
    """`extra.repository`: where the pages and corrections are kept, for links that edit them."""
    branch: str = "main"
    """`extra.branch`: of the repository."""

    def address(self, path: str) -> str:
        """Of a file below the site's root: absolute where that is known, else the path."""
        return f"{self.site_url or ''}{path}"


def site_facts(mkdocs_yml: Path, version: str, commit: str | None) -> SiteFacts:
    """Read the facts out of the publisher's configuration."""
    settings = read_settings(mkdocs_yml)
    extra = extra_of(settings)
    contact = extra.get("contact")
    address = settings.get("site_url")
    takedown = extra.get("takedown") or contact
    repository = extra.get("repository")
    return SiteFacts(
        name=str(settings.get("site_name", "")),
        version=version,
        commit=commit,
        rights=str(extra.get("rights", "full")),
        contact=str(contact) if contact else None,
        takedown=str(takedown) if takedown else None,
        citation=str(extra.get("citation") or CITATIONS[0]),
        site_url=f"{str(address).rstrip('/')}/" if address else None,
        repository=str(repository).rstrip("/") if repository else None,
        branch=str(extra.get("branch") or "main"),
    )
