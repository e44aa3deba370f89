"""The entries about what else a page tells: organisations, initiatives, figures, proposals."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from wenzhai.edit.entries import Entry, Quote

Value = Annotated[str, StringConstraints(pattern=r"^[<>~]?-?\d+(\.\d+)?((\.\.|/)\d+(\.\d+)?)?$")]


class NameIs(Entry):
    """What `printed` names, in full; or nothing of this kind (null)."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    name: str | None


class InitiativeIs(NameIs):
    parts: tuple[Quote, ...] = Field(
        default=(), description="Words of the page: its steps or parts, in their order."
    )

    @model_validator(mode="after")
    def names_what_has_parts(self) -> Self:
        if self.parts and self.name is None:
            raise ValueError("'parts' go with 'name'")
        return self


class FigureIs(Entry):
    """What the number in `printed` says; or that it is no figure (null)."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    value: Value | None = Field(
        description="Digits; with > more than, ~ about, < less than; 3..5 a range, 2/3 a fraction."
    )
    unit: str = ""
    what: str | None = None


class ProposalIs(Entry):
    """From `printed` to the end of `to` somebody proposes something; or nobody does (null)."""

    printed: Quote
    nth: int | None = Field(default=None, ge=1)
    to: Quote | None = Field(
        default=None, description="Where it ends; `printed` is all when missing."
    )
    who: str | None = Field(description="Who proposes; several with 、 between.")
    answer: Quote | None = Field(
        default=None, description="The sentence that answers it, on the page."
    )
