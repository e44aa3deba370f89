"""Ties -> rows with the sentence that says so, and the network of who and what is tied."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from wenzhai.model import Entry, Evidence
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe, escape
from wenzhai.render.pictures.network import NODES_MAX, NODES_MIN, Point, network
from wenzhai.render.press import Press
from wenzhai.render.ties import strongest

QUOTE_MAX = 90  # characters of a sentence; four lines on a telephone
QUOTE_ALL_MAX = 240  # characters of a sentence that names several; told once for all of them
QUOTE_HEAD = 12  # characters kept before the first of the two names


@dataclass(frozen=True, slots=True)
class Tied:
    """Who is there, or what places, and a sentence that says so."""

    refs: tuple[Ref, ...]
    """Several where one sentence names them all and no other article does."""
    articles: int
    rule: str
    quote: Safe
    url: Safe
    """Of the paragraph."""


def tied(atlas: Atlas, press: Press, identity: str, kind: str, most: int) -> tuple[Tied, ...]:
    """What an entity is tied to, most often first; `kind` is "persons" or "regions"."""
    known = atlas.persons if kind == "persons" else atlas.regions
    ties = atlas.ties.get(identity, {})
    together: dict[tuple[object, ...], list[str]] = {}
    for other in strongest(ties, known)[:most]:
        one = ties[other][0]
        alone = other if len(ties[other]) > 1 else ""
        place = (one.article, one.evidence.place, one.evidence.start, one.evidence.rule, alone)
        together.setdefault(place, []).append(other)
    return tuple(_tied(atlas, press, identity, same, known) for same in together.values())


def _tied(
    atlas: Atlas, press: Press, identity: str, others: Sequence[str], known: Mapping[str, Ref]
) -> Tied:
    ties = atlas.ties[identity][others[0]]
    tie = ties[0]
    place = tie.evidence.place
    anchor = f"#p{place.number + 1}" if place.field == "body" else ""
    most = QUOTE_MAX if len(others) == 1 else QUOTE_ALL_MAX
    return Tied(
        refs=tuple(known[other] for other in others),
        articles=len(ties),
        rule=press.words.get(f"rule_{tie.evidence.rule}", tie.evidence.rule),
        quote=_quote(atlas.corpus.entries[tie.article], tie.evidence, {identity, *others}, most),
        url=Safe(f"{atlas.articles[tie.article].url}{anchor}"),
    )


def _quote(entry: Entry, evidence: Evidence, named: Container[str], most: int) -> Safe:
    """The sentence, the names marked, cut where it is long."""
    text = entry.article.text_at(evidence.place)
    spans = sorted(
        {
            (link.mention.start, link.mention.end)
            for link in entry.links
            if link.entity is not None
            and link.entity in named
            and link.mention.place == evidence.place
            and evidence.start <= link.mention.start < evidence.end
        }
    )
    start, end = evidence.start, evidence.end
    if end - start > most and spans:
        start = max(start, spans[0][0] - QUOTE_HEAD)
        end = min(end, start + most)
    pieces = ["…" if start > evidence.start else ""]
    at = start
    for first, last in spans:
        if at <= first and last <= end:
            pieces += (escape(text[at:first]), f"<mark>{escape(text[first:last])}</mark>")
            at = last
    pieces += (escape(text[at:end]), "…" if end < evidence.end else "")
    return Safe("".join(pieces).strip())


def network_of(atlas: Atlas, press: Press, identity: str) -> Safe | None:
    """A picture of what an entity is tied to; None where a list is read faster."""
    ties = atlas.ties.get(identity, {})
    persons = strongest(ties, atlas.persons)[: NODES_MAX - 1]
    places = strongest(ties, atlas.regions)[: NODES_MAX - 1]
    if identity in atlas.regions:
        persons, places = persons[::2], persons[1::2]  # two columns of people
    half = (NODES_MAX - 1) // 2
    left = persons[: max(half, NODES_MAX - 1 - len(places))]
    right = places[: NODES_MAX - 1 - len(left)]
    if len(left) + len(right) + 1 < NODES_MIN:
        return None
    near = (*left, *right)
    pairs = {(a, b) for a, b in combinations(near, 2) if b in atlas.ties.get(a, {})}
    name = _called(atlas, identity)
    return network(
        press.word("picture_network", name=name),
        Point(identity, name, name, "", _style(atlas, identity)),
        _points(atlas, press, identity, left),
        _points(atlas, press, identity, right),
        pairs,
    )


def _points(atlas: Atlas, press: Press, centre: str, keys: Sequence[str]) -> list[Point]:
    ties = atlas.ties[centre]
    return [
        Point(
            key,
            _called(atlas, key),
            press.word("picture_count", name=_called(atlas, key), count=len(ties[key])),
            atlas.persons[key].url if key in atlas.persons else atlas.regions[key].url,
            _style(atlas, key),
        )
        for key in keys
    ]


def _called(atlas: Atlas, key: str) -> str:
    corpus = atlas.corpus
    return corpus.persons[key].name if key in corpus.persons else corpus.regions[key].name


def _style(atlas: Atlas, key: str) -> str:
    return "wz-someone" if key in atlas.persons else "wz-place"
