"""What holds for every text, and the score on the tuning pages."""

from __future__ import annotations

import itertools
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from persons.person_layouts import gold_pages, layout_of_gold, layout_of_lines, page_of

from wenzhai.recognise.persons import find_persons, load_lexicon
from wenzhai.resolve.persons import resolve_persons

TUNE = Path(__file__).parents[1] / "gold" / "tune"
AWKWARD = "王李某记者主席说·，、——（）“”：\n\u3000 1a高明欧阳𠀀*×老"
LEXICON = load_lexicon()
RECALL_FLOOR = 0.87  # of the tuning pages of all hands, measured 0.887
PRECISION_FLOOR = 0.95  # measured 0.960


@given(st.text(AWKWARD, max_size=40))
@example("记者")
@example("主席·")
@example("“王”王")
@settings(max_examples=150, deadline=None)
def test_mentions_are_names_in_their_passages(text: str) -> None:
    layout = layout_of_lines(text)
    found = find_persons(layout, page_of(text), LEXICON)
    passages = dict(layout.articles[0].passages())
    for mention in found[0]:
        printed = passages[mention.place].text[mention.start : mention.end]
        assert printed
        assert printed == printed.strip()
        assert 0 < mention.confidence < 1
        if mention.role is not None:
            assert mention.role.end <= mention.start or mention.role.start >= mention.end
            assert passages[mention.place].text[slice(*mention.role)].strip()
    spans = [(m.place.number, m.start, m.end) for m in found[0]]
    assert spans == sorted(spans)
    assert all(a[0] < b[0] or a[2] <= b[1] for a, b in itertools.pairwise(spans))
    assert found == find_persons(layout, page_of(text), LEXICON)
    assert [len(links) for links in resolve_persons(layout, found)] == [len(found[0])]


def test_names_on_the_tuning_pages_are_found() -> None:
    right = wrong = missed = 0
    for _, text, label in gold_pages(TUNE):
        layout = layout_of_gold(text, label)
        found = find_persons(layout, page_of(text), LEXICON)
        for article, mentions, entry in zip(layout.articles, found, label["articles"], strict=True):
            passages = dict(article.passages())
            gold = {tuple(span) for p in entry["persons"] for span in p["mentions"]}
            optional = [tuple(span) for span in entry.get("optional", [])]
            got = {tuple(passages[m.place].source(m.start, m.end) or (0, 0)) for m in mentions}
            extra = {
                s for s in got - gold if not any(s[0] < o[1] and o[0] < s[1] for o in optional)
            }
            right, wrong = right + len(got & gold), wrong + len(extra)
            missed += len(gold - got)
    assert right / (right + missed) >= RECALL_FLOOR
    assert right / (right + wrong) >= PRECISION_FLOOR
