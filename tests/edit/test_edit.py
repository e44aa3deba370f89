"""Each entry of a corrections file does what it says, loses nothing, and tells when it is stale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenzhai.check import uncovered
from wenzhai.edit import edit
from wenzhai.edit.format import Corrections
from wenzhai.model import Article, Furniture, Layout, Page, Paragraph, Passage, Run, Span

TEXT = """雨后山塘满
县里昨夜下了大雨，山塘都满
热点
了水。农户忙着引水。
粮价涨了
今年稻谷每斤涨一角。粮站排起长队。
责编 甲
"""
PAGE = Page("a.txt", "a", TEXT, "utf-8", "0" * 64)


def passage(printed: str, nth: int = 0) -> Passage:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(printed, start + 1)
    return Passage(printed, (Run(0, start, len(printed)),))


def sheet(headline: str | None, *body: str) -> Article:
    return Article(
        passage(headline) if headline else None,
        "printed" if headline else "none",
        None,
        (),
        "news",
        (),
        None,
        tuple(Paragraph("paragraph", passage(text)) for text in body),
        1.0,
    )


def where(printed: str) -> Span:
    start = TEXT.index(printed)
    return Span(start, start + len(printed))


LAYOUT = Layout(
    (
        sheet("雨后山塘满", "县里昨夜下了大雨，山塘都满", "了水。农户忙着引水。"),
        sheet("粮价涨了", "今年稻谷每斤涨一角。粮站排起长队。"),
    ),
    (Furniture(where("热点"), "box label"), Furniture(where("责编 甲"), "edition line")),
)


def edited(**entries: object) -> tuple[Layout, list[str]]:
    for rows in entries.values():
        for row in rows:  # type: ignore[attr-defined]
            row.setdefault("reason", "test")
    corrections = Corrections.model_validate({"version": 1, **entries})
    layout, findings, _ = edit(LAYOUT, PAGE, corrections, "a.yml")
    assert uncovered(layout, PAGE) == ()
    return layout, [finding.code for finding in findings]


def shown(layout: Layout) -> list[list[str]]:
    return [[p.passage.text for p in article.body] for article in layout.articles]


def test_join_makes_one_paragraph() -> None:
    layout, codes = edited(join=[{"after": "山塘都满", "next": "了水。"}])
    assert shown(layout)[0] == ["县里昨夜下了大雨，山塘都满了水。农户忙着引水。"]
    assert codes == []


def test_split_makes_two_articles() -> None:
    layout, _ = edited(split=[{"before": "粮站排起长队"}])
    assert shown(layout)[1:] == [["今年稻谷每斤涨一角。"], ["粮站排起长队。"]]


def test_merge_keeps_the_headline_as_a_crosshead() -> None:
    layout, _ = edited(merge=[{"article": "县里昨夜", "other": "今年稻谷"}])
    assert [p.kind for p in layout.articles[0].body] == [
        "paragraph",
        "paragraph",
        "crosshead",
        "paragraph",
    ]


def test_move_puts_a_block_where_it_is_read() -> None:
    layout, _ = edited(move=[{"printed": "粮站排起长队。", "before": "县里昨夜"}])
    assert shown(layout) == [
        ["粮站排起长队。", "县里昨夜下了大雨，山塘都满", "了水。农户忙着引水。"],
        ["今年稻谷每斤涨一角。"],
    ]


def test_a_byline_moves_with_its_words() -> None:
    first, second = LAYOUT.articles
    signed = replace(
        first, body=(*first.body, Paragraph("byline", passage("责编 甲"))), byline=("责编 甲",)
    )
    layout = Layout((signed, second), LAYOUT.furniture[:1])
    move = {"printed": "责编 甲", "after": "排起长队。", "reason": "test"}
    corrections = Corrections.model_validate({"version": 1, "move": [move]})
    edited_layout = edit(layout, PAGE, corrections, "a.yml").layout
    assert edited_layout.articles[1].byline == ("责编 甲",)


def test_move_brings_furniture_back() -> None:
    layout, _ = edited(move=[{"printed": "责编 甲", "after": "排起长队。"}])
    assert shown(layout)[1][-1] == "责编甲"
    assert len(layout.furniture) == 1


def test_furniture_is_lifted_out() -> None:
    layout, _ = edited(furniture=[{"printed": "粮站排起长队。", "what": "box label"}])
    assert shown(layout)[1] == ["今年稻谷每斤涨一角。"]
    assert [piece.span for piece in layout.furniture][1] == where("粮站排起长队。")


def test_headlines_printed_and_own() -> None:
    layout, _ = edited(
        headline=[
            {"article": "县里昨夜", "printed": "粮站排起长队。"},
            {"article": "今年稻谷", "own": "粮价"},
        ]
    )
    first, second = layout.articles
    assert first.headline is not None
    assert (first.headline.text, first.headline_source) == ("粮站排起长队。", "printed")
    assert second.headline is not None
    assert (second.headline.text, second.headline_source) == ("粮价", "editor")
    assert second.body[0].passage.text == "粮价涨了"


@pytest.mark.parametrize("right", ["二角", "两角钱整", "", "角"])
def test_text_is_corrected_and_the_print_is_kept(right: str) -> None:
    layout, _ = edited(text=[{"printed": "一角", "right": right}])
    paragraph = layout.articles[1].body[0].passage
    assert paragraph.text == f"今年稻谷每斤涨{right}。粮站排起长队。"
    end = len(paragraph.text)
    assert paragraph.source(end - 1, end) == Span(where("队。").end - 1, where("队。").end)


def test_an_insertion_keeps_the_print_behind_it() -> None:
    layout, _ = edited(text=[{"printed": "稻谷每斤涨一角", "right": "稻谷收购价每斤涨一角"}])
    passage = layout.articles[1].body[0].passage
    at = passage.text.index("每斤")
    assert passage.source(at, at + 2) == where("每斤")
    assert passage.source(at - 3, at) is None


def test_a_date_needs_no_quotes() -> None:
    rows = [{"article": "x", "date": told, "reason": "r"} for told in (dt.date(2031, 5, 6), 2031)]
    dates = Corrections.model_validate({"version": 1, "date": rows}).date
    assert [row.date for row in dates] == ["2031-05-06", "2031"]


def test_kind_genre_and_doubt() -> None:
    layout, _ = edited(
        kind=[{"printed": "今年稻谷", "kind": "caption"}],
        genre=[{"article": "今年稻谷", "genre": "photo"}],
        doubt=[{"printed": "今年稻谷", "note": "原文有脱漏"}],
    )
    article = layout.articles[1]
    assert (article.body[0].kind, article.genre) == ("caption", "photo")
    assert (article.body[0].is_doubtful, article.body[0].doubt) == (True, "原文有脱漏")


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ({"split": [{"before": "没有这句"}]}, "stale-correction"),
        ({"split": [{"before": "涨"}]}, "stale-correction"),  # stands there more than once
        ({"split": [{"before": "责编"}]}, "stale-correction"),  # furniture
        ({"split": [{"before": "县里昨夜"}]}, "idle-correction"),
        ({"genre": [{"article": "今年", "genre": "news"}]}, "idle-correction"),
        (
            {"text": [{"printed": "一角", "right": "二角"}, {"printed": "一角", "right": "三角"}]},
            "contradicting-corrections",
        ),
    ],
)
def test_what_does_not_fit_is_told(entries: Mapping[str, object], code: str) -> None:
    assert code in edited(**entries)[1]


@pytest.mark.parametrize(
    "entries",
    [
        {
            "genre": [
                {"article": "县里昨夜", "genre": "list"},
                {"article": "了水", "genre": "photo"},
            ]
        },
        {
            "kind": [
                {"printed": ["县里昨夜", "今年稻谷"], "kind": "list"},
                {"printed": "粮站", "kind": "note"},
            ]
        },
        {"text": [{"printed": "一角", "right": "二角"}, {"printed": "涨一角", "right": "涨两角"}]},
        {
            "doubt": [{"printed": "粮站", "note": "有脱漏"}],
            "confirm": [{"printed": "今年稻谷", "doubt": "text"}],
        },
    ],
)
def test_one_thing_quoted_in_two_ways_can_be_contradicted(entries: Mapping[str, object]) -> None:
    assert edited(**entries)[1].count("contradicting-corrections") == 1


def test_what_is_confirmed_is_in_doubt_no_more_and_never_idle() -> None:
    doubted = Paragraph("paragraph", passage("县里昨夜下了大雨，山塘都满"), None, True, "有重复")
    first, second = LAYOUT.articles
    layout = replace(LAYOUT, articles=(replace(first, body=(doubted, first.body[1])), second))
    rows = [
        {"printed": ["县里昨夜", "今年稻谷"], "doubt": "text", "reason": "r"},
        {"printed": "雨后山塘满", "doubt": "headline", "reason": "r"},
    ]
    told = Corrections.model_validate({"version": 1, "confirm": rows})
    done = edit(layout, PAGE, told, "a.yml")
    assert (done.findings, done.done) == ((), (("confirm", 0), ("confirm", 1)))
    assert not done.layout.articles[0].body[0].is_doubtful
    assert [f.code for f in edit(layout, PAGE, stale_confirmation(), "a.yml").findings] == [
        "stale-correction"
    ]


def stale_confirmation() -> Corrections:
    row = {"printed": "没有这句", "doubt": "text", "reason": "r"}
    return Corrections.model_validate({"version": 1, "confirm": [row]})


def test_a_headline_of_two_pieces_may_take_furniture() -> None:
    pieces = ["热点", "雨后山塘满"]
    layout, codes = edited(headline=[{"article": "县里昨夜", "printed": pieces, "separator": " "}])
    headline = layout.articles[0].headline
    assert (codes, headline and headline.text) == ([], "热点 雨后山塘满")
    assert headline is not None
    assert headline.source(2, 3) is None  # the space is the editor's


def test_a_byline_is_told_or_taken_away() -> None:
    layout, _ = edited(byline=[{"article": "今年稻谷", "printed": "粮站"}])
    assert layout.articles[1].byline == ("粮站",)
    assert layout.articles[1].body[0].kind == "paragraph"
    _, codes = edited(byline=[{"article": "今年稻谷", "printed": "责编 甲"}])
    assert codes == ["stale-correction"]


@pytest.mark.parametrize(
    ("printed", "right", "byline"),
    [
        ("粮站排起", "粮库排起", "粮库"),
        ("一角。粮站", "一角。米站", "米站"),
        ("站", "", "粮"),
        ("粮站", "粮管站", "粮管站"),
        ("涨一角", "涨二角", "粮站"),
        ("排起", "摆起", "粮站"),
        ("站排", "库摆", "粮站"),  # the byline ends inside what is wrong
    ],
)
def test_what_is_corrected_in_a_byline_is_so_wherever_it_is_told(
    printed: str, right: str, byline: str
) -> None:
    told = [{"article": "今年稻谷", "printed": "粮站"}]
    layout, codes = edited(byline=told, text=[{"printed": printed, "right": right}])
    assert (codes, layout.articles[1].byline) == ([], (byline,))


def test_what_is_corrected_in_a_dateline_is_so_where_it_is_told() -> None:
    told = replace(LAYOUT.articles[1], dateline="今年稻谷")
    layout = replace(LAYOUT, articles=(LAYOUT.articles[0], told))
    entries = {"version": 1, "text": [{"printed": "今年", "right": "明年", "reason": "r"}]}
    found = edit(layout, PAGE, Corrections.model_validate(entries), "a.yml")
    assert found.layout.articles[1].dateline == "明年稻谷"


@pytest.mark.parametrize(
    "entry",
    [
        {"kind": [{"printed": ["一", "二"], "nth": 1, "kind": "note", "reason": "r"}]},
        {"headline": [{"article": "一", "printed": "二", "separator": " ", "reason": "r"}]},
        {"person": [{"printed": "一", "reason": "r"}]},
        {"person": [{"printed": "一", "name": None, "not_name": "二", "reason": "r"}]},
        {"person": [{"printed": "一", "not_name": "二", "part": "speaker", "reason": "r"}]},
        {"page": {"page_number": "B01x"}},
    ],
)
def test_what_cannot_be_meant_is_refused(entry: Mapping[str, object]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        Corrections.model_validate({"version": 1, **entry})


def test_two_cuts_do_not_contradict_each_other() -> None:
    cuts = [{"before": "今年稻谷"}, {"before": "粮站排起"}]
    assert "contradicting-corrections" not in edited(paragraph=cuts)[1]


def test_an_article_may_become_its_own_headline() -> None:
    whole = "粮价涨了\n今年稻谷每斤涨一角。粮站排起长队。"
    row = {"article": "今年稻谷", "nth": 1, "printed": whole, "printed_nth": 1}
    for name in ("headline", "kicker", "subheadline"):
        layout, _ = edited(**{name: [dict(row)]})
        assert len(layout.articles) == 2


QUOTES = st.integers(0, len(TEXT) - 2).flatmap(
    lambda start: st.integers(start + 1, len(TEXT)).map(lambda end: TEXT[start:end])
)


@given(QUOTES, QUOTES, st.sampled_from(["join", "move", "headline", "furniture", "text"]))
def test_nothing_is_lost_whatever_is_asked(one: str, other: str, name: str) -> None:
    row: dict[str, object] = {
        "join": {"after": one, "next": other, "nth": 1, "next_nth": 1},
        "move": {"printed": one, "nth": 1, "after": other, "there_nth": 1},
        "headline": {"article": one, "nth": 1, "printed": other, "printed_nth": 1},
        "furniture": {"printed": one, "nth": 1, "what": "box label"},
        "text": {"printed": one, "nth": 1, "right": other},
    }[name]
    if one.strip() and other.strip():
        edited(**{name: [row]})
