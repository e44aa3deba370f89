"""A figure in its passage -> the words that may be what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from wenzhai.recognise.figures.runs import HEADS, NOUNS
from wenzhai.recognise.words import Word, words_of

Span = tuple[int, int]
Kind = Literal["term", "verb", "quoted", "rule", "again"]

BACK, AHEAD = 70, 26  # code points that are read in front of the number and behind its unit
SENTENCES = 2  # ... in front of it, its own included
AGAIN_MAX = 60  # code points back to a figure that counts the same
HISTORY = 2  # earlier figures that are remembered
BESIDE = 3  # code points between a verb and the number that says how often it was done
STOPS = frozenset("。；！？;!?\n")
MARKS = frozenset("，,：:、（(）)—…“”‘’《》「」\"'")
PRINTED = re.compile(r"[一-鿿A-Za-z]")
QUOTED = re.compile(r"[“《「]([^“”《》「」]{2,18})[”》」]")
DOING = frozenset(["v", "vn", "vd", "a", "vi"])
ENDING = frozenset(["nz", "v", "a", "x"])
"""Tags of words that may end a term though they are no nouns to the segmenter."""


class Earlier(NamedTuple):
    """A figure before this one, and what it counts."""

    end: int
    unit: str
    what: str


class Text(NamedTuple):
    """A passage with all that is read in it once."""

    text: str
    words: Sequence[Word]
    figures: Sequence[Span]
    names: Sequence[Span]
    """Of places and people, whom nobody counts."""
    terms: Sequence[Span]

    def in_reach(self, start: int, end: int) -> Span:
        """Around a figure: to the sentence before, and to the end of its own."""
        low, stops = start, 0
        while low > 0 and start - low < BACK:
            stops += self.text[low - 1] in STOPS
            if stops == SENTENCES:
                break
            low -= 1
        high = end
        while high < len(self.text) and self.text[high] not in STOPS and high - end < AHEAD:
            high += 1
        return low, high


def read_text(text: str, figures: Sequence[Span], names: Sequence[Span]) -> Text:
    """`figures` and `names` are half-open, in code points."""
    words = words_of(text)
    return Text(text, words, figures, names, _terms(words, (*figures, *names)))


def _terms(words: Sequence[Word], barred: Sequence[Span]) -> list[Span]:
    """Runs of nouns, as long as they are."""
    found: list[Span] = []
    run: list[Word] = []
    spans = sorted(barred)
    at = 0
    for word in (*words, Word("", "x", -1, -1)):
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        is_barred = at < len(spans) and spans[at][0] < word.end
        is_name = word.tag == "x" and PRINTED.match(word.text) is not None
        if (word.tag in NOUNS or is_name) and not is_barred and word.text not in MARKS:
            run.append(word)
            continue
        while run and run[-1].tag not in HEADS and run[-1].tag not in ENDING:
            run.pop()
        if run:
            found.append((run[0].start, run[-1].end))
        run = []
    return found


def candidates(
    start: int, end: int, around: Text, by_rules: Span | None, earlier: Sequence[Earlier]
) -> dict[Span, Kind]:
    """In the order of the passage; `by_rules` is what the rules take it for, and among them."""
    low, high = around.in_reach(start, end)
    found: dict[Span, Kind] = {
        (max(a, low), min(b, high)): "term" for a, b in around.terms if a < high and low < b
    }
    for word in around.words:
        if word.tag not in DOING or word.end <= low or word.start >= high:
            continue
        is_last = word.end <= start and start - word.end <= BESIDE
        is_next = word.tag == "v" and len(word.text) > 1 and 0 <= word.start - end <= 1
        is_name = any(a < word.end and word.start < b for a, b in around.names)
        if (is_last or is_next) and not is_name:
            found.setdefault((word.start, word.end), "verb")
    for match in QUOTED.finditer(around.text, low, high):
        found.setdefault(match.span(1), "quoted")
    if by_rules is not None:
        found[by_rules] = "rule"
    for one in earlier:
        at = (
            around.text.rfind(one.what, 0, start)
            if one.what and start - one.end < AGAIN_MAX
            else -1
        )
        if at >= 0 and not any(a <= at and at + len(one.what) <= b for a, b in found):
            found[(at, at + len(one.what))] = "again"
    return {span: found[span] for span in sorted(found) if span[1] <= start or end <= span[0]}
