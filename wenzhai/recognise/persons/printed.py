"""Readings of a page -> the same, without names that the page prints as places.

火德红 is no person where 火德红镇 stands on the page, 荣昌陶 none where 荣昌区 does, and 左权 is the
county where 左权县 does, unless a title makes him the general.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from wenzhai.recognise.persons.candidate import Candidate
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.reading import Reading

GUESSED = (
    "sound",
    "clause-start",
    "acts",
    "speaker",
    "governed",
    "attribute-before",
    "agent-before",
)
"""Rules that read a name off little more than its characters."""
PLACEABLE = (*GUESSED, "ethnic-form")
"""... or off the syllables of a people, which name places too: 阿古拉, because of 阿古拉镇."""
# The first character of a word of place; the engine skips from one to the next.
DIVISION = re.compile(
    r"镇|乡|县|区|市|州|旗|村(?!民|委|里|支)|街(?=道)|社(?=区)|苏(?=木)|嘎(?=查)|牧(?=场)|草(?=原)"
    r"|沙(?=[地漠])|山|河|湖|滩|寺|沟"
)
COUNTIES = frozenset("市区县旗州")
"""Among them, what a name of a division goes on with."""
SHORT = 2  # code points of such a name
KNOWN, SOUND = "well-known", "sound"
TITLE_MIN = 2  # code points


@dataclass(frozen=True, slots=True)
class PrintedPlaces:
    """What a page prints right before a word of place."""

    names: Set[str]
    divisions: Set[str]
    """Those before a word for a county or more."""


def without_places(articles: list[list[Reading]], lexicon: PersonLexicon) -> list[list[Reading]]:
    """The articles without them; weak candidates go too."""
    readings = [reading for article in articles for reading in article]
    every = {c for reading in readings for c in (*reading.chosen, *reading.weak)}
    guessed = {c.name for c in every if c.rule in PLACEABLE}
    beginnings = {c.name[:SHORT] for c in every if c.rule in (*GUESSED, KNOWN)}
    beginnings &= lexicon.divisions
    printed = [p for reading in readings for p in _printed(reading.text, guessed | beginnings)]
    if not printed:
        return articles
    places = PrintedPlaces(
        frozenset(name for name, _ in printed if name in guessed),
        frozenset(name for name, word in printed if word in COUNTIES and name in beginnings),
    )
    return [[_without(reading, places, lexicon) for reading in article] for article in articles]


def _without(reading: Reading, places: PrintedPlaces, lexicon: PersonLexicon) -> Reading:
    chosen, weak = (
        tuple(c for c in kept if not _is_place(c, reading.text, places, lexicon))
        for kept in (reading.chosen, reading.weak)
    )
    return replace(reading, chosen=chosen, weak=weak)


def _printed(text: str, names: Set[str]) -> Iterator[tuple[str, str]]:
    """Those of the names that stand right before a word of place, each with the word."""
    sizes = {len(name) for name in names}
    for division in DIVISION.finditer(text):
        end = division.start()
        for size in sizes:
            if size <= end and text[end - size : end] in names:
                yield text[end - size : end], division.group()


def _is_place(
    candidate: Candidate, text: str, places: PrintedPlaces, lexicon: PersonLexicon
) -> bool:
    name = candidate.name
    if candidate.rule in PLACEABLE and name in places.names:
        return True
    if candidate.rule == KNOWN and name in places.divisions:
        is_led = lexicon.head.before(text, candidate.start) >= TITLE_MIN
        return not is_led and lexicon.trailing.after(text, candidate.end) < TITLE_MIN
    is_han = candidate.rule in GUESSED and candidate.rule != SOUND  # 丹巴扎西 in 丹巴县
    return is_han and len(name) > SHORT and name[:SHORT] in places.divisions
