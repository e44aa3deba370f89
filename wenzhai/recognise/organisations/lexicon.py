"""`data/organisations.yml` -> the grammar of names of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from wenzhai.shipped import read_yaml


@dataclass(frozen=True, slots=True)
class OrganisationLexicon:
    powers: re.Pattern[str]
    """Right behind a place: 政协办公厅, 委宣传部, 人大常委会."""
    party: re.Pattern[str]
    """Ends right before a place."""
    party_tail: re.Pattern[str]
    no_cppcc: re.Pattern[str]
    """Places that have no 政协 of their own end so."""
    team: re.Pattern[str]
    party_word: re.Pattern[str]
    """A party in front of a word of place. Groups: party, place."""
    session: re.Pattern[str]
    """Ends right before a place: 政协第十届."""
    session_tail: re.Pattern[str]
    """Of 政协|林芝市|委员会|办公室: what its usual name leaves out."""
    endings: re.Pattern[str]
    """Every ending of `public` and `own`."""
    owns: frozenset[str]
    """Endings of names of their own."""
    own: re.Pattern[str]
    """Ends with an ending of `own`: the printed name is the name."""
    studio: tuple[str, ...]
    kinds: frozenset[str]
    """Before an ending: a kind of bodies, none by itself."""
    bare: frozenset[str]
    """Endings that make no name with a word of place alone."""
    definite: frozenset[str]
    """... unless it is known which place that is."""
    numbered: re.Pattern[str]
    openings: frozenset[str]
    """In front of a word of place that begins a name."""
    others: re.Pattern[str]
    department: re.Pattern[str]
    """The whole of a department's name without its place: 文旅局."""
    ward: re.Pattern[str]
    under: re.Pattern[str]
    membership: re.Pattern[str]
    chains: re.Pattern[str]
    """Ends in front of a place, and belongs to the name."""
    office: re.Pattern[str]
    """Behind a department: a part of it, told by who leads it."""
    crossing: re.Pattern[str]
    """One body ends and another begins."""
    listed: re.Pattern[str]
    """、财政局 behind a department."""
    fixed: re.Pattern[str]
    fixed_names: Mapping[str, str]
    """Printed form -> name."""
    stop: frozenset[str]
    called: re.Pattern[str]
    """What kind of company it is, in front of its name."""
    trading: frozenset[str]
    """Of `stop`: words that stand in names too."""
    generic: frozenset[str]
    aliases: tuple[tuple[str, str], ...]
    """Long form -> short form, longest first."""


@cache
def load_organisations() -> OrganisationLexicon:
    """The grammar."""
    raw: dict[str, Any] = read_yaml("organisations.yml")
    names = {form: name for name, forms in raw["fixed"].items() for form in forms}
    endings = [*raw["public"], *raw["own"]]
    powers = f"(?:{_any(w for w in raw['powers'] if w != '委')}|委(?![员托派外任]))"
    parts = f"(?:(?:{_any(raw['parts'])})(?![分门署队位])|(?P<tail>{raw['part_tail']}))"
    departments = _any(w for w in raw["public"] if len(w) > 1 or w in "局厅")
    return OrganisationLexicon(
        powers=re.compile(f"{powers}{parts}?"),
        party=re.compile(f"(?:{_any(raw['parties'])})$"),
        party_tail=re.compile(raw["party_tail"]),
        no_cppcc=re.compile(raw["no_cppcc"]),
        team=re.compile(raw["team"]),
        party_word=re.compile(raw["party_word"]),
        session=re.compile(raw["session"]),
        session_tail=re.compile(raw["session_tail"]),
        endings=re.compile(_endings(endings, raw["not_before"], raw["not_behind"])),
        owns=frozenset(raw["own"]),
        own=re.compile(f"(?:{_any(raw['own'])})$"),
        kinds=frozenset(raw["kinds"]),
        bare=frozenset(raw["bare"]),
        definite=frozenset(raw["definite"]),
        numbered=re.compile(raw["numbered"]),
        openings=frozenset(raw["openings"]),
        others=re.compile(raw["others"]),
        department=re.compile(f"[一-鿿]{{0,4}}(?:{_any(raw['departments'])})"),
        ward=re.compile(raw["ward"]),
        studio=tuple(sorted(raw["studio"], key=lambda word: -len(word))),
        under=re.compile(raw["under"]),
        membership=re.compile(raw["membership"]),
        chains=re.compile(raw["chains"]),
        office=re.compile(raw["office"]),
        crossing=re.compile(raw["crossing"]),
        listed=re.compile(f"、([一-鿿]{{2,8}}?(?:{departments}))(?![长员])"),
        fixed=re.compile(_any(names)),
        fixed_names=names,
        stop=frozenset(raw["stop"]),
        called=re.compile(raw["called"]),
        trading=frozenset(raw["trading"]),
        generic=frozenset(raw["generic"]),
        aliases=tuple(sorted(raw["aliases"].items(), key=lambda pair: -len(pair[0]))),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))


def _endings(
    words: Iterable[str], not_before: Mapping[str, str], not_behind: Mapping[str, str]
) -> str:
    """Longest first, each with what may not stand beside it."""
    found: list[str] = []
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        behind = not_behind.get(word)
        before = not_before.get(word[-1])
        found.append(
            re.escape(word)  # first, so that one look at a character passes most of the text
            + (f"(?<![{behind}]{word})" if behind else "")
            + (f"(?!{before})" if before else "")
        )
    return "|".join(found)


def usual(name: str, lexicon: OrganisationLexicon) -> str:
    """The name with its body in the usual short form."""
    for long, short in lexicon.aliases:
        if name.endswith(long):
            return name.removesuffix(long) + short
    return name
