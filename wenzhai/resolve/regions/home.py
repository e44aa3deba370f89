"""Where a page is at home, told by what its articles are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from wenzhai.gazetteer import Gazetteer
from wenzhai.gazetteer.gazetteer import COUNTY, PREFECTURE, PROVINCE
from wenzhai.resolve.regions.context import Scene

SHARE = 0.5  # of the articles' votes, to call a place the page's home


def home_of(scenes: Sequence[Scene], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Ids from the province down to the smallest place that most articles agree on."""
    found: list[str] = []
    for level in (PROVINCE, PREFECTURE, COUNTY):
        votes: defaultdict[str, float] = defaultdict(float)
        for scene in scenes:
            mine = {i: w for i, w in scene.weight.items() if gazetteer.level(i) == level}
            total = sum(mine.values())
            for region_id, weight in mine.items():
                votes[region_id] += weight / total
        if not votes:
            break
        best, most = max(votes.items(), key=lambda pair: (pair[1], pair[0]))
        if most < SHARE * sum(votes.values()):
            break
        if found and gazetteer.parent(best) != found[-1]:
            break
        if level == COUNTY and len(scenes) > 1 and most < SHARE * len(scenes):
            break
        found.append(best)
    return tuple(found)
