"""Proposals of an article -> the sentences in which those who decide reply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wenzhai.model import Detail, Place
from wenzhai.recognise.proposals.setting import Sentence, Setting, Told, sentences

SUBJECT_REACH = 40  # code points from a decider to what is promised


def answers(found: Sequence[Told], setting: Setting) -> list[tuple[Detail, ...]]:
    """Parallel to the proposals: what stands behind each and before the next; for the only one
    also what stands before it."""
    if not found:
        return []
    replies = list(_replies(found, setting))
    given: list[tuple[Detail, ...]] = []
    for number, told in enumerate(found):
        start = (setting.rank[told.place], told.start)
        after = found[number + 1] if number + 1 < len(found) else None
        stop = (setting.rank[after.place], after.start) if after else (len(setting.rank), 0)
        own = [
            d
            for d, is_sure in replies
            if start < (setting.rank[d.place], d.start) < stop or (len(found) == 1 and is_sure)
        ]
        behind = [d for d in own if (setting.rank[d.place], d.start) > start]
        given.append(tuple(behind[:1] or own[:1]))
    return given


def _replies(found: Sequence[Told], setting: Setting) -> Iterator[tuple[Detail, bool]]:
    """With whether the words can only be a reply."""
    taken = [(t.place, t.start, t.end) for t in found]
    for place, text in setting.texts.items():
        if place.field != "body":
            continue
        every = sentences(text)
        for number, one in enumerate(every):
            if any(p == place and s < one.end and one.start < e for p, s, e in taken):
                continue
            words = text[one.start : one.end]
            is_sure = setting.lexicon.answers.search(words) is not None
            if is_sure or _is_promise(one, place, found, setting):
                yield Detail("answer", place, one.start, _end(every, number, text), ""), is_sure
                break


def _is_promise(one: Sentence, place: Place, found: Sequence[Told], setting: Setting) -> bool:
    """有关部门负责人表示，将……: only behind a proposal."""
    here = (setting.rank[place], one.start)
    if not any((setting.rank[t.place], t.start) < here for t in found):
        return False
    words = setting.texts[place][one.start : one.end]
    said = setting.lexicon.promises.search(words)
    if said is None:
        return False
    subject = words[max(0, said.start() - SUBJECT_REACH) : said.start()]
    return setting.lexicon.deciders.search(subject) is not None


def _end(every: Sequence[Sentence], number: int, text: str) -> int:
    """A reply that begins its paragraph is all of it."""
    return len(text) if number == 0 else every[number].end
