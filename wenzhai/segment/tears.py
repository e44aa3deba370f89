"""Roles of lines -> the same with torn sentences put together, over the whole page at once.

A column may break off in the middle of a sentence; what follows in the file is another article's
or a headline, and the rest of the sentence stands further down. So every open end may go on at
every beginning below it that is near enough: the line that follows has the better chance, and a
sentence that makes sense the best. Where ends and beginnings are exchanged and all of them
together make more sense than before, they are.
"""

from __future__ import annotations

from wenzhai.segment.ends import Seams
from wenzhai.segment.exchange import HALF_CLOSED, LOOSE, Exchange
from wenzhai.segment.joins import Reading
from wenzhai.segment.roles import Reads, Role

MID_START = -1.0  # points of a beginning below which it wants something before it
TEAR, APART = 3.0, 2.5  # points against tearing two lines apart, and going on elsewhere
WOVEN_TEAR, WOVEN_APART = 1.5, 1.0  # ... on a page that has torn sentences for sure
SURE_GAIN = 2.0  # points that an exchange must gain on a page that is not known to be woven
LEAST = 0.3  # ... on one that is
WOVEN_MIN = 2  # exchanges that make a page woven


def mend(page: Reading, reads: Reads) -> Reads:
    """The likeliest way to put all sentences of the page together."""
    rows = [
        i
        for i, role in enumerate(reads.roles)
        if role in ("begins", "goes-on", "display") and i not in reads.verses
    ]
    before = {i: reads.carries_on[i] for i in rows}
    seams = Seams(page, before, {a: b for b, a in before.items() if a >= 0})
    ends = [a for a in rows if _may_be_torn(seams, a)]
    loose = frozenset(ends)
    heads = [b for b in rows if before[b] < 0 or before[b] in loose or _wants_more(seams, b)]
    exchange = Exchange(seams, reads, rows, ends, heads)
    exchange.run(TEAR, APART, SURE_GAIN)
    if exchange.count >= WOVEN_MIN:
        exchange.shows = [_mean(*pair) for pair in zip(reads.guessed, reads.shows, strict=True)]
        exchange.run(WOVEN_TEAR, WOVEN_APART, LEAST)
    roles: list[Role] = list(reads.roles)
    carries = list(reads.carries_on)
    for b in heads:
        carries[b] = exchange.before[b]
        roles[b] = "goes-on" if carries[b] >= 0 else exchange.role(b)
    torn = frozenset(b for b in heads if exchange.is_far(b))
    return reads._replace(
        roles=tuple(roles), carries_on=tuple(carries), torn=torn, is_woven=exchange.count > 0
    )


def _mean(guessed: float | None, tagged: float | None) -> float | None:
    """Of both guesses: on woven pages, of which the tagger has seen few, neither knows more."""
    if guessed is None or tagged is None:
        return tagged
    return (guessed + tagged) / 2


def _may_be_torn(seams: Seams, a: int) -> bool:
    """Whether a line is left open, or goes on in the next without making clear sense."""
    page = seams.page
    if page.signs[a].is_closed or page.lines[a].text[-1] in HALF_CLOSED:
        return False
    b = seams.after.get(a, -1)
    if b == a + 1 and page.breaks_word[b]:
        return False
    return b < 0 or (
        seams.join(a, b) < max(LOOSE, seams.start(b)) and not page.signs[b].is_bad_start
    )


def _wants_more(seams: Seams, b: int) -> bool:
    """Whether a line behind a full stop begins like the middle of a sentence."""
    signs = seams.page.signs
    a = seams.before[b]
    return (
        a >= 0 and signs[a].is_closed and not signs[b].is_bad_start and seams.start(b) < MID_START
    )
