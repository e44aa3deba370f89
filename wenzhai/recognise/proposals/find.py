"""Scene -> proposals: who proposes what to whom, and what was answered.

A proposal is the sentence in which somebody proposes and those that go on with it, the
paragraphs of its list included. A document whose title says what should be done counts where
its article tells no more of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from wenzhai.model import Article, Detail, Layout, Link, Mention, Place
from wenzhai.recognise.proposals.answers import answers
from wenzhai.recognise.proposals.cues import cues
from wenzhai.recognise.proposals.extent import extent, listed
from wenzhai.recognise.proposals.headed import contributed, headed, places_of
from wenzhai.recognise.proposals.joined import joined
from wenzhai.recognise.proposals.learnt import settled
from wenzhai.recognise.proposals.lexicon import ProposalLexicon, load_proposals
from wenzhai.recognise.proposals.proposers import proposers
from wenzhai.recognise.proposals.replies import with_replies
from wenzhai.recognise.proposals.setting import Sentence, Setting, Told, sentences, setting_of
from wenzhai.recognise.proposals.spoken import closings, with_attribution, with_quotation
from wenzhai.recognise.proposals.voices import Voice, goes_on, next_voice, opening_voice

Links = tuple[tuple[Link, ...], ...]
SILENT = frozenset(["crosshead", "question", "caption"])
"""Kinds of paragraphs in which nobody proposes."""
CONFIDENCE = {"verb": 0.9, "told": 0.9, "mine": 0.85, "titled": 0.6, "opinion": 0.7, "ask": 0.7}
CONFIDENCE_ELSE = 0.75
COLON = "："


def find_proposals(layout: Layout, known: Links) -> Links:
    """Proposals article by article; `known` holds persons and organisations."""
    lexicon = load_proposals()
    found = [
        tuple(_of_article(article, links, lexicon))
        for article, links in zip(layout.articles, known, strict=True)
    ]
    return with_replies(layout, found, lexicon)


def _of_article(
    article: Article, links: Sequence[Link], lexicon: ProposalLexicon
) -> Iterator[Link]:
    texts = [passage.text for _, passage in article.passages()]
    may_tell = any(COLON in text for text in texts)  # the cheap test first: most articles have one
    if not may_tell and not any(lexicon.may_tell.search(text) for text in texts):
        return
    setting = setting_of(article, links, lexicon)
    found = settled(by_grammar(setting), setting)
    for told, replies in zip(found, answers(found, setting), strict=True):
        yield _link(told, setting, (*told.details, *replies))


def by_grammar(setting: Setting) -> list[Told]:
    """What its cues and forms tell, in reading order."""
    found = list(headed(setting))
    inside = {place for told in found for place in places_of(told)}
    for number, paragraph in enumerate(setting.article.body):
        if paragraph.kind not in SILENT and Place("body", number) not in inside:
            at = Place("body", number)
            every = _of_passage(at, setting, setting.speaker_of(at))
            here = sorted(every, key=lambda one: one.start)
            found.extend(here or contributed(Place("body", number), setting))
    found.sort(key=lambda told: (setting.rank[told.place], told.start))
    if any(told.cue != "titled" for told in found):
        found = [told for told in found if told.cue != "titled"]
    return joined(found, setting)


def _of_passage(place: Place, setting: Setting, speaker: str | None) -> Iterator[Told]:
    voice = opening_voice(place, setting, speaker)
    text = setting.texts[place]
    every = sentences(text)
    spotted = [tuple(setting.lexicon.cue.finditer(text, *one)) for one in every]
    if voice is None and not any(spotted):
        return
    closed = list(closings(every, place, setting))
    yield from closed
    done = -1
    for number, one in enumerate(every):
        if one.start < done or any(t.start < one.end and one.start < t.end for t in closed):
            continue
        said = cues(spotted[number], one, place, setting)
        who = _who(said, one, place, setting, speaker)
        if (
            said
            and voice is not None
            and setting.lexicon.self_named.search(text, one.start, said[0].end())
        ):
            who = voice.who
        if who:
            first = said[0]
            done = extent(every, number, first, place, setting)
            done = with_attribution(done, every, place, setting)
            start = with_quotation(one.start, first.start(), every, place, setting)
            more = tuple(listed(place, done, setting))
            name = "hope" if first.lastgroup == "to" else first.lastgroup or ""
            whom = tuple(_whom(first, one, place, setting))[:1]
            yield Told(place, start, done, name, (*who, *whom, *more))
            voice = Voice(who, "voice")
            continue
        if voice is not None and goes_on(one, place, setting):
            done = with_attribution(one.end, every, place, setting)
            yield Told(place, one.start, done, "carried", voice.who)
        else:
            is_said = bool(spotted[number])
            voice = next_voice(one, place, setting, speaker, voice, is_said=is_said)


def _who(
    said: Sequence[re.Match[str]],
    one: Sentence,
    place: Place,
    setting: Setting,
    speaker: str | None,
) -> tuple[Detail, ...]:
    """Of every cue of the sentence: 甲建议……；乙认为……."""
    found = [d for match in said for d in proposers(match, one, place, setting, speaker)]
    return tuple({detail.value: detail for detail in found}.values())


def _whom(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> Iterator[Detail]:
    """希望|交警部门, 向|市体校|提议."""
    if match.lastgroup in ("hope", "to") and match["to"]:
        yield Detail("whom", place, *match.span("to"), match["to"])
    asked = setting.lexicon.asked.search(setting.texts[place], one.start, match.start())
    if asked is not None:
        yield Detail("whom", place, *asked.span("to"), asked["to"])


def _link(told: Told, setting: Setting, details: tuple[Detail, ...]) -> Link:
    texts = {place: passage.text for place, passage in setting.article.passages()}
    pieces = [texts[told.place][told.start : told.end]]
    pieces += [texts[d.place][d.start : d.end] for d in details if d.name == "more"]
    printed = "".join("".join(pieces).split())
    identity = "p-" + hashlib.sha256(printed.encode()).hexdigest()[:10]
    confidence = CONFIDENCE.get(told.cue, CONFIDENCE_ELSE)
    mention = Mention(
        "proposal",
        told.place,
        told.start,
        told.end,
        printed,
        "proposal",
        f"cue-{told.cue}",
        confidence,
        details=details,
    )
    who = "、".join(detail.value for detail in details if detail.name == "who")
    return Link(mention, identity, (identity,), mention.rule, f"{who} proposes", confidence)
