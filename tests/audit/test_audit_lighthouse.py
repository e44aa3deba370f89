"""Lighthouse on one page of each kind, from a server that compresses, as a telephone sees it.

Accessibility, best practices and SEO are gates. Performance depends on the machine: its median of
five is printed beside its target at the end of `make audit`, never a gate.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest
from audit.node import run_node
from audit.programs import program, reason
from ways.reader import kinds_of_pages, served

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("site")]
GATES = ("accessibility", "best-practices", "seo")
TARGET = 95  # of performance
RUNS = 5
NOINDEX = 'name="robots" content="noindex"'  # kept out of search engines, which SEO complains of


@pytest.fixture(scope="module")
def home(seeds_site: Path) -> Iterator[str]:
    with served(seeds_site / "site", is_packed=True) as address:
        yield address


def looked_at(
    addresses: list[str], categories: tuple[str, ...], runs: int, temp: Path
) -> list[dict]:  # type: ignore[type-arg]
    chromium = program("chromium")
    if chromium is None:
        pytest.skip(reason("chromium"))
    told = run_node(
        "look_with_lighthouse.mjs", chromium, str(runs), ",".join(categories), *addresses, home=temp
    )
    return [json.loads(line) for line in told.splitlines()]


def test_accessibility_best_practices_and_seo_are_full_marks(
    home: str, seeds_site: Path, tmp_path: Path
) -> None:
    site = seeds_site / "site"
    paths = kinds_of_pages(site).values()
    hidden = [path for path in paths if NOINDEX in (site / path).read_text(encoding="utf-8")]
    shown = [path for path in paths if path not in hidden]
    seen = looked_at([home + path for path in shown], GATES, 1, tmp_path)
    seen += looked_at([home + path for path in hidden], GATES[:2], 1, tmp_path)
    assert len(seen) == len(paths)
    faults = [one for one in seen if one["error"] or set(one["scores"].values()) != {100}]
    assert not faults, json.dumps(faults, ensure_ascii=False, indent=1)


def test_performance_is_told(
    home: str,
    seeds_site: Path,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    kinds = kinds_of_pages(seeds_site / "site")
    wanted = (".:index", "articles:article", "persons:person", "regions:index", ".:search")
    paths = [kinds[kind] for kind in wanted]
    seen = looked_at([home + path for path in paths], ("performance",), RUNS, tmp_path)
    assert len(seen) == RUNS * len(paths)
    for at, path in enumerate(paths):
        scores = [one["scores"]["performance"] for one in seen[at * RUNS : (at + 1) * RUNS]]
        told = (
            f"Lighthouse, performance: {median(scores):.0f} (target {TARGET}) of {scores}, {path}"
        )
        record_property("figure", told)
