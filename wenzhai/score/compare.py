"""What careful labellers do differently, compared by one rule; `tests/gold/README.md` states it."""

from __future__ import annotations

Places = tuple[int, ...]
"""The printed characters of a mention, in reading order."""
ADDRESS = frozenset(
    {"师傅", "老师", "同学", "邻居", "女士", "先生", "老人", "同志"}
    | {"阿姨", "大爷", "大妈", "大叔", "大娘"}
)
"""Forms of address and relation: no role by themselves, no part of a name."""
VILLAGE = ("村", "社区", "嘎查")
COINED = "place-"
"""Begins the id of a village that no table has; its town's code follows."""
STATISTICAL = "7"  # the fifth digit of a code that only statistics give: 兰州新区's 620171


def bare(places: Places, text: str) -> Places:
    """侯女士 -> 侯."""
    name = "".join(text[i] for i in places)
    spoken = next((word for word in sorted(ADDRESS) if name.endswith(word)), "")
    return places[: len(name) - len(spoken)] or places


def is_division(entity: str) -> bool:
    """It is a code of GB/T 2260 or of a place below."""
    return entity.isdigit() and entity[4] != STATISTICAL


def comparable(places: Places, entity: str, villages: set[tuple[Places, str]]) -> str:
    """A village labelled by its county alone is compared by its county."""
    county = entity.removeprefix(COINED)[:6]
    return county if (places, county) in villages else entity
