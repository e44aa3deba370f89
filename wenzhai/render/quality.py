"""Atlas -> the page on quality: what was made how, counted, and what the program reaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from wenzhai.authority.apply import RULE as AUTHORITY
from wenzhai.edit.links import RULE as EDITOR
from wenzhai.model import Document, Record
from wenzhai.render.atlas import Atlas
from wenzhai.render.corrected import corrections_of
from wenzhai.render.phrases import FAIR, limits
from wenzhai.render.press import Press

SCORES = Path(__file__).parents[1] / "data" / "scores.yml"
"""A part of tests/gold/floors.yml, which a test compares."""
DEGREES = ("easy", "medium", "hard")
ARTICLES = ("printed", "corrected", "doubtful", "unsure", "untitled", "undated", "limited")
NAMES = ("linked_person", "open_person", "linked_region", "open_region", "edited")


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class QualityView:
    tables: tuple[Table, ...]


def quality(atlas: Atlas, press: Press) -> Iterator[Document]:
    told: Counter[str] = Counter()
    for record in atlas.corpus.records:
        _count(press, record, told)
    entries = len(atlas.corpus.entries)
    names = sum(told[key] for key in NAMES[:4])
    words = press.words
    view = QualityView(
        (
            _counted(press, "articles", ("all", *ARTICLES), told + Counter(all=entries), entries),
            _counted(press, "names", NAMES, told, names),
            Table(
                words["quality_scores"],
                words["quality_scores_note"],
                (words["score_measure"], *(words[f"score_{degree}"] for degree in DEGREES)),
                tuple(
                    (words[f"score_{name}"], *(f"{figures[degree]:.2f}" for degree in DEGREES))
                    for name, figures in scores().items()
                ),
            ),
        )
    )
    meta = {"title": words["quality"], "description": words["quality_description"], "kind": "note"}
    yield press.print("quality.md", "quality.md", meta, view)


@cache
def scores() -> Mapping[str, Mapping[str, float]]:
    """By measure and degree of difficulty."""
    loaded: Mapping[str, Mapping[str, float]] = yaml.safe_load(SCORES.read_text(encoding="utf-8"))
    return loaded


def _count(press: Press, record: Record, told: Counter[str]) -> None:
    for number, entry in enumerate(record.entries):
        article = entry.article
        told["corrected" if corrections_of(record, number) else "printed"] += 1
        told["doubtful"] += any(paragraph.is_doubtful for paragraph in article.body)
        told["unsure"] += article.confidence < FAIR
        told["untitled"] += article.headline is None
        told["undated"] += article.date is None
        told["limited"] += limits(press, record) is not None
        for link in entry.links:
            if link.mention.kind in ("person", "region"):
                told[f"{'open' if link.entity is None else 'linked'}_{link.mention.kind}"] += 1
                told["edited"] += link.rule in (EDITOR, AUTHORITY)


def _counted(
    press: Press, title: str, keys: tuple[str, ...], told: Mapping[str, int], whole: int
) -> Table:
    words = press.words
    return Table(
        words[f"quality_{title}"],
        words[f"quality_{title}_note"],
        (words["score_measure"], words["quality_count"], words["quality_share"]),
        tuple(
            (
                words[f"quality_{key}"],
                str(told.get(key, 0)),
                f"{told.get(key, 0) / whole:.0%}" if whole else "",
            )
            for key in keys
        ),
    )
