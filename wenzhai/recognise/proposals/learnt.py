"""Proposals that the grammar found -> those that all sentences of the article together tell.

A conditional random field over the sentences of an article says which propose something and which
go on with it; what the grammar found is a trait among others. It was fitted on labelled articles by
`bench/fit_proposals.py` (`data/proposals.crf`). Who proposes stays the grammar's to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pycrfsuite

from wenzhai.crf import load_tagger
from wenzhai.model import Detail, Place
from wenzhai.recognise.proposals.cues import cues
from wenzhai.recognise.proposals.elsewhere import nearest
from wenzhai.recognise.proposals.proposers import proposers
from wenzhai.recognise.proposals.setting import Setting, Told, detail, sentences
from wenzhai.recognise.proposals.traits import Seen, read_traits

BEGINS, GOES_ON, NONE = "begins", "goes-on", "none"
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
    tags = model().tag(read_traits(rows, setting))
    made = [told for run in _runs(rows, tags) if (told := _told(run, inside, setting))]
    return sorted([*kept, *made], key=lambda told: (setting.rank[told.place], told.start))


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


def _told(run: Sequence[Seen], found: Sequence[Told], setting: Setting) -> Told | None:
    """None where nobody can be told who proposes."""
    pieces: list[tuple[Place, int, int]] = []
    for row in run:
        if pieces and pieces[-1][0] == row.place:
            pieces[-1] = (row.place, pieces[-1][1], row.sentence.end)
        else:
            pieces.append((row.place, *row.sentence))
    place, start, end = pieces[0]
    more = [Detail("more", *piece, "") for piece in pieces[1:]]
    numbers = [row.found for row in run if row.found]
    if numbers:
        own = found[max(numbers, key=lambda n: (numbers.count(n), -n)) - 1]
        named = [one for one in own.details if one.name in ("who", "whom")]
        return Told(place, start, end, own.cue, (*named, *more))
    who = tuple(_who(run[0], setting))
    return Told(place, start, end, LEARNT, (*who, *more)) if who else None


def _who(row: Seen, setting: Setting) -> Iterator[Detail]:
    """By a cue, in the sentence, or wherever whoever speaks was named."""
    place, one = row.place, row.sentence
    text = setting.texts[place]
    speaker = setting.speaker_of(place)
    for match in setting.lexicon.cue.finditer(text, *one):
        who = proposers(match, one, place, setting, speaker)
        if who:
            yield from who
            return
    named = [
        link
        for link in setting.within(place, one.start, one.end)
        if not setting.lexicon.object_marks.search(text, one.start, link.mention.start)
    ]
    people = [link for link in named if link.mention.kind == "person"]
    group = setting.lexicon.groups.search(text, *one)
    own = setting.own() if setting.is_own() or setting.is_letter else None
    if people:
        yield detail(people[0])
    elif group is not None:
        yield Detail("who", place, *group.span(), group[0])
    elif named:
        yield detail(named[0])
    elif own is not None:
        yield detail(own)
    else:
        yield from nearest(place, one, setting)
