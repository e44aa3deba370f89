"""What a reference to an article of a newspaper is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    name: str
    surname: str = ""
    """"" where it is not known which part is the surname."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One article; what is not known is None and left out everywhere."""

    id: str
    authors: tuple[Author, ...]
    title: str
    is_own_title: bool
    """None is printed: the title is the editor's, or the beginning of the text."""
    newspaper: str | None
    date: str | None
    """Of publication, ISO 8601, a day; not of what the article tells."""
    page_number: str | None
    edition: str | None
    url: str | None
    """The permanent address; None where nobody says where the digest is published."""
    digest: str
    """The digest's name."""

    @property
    def year_month_day(self) -> tuple[int, ...]:
        return () if self.date is None else tuple(int(part) for part in self.date.split("-"))
