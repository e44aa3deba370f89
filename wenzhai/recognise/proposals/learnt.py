"""Proposals that the grammar found -> those that all sentences of the article together tell.

A conditional random field over the sentences of an article says which propose something and which
go on with it; what the grammar found is a trait among others. It was fitted on labelled articles by
`bench/fit_proposals.py` (`data/proposals.crf`). Who proposes is chosen among all that are named
(`choice`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pycrfsuite

from wenzhai.crf import load_tagger
from wenzhai.model import Detail, Place
from wenzhai.recognise.proposals.choice import Run, choose
from wenzhai.recognise.proposals.cues import cues
from wenzhai.recognise.proposals.proposers import named_beside
from wenzhai.recognise.proposals.setting import Setting, Told, detail, sentences
from wenzhai.recognise.proposals.traits import Seen, read_traits

BEGINS, GOES_ON, NONE = "begins", "goes-on", "none"
DIGITS = 6  # of a chance; the last ones may differ from machine to machine
LIKELY = 0.4  # chance from which a sentence is of a proposal: best on folders left out
LEARNT = "learnt"
"""Cue of a proposal in which the grammar saw none."""


def model() -> pycrfsuite.Tagger:
    """Tags one article after the other."""
    return load_tagger("proposals.crf")


def settled(found: Sequence[Told], setting: Setting) -> list[Told]:
    """In reading order; what stands above the body is kept as it is."""
    kept = [told for told in found if told.place.field != "body"]
    inside = [told for told in found if told.place.field == "body"]
    rows = see(inside, setting)
    if not rows:
        return kept
    tags = tags_of(model(), read_traits(rows, setting))
    made = [told for run in _runs(rows, tags) if (told := _told(run, rows, inside, setting))]
    return sorted([*kept, *made], key=lambda told: (setting.rank[told.place], told.start))


def tags_of(tagger: pycrfsuite.Tagger, traits: Sequence[Sequence[str]]) -> list[str]:
    """By sentence, from the chances of each: what the likeliest row of tags would leave out counts,
    too, where it is likely enough."""
    tagger.set(traits)
    tags: list[str] = []
    for i in range(len(traits)):
        none, begins = (round(tagger.marginal(tag, i), DIGITS) for tag in (NONE, BEGINS))
        if 1 - none < LIKELY:
            tags.append(NONE)
        else:
            is_new = not tags or tags[-1] == NONE or begins > 1 - none - begins
            tags.append(BEGINS if is_new else GOES_ON)
    return tags


def see(found: Sequence[Told], setting: Setting) -> list[Seen]:
    """All sentences of the body, with what the grammar made of them."""
    rows: list[Seen] = []
    for number in range(len(setting.article.body)):
        place = Place("body", number)
        text = setting.texts[place]
        for k, one in enumerate(sentences(text)):
            spotted = tuple(setting.lexicon.cue.finditer(text, *one))
            said = cues(spotted, one, place, setting) if spotted else []
            inside = [
                n
                for n, told in enumerate(found, 1)
                if any(p == place and s < one.end and one.start < e for p, s, e in _pieces(told))
            ]
            rows.append(
                Seen(
                    place,
                    one,
                    k == 0,
                    tuple(match.lastgroup or "" for match in spotted),
                    tuple(match.lastgroup or "" for match in said),
                    max(inside, default=0),
                )
            )
    return rows


def _pieces(told: Told) -> Iterator[tuple[Place, int, int]]:
    yield told.place, told.start, told.end
    for more in told.details:
        if more.name == "more":
            yield more.place, more.start, more.end


def _runs(rows: Sequence[Seen], tags: Sequence[str]) -> Iterator[list[Seen]]:
    """Sentences of one proposal."""
    run: list[Seen] = []
    for row, tag in zip(rows, tags, strict=True):
        if run and tag != GOES_ON:
            yield run
            run = []
        if tag == BEGINS or (tag == GOES_ON and not run):
            run = [row]
        elif tag == GOES_ON:
            run.append(row)
    if run:
        yield run


def _told(
    run: Sequence[Seen], rows: Sequence[Seen], found: Sequence[Told], setting: Setting
) -> Told | None:
    """None where the article names nobody who may propose it."""
    pieces: list[tuple[Place, int, int]] = []
    for row in run:
        if pieces and pieces[-1][0] == row.place:
            pieces[-1] = (row.place, pieces[-1][1], row.sentence.end)
        else:
            pieces.append((row.place, *row.sentence))
    place, start, end = pieces[0]
    own = grammar_of(run, found)
    details = own.details if own else ()
    by_grammar = tuple(one for one in details if one.name == "who")
    who = _who(Run(run, rows.index(run[0]), rows, by_grammar), setting)
    if not who:
        return None
    whom = [one for one in details if one.name == "whom"]
    more = [Detail("more", *piece, "") for piece in pieces[1:]]
    return Told(place, start, end, own.cue if own else LEARNT, (*who, *whom, *more))


def _who(run: Run, setting: Setting) -> tuple[Detail, ...]:
    """Whoever is likeliest, with all who are named beside: 张三、李四和王五建议."""
    chosen = choose(run, setting)
    if chosen is None:
        return ()
    if any(own.value == chosen.who.value for own in run.by_grammar):
        return run.by_grammar
    if chosen.link is None:
        return (chosen.who,)
    return tuple(map(detail, named_beside(chosen.link, setting)))


def grammar_of(run: Sequence[Seen], found: Sequence[Told]) -> Told | None:
    """What the grammar has most of these sentences in."""
    numbers = [row.found for row in run if row.found]
    return found[max(numbers, key=lambda n: (numbers.count(n), -n)) - 1] if numbers else None
