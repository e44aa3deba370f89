"""Cutting and joining passages without losing their way back to the page."""

from __future__ import annotations

from itertools import takewhile

from wenzhai.model import Dropped, Passage, Run, Span


def position_of(passage: Passage, offset: int) -> int | None:
    """Where the printed character at an offset is published; None when it is not."""
    for run in passage.runs:
        if run.source <= offset < run.source + run.length:
            return run.at + offset - run.source
    return None


def position_from(passage: Passage, span: Span) -> int | None:
    """Where the first published character of a span stands in a passage."""
    places = [
        run.at + max(span.start, run.source) - run.source
        for run in passage.runs
        if run.source < span.end and run.source + run.length > span.start
    ]
    return min(places, default=None)


def cut(passage: Passage, at: int) -> tuple[Passage, Passage]:
    """The passage up to a position, and from it on; dropped text goes with what precedes it."""
    left: list[Run] = []
    right: list[Run] = []
    for run in passage.runs:
        if run.at + run.length <= at:
            left.append(run)
        elif run.at >= at:
            right.append(Run(run.at - at, run.source, run.length))
        else:
            inner = at - run.at
            left.append(Run(run.at, run.source, inner))
            right.append(Run(0, run.source + inner, run.length - inner))
    first_right = right[0].source if right else None
    last_left = left[-1].source + left[-1].length if left else None
    lefts: list[Dropped] = []
    rights: list[Dropped] = []
    for drop in passage.dropped:
        is_right = not left or (
            first_right is not None
            and last_left is not None
            and drop.span.start >= first_right
            and not any(run.source >= drop.span.end for run in left)
        )
        (rights if is_right and right else lefts).append(drop)
    return (
        Passage(passage.text[:at], tuple(left), tuple(lefts)),
        Passage(passage.text[at:], tuple(right), tuple(rights)),
    )


def join(one: Passage, other: Passage) -> Passage:
    """One passage of two."""
    shift = len(one.text)
    moved = tuple(Run(run.at + shift, run.source, run.length) for run in other.runs)
    return Passage(one.text + other.text, one.runs + moved, one.dropped + other.dropped)


def is_blank(passage: Passage) -> bool:
    """Nothing printed is left of it."""
    return not passage.text.strip() and not passage.dropped


def replace_text(passage: Passage, start: int, end: int, right: str) -> Passage:
    """Publish `right` for [start, end).

    What both have in common at their beginning and end keeps its print. Between, each character
    stands for the printed one in its place; what is longer has no print, what is shorter drops
    printed characters.
    """
    return _replace_all(passage, *differing(passage.text, start, end, right))


def differing(text: str, start: int, end: int, right: str) -> tuple[int, int, str]:
    """The same replacement without what both have in common at their beginning and end."""
    wrong = text[start:end]
    head = _shared(wrong, right)
    tail = _shared(wrong[head:][::-1], right[head:][::-1])
    return start + head, end - tail, right[head : len(right) - tail]


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _replace_all(passage: Passage, start: int, end: int, right: str) -> Passage:
    before, rest = cut(passage, start)
    wrong, after = cut(rest, end - start)
    kept = min(len(right), end - start)
    shown, over = cut(wrong, kept)
    dropped = tuple(
        Dropped(Span(run.source, run.source + run.length), "corrected by an editor")
        for run in over.runs
    )
    middle = Passage(right, shown.runs, shown.dropped + dropped + over.dropped)
    return join(join(before, middle), after)


def take(passage: Passage, span: Span) -> tuple[Passage | None, Passage]:
    """(what of a span stands in the passage, the passage without it)."""
    taken: Passage | None = None
    rest = passage
    while (start := position_from(rest, span)) is not None:
        head, tail = cut(rest, start)
        length = 0
        for run in tail.runs:
            if run.at != length or not span.start <= run.source < span.end:
                break
            length += min(run.source + run.length, span.end) - run.source
            if run.source + run.length > span.end:
                break
        piece, tail = cut(tail, length)
        taken = piece if taken is None else join(taken, piece)
        rest = join(head, tail)
    inside = tuple(d for d in rest.dropped if span.start <= d.span.start < span.end)
    if inside:
        rest = Passage(rest.text, rest.runs, tuple(d for d in rest.dropped if d not in inside))
        base = taken or Passage("", ())
        taken = Passage(base.text, base.runs, base.dropped + inside)
    return taken, rest
