"""Scene -> proposals: who proposes, in which sentences, and what was answered.

A proposal is the sentence with 建议 as a verb (or its like) and those that go on with it. Who
proposes stands in front of the cue; else it is whom the words before speak of.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wenzhai.model import Article, Detail, Layout, Link, Mention, Passage, Place
from wenzhai.recognise.proposals.lexicon import ProposalLexicon, load_proposals

Links = tuple[tuple[Link, ...], ...]
SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]?[”’]?")
WHOLE_FROM = 4  # code points into a paragraph at which 建议 makes all of it the proposal
TITLE_MAX = 4  # code points between a name and 提出: 石丽委员提出
CONFIDENCE = 0.8
REPORTING = frozenset({"reporter", "photographer", "editor"})


class Sentence(NamedTuple):
    """Half-open, code points of the passage."""

    start: int
    end: int


class Told(NamedTuple):
    """A proposal in a paragraph."""

    place: Place
    start: int
    end: int
    cue: str
    who: tuple[Detail, ...]


def find_proposals(layout: Layout, known: Links) -> Links:
    """Proposals article by article; `known` holds persons and organisations."""
    lexicon = load_proposals()
    return tuple(
        tuple(_of_article(article, links, lexicon))
        for article, links in zip(layout.articles, known, strict=True)
    )


def _of_article(
    article: Article, links: Sequence[Link], lexicon: ProposalLexicon
) -> Iterator[Link]:
    passages = article.passages()
    if not any(lexicon.cue.search(passage.text) for _, passage in passages):
        return
    rank = {place: number for number, (place, _) in enumerate(passages)}
    named = sorted(
        (link for link in links if _may_propose(link)),
        key=lambda link: (rank[link.mention.place], link.mention.start),
    )
    found: list[Told] = []
    for place, passage in passages:
        if place.field == "body" and article.body[place.number].kind not in (
            "crosshead",
            "question",
        ):
            speaker = article.body[place.number].speaker
            found.extend(_of_passage(place, passage, named, rank, lexicon, speaker))
    answers = list(_answers(article, found, lexicon))
    for number, told in enumerate(found):
        text = dict(passages)[told.place].text
        details = (*told.who, *_answers_to(number, found, answers, rank))
        yield _link(told, text, details)


def _may_propose(link: Link) -> bool:
    mention = link.mention
    if mention.kind == "person":
        return mention.part not in REPORTING
    return mention.kind == "organisation"


def _of_passage(
    place: Place,
    passage: Passage,
    named: Sequence[Link],
    rank: dict[Place, int],
    lexicon: ProposalLexicon,
    speaker: str | None,
) -> Iterator[Told]:
    text = passage.text
    if lexicon.cue.search(text) is None:
        return
    sentences = [Sentence(*m.span()) for m in SENTENCE.finditer(text) if m[0].strip()]
    done = -1
    for number, one in enumerate(sentences):
        if one.start < done:
            continue
        cue = _cue(text, one, place, named, lexicon)
        if cue is None:
            continue
        who = tuple(_who(text, place, one, cue, named, rank, lexicon))
        if cue.lastgroup == "mine" and speaker:
            who = (Detail("who", place, 0, min(len(speaker), len(text)), speaker),)
        if not who:
            continue
        done = _extent(text, sentences, number, cue, place, named, lexicon)
        yield Told(place, one.start, done, cue.lastgroup or "", who)


def _cue(
    text: str, one: Sentence, place: Place, named: Sequence[Link], lexicon: ProposalLexicon
) -> re.Match[str] | None:
    for match in lexicon.cue.finditer(text, *one):
        if match.lastgroup == "says":
            is_persons = any(
                link.mention.kind == "person"
                and link.mention.place == place
                and one.start <= link.mention.start
                and 0 <= match.start() - link.mention.end <= TITLE_MAX
                for link in named
            )
            if not (is_persons and lexicon.demands.search(text, match.end(), one.end)):
                continue
        if match.lastgroup == "verb":
            before = text[max(one.start, match.start() - 14) : match.start()]
            if lexicon.noun_before.search(before) or lexicon.noun_after.search(
                text[match.end() : one.end]
            ):
                continue
        if match.lastgroup == "group" and match[0][-3:-1] not in lexicon.verbs:
            if not lexicon.demands.search(text, match.end(), one.end):
                continue
            if "认为" in match[0]:
                continue
        return match
    return None


def _who(
    text: str,
    place: Place,
    one: Sentence,
    cue: re.Match[str],
    named: Sequence[Link],
    rank: dict[Place, int],
    lexicon: ProposalLexicon,
) -> Iterator[Detail]:
    here = [
        link
        for link in named
        if link.mention.place == place and one.start <= link.mention.start < cue.start()
    ]
    is_title = any(link.mention.end == cue.start() for link in here)  # 刘庆和|委员建议
    group = lexicon.speaker.match(text, cue.start())
    if cue.lastgroup == "verb" and not is_title:
        group = lexicon.bodies.search(text, max(one.start, cue.start() - 8), cue.start())
        is_title = group is not None and any(link.mention.end == group.start() for link in here)
    if group and not is_title:
        yield Detail("who", place, *group.span(), group[0])
        return
    if here:
        yield _detail(_nearest(here))
        return
    report = list(lexicon.reports.finditer(text, one.start, cue.start()))
    group = lexicon.speaker.search(text, one.start, cue.start())
    at = (rank[place], one.start)
    before = [link for link in named if (rank[link.mention.place], link.mention.start) < at]
    if report:
        yield Detail("who", place, *report[-1].span(), report[-1][0])
        bodies = [link for link in before if link.mention.kind == "organisation"]
        if bodies:
            yield _detail(bodies[0])
        return
    if group:
        yield Detail("who", place, *group.span(), group[0])
        return
    people = [link for link in before if link.mention.kind == "person"]
    if people:
        yield _detail(people[-1])
    elif cue.lastgroup == "hope":
        signed = [link for link in named if link.mention.kind == "person"]
        if signed:
            yield _detail(signed[0])


def _nearest(here: Sequence[Link]) -> Link:
    """A person before the body that the person belongs to."""
    people = [link for link in here if link.mention.kind == "person"]
    return (people or here)[-1]


def _detail(link: Link) -> Detail:
    mention = link.mention
    return Detail("who", mention.place, mention.start, mention.end, mention.name)


def _extent(
    text: str,
    sentences: Sequence[Sentence],
    number: int,
    cue: re.Match[str],
    place: Place,
    named: Sequence[Link],
    lexicon: ProposalLexicon,
) -> int:
    """Where the sentences that go on with the proposal end."""
    first = sentences[number]
    is_whole = number == 0 and cue.start() - first.start < WHOLE_FROM
    end = first.end
    for one in sentences[number + 1 :]:
        words = text[one.start : one.end].lstrip("“ ")
        is_other = any(
            link.mention.place == place and one.start <= link.mention.start < one.start + 12
            for link in named
        )
        if is_other or lexicon.other.search(words[:16]):
            break
        if not (is_whole or lexicon.going_on.match(words)):
            break
        end = one.end
    return end


def _answers(article: Article, found: Sequence[Told], lexicon: ProposalLexicon) -> Iterator[Detail]:
    """Sentences that reply, with those behind them in the paragraph."""
    if not found:
        return
    inside = {(told.place, told.start) for told in found}
    for place, passage in article.passages():
        if place.field != "body":
            continue
        for match in SENTENCE.finditer(passage.text):
            if (
                match[0].strip()
                and lexicon.answers.search(match[0])
                and (place, match.start()) not in inside
            ):
                end = len(passage.text) if match.start() == 0 else match.end()
                yield Detail("answer", place, match.start(), end, "")
                break


def _answers_to(
    number: int, found: Sequence[Told], answers: Sequence[Detail], rank: dict[Place, int]
) -> Iterator[Detail]:
    """Those that stand behind a proposal and before the next; all, for the only one."""
    told = found[number]
    start = (rank[told.place], told.start)
    after = found[number + 1] if number + 1 < len(found) else None
    stop = (rank[after.place], after.start) if after else (len(rank), 0)
    for answer in answers:
        if start < (rank[answer.place], answer.start) < stop or len(found) == 1:
            yield answer


def _link(told: Told, text: str, details: tuple[Detail, ...]) -> Link:
    printed = text[told.start : told.end]
    identity = "p-" + hashlib.sha256("".join(printed.split()).encode()).hexdigest()[:10]
    mention = Mention(
        "proposal",
        told.place,
        told.start,
        told.end,
        "".join(printed.split()),
        "proposal",
        f"cue-{told.cue}",
        CONFIDENCE,
        details=details,
    )
    who = "、".join(detail.value for detail in details if detail.name == "who")
    return Link(mention, identity, (identity,), mention.rule, f"{who} proposes", CONFIDENCE)
