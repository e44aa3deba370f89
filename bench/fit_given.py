"""Names in jieba's dictionary -> `wenzhai/data/persons/likelihood.txt`.

    python bench/fit_given.py

How much likelier a character is in a given name than in other text: the logarithm of the ratio,
by its place in the name, in halves. Counted are the dictionary's own entries (MIT licence, as the
package says) that it calls a person and that begin with a common surname, each once; the other
text is all of its other words by how often it met them. jieba is asked for here only.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import jieba

from wenzhai.recognise.persons.lexicon import DATA, LIKELIHOOD, load_lexicon

NAME_SMOOTHING = 1.0  # a character never seen in a name counts as seen once
TEXT_SMOOTHING = 500.0  # ... in text as often as that, of some 60 million
CHARACTERS = 3000  # in common use, that the smoothing is spread over
MOST = 2.0  # beyond this the counts say no more: rare characters of surnames read as names
LEAST = -3.0
STEPS = 2  # to the unit
HEADER = """\
# How much likelier a character is in a given name than elsewhere: natural logarithm, in halves;
# by its place: [single ...] is all of the given name, [middle ...] and [last ...] are its two.
# Counted in the dictionary of jieba 0.42.1 (MIT licence) by bench/fit_given.py. Not listed: the least.
"""


def main() -> None:
    common = load_lexicon().common
    named: dict[str, Counter[str]] = {place: Counter() for place in ("single", "middle", "last")}
    text: Counter[str] = Counter()
    for word, count, tag in _entries():
        if tag == "nr" and word[0] in common and len(word) in (2, 3):
            places = ("single",) if len(word) == 2 else ("middle", "last")
            for place, character in zip(places, word[1:], strict=True):
                named[place][character] += 1
        elif not tag.startswith("nr"):
            for character in word:
                text[character] += count
    lines = [HEADER.rstrip("\n")]
    for place, counts in named.items():
        levels: defaultdict[float, list[str]] = defaultdict(list)
        for character in sorted(counts):
            levels[_ratio(counts, text, character)].append(character)
        least = min(levels)
        for level in sorted(levels, reverse=True):
            if level > least:
                lines += [f"[{place} {level}]", " ".join(levels[level])]
    (DATA / LIKELIHOOD).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _entries() -> Iterator[tuple[str, int, str]]:
    dictionary = Path(jieba.__file__).with_name("dict.txt")
    for line in dictionary.read_text(encoding="utf-8").split("\n"):
        if line:
            word, count, tag = line.split(" ")
            yield word, int(count), tag


def _ratio(counts: Counter[str], text: Counter[str], character: str) -> float:
    in_names = (counts[character] + NAME_SMOOTHING) / (counts.total() + CHARACTERS)
    in_text = (text[character] + TEXT_SMOOTHING) / (text.total() + CHARACTERS * TEXT_SMOOTHING)
    ratio = max(LEAST, min(MOST, math.log(in_names / in_text)))
    return round(ratio * STEPS) / STEPS


if __name__ == "__main__":
    main()
