"""The words that dates are judged by, from `data/dates/cues.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from wenzhai.shipped import read_yaml


@dataclass(frozen=True, slots=True)
class Cues:
    """Word lists; the meaning of each stands in the file."""

    before: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[str, ...]]
    clause: Mapping[str, tuple[str, ...]]
    open: tuple[str, ...]
    heard: tuple[str, ...]
    review: tuple[str, ...]
    year_over: tuple[str, ...]
    event: tuple[str, ...]
    gathering: tuple[str, ...]
    counted: tuple[str, ...]
    edition: tuple[str, ...]


@cache
def load_cues() -> Cues:
    raw = read_yaml("dates/cues.yml")

    def side(name: str) -> Mapping[str, tuple[str, ...]]:
        return MappingProxyType({meaning: tuple(words) for meaning, words in raw[name].items()})

    return Cues(
        before=side("before"),
        after=side("after"),
        clause=side("clause"),
        open=tuple(raw["open"]),
        heard=tuple(raw["heard"]),
        review=tuple(raw["review"]),
        year_over=tuple(raw["year-over"]),
        event=tuple(raw["event"]),
        gathering=tuple(raw["gathering"]),
        counted=tuple(raw["counted"]),
        edition=tuple(raw["edition"]),
    )
