"""What is known around a mention: which places an article and its page print."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from wenzhai.gazetteer import Gazetteer
from wenzhai.model import Mention, Passage

SHORT = "short"
HEADLINE_WEIGHT = 2.0  # a headline names what an article is about
DATELINE_WEIGHT = 3.0  # so does a dateline, more surely
DATELINE_RULE = "dateline"


@dataclass(slots=True)
class Scene:
    """An article while its mentions are being decided; filled as they are."""

    mentions: tuple[Mention, ...]
    passages: dict[tuple[str, int], Passage]
    chosen: dict[int, str] = field(default_factory=dict)
    """Id by number of the mention."""
    printed: Counter[str] = field(default_factory=Counter)
    """How often each place is meant."""
    above: Counter[str] = field(default_factory=Counter)
    """How often a part of each place is meant."""
    siblings: Counter[str] = field(default_factory=Counter)
    """How many different parts of a place are meant, by the place."""
    weight: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """What the article is about: places and those above them, by how and where they are named."""

    def text_after(self, mention: Mention, size: int) -> str:
        """What is printed right after it."""
        text = self.passages[mention.place].text
        return text[mention.end : mention.end + size]

    def text_before(self, mention: Mention, size: int) -> str:
        """What is printed right before it."""
        text = self.passages[mention.place].text
        return text[max(0, mention.start - size) : mention.start]

    def choose(self, number: int, region_id: str, gazetteer: Gazetteer) -> None:
        """Take a decision into account for the others."""
        if number in self.chosen:
            return
        self.chosen[number] = region_id
        mention = self.mentions[number]
        weight = 1.0
        if mention.place.field != "body":
            weight = HEADLINE_WEIGHT
        if mention.rule == DATELINE_RULE:
            weight = DATELINE_WEIGHT
        if self.printed[region_id] == 0:
            self.siblings[gazetteer.parent(region_id)] += 1
        self.printed[region_id] += 1
        self.weight[region_id] += weight
        for parent in gazetteer.parents(region_id):
            self.above[parent] += 1
            self.weight[parent] += weight / 2


def merged(scenes: Iterable[Scene]) -> Scene:
    """The page as one article."""
    page = Scene((), {})
    for scene in scenes:
        page.printed.update(scene.printed)
        page.above.update(scene.above)
        page.siblings.update(scene.siblings)
        for region_id, weight in scene.weight.items():
            page.weight[region_id] += weight
    return page
