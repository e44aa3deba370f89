"""What is learnt of names of bodies and of figures, by what it is read from."""

from __future__ import annotations

from wenzhai.kinds import find_links
from wenzhai.model import Article, Layout, Link, Page, Paragraph, Passage, Place, Run
from wenzhai.recognise.figures.candidates import Earlier, candidates, read_text
from wenzhai.recognise.figures.signs import Asked, Whole, nothing_signs, pick, read_signs
from wenzhai.recognise.organisations.learnt import spans
from wenzhai.recognise.organisations.traits import Reading

LETTERS = "本栏目今年共收到来信217封，已办结189件。"


def figures_of(text: str) -> list[Link]:
    body = (Paragraph("paragraph", Passage(text, (Run(0, 0, len(text)),))),)
    article = Article(None, "none", None, (), "news", (), None, body, 1.0)
    page = Page("page.txt", "page", text, "utf-8", "0" * 64)
    links = find_links(Layout((article,), ()), page, None)[0]
    return [link for link in links if link.mention.kind == "figure"]


def whats(text: str) -> list[str]:
    return [
        next((detail.value for detail in link.mention.details if detail.name == "what"), "")
        for link in figures_of(text)
    ]


def test_a_clause_without_the_end_of_a_name_is_not_read() -> None:
    reading = Reading("他种了三亩小麦，县渔业站来人看过。", [], [], [])
    assert [reading.text[low:high] for low, high in reading.clauses] == ["县渔业站来人看过"]
    assert len(reading.traits(*reading.clauses[0])) == len("县渔业站来人看过")


def test_names_are_read_from_tags() -> None:
    assert list(spans("OBIEOBE", 10)) == [(11, 14), (15, 17)]
    assert list(spans("BIIOE", 0)) == []


def test_the_thing_may_stand_behind_the_verb_or_a_figure_back() -> None:
    assert whats("当天，驿站的人领走147件包裹。") == ["包裹"]
    assert whats(LETTERS)[0] == "来信"


def test_what_an_earlier_figure_counts_is_a_candidate() -> None:
    start = LETTERS.index("189")
    end = start + len("189件")
    around = read_text(LETTERS, [(9, 13), (start, end)], [])
    found = candidates(start, end, around, None, [Earlier(13, "封", "来信")])
    at = LETTERS.index("来信")
    assert (at, at + 2) in found
    assert not any(a < end and start < b for a, b in found)


def test_places_and_people_are_not_counted() -> None:
    text = "青禾县王大有领走12件包裹"
    around = read_text(text, [(8, 11)], [(0, 3), (3, 6)])
    assert list(candidates(8, 11, around, None, ())) == [(6, 8), (11, 13)]


def test_weights_decide_and_nothing_may_win() -> None:
    text = "当天领走147件包裹"
    around = read_text(text, [(4, 8)], [])
    asked = Asked(Place("body", 0), 4, 8, "147", "件", None, ())
    whole = Whole(text, "")
    at = text.index("包裹")
    assert pick({"word 包裹": 1.0}, asked, around, whole) == (at, at + 2)
    assert pick({"word 包裹": 1.0, "nothing": 2.0}, asked, around, whole) is None
    assert all("nothing" in sign for sign in nothing_signs(asked, around))


def test_signs_of_strange_text_are_signs() -> None:
    text = "<script>\t3件</script>\u3000“&amp;”5件"
    around = read_text(text, [(9, 11)], [])
    asked = Asked(Place("body", 0), 9, 11, "3", "件", None, ())
    assert all(signs for _, signs in read_signs(asked, around, Whole(text, text)))
    assert len(figures_of(text)) == 2
