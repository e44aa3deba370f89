"""Labelled pages and what the program made of them -> figures by level, and their print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wenzhai.model import Entry, Layout, Page, Record
from wenzhai.score.calibration import Judged, bins, caught, judge, worst_gap
from wenzhai.score.gold import GoldPage
from wenzhai.score.load import load_gold
from wenzhai.score.names import NameScore, Rate, score_names
from wenzhai.score.oracle import layout_of
from wenzhai.score.segmentation import THRESHOLDS, LayoutScore, Match, score_layout
from wenzhai.score.sentences import load_sentences
from wenzhai.score.told import FIELDS as TOLD_FIELDS
from wenzhai.score.told import ToldScore, score_told

LEVELS = ("easy", "medium", "hard", "all")
NAME_FIELDS = (  # fields of NameScore -> how they are printed
    ("persons", "persons, by span"),
    ("person_names", "persons, by name"),
    ("person_links", "persons, span and link"),
    ("roles", "roles, each run"),
    ("role_sets", "roles, whole person"),
    ("regions", "regions, by span"),
    ("region_names", "regions, by code and article"),
    ("codes", "regions, span and code"),
    ("implied", "deictic places"),
)
GIVEN = "given "
"""Begins the key of a figure of names in the gold's own articles: no mistake of separation
mixes in."""
Recogniser = Callable[[Layout, Page], tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Report:
    layouts: tuple[LayoutScore, ...]
    """One for each page, sorted by name."""
    judged: tuple[Judged, ...]
    names: tuple[NameScore, ...]
    """Empty when nothing was recognised."""
    told: tuple[ToldScore, ...] = ()
    """Of the pages where it is labelled."""
    given: tuple[NameScore, ...] = ()
    """Of the gold's own articles."""
    given_told: tuple[ToldScore, ...] = ()
    """Likewise, where it is labelled."""

    def levels(self) -> frozenset[str]:
        """Those that some page or sentence has."""
        return frozenset({s.level for s in self.layouts} | {s.level for s in self.given})

    def figures(self, level: str) -> dict[str, float]:
        """All shares of a level ("all": of every page) by a stable key, for floors."""
        layouts = [s for s in self.layouts if level in (s.level, "all")]
        matches = [m for s in layouts for m in s.matches]
        found: dict[str, float | None] = {
            "pages": len(layouts),
            "articles": len(matches),
            "found articles": sum(s.found_articles for s in layouts),
            "lost": sum(s.lost for s in layouts),
            "doubled": sum(s.doubled for s in layouts),
            "headlines": _share(m.has_headline for m in matches),
            "dates": _share(m.has_date for m in matches),
            "order": _steps(matches, "steps"),
            "order, moved": _steps(matches, "moved"),
        }
        for threshold in THRESHOLDS:
            found[f"overlap {threshold}"] = _share(m.overlap >= threshold for m in matches)
        furniture = Rate(
            sum(s.furniture_right for s in layouts),
            sum(s.furniture_found for s in layouts),
            sum(s.furniture_gold for s in layouts),
        )
        found["furniture precision"] = furniture.precision
        found["furniture recall"] = furniture.recall
        for begins, scores, fields in (
            (GIVEN, self.given, NAME_FIELDS),
            (GIVEN, self.given_told, TOLD_FIELDS),
            ("", self.names, NAME_FIELDS),
            ("", self.told, TOLD_FIELDS),
        ):
            some = [s for s in scores if level in (s.level, "all")]
            for key, _ in fields if some else ():
                rate = sum((getattr(score, key) for score in some), Rate())
                found |= {
                    f"{begins}{key} precision": rate.precision,
                    f"{begins}{key} recall": rate.recall,
                    f"{begins}{key} f1": rate.f1,
                }
        for begins, names in ((GIVEN, self.given), ("", self.names)):
            of_level = [s for s in names if level in (s.level, "all")]
            if of_level:
                found[f"{begins}persons undecided"] = sum(s.persons_undecided for s in of_level)
                found[f"{begins}regions undecided"] = sum(s.undecided for s in of_level)
        return {key: value for key, value in found.items() if value is not None}

    def by_level(self) -> dict[str, dict[str, float]]:
        """The figures of every level that has pages."""
        levels = [level for level in LEVELS if level == "all" or level in self.levels()]
        return {level: self.figures(level) for level in levels}


def score_pages(
    golds: Sequence[GoldPage],
    layouts: Sequence[Layout],
    records: Sequence[Record] | None = None,
    names: Mapping[str, str] | None = None,
) -> Report:
    """Parallel sequences; without records only the separation is scored."""
    judged = [one for g, found in zip(golds, layouts, strict=True) for one in judge(g, found)]
    return Report(
        layouts=tuple(score_layout(g, found) for g, found in zip(golds, layouts, strict=True)),
        judged=tuple(judged),
        names=tuple(
            score_names(g, r.layout, r.entries, names)
            for g, r in zip(golds, records or (), strict=records is not None)
        ),
        told=tuple(
            told
            for g, r in zip(golds, records or (), strict=records is not None)
            if (told := score_told(g, r.layout, r.entries)) is not None
        ),
    )


def report(
    gold: Path, record_of: Callable[[Page], Record], recognise: Recogniser | None = None
) -> Report:
    """A folder of labelled pages, or a file of sentences: of these only their names."""
    golds = load_sentences(gold) if gold.is_file() else load_gold(gold)
    given = [_given(gold_page, recognise) for gold_page in golds] if recognise else []
    names = tuple(score for score, _ in given)
    told = tuple(score for _, score in given if score is not None)
    if gold.is_file():
        return Report((), (), (), given=names)
    records = [record_of(gold.page) for gold in golds]
    found = score_pages(golds, [record.layout for record in records], records)
    return replace(found, given=names, given_told=told)


def _given(gold: GoldPage, recognise: Recogniser) -> tuple[NameScore, ToldScore | None]:
    layout = layout_of(gold)
    entries = recognise(layout, gold.page)
    return score_names(gold, layout, entries), score_told(gold, layout, entries)


def print_report(found: Report, is_verbose: bool = False) -> str:
    """A table of shares by level; verbose adds each page and each wrong name."""
    columns = found.by_level()
    levels = list(columns)
    keys = list(dict.fromkeys(key for figures in columns.values() for key in figures))
    keys = [key for key in keys if not key.endswith((" precision", " recall", " f1"))]
    lines = [f"{'':30}" + "".join(f"{level:>22}" for level in levels)]
    for key in keys:
        cells = [_number(columns[level].get(key)) for level in levels]
        lines.append(f"{key:30}" + "".join(f"{cell:>22}" for cell in cells))
    given = tuple((f"{GIVEN}{key}", title) for key, title in NAME_FIELDS)
    given_told = tuple((f"{GIVEN}{key}", title) for key, title in TOLD_FIELDS)
    for is_there, heading, rates in (
        (found.layouts, "", (("furniture", "furniture, P R"),)),
        (found.given, "names, by the gold's articles", given),
        (found.given_told, "what else is told, by the gold's articles", given_told),
        (found.names, "names, whole run", NAME_FIELDS),
        (found.told, "what else is told", TOLD_FIELDS),
    ):
        if not is_there:
            continue
        lines.extend([heading] if heading else [])
        for key, title in rates:
            cells = [
                " ".join(_number(columns[level].get(f"{key} {part}")) for part in _parts(key))
                for level in levels
            ]
            lines.append(f"{title:30}" + "".join(f"{cell:>22}" for cell in cells))
    lines.extend(_calibration(found.judged))
    if is_verbose:
        lines.extend(_details(found))
    return "\n".join(lines) + "\n"


def _parts(key: str) -> tuple[str, ...]:
    return ("precision", "recall") if key == "furniture" else ("precision", "recall", "f1")


def _calibration(judged: Sequence[Judged]) -> Iterator[str]:
    if not judged:
        return
    for subject in ("all", *sorted({one.subject for one in judged})):
        some = [one for one in judged if subject in (one.subject, "all")]
        gap, share = _number(worst_gap(some)), _number(caught(some))
        yield (
            f"calibration of {subject}: {len(some)} judged, "
            f"largest gap {gap}, errors in the most doubtful fifth {share}"
        )
        for low, count, stated, true in bins(some):
            yield f"    from {low:.1f}: {count:5d} stated {stated:.2f} true {true:.2f}"


def _details(found: Report) -> Iterator[str]:
    for score in found.layouts:
        count = len(score.matches)
        at = " ".join(f"{score.articles_at(t)}/{count}" for t in THRESHOLDS)
        yield (
            f"{score.name}: {at} headlines {score.headlines}/{count} "
            f"found {score.found_articles} lost {score.lost}"
        )
        for match in score.matches:
            if match.overlap < THRESHOLDS[0] or not match.has_headline:
                yield f"    article {match.gold}: {match.overlap:.2f} headline {match.has_headline}"
    wrong = [(score.name, score.errors) for score in found.names]
    wrong += [(score.name, score.errors) for score in found.given_told or found.told]
    for name, errors in wrong:
        yield from (f"{name}: {error}" for error in errors)


def _share(values: Iterable[bool]) -> float | None:
    listed = list(values)
    return sum(listed) / len(listed) if listed else None


def _steps(matches: Sequence[Match], what: str) -> float | None:
    total = sum(getattr(match, what) for match in matches)
    return sum(getattr(match, f"{what}_kept") for match in matches) / total if total else None


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
