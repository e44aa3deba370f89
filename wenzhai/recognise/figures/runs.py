"""Words behind a unit -> where the term that they begin with ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenzhai.recognise.figures.lexicon import FigureLexicon
from wenzhai.recognise.words import Word

NOUNS = frozenset(
    [
        "n",
        "nz",
        "nt",
        "ns",
        "nr",
        "nrt",
        "nrfg",
        "nl",
        "ng",
        "vn",
        "an",
        "l",
        "j",
        "b",
        "eng",
        "i",
        "q",
        "zg",
    ]
)
"""Tags of words that make up a term."""
INSIDE = NOUNS | frozenset(["a", "ag", "v", "vd", "f", "uj", "k", "h", "z"])
"""... and of those that may stand inside one."""
HEADS = frozenset(
    ["n", "nz", "nt", "ns", "nr", "nrt", "nl", "ng", "vn", "an", "l", "j", "eng", "i"]
)
"""... and of those that may end one."""
LONGEST = 20  # code points of a term; 规模以上工业企业增加值 has 11
ASPECT = frozenset(["ul", "uz", "ug"])
PHRASE = NOUNS | frozenset(["v", "m", "s", "t"])
"""Tags of words that may name a thing together."""
MOVING = re.compile(r"[\d一二三四五六七八九十百千万亿到至了着过得给]|^[办完]")
"""In words that tell what happens: 由31个|增加到97个."""
PHRASE_LEAST, PHRASE_MOST = 3, 6  # code points
TOWARDS = frozenset("到进回出入给向为成在")
"""How verbs end that tell what happens to what is counted."""


def phrase(words: Sequence[Word], stop: int) -> int:
    """7本|报修回执。: verbs that name a thing, alone up to the mark."""
    stop = next((word.start for word in words if word.tag == "c"), stop)
    words = [word for word in words if word.start < stop]
    is_term = all(w.tag in PHRASE and MOVING.search(w.text) is None for w in words)
    return stop if is_term and PHRASE_LEAST <= stop <= PHRASE_MOST else 0


def run(words: Sequence[Word], first: frozenset[str], *, is_people: bool) -> int:
    """Where the term ends that the words begin with; 0 where there is none."""
    last = 0
    for number, (word, tag, at, stop) in enumerate(words):
        if tag not in (INSIDE if at else first) or at > LONGEST:
            break
        if tag == "v" and at and (len(word) == 1 or (last and word[-1] in TOWARDS)):
            break  # 4头江豚|回到长江
        if tag in ("v", "vd") and last and (is_people or _is_aspect(words, number + 1)):
            break  # 六十二位退休教师|重返讲台
        if tag in HEADS:
            last = stop
    return last


def people_of(words: Sequence[Word], last: int, lexicon: FigureLexicon) -> int:
    """Where the first word for people ends, with those that go on with it: 听障老人|免费调试."""
    printed = "".join(word.text for word in words)
    found = 0
    for word in words:
        if word.end > last or (found and word.tag == "vn"):
            break
        if lexicon.persons.search(printed[: word.end]):
            found = word.end
    return found


def _is_aspect(words: Sequence[Word], number: int) -> bool:
    return number < len(words) and words[number].tag in ASPECT
