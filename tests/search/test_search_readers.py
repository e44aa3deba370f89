"""What readers ask of the five pages: precision at ten is 1.0, and nothing is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from wenzhai.search.engine import Engine

TABLES = Path(__file__).parent
SHOWN = 10


class Expected(TypedDict, total=False):
    found: list[str]
    first: str
    match: str
    near: str


def table(name: str) -> list[tuple[str, Expected]]:
    """Queries with what answers them."""
    loaded: dict[str, Expected] = yaml.safe_load((TABLES / name).read_text("utf-8"))
    return list(loaded.items())


@pytest.fixture(scope="module")
def engine(seeds_site: Path) -> Iterator[Engine]:
    with Engine(seeds_site / "site") as engine:
        yield engine


def short(kind: str, id_: str) -> str:
    return id_[-6:] if kind == "article" else id_


def test_there_are_sixty_queries() -> None:
    assert len(table("queries.yml")) >= 60


@pytest.mark.xdist_group("site")
@pytest.mark.parametrize(("query", "expected"), table("queries.yml"))
def test_a_reader_finds_what_the_pages_say(engine: Engine, query: str, expected: Expected) -> None:
    (answer,) = engine.ask([query])
    match = expected.get("match", "exact")
    hits = [short(kind, id_) for kind, id_, how in answer.hits if how == match]
    assert sorted(hits) == sorted(expected["found"])
    assert {how for _, _, how in answer.hits[:SHOWN]} <= {match}
    assert answer.total == (len(hits) if match == "exact" else 0)
    if "first" in expected:
        assert hits[0] == expected["first"]
    if "near" in expected:
        assert expected["near"] in answer.near
