"""Links, corrections -> links: whom and which place an editor says that words mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from wenzhai.edit.contradictions import contradictions
from wenzhai.edit.format import Corrections
from wenzhai.edit.passage import position_of
from wenzhai.edit.quote import Print, Stale
from wenzhai.model import (
    Article,
    EntityKind,
    Finding,
    Layout,
    Link,
    Mention,
    Page,
    Part,
    Place,
    Span,
)

RULE = "editor"
Links = tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Ids:
    """How the words of an entry become an id."""

    person_id: Callable[[str], str]
    """A full name -> its id."""
    has_region: Callable[[str], bool]
    """Is this an id of the gazetteer?"""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An entry about a person or a region, in one shape."""

    kind: EntityKind
    printed: str
    nth: int | None
    name: str | None
    entity: str | None
    """None: the words name nobody and no place."""
    is_other: bool
    """`entity` is not who or what is meant."""
    part: Part | None
    reason: str


class EditedLinks(NamedTuple):
    """Links with what an editor decided."""

    links: tuple[Links, ...]
    """Parallel to the layout's articles."""
    findings: tuple[Finding, ...]
    done: tuple[tuple[str, int], ...]
    """(kind, number in its list) of each entry that changed something."""


def edit_links(
    links: tuple[Links, ...],
    layout: Layout,
    page: Page,
    corrections: Corrections,
    shown: str,
    ids: Ids,
) -> EditedLinks:
    """Carry out what an editor decided about names."""
    printed = Print(page)
    found = [list(of_article) for of_article in links]
    findings: list[Finding] = []
    done: list[tuple[str, int]] = []
    for kind, entries in (("person", corrections.person), ("region", corrections.region)):
        findings.extend(contradictions(kind, entries, layout, printed, shown))
    for number, ruling in _rulings(corrections, ids):
        place = f"{ruling.kind}[{number}]"
        before = [list(of_article) for of_article in found]
        try:
            if ruling.kind == "region" and ruling.entity and not ids.has_region(ruling.entity):
                raise Stale(f"'{ruling.entity}' is no region of the gazetteer")
            for span in printed.find_all(ruling.printed, ruling.nth):
                article, where, start, end = locate(layout, span)
                found[article] = _decided(found[article], ruling, where, start, end)
        except Stale as error:
            findings.append(Finding("stale-correction", shown, f"{place}: {error}"))
            continue
        if [facts_of(one) for one in before] == [facts_of(one) for one in found]:
            message = f"{place}: changes nothing; the program does so by itself by now"
            findings.append(Finding("idle-correction", shown, message))
        else:
            done.append((ruling.kind, number))
    links = tuple(tuple(of_article) for of_article in found)
    return EditedLinks(links, tuple(findings), tuple(done))


def _rulings(corrections: Corrections, ids: Ids) -> list[tuple[int, Ruling]]:
    """Each with its number in its list."""
    rulings: list[tuple[int, Ruling]] = []
    for number, person in enumerate(corrections.person):
        name = person.name or person.not_name
        entity = ids.person_id(name) if name else None
        is_other = person.not_name is not None
        rulings.append(
            (
                number,
                Ruling(
                    "person",
                    person.printed,
                    person.nth,
                    name,
                    entity,
                    is_other,
                    person.part,
                    person.reason,
                ),
            )
        )
    for number, region in enumerate(corrections.region):
        entity = region.region or region.not_region
        is_other = region.not_region is not None
        rulings.append(
            (
                number,
                Ruling(
                    "region",
                    region.printed,
                    region.nth,
                    region.printed,
                    entity,
                    is_other,
                    None,
                    region.reason,
                ),
            )
        )
    return rulings


def locate(layout: Layout, span: Span) -> tuple[int, Place, int, int]:
    """The article, the passage and the positions at which a span is published."""
    for number, article in enumerate(layout.articles):
        place = _place_in(article, span)
        if place is not None:
            return (number, *place)
    raise Stale("the words are not published in one piece")


def _place_in(article: Article, span: Span) -> tuple[Place, int, int] | None:
    for place, passage in article.passages():
        start = position_of(passage, span.start)
        end = position_of(passage, span.end - 1)
        if start is not None and end is not None and start <= end:
            return place, start, end + 1
    return None


def _decided(links: list[Link], ruling: Ruling, place: Place, start: int, end: int) -> list[Link]:
    """The links of an article with the ruling carried out at one place."""
    same: list[Link] = []
    rest: list[Link] = []
    for link in links:
        mention = link.mention
        overlaps = mention.place == place and mention.start < end and start < mention.end
        (same if overlaps and mention.kind == ruling.kind else rest).append(link)
    if ruling.is_other:
        return [*rest, *(_without(link, ruling) for link in same)]
    if ruling.entity is None or ruling.name is None:
        return rest
    is_person = ruling.kind == "person"
    old = same[0].mention if same else None
    mention = Mention(
        kind=ruling.kind,
        place=place,
        start=start,
        end=end,
        name="".join(ruling.name.split()),
        form="full",
        rule=RULE,
        confidence=1.0,
        candidates=(ruling.entity,) if ruling.kind == "region" else (),
        part=ruling.part or ((old.part if old else "mentioned") if is_person else None),
        role=old.role if old else None,
    )
    reason = f"an editor's decision: {ruling.reason}"
    return [*rest, Link(mention, ruling.entity, (ruling.entity,), RULE, reason, 1.0)]


def _without(link: Link, ruling: Ruling) -> Link:
    """A link that does not lead to one id; it leads to another only where one is left."""
    if ruling.entity not in (link.entity, *link.candidates):
        return link
    possible = link.candidates if link.entity is None else link.mention.candidates
    left = tuple(one for one in possible if one != ruling.entity)
    reason = f"an editor's decision: {ruling.reason}"
    return replace(
        link,
        entity=left[0] if len(left) == 1 else None,
        candidates=left,
        rule=RULE,
        reason=reason,
        confidence=1.0,
    )


def facts_of(links: list[Link]) -> set[tuple[object, ...]]:
    """What links say, without why."""
    return {
        (m.kind, m.place, m.start, m.end, m.part, m.details, x.entity, x.candidates)
        for x in links
        for m in (x.mention,)
    }
