"""The entries of `seeds/<page>.yml`: one class for each kind of decision.

Entries quote the page as printed, white space ignored, and give a reason.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from wenzhai.model import Genre, Part

Quote = Annotated[
    str,
    StringConstraints(min_length=1, max_length=400),
    Field(description="Words of the page as printed; white space does not count."),
]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Quotes = Quote | Annotated[tuple[Quote, ...], Field(min_length=1, max_length=40)]
"""One quotation, or several of which each is meant."""
Kind = Literal["paragraph", "lead", "crosshead", "question", "answer", "caption", "list", "note"]
Doubtful = Literal[
    "join", "split", "order", "headline", "furniture", "text", "person", "region", "date"
]
"""What a doubt is about."""


def as_text(value: object) -> object:
    """YAML reads 2031-05-06 as a date and 2031 as a number; both are told as text here."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else value


def _of_the_calendar(told: str) -> str:
    """2024-13 is no month."""
    dt.date.fromisoformat(told + "-01-01"[len(told) - len("2031") :])
    return told


VagueDate = Annotated[
    str,
    BeforeValidator(as_text),
    StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
    AfterValidator(_of_the_calendar),
]


SEPARATOR = r"^[ \u3000·｜|：:，、—]{0,2}$"  # a kicker of two pieces: 省长回应 张三：
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

    @model_validator(mode="after")
    def counts_one_quotation(self) -> Self:
        """Which occurrence is meant can be said of one quotation, not of a list."""
        is_first = "article" not in type(self).model_fields
        counts = ("nth", "to") if is_first else ("printed_nth", "to")
        for name, told in (("printed", counts), ("article", ("nth",))):
            if isinstance(getattr(self, name, None), tuple):
                wrong = [one for one in told if getattr(self, one, None) is not None]
                if wrong:
                    raise ValueError(f"'{wrong[0]}' goes with one quotation, not with a list")
        return self


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
    printed: Quotes | None = Field(
        default=None, description="Words of the page; of several pieces, in this order."
    )
    printed_nth: int | None = Field(default=None, ge=1)
    to: Quote | None = Field(
        default=None, description="Where it ends; `printed` is all when missing."
    )
    separator: Annotated[str, StringConstraints(pattern=SEPARATOR)] = Field(
        default="", description="What the editor puts between the pieces."
    )

    @model_validator(mode="after")
    def has_pieces(self) -> Self:
        if self.separator and not isinstance(self.printed, tuple):
            raise ValueError("'separator' stands between the pieces of a list under 'printed'")
        return self


class Headline(Title):
    own: str | None = Field(default=None, description="The editor's own words; shown as such.")

    @model_validator(mode="after")
    def has_one_text(self) -> Self:
        if (self.printed is None) == (self.own is None):
            raise ValueError("exactly one of 'printed' and 'own' is allowed")
        return self


class Byline(Entry):
    """Who made the article that holds `article`: phrases that are printed in it, or nobody."""

    article: Quote
    nth: int | None = Field(default=None, ge=1)
    printed: Quotes | None = Field(
        default=None, description="The phrases as printed in the article; missing: none."
    )
    printed_nth: int | None = Field(default=None, ge=1)


class Role(Entry):
    """What the paragraph that holds `printed` is; each of several."""

    printed: Quotes
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
    note: str = Field(min_length=1, description="In Chinese, for readers.")


class Confirm(Entry):
    """Right as it is: the doubt about the place where `printed` stands is settled."""

    printed: Quotes
    nth: int | None = Field(default=None, ge=1)
    doubt: Doubtful


class PartOf(Entry):
    """The article that holds `article` is a part of the report that holds `report`."""

    article: Quotes
    nth: int | None = Field(default=None, ge=1)
    report: Quote | None = Field(description="Null: it stands by itself.")
    report_nth: int | None = Field(default=None, ge=1)


class Hide(Entry):
    """From `printed` (to the end of `to`) nothing is shown anywhere; without `nth`, wherever
    it is printed on the page."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    to: Quote | None = Field(
        default=None, description="Where it ends; `printed` is all when missing."
    )


class PersonIs(Entry):
    """Whom `printed` names: a full name, or nobody (null); or whom it does not name."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    name: str | None = Field(default=None, min_length=1)
    not_name: str | None = Field(default=None, description="Full name of who is not meant.")
    part: Part | None = Field(default=None, description="What the person does in the article.")

    @model_validator(mode="after")
    def says_one_thing(self) -> Self:
        _one_of(self, "name", "not_name")
        if self.part is not None and self.name is None:
            raise ValueError("'part' goes with 'name'")
        return self


class RegionIs(Entry):
    """Which place `printed` names: an id of the gazetteer, or none (null); or which it does not."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    region: str | None = None
    not_region: str | None = Field(default=None, description="Id of a place that is not meant.")

    @model_validator(mode="after")
    def says_one_thing(self) -> Self:
        _one_of(self, "region", "not_region")
        return self


def quotes_of(printed: Quotes | None) -> tuple[Quote, ...]:
    """One or several quotations as several."""
    return (printed,) if isinstance(printed, str) else printed or ()


def _one_of(entry: Entry, one: str, other: str) -> None:
    if (one in entry.model_fields_set) == (other in entry.model_fields_set):
        raise ValueError(f"exactly one of '{one}' and '{other}' is allowed")
