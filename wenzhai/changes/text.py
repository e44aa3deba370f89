"""Two texts -> what became what, character by character.

Punctuation marks are boundaries: clauses are paired first, so that a change never spreads
over a whole paragraph, and only unlike clauses are compared by characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from wenzhai.changes.values import Edit

# "县里昨夜下了大雨，": up to a punctuation mark, the mark included.
CLAUSE = re.compile(r"[^，。；：！？、,;:!?\n]*[，。；：！？、,;:!?\n]?")
# "昨夜下了", where the text stops before the mark.
UNENDED = re.compile(r"[^，。；：！？、,;:!?\n]+\Z")
AROUND = 8  # characters of context shown on either side
BLURRED = 0.5  # below this likeness two clauses are shown as one replaced by the other
LONGEST = 2000  # characters compared one by one; beyond, the difference is shown as a whole


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """The stretches that differ, in order."""
    if old == new:
        return ()
    return tuple(_edits(old, new))


def _edits(old: str, new: str) -> Iterator[Edit]:
    olds, news = CLAUSE.findall(old), CLAUSE.findall(new)
    at_old = _starts(olds)
    at_new = _starts(news)
    for tag, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for start, end, first, last in _within(
            old[at_old[a] : at_old[b]], new[at_new[c] : at_new[d]]
        ):
            begin = at_old[a] + start
            stop = at_old[a] + end
            yield Edit(
                old[begin:stop],
                new[at_new[c] + first : at_new[c] + last],
                _tail(old[:begin]),
                _head(old[stop:]),
                begin,
                at_new[c] + first,
            )


def _within(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Half-open places in both, of what differs."""
    if len(old) + len(new) <= LONGEST:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        if matcher.ratio() >= BLURRED:
            for tag, a, b, c, d in matcher.get_opcodes():
                if tag != "equal":
                    yield a, b, c, d
            return
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    yield head, len(old) - tail, head, len(new) - tail


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _starts(clauses: Sequence[str]) -> list[int]:
    """Where each begins, and the end of all."""
    found = [0]
    for clause in clauses:
        found.append(found[-1] + len(clause))
    return found


def _tail(text: str) -> str:
    last = UNENDED.search(text[-AROUND:])
    return last[0] if last else ""


def _head(text: str) -> str:
    clause = CLAUSE.match(text[:AROUND])
    return clause[0] if clause else ""
