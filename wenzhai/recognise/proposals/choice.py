"""Sentences that propose something -> who does, among all that the article names.

The grammar's answer (`proposers`) is one sign among others: where somebody is named, what stands
beside the name, who spoke last, who signed. The weights are log-odds against the other candidates,
fitted on labelled proposals by `bench/fit_proposers.py` (`data/proposer_signs.tsv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wenzhai.model import Detail, Link, Place
from wenzhai.recognise.proposals.setting import FIRST, Setting, detail
from wenzhai.recognise.proposals.traits import Seen
from wenzhai.recognise.words import Word, words_of
from wenzhai.weights import load_weights

BACK = 3  # sentences in front in which groups of people are looked for
STEPS = (0, 1, 2, 4, 8, 16)  # of a distance
PRONOUN = re.compile(r"他们|她们|[他她]|这[位名]|该|大家")
OBJECT = re.compile(r"[向对请让给由被把将]$|希望$|建议$|要求$|感谢$")


class Candidate(NamedTuple):
    """Somebody who may propose."""

    who: Detail
    kind: str
    """"person", "organisation", "group", "speaker" or "else"."""
    link: Link | None


class Run(NamedTuple):
    """Sentences of one proposal in their article, and whom the grammar takes for its proposer."""

    rows: Sequence[Seen]
    at: int
    """Number of the first of them among all sentences of the article."""
    every: Sequence[Seen]
    by_grammar: tuple[Detail, ...]


def choose(run: Run, setting: Setting) -> Candidate | None:
    """None where the article names nobody."""
    return pick(load_weights("proposer_signs.tsv"), run, setting)


def pick(table: Mapping[str, float], run: Run, setting: Setting) -> Candidate | None:
    """The same by any weights; of equals the first."""
    best, most = None, 0.0
    for candidate, signs in read_signs(run, setting):
        points = sum(table.get(sign, 0.0) for sign in signs)
        if best is None or points > most:
            best, most = candidate, points
    return best


def candidates(run: Run, setting: Setting) -> list[Candidate]:
    """Each name once, where it stands nearest: in the sentences, else last before, else anywhere."""
    found: dict[str, Candidate] = {}
    inside = [link for row in run.rows for link in setting.within(row.place, *row.sentence)]
    first = run.rows[0]
    before = setting.before(first.place, first.sentence.start)[::-1]
    groups = _groups(run, setting)
    for link in (*inside, *before, *setting.named, *setting.signed, *setting.authors):
        if any(_is_part(link, group) for group in groups):
            continue  # 区政协|调研组
        kind = "person" if link.mention.kind == "person" else "organisation"
        found.setdefault(link.mention.name, Candidate(detail(link), kind, link))
    for who in groups:
        found.setdefault(who.value, Candidate(who, "group", None))
    signature = setting.signature()
    speaker = setting.speaker_of(first.place)
    for own in run.by_grammar:
        found.setdefault(own.value, Candidate(own, "else", None))
    if signature is not None:
        found.setdefault(signature.value, Candidate(signature, "speaker", None))
    if speaker:
        who = Detail("who", first.place, 0, len(speaker), speaker)
        found.setdefault(speaker, Candidate(who, "speaker", None))
    return list(found.values())


def _groups(run: Run, setting: Setting) -> list[Detail]:
    """委员们, 视察组: in the sentences, then in those in front."""
    return [
        Detail("who", row.place, *match.span(), match[0])
        for row in (*run.rows, *run.every[max(0, run.at - BACK) : run.at][::-1])
        for match in setting.lexicon.groups.finditer(setting.texts[row.place], *row.sentence)
    ]


def _is_part(link: Link, group: Detail) -> bool:
    """The body whose group it is."""
    own = link.mention
    is_inside = own.place == group.place and group.start <= own.start and own.end <= group.end
    is_body = own.kind == "organisation"
    return is_body and is_inside and own.end - own.start < group.end - group.start


def read_signs(run: Run, setting: Setting) -> list[tuple[Candidate, list[str]]]:
    every = candidates(run, setting)
    first = run.rows[0]
    text = setting.texts[first.place][slice(*first.sentence)]
    shared = _shared(text, first, setting)
    ranks: dict[tuple[str, str], int] = {}
    made = []
    for candidate in every:
        where = _where(candidate.who, run, setting)
        rank = ranks.get((candidate.kind, where), 0)
        ranks[candidate.kind, where] = rank + 1
        signs = list(_signs(candidate, where, min(rank, 3), run, setting))
        base = f"{candidate.kind} {where}"
        signs += [f"{base} {sign}" for sign in shared]
        made.append((candidate, signs))
    return made


def _shared(text: str, first: Seen, setting: Setting) -> list[str]:
    """Of the sentence in which the proposal begins."""
    speaker = setting.speaker_of(first.place)
    is_so = {
        "pronoun": PRONOUN.search(text) is not None,
        "first person": FIRST.search(text) is not None,
        "quotation": "“" in text,
        "begins a quotation": text.lstrip().startswith("“"),
        "begins a paragraph": first.is_first,
        "letter": setting.is_letter,
        "forum": setting.is_forum,
        "reported": setting.is_reported,
        "speaker": speaker is not None,
        "own": setting.is_own(),
    }
    found = [name for name, is_there in is_so.items() if is_there]
    return found + [f"cue {name}" for name in sorted(set(first.spotted))]


def _where(who: Detail, run: Run, setting: Setting) -> str:
    """In the first sentence, a later one, in front in the paragraph, in an earlier one, above, behind."""
    for number, row in enumerate(run.rows):
        if row.place == who.place and row.sentence.start <= who.start < row.sentence.end:
            return "first" if number == 0 else "later"
    first = run.rows[0]
    if who.place == first.place:
        return "before" if who.start < first.sentence.start else "behind"
    if who.place.field != "body":
        return "above"
    return "earlier" if setting.rank[who.place] < setting.rank[first.place] else "below"


def _signs(
    candidate: Candidate, where: str, rank: int, run: Run, setting: Setting
) -> Iterator[str]:
    who, kind = candidate.who, candidate.kind
    text = setting.texts[who.place]
    base = f"{kind} {where}"
    is_answer = any(who.value == own.value for own in run.by_grammar)
    yield base
    yield f"{base} rank {rank}"
    yield f"grammar {is_answer}"
    yield f"grammar {is_answer} {base}"
    yield f"grammar {bool(run.by_grammar)} {is_answer} {kind}"
    first = run.rows[0]
    if where == "first":
        yield f"{base} at {_step(who.start - first.sentence.start)}"
        cue = setting.lexicon.cue.search(text, *first.sentence)
        if cue is not None:
            side = "cue behind" if who.end <= cue.start() else "cue before"
            yield f"{base} {side}"
            yield f"{base} {side} {_step(abs(cue.start() - who.end))}"
        opened = text.count("“", 0, who.start) - text.count("”", 0, who.start)
        yield f"{base} quoted {opened > 0}"
    elif where == "before":
        between = sum(who.end <= row.sentence.start for row in _of(first.place, run))
        yield f"{base} sentences {min(4, between)}"
    elif where == "earlier":
        yield f"{base} paragraphs {_step(setting.rank[first.place] - setting.rank[who.place])}"
    for sign in _beside(who, text):
        yield f"{kind} {sign}"
        yield f"{base} {sign}"
    if candidate.link is not None:
        yield from _of_link(candidate.link, base, setting)


def _of(place: Place, run: Run) -> list[Seen]:
    """Sentences of a paragraph in front of the proposal."""
    return [row for row in run.every[: run.at] if row.place == place]


def _beside(who: Detail, text: str) -> list[str]:
    """Words and characters in front of the name and behind it."""
    words = words_of(text)
    behind = [word for word in words if word.start >= who.end][:2]
    before = [word for word in words if word.end <= who.start][-1:]
    return [
        *(f"> {number} {word}" for number, word in enumerate(map(_text, behind))),
        f">> {' '.join(map(_text, behind))}",
        *(f"< {_text(word)}" for word in before),
        f"at {text[who.end : who.end + 1]}",
        f"object {OBJECT.search(text[: who.start][-3:]) is not None}",
    ]


def _text(word: Word) -> str:
    return f"#{word.tag}" if word.tag[0] in "nmtx" and len(word.text) > 1 else word.text


def _of_link(link: Link, base: str, setting: Setting) -> Iterator[str]:
    mention = link.mention
    times = sum(one.entity == link.entity for one in setting.named)
    yield f"{base} times {min(4, times)}"
    yield f"{base} part {mention.part}"
    yield f"{base} titled {mention.role is not None}"
    if mention.role is not None:
        role = setting.texts[mention.place][slice(*mention.role)]
        yield f"role {role[-2:]}"
    if link in setting.signed:
        yield f"signed {setting.is_letter}"
    if link in setting.authors:
        yield "author"


def _step(distance: int) -> int:
    return sum(distance > step for step in STEPS)
