"""Syllables of `data/persons/ethnic.txt` -> `wenzhai/data/persons/syllables.txt`.

    python bench/fit_syllables.py

How much likelier a character is in the names of a people than in other text: the logarithm of the
ratio, in halves. Counted are the syllable groups of each people, each once; the other text is what
jieba's dictionary (MIT licence, as the package says) met of words that are no names of persons.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from pathlib import Path

import jieba

from wenzhai.recognise.persons.lexicon import DATA, SYLLABLES
from wenzhai.recognise.persons.wordlists import read_sections

PEOPLES = {
    "tibetan": ("tibetan", "tibetan-tail"),
    "mongolian": ("mongolian",),
    "kazakh": ("kazakh",),
    "yi": ("yi", "yi-given", "yi-character"),
}
"""Name in the file written -> sections of the file read."""
NAME_SMOOTHING = 0.2
TEXT_SMOOTHING = 500.0  # occurrences, of some 60 million
CHARACTERS = 3000  # in common use, that the smoothing is spread over
MOST = 3.0
LEAST = -1.5
STEPS = 2  # to the unit
HEADER = """\
# How much likelier a character is in the names of a people than in other text: natural logarithm,
# in halves. Counted in ethnic.txt and in the dictionary of jieba 0.42.1 (MIT licence) by
# bench/fit_syllables.py. Not listed: it stands in no such name.
"""


def main() -> None:
    text: Counter[str] = Counter()
    dictionary = Path(jieba.__file__).with_name("dict.txt")
    for line in dictionary.read_text(encoding="utf-8").split("\n"):
        word, count, tag = line.split(" ") if line else ("", "0", "nr")
        if not tag.startswith("nr"):
            for character in word:
                text[character] += int(count)
    ethnic = read_sections(DATA / "ethnic.txt")
    lines = [HEADER.rstrip("\n")]
    for people, sections in PEOPLES.items():
        named = Counter(c for s in sections for group in set(ethnic[s]) for c in group if c != "·")
        levels: defaultdict[float, list[str]] = defaultdict(list)
        for character in sorted(named):
            levels[_ratio(named, text, character)].append(character)
        for level in sorted(levels, reverse=True):
            lines += [f"[{people} {level}]", " ".join(levels[level])]
    (DATA / SYLLABLES).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _ratio(named: Counter[str], text: Counter[str], character: str) -> float:
    in_names = (named[character] + NAME_SMOOTHING) / (named.total() + CHARACTERS * NAME_SMOOTHING)
    in_text = (text[character] + TEXT_SMOOTHING) / (text.total() + CHARACTERS * TEXT_SMOOTHING)
    ratio = max(LEAST, min(MOST, math.log(in_names / in_text)))
    return round(ratio * STEPS) / STEPS


if __name__ == "__main__":
    main()
