"""What stands in quotation marks -> whether it names an initiative, by all its signs together.

“院坝协商” and “金字招牌” differ in the words beside the marks, in their own words, and in what the
rules of the lexicon (`hits`) make of them. The weights are log-odds, fitted on the labelled pages
by `bench/fit_initiatives.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from wenzhai.recognise.words import Word
from wenzhai.weights import load_weights

# Log-odds from which it is one: F1 on folders left out is 0.849, at -0.9 0.842, at -0.5 0.851.
CUT = -0.7
LENGTH_MAX = 9
POINTS_MAX = 4
COUNT_MAX = 3
EDGE = ("^", "$")
NUMBER = re.compile(r"[一二三四五六七八九十0-9]")
SPOKEN = re.compile(r"[我你他她谁吗呢啊吧]")
STRETCH = re.compile(r"[，。！？；：、）]|$")


def odds(signs: Mapping[str, float]) -> float:
    """Log-odds of an initiative."""
    table = load_weights("initiative_signs.tsv")
    return table["always"] + sum(table.get(name, 0.0) * x for name, x in signs.items())


def read_signs(
    start: int, end: int, text: str, words: Sequence[Word], field: str, points: int, times: int
) -> dict[str, float]:
    """The signs of what stands in the marks, half-open, in a passage of that field (`model.Place`).

    `words` are those of the passage, `points` is what the rules give it, `times` how often the page
    has it in marks.
    """
    low, high = _first(words, start), _first(words, end)
    inside = words[low:high]
    before = [word for word in words[max(0, low - 3) : low] if word.end < start]
    at = _first(words, end + 1)
    name = text[start:end]
    is_so = {
        f"points {min(POINTS_MAX, points)}": True,
        f"length {min(LENGTH_MAX, len(name))}": True,
        f"field {field}": True,
        f"times {min(COUNT_MAX, times)}": True,
        f"first {name[0]}": True,
        f"last {name[-1]}": True,
        f"last {name[-2:]}": True,
        "number": NUMBER.search(name) is not None,
        "plus": "+" in name or "＋" in name,
        "particle": "的" in name or "了" in name,
        "spoken": SPOKEN.search(name) is not None,
        "comma": "，" in name or "," in name,
        "ends a clause": STRETCH.match(text, end + 1) is not None,
        "begins the text": start <= 1,
        "cut " + " ".join(word.tag for word in inside[:4]): True,
        "verb first": bool(inside) and inside[0].tag.startswith("v"),
    }
    signs = [name for name, is_there in is_so.items() if is_there]
    signs += [f"word {word.text}" for word in inside]
    signs += _beside("before", before[::-1][:2], EDGE[0])
    signs += _beside("behind", words[at : at + 2], EDGE[1])
    return dict.fromkeys(signs, 1.0)


def _first(words: Sequence[Word], at: int) -> int:
    """Number of the first word that begins there or behind."""
    return bisect_left(words, at, key=lambda word: word.start)


def _beside(side: str, words: Sequence[Word], edge: str) -> list[str]:
    found = [f"{side} {k} {word.text}" for k, word in enumerate(words)]
    found += [f"class-{side} {k} {word.tag}" for k, word in enumerate(words)]
    return found or [f"{side} {edge}"]
