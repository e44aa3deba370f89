"""The format of `seeds/<page>.yml`: what an editor decided about one page.

The project's most durable interface. `schema/corrections.schema.json` is made from these
classes; the manual's page on corrections has an example for every entry.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from wenzhai import model
from wenzhai.edit import entries, entries_told
from wenzhai.edit.entries import Strict, as_text
from wenzhai.model import Rights


def _without_zeros(value: object) -> object:
    """A03 is A3, as in a jump line."""
    told = as_text(value)
    return re.sub(r"^([A-Za-z]?)0+(?=\d)", r"\1", told) if isinstance(told, str) else told


PageNumber = Annotated[
    str,
    BeforeValidator(_without_zeros),
    StringConstraints(pattern=r"^[A-Z]?[1-9]\d{0,2}$", to_upper=True),
]
Adcode = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]


class PageFacts(Strict):
    """Facts of the page itself; each missing one is a doubt."""

    newspaper: str | None = None
    date: dt.date | None = None
    edition: str | None = None
    page_number: PageNumber | None = Field(default=None, description="2, or B1.")
    home: Adcode | None = Field(
        default=None, description="Where the newspaper is at home, GB/T 2260."
    )
    source: str | None = Field(default=None, description="Address of the page at its publisher.")
    scanned_by: str | None = None
    rights: Rights | None = None

    def as_value(self) -> model.PageFacts:
        """The same as the passes take it."""
        told = self.model_dump()
        return model.PageFacts(**told | {"date": self.date.isoformat() if self.date else None})


class Corrections(Strict):
    """All of a file."""

    version: Literal[1]
    page: PageFacts = PageFacts()
    furniture: tuple[entries.Lift, ...] = ()
    merge: tuple[entries.Merge, ...] = ()
    split: tuple[entries.Cut, ...] = ()
    paragraph: tuple[entries.Cut, ...] = ()
    move: tuple[entries.Move, ...] = ()
    join: tuple[entries.Join, ...] = ()
    headline: tuple[entries.Headline, ...] = ()
    kicker: tuple[entries.Title, ...] = ()
    subheadline: tuple[entries.Title, ...] = ()
    byline: tuple[entries.Byline, ...] = ()
    kind: tuple[entries.Role, ...] = ()
    genre: tuple[entries.GenreOf, ...] = ()
    date: tuple[entries.DateOf, ...] = ()
    text: tuple[entries.Text, ...] = ()
    doubt: tuple[entries.Doubt, ...] = ()
    confirm: tuple[entries.Confirm, ...] = ()
    part_of: tuple[entries.PartOf, ...] = ()
    person: tuple[entries.PersonIs, ...] = ()
    region: tuple[entries.RegionIs, ...] = ()
    organisation: tuple[entries_told.NameIs, ...] = ()
    initiative: tuple[entries_told.InitiativeIs, ...] = ()
    figure: tuple[entries_told.FigureIs, ...] = ()
    proposal: tuple[entries_told.ProposalIs, ...] = ()
    hide: tuple[entries.Hide, ...] = ()
