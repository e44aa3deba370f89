"""Proposals of an article -> those of one speaker, one right behind the other, as one."""

from __future__ import annotations

from collections.abc import Sequence

from wenzhai.model import Detail, Place
from wenzhai.recognise.proposals.setting import Setting, Told


def joined(found: Sequence[Told], setting: Setting) -> list[Told]:
    """In the order of the article."""
    every: list[Told] = []
    for told in found:
        if every and _goes_on(every[-1], told, setting):
            every[-1] = _with(every[-1], told)
        else:
            every.append(told)
    return every


def _goes_on(last: Told, told: Told, setting: Setting) -> bool:
    """Nothing stands between; a new paragraph says that it goes on."""
    if not _names(last) & _names(told) or "titled" in (last.cue, told.cue):
        return False
    place, end = _end(last)
    text = setting.texts[told.place]
    if place == told.place:
        return not text[end : told.start].strip()
    is_next = setting.rank[told.place] == setting.rank[place] + 1
    words = text[told.start :].lstrip()
    return (
        is_next
        and not setting.texts[place][end:].strip()
        and not text[: told.start].strip()
        and (setting.lexicon.more.match(words) or setting.lexicon.list_item.match(words))
        is not None
    )


def _end(told: Told) -> tuple[Place, int]:
    more = [d for d in told.details if d.name == "more"]
    return (more[-1].place, more[-1].end) if more else (told.place, told.end)


def _names(told: Told) -> set[str]:
    return {detail.value for detail in told.details if detail.name == "who"}


def _with(last: Told, told: Told) -> Told:
    own = [d for d in told.details if d.name == "more"]
    if _end(last)[0] == told.place:
        more = [d for d in last.details if d.name == "more"]
        if not more:
            return last._replace(end=told.end, details=(*last.details, *own))
    piece = Detail("more", told.place, told.start, told.end, "")
    return last._replace(details=(*last.details, piece, *own))
