"""Candidates of a page -> the same, each as long as the page prints it elsewhere.

采药人黄卜能坠入 leaves open where the name ends; when 黄卜 stands several times and 能 always
follows, the name has three characters, and when the third follows only once, it has two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from wenzhai.recognise.persons.candidate import Candidate
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.reading import Reading, choose
from wenzhai.recognise.persons.tokens import is_listed
from wenzhai.recognise.persons.wordlists import places_of

SHORT, LONG = 2, 3  # code points of a Han name
ALWAYS = 2  # occurrences from which on the same following character is part of the name
ALWAYS_ACT = 3  # ... when that character may be a verb too
CLEARLY = 2.0  # evidence
PEOPLES = ("ethnic-form", "sound")
OPEN = ("title-before", "acts", "agent-before", "clause-start", "speech-verb", "governed")
"""Rules by which a name's end is only inferred."""


def following_characters(
    texts: Iterable[str], candidates: Iterable[Candidate]
) -> Mapping[str, Counter[str]]:
    """What stands after the first two characters of the candidates wherever a text has them."""
    stems = {c.name[:SHORT] for c in candidates if c.form == "full" and len(c.name) <= LONG}
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    firsts = {stem[0] for stem in stems}
    for text in texts:
        for at in places_of(firsts, text):
            stem = text[at : at + SHORT]
            if stem in stems:
                found[stem][text[at + SHORT : at + LONG]] += 1
    return found


def settled_peoples(articles: list[list[Reading]]) -> list[list[Reading]]:
    """Names of other peoples as the page prints them most clearly: of 额尔敦仓当 and 额尔敦, where
    庭长额尔敦仓 stands once, the same."""
    clearest: dict[str, float] = {}
    for readings in articles:
        for reading in readings:
            for c in reading.chosen:
                if c.rule in PEOPLES and len(c.name) > SHORT:
                    clearest[c.name] = max(clearest.get(c.name, 0.0), c.score)
    if len(clearest) < SHORT:
        return articles
    return [[_as_clearest(reading, clearest) for reading in readings] for readings in articles]


def _as_clearest(reading: Reading, clearest: Mapping[str, float]) -> Reading:
    changed = False
    chosen: list[Candidate] = []
    for c in reading.chosen:
        is_open = c.rule in PEOPLES or c.rule == "repeated"
        better = _clearer(c, reading.text, clearest) if is_open else None
        if better is None:
            chosen.append(c)
            continue
        changed = True
        chosen.append(replace(c, end=c.start + len(better), name=better, score=clearest[better]))
    return replace(reading, chosen=choose(chosen)) if changed else reading


def _clearer(c: Candidate, text: str, clearest: Mapping[str, float]) -> str | None:
    """A name that begins at the same place and is surer, longer or shorter."""
    own = clearest.get(c.name, c.score)
    others = [
        name
        for name, score in clearest.items()
        if score > own + CLEARLY
        and name != c.name
        and (name.startswith(c.name) or c.name.startswith(name))
        and text.startswith(name, c.start)
    ]
    return max(others, key=lambda name: (clearest[name], name)) if others else None


def settle_length(
    candidate: Candidate, text: str, follows: Mapping[str, Counter[str]], lexicon: PersonLexicon
) -> Candidate:
    """The candidate with the length that the page's other places speak for."""
    name = candidate.name
    if candidate.form != "full" or candidate.rule not in OPEN or name[:1] not in lexicon.surnames:
        return candidate
    if name[:SHORT] in lexicon.compound:
        return candidate
    counts = follows.get(name[:SHORT], Counter())
    total = sum(counts.values())
    if len(name) == SHORT and len(counts) == 1:
        (last,) = counts
        is_act = bool(lexicon.acts.after(last, 0) or lexicon.speech.after(last, 0))
        is_titled = lexicon.trailing.after(text, candidate.end) >= SHORT
        least = ALWAYS_ACT if is_act else ALWAYS
        if total >= least and last.isalpha() and not is_titled and last not in "的等":
            end = candidate.end + 1
            return replace(candidate, end=end, name=text[candidate.start : end])
    if len(name) == LONG and total > 1 and counts[name[-1]] == 1:
        last = name[-1]
        runs_on = is_listed(text[candidate.end - 1 : candidate.end + 1])
        if lexicon.acts.after(last, 0) or lexicon.speech.after(last, 0) or runs_on:
            return replace(candidate, end=candidate.end - 1, name=name[:-1])
    return candidate
