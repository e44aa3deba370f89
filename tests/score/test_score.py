"""The score of what is known: a perfect layout, a naive one, and single damages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from wenzhai.model import (
    Decision,
    Entry,
    Furniture,
    Layout,
    Link,
    Mention,
    Page,
    Place,
    Span,
)
from wenzhai.score import (
    GoldError,
    GoldPage,
    Report,
    layout_of,
    load_gold,
    naive_layout,
    print_report,
    score_layout,
    score_names,
    score_pages,
)
from wenzhai.score.calibration import Judged, bins, caught, judge, worst_gap
from wenzhai.score.sentences import load_sentences

GOLD = Path(__file__).parents[1] / "gold"
NAIVE_MAX = 0.5  # a page that a naive splitter reads is not hard


@pytest.fixture(scope="module")
def tune() -> tuple[GoldPage, ...]:
    return load_gold(GOLD / "tune")


@pytest.mark.parametrize(
    ("folder", "pages", "articles"),
    [
        ("tune", 57, 310),
        ("opened", 27, 160),
        ("more", 25, 135),
        ("report", 23, 160),
        ("seeds", 5, 25),
    ],
)
def test_labelled_pages_are_without_mistakes(folder: str, pages: int, articles: int) -> None:
    golds = load_gold(GOLD / folder)
    assert len(golds) >= pages
    assert sum(len(gold.articles) for gold in golds) >= articles


def test_a_perfect_layout_scores_one(tune: tuple[GoldPage, ...]) -> None:
    figures = score_pages(tune, [layout_of(gold) for gold in tune]).figures("all")
    counts = {"pages", "articles", "found articles"}
    assert figures["lost"] == figures["doubled"] == 0
    assert {v for k, v in figures.items() if k not in counts | {"lost", "doubled"}} == {1.0}


def test_a_naive_splitter_fails_on_hard_pages() -> None:
    golds = [
        g for f in ("tune", "opened", "report") for g in load_gold(GOLD / f) if g.level == "hard"
    ]
    figures = score_pages(golds, [naive_layout(gold.page) for gold in golds]).figures("hard")
    assert figures["lost"] == 0
    assert figures["overlap 0.8"] < NAIVE_MAX


def test_merged_articles_are_found_once_or_not(tune: tuple[GoldPage, ...]) -> None:
    gold = tune[0]
    layout = layout_of(gold)
    first, second = layout.articles[:2]
    merged = replace(first, body=(*first.body, *second.body))
    headline = second.headline
    assert headline is not None
    rest = tuple(Furniture(span, "box label") for span in headline.spans())
    score = score_layout(
        gold,
        Layout((merged, *layout.articles[2:]), (*layout.furniture, *rest)),
    )
    assert score.found_articles == len(gold.articles) - 1
    assert score.articles_at(0.98) == len(gold.articles) - 2
    assert score.furniture_found > score.furniture_right


def test_what_is_left_out_is_lost(tune: tuple[GoldPage, ...]) -> None:
    gold = tune[0]
    layout = layout_of(gold)
    score = score_layout(gold, replace(layout, articles=layout.articles[1:]))
    assert score.lost > 0
    assert score.matches[0].found is None


def test_a_swapped_paragraph_costs_order(tune: tuple[GoldPage, ...]) -> None:
    gold = tune[0]
    layout = layout_of(gold)
    first = layout.articles[0]
    swapped = replace(first, body=(first.body[1], first.body[0], *first.body[2:]))
    match = score_layout(gold, replace(layout, articles=(swapped, *layout.articles[1:]))).matches[0]
    assert match.overlap == 1
    assert match.steps_kept == match.steps - 2


def _entries(gold: GoldPage, layout: Layout) -> list[Entry]:
    """Every labelled name as a link; persons' ids are their names."""
    entries = []
    for labels, article in zip(gold.articles, layout.articles, strict=True):
        links = []
        wanted: list[tuple[str, str, str | None, Span]] = [
            ("person", p.name, None, s) for p in labels.persons for s in p.mentions
        ]
        wanted += [("region", r.name, r.id, s) for r in labels.regions for s in r.mentions]
        for kind, name, code, span in wanted:
            place, start, end = _in_passage(article.passages(), span)
            entity = name if kind == "person" else code
            mention = Mention(kind, place, start, end, name, "full", "test", 1.0)  # type: ignore[arg-type]
            links.append(Link(mention, entity, (), "test", "", 1.0))
        entries.append(Entry("a", article, tuple(links), (), is_registered=False))
    return entries


def _in_passage(passages: tuple[tuple[Place, object], ...], span: Span) -> tuple[Place, int, int]:
    for place, passage in passages:
        at = {
            run.source + i: run.at + i
            for run in passage.runs  # type: ignore[attr-defined]
            for i in range(run.length)
        }
        if span.start in at and span.end - 1 in at:
            return place, at[span.start], at[span.end - 1] + 1
    raise AssertionError(span)


def test_labelled_names_score_one_and_a_wrong_code_is_seen(tune: tuple[GoldPage, ...]) -> None:
    gold = tune[0]
    layout = layout_of(gold)
    entries = _entries(gold, layout)
    score = score_names(gold, layout, entries)
    assert (score.persons.f1, score.person_names.f1, score.regions.f1) == (1, 1, 1)
    assert score.codes.precision == 1
    wrong = [
        replace(
            entry,
            links=tuple(
                replace(link, entity="110000") if link.mention.kind == "region" else link
                for link in entry.links
            ),
        )
        for entry in entries
    ]
    score = score_names(gold, layout, wrong)
    assert score.regions.f1 == 1
    assert score.codes.right == 0


def test_names_in_the_golds_own_articles_are_scored_apart(tune: tuple[GoldPage, ...]) -> None:
    def nothing(layout: Layout, page: Page) -> tuple[Entry, ...]:
        return tuple(Entry(page.slug, article, (), (), False) for article in layout.articles)

    given = tuple(score_names(g, layout_of(g), nothing(layout_of(g), g.page)) for g in tune)
    figures = Report((), (), (), given=given).figures("all")
    assert figures["given persons recall"] == 0
    assert "persons recall" not in figures


SENTENCE = "〔副主席〕【何燕祥】、【吴桂英】到贵州省【吴】〔主任〕家，省里【谭亦君|reporter】"


def test_a_sentence_is_a_page_with_its_names(tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_text(f"# told\n{SENTENCE}\t贵州省=520000 ~省=520000\n", encoding="utf-8")
    (gold,) = load_sentences(path)
    (article,) = gold.articles
    assert gold.page.text == "副主席何燕祥、吴桂英到贵州省吴主任家，省里谭亦君"
    assert [(p.name, p.kinds, p.roles) for p in article.persons] == [
        ("何燕祥", ("mentioned",), ("副主席",)),
        ("吴桂英", ("mentioned",), ("副主席", "主任")),
        ("谭亦君", ("reporter",), ()),
    ]
    assert [(r.id, r.mentions, r.implied) for r in article.regions] == [
        ("520000", (Span(11, 14),), ()),
        ("520000", (), (Span(19, 20),)),
    ]
    path.write_text(f"{SENTENCE}\t四川省=510000\n", encoding="utf-8")
    with pytest.raises(GoldError, match="四川省 does not stand"):
        load_sentences(path)


def test_calibration_counts_in_bins() -> None:
    judged = [Judged("join", 0.95, is_right=True)] * 57 + [Judged("join", 0.95, is_right=False)] * 3
    judged += [Judged("join", 0.55, is_right=False)] * 17
    assert [(b.low, b.size, b.true) for b in bins(judged)] == [(0.5, 17, 0.0), (0.9, 60, 0.95)]
    assert worst_gap(judged) == pytest.approx(0.0)
    assert caught(judged) == 15 / 20


def test_a_decision_is_judged_by_its_place(tune: tuple[GoldPage, ...]) -> None:
    gold = tune[0]
    layout = layout_of(gold)
    start = gold.articles[1].body[0].spans[0]
    cases = {"split": True, "join": None, "furniture": False, "line": None}
    for subject, expected in cases.items():
        decision = Decision(subject, "test", start, 0.9, "")  # type: ignore[arg-type]
        first, second, *rest = layout.articles
        judged = judge(gold, Layout((first, replace(second, decisions=(decision,)), *rest), ()))
        assert [one.is_right for one in judged] == ([] if expected is None else [expected])


def test_a_split_says_nothing_of_whose_a_note_is(tune: tuple[GoldPage, ...]) -> None:
    gold, at = next(
        (gold, article.body[1].spans[0])
        for gold in tune
        for article in gold.articles[1:]
        if article.body[0].kind == "note" and len(article.body) > 1
    )
    first, *rest = layout_of(gold).articles
    split = Decision("split", "test", at, 0.9, "")
    (judged,) = judge(gold, Layout((replace(first, decisions=(split,)), *rest), ()))
    assert judged.is_right


def test_the_report_prints_every_level(tune: tuple[GoldPage, ...]) -> None:
    printed = print_report(score_pages(tune, [layout_of(gold) for gold in tune]), is_verbose=True)
    assert all(word in printed for word in ("easy", "medium", "hard", "overlap 0.98", "furniture"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"furniture": [[0, 2, "nonsense"]]}, "unknown reason"),
        ({"furniture": []}, "in no span"),
        ({"furniture": [[0, 3, "box label"]]}, "begins or ends with white space"),
        ({"home": "贵阳"}, "not six digits"),
        ({"level": "simple"}, "level"),
    ],
)
def test_wrong_labels_are_refused(tmp_path: Path, change: dict[str, object], message: str) -> None:
    article = {
        "headline": None,
        "headline_spans": [],
        "kicker": None,
        "kicker_spans": [],
        "subheadlines": [],
        "body": [{"kind": "paragraph", "spans": [[3, 8]]}],
        "date": None,
        "date_precision": "none",
        "persons": [],
        "regions": [],
    }
    page = {
        "level": "easy",
        "home": None,
        "articles": [article],
        "furniture": [[0, 2, "box label"]],
    }
    (tmp_path / "easy-a.txt").write_text("要闻\n今天下雨。\n", encoding="utf-8")
    (tmp_path / "easy-a.json").write_text(json.dumps(page), encoding="utf-8")
    assert len(load_gold(tmp_path)) == 1
    (tmp_path / "easy-a.json").write_text(json.dumps(page | change), encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        load_gold(tmp_path)
