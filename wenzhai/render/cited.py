"""Atlas -> how each article is cited: a reference on its page, files beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wenzhai.cite import FORMATS, Author, Reference, reference_text
from wenzhai.model import Document, Entry, Record
from wenzhai.render.atlas import Atlas
from wenzhai.render.escape import Safe, clean
from wenzhai.render.press import Press

AUTHORING = ("reporter", "photographer")
"""Parts of those who made an article; photographers only where no reporter is named."""


@dataclass(frozen=True, slots=True)
class FileRef:
    name: str
    url: Safe


@dataclass(frozen=True, slots=True)
class Citation:
    standard: str
    text: str
    files: tuple[FileRef, ...]
    paragraphs: int
    """How many there are; each can be cited by itself."""


def citation_files(atlas: Atlas, press: Press) -> Iterator[Document]:
    """The files beside the article pages."""
    for record in atlas.corpus.records:
        for entry in record.entries:
            one = reference(atlas, press, record, entry)
            for form in FORMATS:
                name = f"articles/{entry.id}.{form.suffix}"
                yield Document(name, form.print(one).encode())


def citation(atlas: Atlas, press: Press, record: Record, entry: Entry) -> Citation:
    one = reference(atlas, press, record, entry)
    return Citation(
        standard=press.site.citation,
        text=reference_text(one, press.site.citation),
        files=tuple(FileRef(f.name, Safe(f"{entry.id}.{f.suffix}")) for f in FORMATS),
        paragraphs=len(entry.article.body),
    )


def reference(atlas: Atlas, press: Press, record: Record, entry: Entry) -> Reference:
    article, facts = entry.article, record.facts
    path = f"articles/{entry.id}.html"
    return Reference(
        id=entry.id,
        authors=tuple(author for _, author in authors_of(atlas, entry)),
        title=_solid(atlas.titles[entry.id].removeprefix(press.words["untitled"])),
        is_own_title=article.headline_source != "printed",
        newspaper=_told(facts.newspaper),
        date=facts.date,
        page_number=_told(facts.page_number),
        edition=_told(facts.edition),
        url=press.site.address(path) if press.site.site_url else None,
        digest=press.site.name,
    )


def authors_of(atlas: Atlas, entry: Entry) -> tuple[tuple[str, Author], ...]:
    """Who made the article, with their ids."""
    persons = atlas.corpus.persons
    for part in AUTHORING:
        found = (link.entity for link in entry.links if part in link.mention.parts)
        keys = [key for key in dict.fromkeys(found) if key is not None and key in persons]
        if keys:
            return tuple((k, Author(_solid(persons[k].name), persons[k].surname)) for k in keys)
    return ()


def _told(text: str | None) -> str | None:
    return None if text is None else _solid(text)


def _solid(text: str) -> str:
    """One line, as the page shows it."""
    return " ".join(clean(text).split())
