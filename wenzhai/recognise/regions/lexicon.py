"""Word lists -> what the finder asks of them; read once a process."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import rjieba

from wenzhai.gazetteer import Gazetteer, load_gazetteer
from wenzhai.shipped import read_yaml

PLACE_TAG = "ns"  # what rjieba's dictionary calls a place


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Each field is a file of data/regions, or is made from several."""

    lengths: Mapping[str, tuple[int, ...]]
    """By its first two characters: lengths of all forms and compounds, longest first."""
    forms: frozenset[str]
    """Every form of the tables, towns apart."""
    compounds: frozenset[str]
    """Longer words that hold a form and do not mean it."""
    ordinary: frozenset[str]
    """Short forms that are everyday words."""
    ambiguous: frozenset[str]
    """Short forms that need the full name or the context beside them."""
    generic: frozenset[str]
    """Full forms that are everyday words too: 城区, 和县."""
    town_words: frozenset[str]
    """Full forms of towns that are everyday words too: 中心镇."""
    river_words: frozenset[str]
    """Words on 河 that are no river's name."""
    private: frozenset[str]
    public: frozenset[str]
    free: frozenset[str]
    zones: Mapping[str, str]
    """Printed kind of zone -> kind in the zone's name."""
    national_zones: frozenset[str]
    """Short names of places whose 经开区 is a national one."""
    zone: re.Pattern[str]
    bodies: re.Pattern[str]
    """A public body, after 省, 市, 县 ..."""
    visits: re.Pattern[str]
    """The words before a one-character name: 在筑, 赴黔."""
    goods: re.Pattern[str]
    """The words after a one-character name: 黔货, 川籍."""
    slogan: re.Pattern[str]
    """The words before a place that is an everyday word too: 美丽白云, 数字白云."""
    solo: str
    """Characters that may stand alone for a place."""
    datelines: re.Pattern[str]


@cache
def load_lexicon() -> Lexicon:
    """The word lists of places."""
    gazetteer = load_gazetteer()
    compounds = _words("compounds.txt")
    ordinary = _words("ordinary.txt")
    tails = _yaml("tails.yml")
    grammar = _yaml("grammar.yml")
    zones = {printed: kind for kind, forms in _pairs("zones.tsv") for printed in (kind, *forms)}
    return Lexicon(
        _lengths([*gazetteer.forms, *compounds]),
        frozenset(gazetteer.forms),
        compounds,
        ordinary,
        (_words("ambiguous.txt") | _unknown_to_witness(gazetteer)) - ordinary,
        _words("generic.txt"),
        _words("town_words.txt"),
        _words("river_words.txt"),
        frozenset(tails["private"].split()),
        frozenset(tails["public"].split()),
        frozenset(tails["free"].split()),
        MappingProxyType(zones),
        _words("national_zones.txt"),
        re.compile("|".join(sorted(zones, key=len, reverse=True))),
        re.compile(grammar["bodies"], re.VERBOSE),
        re.compile(f"(?:{grammar['visits']})([{grammar['solo']}])"),
        re.compile(f"([{grammar['solo']}])(?:{grammar['goods']})"),
        re.compile(f"(?:{grammar['slogan']})$"),
        grammar["solo"],
        re.compile(grammar["datelines"]),
    )


def _unknown_to_witness(gazetteer: Gazetteer) -> frozenset[str]:
    """Short forms of counties that rjieba does not know as places."""
    found: set[str] = set()
    for form, known in gazetteer.forms.items():
        if known.kind == "short" and all(not i.endswith("00") for i in known.ids):
            tagged = rjieba.tag(form)
            if len(tagged) != 1 or tagged[0][1] != PLACE_TAG:
                found.add(form)
    return frozenset(found)


def _lengths(forms: list[str]) -> Mapping[str, tuple[int, ...]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for form in forms:
        found[form[:2]].add(len(form))
    return MappingProxyType({k: tuple(sorted(v, reverse=True)) for k, v in found.items()})


def _text(name: str) -> str:
    return (files("wenzhai") / "data" / "regions" / name).read_text(encoding="utf-8")


def _lines(name: str) -> list[str]:
    return [line for line in _text(name).split("\n") if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _pairs(name: str) -> list[tuple[str, list[str]]]:
    return [(first, rest) for first, *rest in (line.split("\t") for line in _lines(name))]


def _yaml(name: str) -> dict[str, str]:
    return {str(key): str(value) for key, value in read_yaml(f"regions/{name}").items()}
