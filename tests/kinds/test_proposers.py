"""Who proposes, chosen among all that are named."""

from __future__ import annotations

from wenzhai.kinds import KIND, Scene, find_names
from wenzhai.model import Article, Layout, Page, Paragraph, Passage, Run
from wenzhai.recognise.proposals import choice
from wenzhai.recognise.proposals.find import by_grammar
from wenzhai.recognise.proposals.learnt import BEGINS, GOES_ON, NONE, see, tags_of
from wenzhai.recognise.proposals.lexicon import load_proposals
from wenzhai.recognise.proposals.proposers import named_beside
from wenzhai.recognise.proposals.setting import Setting, setting_of

TEXTS = (
    "区政协委员成少华、沈春梅来到东河村。",
    "村民丁大山在村口等着。他建议，把废弃砖厂改成停车场。",
)


def setting() -> Setting:
    paragraphs: list[Paragraph] = []
    at = 0
    for text in TEXTS:
        paragraphs.append(Paragraph("paragraph", Passage(text, (Run(0, at, len(text)),))))
        at += len(text) + 1
    article = Article(None, "none", None, (), "news", (), None, tuple(paragraphs), 1.0)
    layout = Layout((article,), ())
    page = Page("page.txt", "page", "\n".join(TEXTS), "utf-8", "0" * 64)
    scene = Scene(layout, page, None, find_names(layout, page, None))
    links = scene.having(KIND["organisation"].links(scene)).links[0]
    return setting_of(article, links, load_proposals())


def last_sentence(of: Setting) -> choice.Run:
    rows = see(by_grammar(of), of)
    return choice.Run(rows[-1:], len(rows) - 1, rows, ())


def test_everybody_named_is_a_candidate_the_nearest_first() -> None:
    own = setting()
    names = [one.who.value for one in choice.candidates(last_sentence(own), own)]
    people = ["丁大山", "沈春梅", "成少华"]
    assert [name for name in names if name in people] == people


def test_weights_choose() -> None:
    own = setting()
    run = last_sentence(own)
    near = choice.pick({"person before": 1.0}, run, own)
    far = choice.pick({"person earlier": 1.0}, run, own)
    assert near is not None
    assert near.who.value == "丁大山"
    assert far is not None
    assert far.who.value == "沈春梅"
    assert far.link is not None
    assert [x.mention.name for x in named_beside(far.link, own)] == ["成少华", "沈春梅"]


def test_a_pronoun_is_whoever_was_named_last() -> None:
    own = setting()
    found = choice.choose(last_sentence(own), own)
    assert found is not None
    assert found.who.value == "丁大山"


class Tagger:
    """Chances by sentence: of none, and of beginning."""

    def __init__(self, rows: list[tuple[float, float]]) -> None:
        self.rows = rows

    def set(self, traits: object) -> None:
        del traits

    def marginal(self, tag: str, at: int) -> float:
        return self.rows[at][tag == BEGINS]


def test_sentences_are_told_by_their_chances() -> None:
    rows = [(0.9, 0.05), (0.55, 0.05), (0.3, 0.1), (0.2, 0.7), (0.95, 0.0)]
    tags = tags_of(Tagger(rows), [[]] * len(rows))
    assert tags == [NONE, BEGINS, GOES_ON, BEGINS, NONE]
