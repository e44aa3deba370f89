"""Layout, mentions -> links: which mention is which person, within a page.

A full name is a person by itself. A surname before a title (刘主席) is the only bearer of
that surname in the article whose own title fits, else the only bearer at all, else the
same on the page; with several left the candidates are kept. A masked name (王某) names
nobody that a register could hold: it stays undecided, without candidates, and readers
see it in its article only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from wenzhai.model import Layout, Link, Mention, Place
from wenzhai.resolve.persons.identity import person_id, surname_of

FITTING = 0.95  # share of right links to the only bearer with the same title in the article
ONLY = 0.85  # ... to the only bearer of the surname in the article
ON_PAGE = 0.7  # ... to the only bearer with the title on the page
ACTING = ("reporter", "photographer", "editor")
"""Parts whose bearers are not spoken of by surname and title."""


class _Bearer(NamedTuple):
    """A person known by full name, with the titles printed of them."""

    id: str
    name: str
    titles: frozenset[str]


_BySurname = Mapping[str, Sequence[_Bearer]]


def resolve_persons(
    layout: Layout, mentions: Sequence[Sequence[Mention]]
) -> tuple[tuple[Link, ...], ...]:
    """Links of each article, parallel to its mentions."""
    texts = [
        {place: passage.text for place, passage in article.passages()}
        for article in layout.articles
    ]
    bearers = [_bearers(text, found) for text, found in zip(texts, mentions, strict=True)]
    page = _by_surname(_joined(bearer for known in bearers for bearer in known))
    return tuple(
        _links(text, found, _by_surname(known), page)
        for text, found, known in zip(texts, mentions, bearers, strict=True)
    )


def _links(
    texts: Mapping[Place, str], found: Sequence[Mention], known: _BySurname, page: _BySurname
) -> tuple[Link, ...]:
    return tuple(_link(mention, _title(texts, mention), known, page) for mention in found)


def _by_surname(bearers: Iterable[_Bearer]) -> _BySurname:
    found: defaultdict[str, list[_Bearer]] = defaultdict(list)
    for bearer in bearers:
        found[surname_of(bearer.name)].append(bearer)
    return found


def _link(mention: Mention, title: str, known: _BySurname, page: _BySurname) -> Link:
    if mention.form == "masked":
        return Link(mention, None, (), "masked", f"{mention.name} is masked", mention.confidence)
    if mention.form != "surname":
        identity = person_id(mention.name)
        reason = f"named in full: {mention.name}"
        return Link(mention, identity, (identity,), "full-name", reason, mention.confidence)
    printed = f"{mention.name}{title}"
    here = known.get(mention.name, [])
    fitting = [b for b in here if _fits(title, b.titles)]
    if len(fitting) == 1:
        reason = f"{printed}: only {fitting[0].name} has this title in the article"
        return _decided(mention, fitting, "surname-and-title", reason, FITTING)
    if len(here) == 1 and not fitting:
        reason = f"{printed}: only {here[0].name} has this surname in the article"
        return _decided(mention, here, "only-bearer", reason, ONLY)
    elsewhere = [b for b in page.get(mention.name, []) if _fits(title, b.titles)]
    if not here and len(elsewhere) == 1:
        reason = f"{printed}: only {elsewhere[0].name} has this title on the page"
        return _decided(mention, elsewhere, "title-on-page", reason, ON_PAGE)
    left = fitting or here or elsewhere
    names = ", ".join(bearer.name for bearer in left)
    reason = f"{printed}: may be {names}" if left else f"{printed}: nobody of this surname is named"
    candidates = tuple(bearer.id for bearer in left)
    return Link(mention, None, candidates, "surname-undecided", reason, mention.confidence)


def _decided(
    mention: Mention, bearers: Sequence[_Bearer], rule: str, reason: str, share: float
) -> Link:
    identity = bearers[0].id
    confidence = round(share * mention.confidence, 3)
    return Link(mention, identity, (identity,), rule, reason, confidence)


def _bearers(texts: Mapping[Place, str], mentions: Iterable[Mention]) -> tuple[_Bearer, ...]:
    """Everybody named in full, in the order of their first mention."""
    found = [
        _Bearer(
            person_id(mention.name),
            mention.name,
            frozenset(
                [texts[mention.place][mention.role.start : mention.role.end]]
                if mention.role
                else []
            ),
        )
        for mention in mentions
        if mention.form not in ("surname", "masked") and mention.part not in ACTING
    ]
    return _joined(found)


def _joined(bearers: Iterable[_Bearer]) -> tuple[_Bearer, ...]:
    names: dict[str, str] = {}
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for bearer in bearers:
        names.setdefault(bearer.id, bearer.name)
        titles[bearer.id].update(bearer.titles)
    return tuple(_Bearer(i, name, frozenset(titles[i])) for i, name in names.items())


def _title(texts: Mapping[Place, str], mention: Mention) -> str:
    """The title printed beside a surname; "" when there is none."""
    if mention.role is None:
        return ""
    return texts[mention.place][mention.role.start : mention.role.end]


def _fits(title: str, titles: Iterable[str]) -> bool:
    """主席 fits 县政协党组书记、主席: it ends one of the printed titles."""
    return bool(title) and any(
        part.endswith(title) for run in titles for part in run.replace("，", "、").split("、")
    )
