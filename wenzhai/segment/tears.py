"""Roles of lines -> the same where sentences are torn by lines of other articles.

Pages that were read column by column break off one article in the middle of a sentence and go on
with another one. Every end is given to the beginning that most likely carries it on (`links`), the
likeliest first, where that is likelier than not.
"""

from __future__ import annotations

import math
from collections.abc import Container, Mapping

from wenzhai.segment.ends import Seams
from wenzhai.segment.joins import Reading
from wenzhai.segment.links import Weights, links_of
from wenzhai.segment.names import is_name
from wenzhai.segment.rivals import Pair
from wenzhai.segment.roles import Reads, Role

# Log-odds from which a line is given to the one that it follows, and to one further up: by seams put
# together rightly and wrongly on folders that the tags had not seen, -1 to 0 and -0.5 to 0.4 were tried.
LEAST, LEAST_FAR = -0.6, 0.0
LIKELY = -3.0  # log-odds from which grouping is told that two may belong together
WOVEN_MIN = 2  # torn sentences of a page whose rows may go over into another article


def mend(page: Reading, reads: Reads, weights: Weights | None = None) -> Reads:
    """The likeliest way to put all sentences of the page together."""
    links = links_of(page, reads, weights)
    odds = links.read()
    found = _matched(odds, links.near)
    ends = set(found.values())
    roles: list[Role] = list(reads.roles)
    carries = list(reads.carries_on)
    torn: set[int] = set()
    above = -1  # the last line of text so far
    for b in links.rows:
        if b in found:
            roles[b], carries[b] = "goes-on", found[b]
            if found[b] != above:
                torn.add(b)
        elif (carries[b] >= 0 and not page.signs[carries[b]].is_closed) or b in ends:
            roles[b], carries[b] = "begins", -1
        if carries[b] < 0 and b not in ends and _stands_alone(reads, links.seams, b):
            roles[b] = "display"
        if roles[b] != "display":
            above = b
    return reads._replace(
        roles=tuple(roles),
        carries_on=tuple(carries),
        torn=frozenset(torn),
        is_woven=len(torn) >= WOVEN_MIN,
        likely=_likely(odds),
    )


def _stands_alone(reads: Reads, seams: Seams, b: int) -> bool:
    """Whether a line that neither carries on nor is carried on is display type."""
    shows = reads.shows[b]
    if shows is None or seams.page.signs[b].is_closed:
        return False
    return is_name(seams.page.lines[b].text) or shows > seams.start(b)


def _matched(odds: Mapping[Pair, float], near: Container[Pair]) -> dict[int, int]:
    """For each beginning its end, the likeliest pairs first; each end has one."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for pair in sorted(odds, key=lambda pair: (-odds[pair], pair)):
        a, b = pair
        is_likely = odds[pair] > (LEAST if pair in near else LEAST_FAR)
        if is_likely and a not in taken and b not in found:
            found[b] = a
            taken.add(a)
    return found


def _likely(odds: Mapping[Pair, float]) -> dict[int, dict[int, float]]:
    """For each beginning the ends that it may carry on, with their chances."""
    found: dict[int, dict[int, float]] = {}
    for (a, b), points in sorted(odds.items()):
        if points > LIKELY:
            found.setdefault(b, {})[a] = 1 / (1 + math.exp(-points))
    return found
