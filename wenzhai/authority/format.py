"""The format of `seeds/authority/persons.yml`: decisions about people, over all pages.

The manual's page on the authority file has an example for every entry.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Name = Annotated[str, StringConstraints(min_length=2, max_length=40, pattern=r"^\S+$")]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{1,20}$")]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Decision(Strict):
    name: Name = Field(description="The full name, as the digest shows it.")
    reason: Reason
    by: str | None = None
    source: str | None = None


class Same(Decision):
    """One person: under this name everywhere, and under the other names."""

    other_names: list[Name] = Field(default=[], description="Also printed so.")


class NotSame(Decision):
    """A namesake: in these pages or articles the name means a person of its own."""

    key: Key = Field(description="Tells the namesakes apart in their addresses.")
    pages: list[str] = []
    articles: list[str] = []

    @model_validator(mode="after")
    def has_a_place(self) -> NotSame:
        if not (self.pages or self.articles):
            raise ValueError("'pages' or 'articles' must say where")
        return self


class Hidden(Decision):
    """A person whose name is published nowhere; readers see ■."""

    other_names: list[Name] = []


class PersonsFile(Strict):
    version: Literal[1]
    same: list[Same] = []
    not_same: list[NotSame] = []
    hidden: list[Hidden] = []

    def hidden_names(self) -> frozenset[str]:
        """Every name to be made unreadable."""
        return frozenset(n for row in self.hidden for n in (row.name, *row.other_names))
