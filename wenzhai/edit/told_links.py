"""Links, corrections -> links: what an editor says of organisations, initiatives, figures and
proposals. Unlike the program's finds, a decision is about one place, or all where words stand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from wenzhai.edit.contradictions import contradictions
from wenzhai.edit.entries import Entry
from wenzhai.edit.entries_told import FigureIs, InitiativeIs, NameIs, ProposalIs
from wenzhai.edit.format import Corrections
from wenzhai.edit.links import RULE, EditedLinks, facts_of, locate
from wenzhai.edit.quote import Print, Stale
from wenzhai.model import (
    Detail,
    DetailName,
    EntityKind,
    Finding,
    Layout,
    Link,
    Mention,
    Page,
    Place,
    Span,
)

NAMED: tuple[EntityKind, ...] = ("organisation", "initiative")
FORM_OF_MARK = {">": "more", "~": "about", "<": "less"}
FOUND: Mapping[EntityKind, str] = {"figure": "f", "proposal": "p"}
"""How ids of statements begin."""


@dataclass(frozen=True, slots=True)
class _Ruling:
    """An entry in one shape."""

    kind: EntityKind
    name: str | None
    """None: the words tell nothing of this kind."""
    form: str
    details: tuple[tuple[DetailName, str], ...]
    quoted: tuple[tuple[DetailName, str], ...]
    """Details that stand elsewhere on the page: words as printed."""
    reason: str


_Here = tuple[int, Place, int, int]
"""Number of the article, place, and half-open offsets of its passage."""


def edit_told(
    links: tuple[tuple[Link, ...], ...],
    layout: Layout,
    page: Page,
    corrections: Corrections,
    shown: str,
    ids: Mapping[EntityKind, Callable[[str], str]],
) -> EditedLinks:
    """Carry out what an editor decided; `ids` makes an id of a name."""
    printed = Print(page)
    found = [list(of_article) for of_article in links]
    findings: list[Finding] = []
    done: list[tuple[str, int]] = []
    for kind, entries in _lists(corrections):
        findings.extend(contradictions(kind, entries, layout, printed, shown))
    for kind, number, entry in _entries(corrections):
        before = [facts_of(one) for one in found]
        try:
            ruling = _ruling(kind, entry)
            for span in _spans(printed, entry):
                article, place, start, end = locate(layout, span)
                here = (article, place, start, end)
                others = tuple(_elsewhere(ruling, layout, printed, here))
                ruled = _whole(ruling, layout, here) if kind == "proposal" else ruling
                found[article] = _decided(found[article], ruled, place, start, end, others, ids)
        except Stale as error:
            findings.append(Finding("stale-correction", shown, f"{kind}[{number}]: {error}"))
            continue
        if before == [facts_of(one) for one in found]:
            message = f"{kind}[{number}]: changes nothing; the program does so by itself by now"
            findings.append(Finding("idle-correction", shown, message))
        else:
            done.append((kind, number))
    return EditedLinks(tuple(tuple(one) for one in found), tuple(findings), tuple(done))


def _lists(corrections: Corrections) -> tuple[tuple[EntityKind, tuple[Entry, ...]], ...]:
    return (
        ("organisation", corrections.organisation),
        ("initiative", corrections.initiative),
        ("figure", corrections.figure),
        ("proposal", corrections.proposal),
    )


def _entries(corrections: Corrections) -> Iterator[tuple[EntityKind, int, Entry]]:
    for kind, entries in _lists(corrections):
        for number, entry in enumerate(entries):
            yield kind, number, entry


def _spans(printed: Print, entry: Entry) -> list[Span]:
    match entry:
        case ProposalIs(printed=quote, nth=nth, to=to):
            return [printed.block(quote, nth, to)]
        case NameIs(printed=quote, nth=nth) | FigureIs(printed=quote, nth=nth):
            return printed.find_all(quote, nth)
        case _:
            raise TypeError(type(entry).__name__)


def _ruling(kind: EntityKind, entry: Entry) -> _Ruling:
    match entry:
        case NameIs(name=name):
            parts = entry.parts if isinstance(entry, InitiativeIs) else ()
            steps = tuple[tuple[DetailName, str], ...](("step", part) for part in parts)
            return _Ruling(kind, name, "full", (), steps, entry.reason)
        case FigureIs(value=None):
            return _Ruling(kind, None, "exact", (), (), entry.reason)
        case FigureIs(value=str(value), unit=unit, what=what):
            form = "range" if ".." in value else FORM_OF_MARK.get(value[0], "exact")
            told: list[tuple[DetailName, str]] = [("value", value), ("unit", unit)]
            told += [("what", what)] if what else []
            return _Ruling(kind, entry.printed, form, tuple(told), (), entry.reason)
        case ProposalIs(who=who, answer=answer):
            answers: tuple[tuple[DetailName, str], ...] = (("answer", answer),) if answer else ()
            by = tuple[tuple[DetailName, str], ...](("who", one) for one in (who or "").split("、"))
            name = None if who is None else entry.printed
            return _Ruling(kind, name, "proposal", by if who else (), answers, entry.reason)
        case _:
            raise TypeError(type(entry).__name__)


def _whole(ruling: _Ruling, layout: Layout, here: _Here) -> _Ruling:
    """A proposal says all that stands there, to the end of `to`."""
    article, place, start, end = here
    text = dict(layout.articles[article].passages())[place].text
    return ruling if ruling.name is None else replace(ruling, name=text[start:end])


def _elsewhere(ruling: _Ruling, layout: Layout, printed: Print, here: _Here) -> Iterator[Detail]:
    """An answer may stand in another article: then its paragraph is the reply."""
    article, own, own_start, own_end = here
    for name, words in ruling.quoted:
        there, place, start, end = locate(layout, printed.find_all(words, None)[0])
        if there != article and name != "answer":
            raise Stale(f"“{words}” stands in another article")
        if there != article and place.field != "body":
            raise Stale(f"“{words}” stands in no paragraph")
        if there != article:
            yield Detail("reply", own, own_start, own_end, f"{there}:{place.number}")
        else:
            yield Detail(name, place, start, end, "".join(words.split()))


def _decided(
    links: list[Link],
    ruling: _Ruling,
    place: Place,
    start: int,
    end: int,
    others: tuple[Detail, ...],
    ids: Mapping[EntityKind, Callable[[str], str]],
) -> list[Link]:
    same: list[Link] = []
    rest: list[Link] = []
    for link in links:
        mention = link.mention
        overlaps = mention.place == place and mention.start < end and start < mention.end
        (same if overlaps and mention.kind == ruling.kind else rest).append(link)
    if ruling.name is None:
        return rest
    name = "".join(ruling.name.split())
    kept = same[0].mention.details if same and ruling.kind in NAMED and not others else ()
    told = tuple(Detail(key, place, start, end, value) for key, value in ruling.details)
    identity = ids[ruling.kind](name) if ruling.kind in ids else _statement(ruling, name)
    mention = Mention(
        ruling.kind,
        place,
        start,
        end,
        name,
        ruling.form,
        RULE,
        1.0,
        details=(*kept, *told, *others),
    )
    reason = f"an editor's decision: {ruling.reason}"
    return [*rest, Link(mention, identity, (identity,), RULE, reason, 1.0)]


def _statement(ruling: _Ruling, name: str) -> str:
    told = name + "".join(value for _, value in ruling.details)
    return f"{FOUND[ruling.kind]}-{hashlib.sha256(told.encode()).hexdigest()[:10]}"
