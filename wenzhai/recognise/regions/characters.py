"""Places of one character, read only where the words around them say so, and joint
abbreviations that no table holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wenzhai.gazetteer import Gazetteer
from wenzhai.recognise.regions.around import OTHER_NAME
from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.lexicon import Lexicon
from wenzhai.recognise.regions.reading import HAN, Reading

JOINED = r"(?:[两三四五六]省区?|[两三四]地|省际|协作|毗邻|交界|边界|边区|接壤|携手|合作|联动|对口)"


def character_hits(reading: Reading, gazetteer: Gazetteer, lexicon: Lexicon) -> Iterator[Hit]:
    """在筑, 黔货, 川、渝、黔."""
    text, names = reading.text, gazetteer.characters
    for found in lexicon.visits.finditer(text):
        if found.group(1) == "港" and found.group()[0] not in "赴访":
            continue
        if _is_alone(reading, found.start(1), found.end(1)):
            yield _one(found.start(1), names[found.group(1)], "character-visited")
    for found in lexicon.goods.finditer(text):
        if reading.at_word(found.start(1)) and reading.at_word(found.end()):
            yield _one(found.start(1), names[found.group(1)], "character-of-goods")
    for found in _listed(lexicon.solo).finditer(text):
        for at in range(found.start(), found.end(), 2):
            yield _one(at, names[text[at]], "character-listed")


def joint_hits(reading: Reading, gazetteer: Gazetteer, lexicon: Lexicon) -> Iterator[Hit]:
    """粤湘桂三省区: joint abbreviations by grammar."""
    text, names = reading.text, gazetteer.characters
    for found in _joined(lexicon.solo).finditer(text):
        parts = found.group(1)
        if len(set(parts)) == len(parts) and reading.at_word(found.start()):
            ids = tuple(names[part][0] for part in parts)
            yield Hit(found.start(), found.end(1), "joint", ids, "joint-by-grammar", 0.9)


def _one(at: int, ids: tuple[str, ...], rule: str) -> Hit:
    return Hit(at, at + 1, "one-character", ids, rule, 0.85)


def _is_alone(reading: Reading, start: int, end: int) -> bool:
    """The character ends a word, and does not begin one: 在川 召开, not 在 川菜馆."""
    if not reading.at_word(end) or reading.text[end : end + 1] in OTHER_NAME:
        return False  # 在琼江边
    word, _ = reading.words[reading.word_over(start)]
    return len(word) == 1 or (len(word) == 2 and reading.at_word(end))


@cache
def _listed(solo: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![{HAN}])[{solo}](?:、[{solo}])+(?=[^{HAN}]|[两三四五]省|[两三四五]地|$)|(?<=、|在|自|及|和)[{solo}](?:、[{solo}])+(?=等)"
    )


@cache
def _joined(solo: str) -> re.Pattern[str]:
    return re.compile(rf"([{solo}]{{2,4}})(?={JOINED})")
