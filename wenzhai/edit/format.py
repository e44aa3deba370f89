"""The format of `seeds/<page>.yml`: what an editor decided about one page.

The project's most durable interface. Entries quote the page as printed, white space ignored,
and give a reason. `schema/corrections.schema.json` is made from these classes; the manual's
page on corrections has an example for every entry.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from wenzhai import model
from wenzhai.model import Genre, Rights

Quote = Annotated[
    str,
    StringConstraints(min_length=1, max_length=400),
    Field(description="Words of the page as printed; white space does not count."),
]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Kind = Literal["paragraph", "lead", "crosshead", "question", "answer", "caption", "list", "note"]


def _as_told(value: object) -> object:
    """YAML reads 2031-05-06 as a date and 2031 as a number; both are told as text here."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else value


VagueDate = Annotated[
    str, BeforeValidator(_as_told), StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
]
Adcode = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]


UNKNOWN = "……"
"""In a suggestion: words that only an editor knows. Nobody means to publish them."""


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Entry(Strict):
    """What every decision carries."""

    reason: Reason
    by: str | None = Field(default=None, description="Who decided.")
    source: str | None = Field(default=None, description="Where that is known from.")

    @model_validator(mode="after")
    def is_completed(self) -> Self:
        for name in ("own", "name"):
            if getattr(self, name, None) == UNKNOWN:
                raise ValueError(f"'{name}' is still “{UNKNOWN}”; put the words there")
        return self


class PageFacts(Strict):
    """Facts of the page itself; each missing one is a doubt."""

    newspaper: str | None = None
    date: dt.date | None = None
    edition: str | None = None
    page_number: int | None = Field(default=None, ge=1)
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


class Join(Entry):
    """The rest of a paragraph, from `next` on, continues right behind `after`."""

    after: Quote
    next: Quote
    nth: int | None = Field(default=None, ge=1, description="Which occurrence of `after`.")
    next_nth: int | None = Field(default=None, ge=1, description="Which occurrence of `next`.")


class Cut(Entry):
    """Something begins at `before`."""

    before: Quote
    nth: int | None = Field(default=None, ge=1)


class Merge(Entry):
    """The article that holds `and` goes on the one that holds `article`."""

    article: Quote
    nth: int | None = Field(default=None, ge=1)
    other: Quote
    other_nth: int | None = Field(default=None, ge=1)


class Move(Entry):
    """What is printed from `printed` to `to` is read behind `after`, or in front of `before`."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    to: Quote | None = Field(
        default=None, description="Where it ends; `printed` is all when missing."
    )
    after: Quote | None = None
    before: Quote | None = None
    there_nth: int | None = Field(
        default=None, ge=1, description="Which occurrence of after/before."
    )

    @model_validator(mode="after")
    def has_one_place(self) -> Move:
        if (self.after is None) == (self.before is None):
            raise ValueError("exactly one of 'after' and 'before' is allowed")
        return self


class Title(Entry):
    """A part of the headline stack of the article that holds `article`."""

    article: Quote
    nth: int | None = Field(default=None, ge=1)
    printed: Quote | None = Field(default=None, description="Words of the page.")
    printed_nth: int | None = Field(default=None, ge=1)
    to: Quote | None = Field(
        default=None, description="Where it ends; `printed` is all when missing."
    )


class Headline(Title):
    own: str | None = Field(default=None, description="The editor's own words; shown as such.")

    @model_validator(mode="after")
    def has_one_text(self) -> Headline:
        if (self.printed is None) == (self.own is None):
            raise ValueError("exactly one of 'printed' and 'own' is allowed")
        return self


class Role(Entry):
    """What the paragraph that holds `printed` is."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    kind: Kind
    speaker: str | None = None


class Lift(Entry):
    """`printed` is no text of an article."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    to: Quote | None = None
    what: Literal["box label", "jump line", "edition line", "picture credit", "advertisement"]


class DateOf(Entry):
    article: Quote
    nth: int | None = Field(default=None, ge=1)
    date: VagueDate | None = Field(description="Day, month or year; null: cannot be known.")


class GenreOf(Entry):
    article: Quote
    nth: int | None = Field(default=None, ge=1)
    genre: Genre


class Text(Entry):
    """`printed` is a mistake of print or OCR; `right` is published."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    right: str


class Doubt(Entry):
    """The paragraph that holds `printed` is damaged or uncertain; readers see `note`."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    note: str | None = Field(default=None, description="In Chinese, for readers; null: no doubt.")


class Hide(Entry):
    """From `printed` (to the end of `to`) nothing is shown anywhere; without `nth`, wherever
    it is printed on the page."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    to: Quote | None = Field(
        default=None, description="Where it ends; `printed` is all when missing."
    )


class PersonIs(Entry):
    """Whom `printed` names: a full name, or nobody (null)."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    name: str | None


class RegionIs(Entry):
    """Which place `printed` names: an id of the gazetteer, or none (null)."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    region: str | None


class Corrections(Strict):
    """All of a file."""

    version: Literal[1]
    page: PageFacts = PageFacts()
    furniture: list[Lift] = []
    merge: list[Merge] = []
    split: list[Cut] = []
    paragraph: list[Cut] = []
    move: list[Move] = []
    join: list[Join] = []
    headline: list[Headline] = []
    kicker: list[Title] = []
    subheadline: list[Title] = []
    kind: list[Role] = []
    genre: list[GenreOf] = []
    date: list[DateOf] = []
    text: list[Text] = []
    doubt: list[Doubt] = []
    person: list[PersonIs] = []
    region: list[RegionIs] = []
    hide: list[Hide] = []
