"""The kinds of entity, one row each: how it is found, shown, searched and corrected.

A new kind is a row here, its word in `model.EntityKind`, a data file and a template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from wenzhai.gazetteer import load_gazetteer
from wenzhai.kinds.scene import Links, Scene
from wenzhai.model import EntityKind
from wenzhai.recognise.figures import find_figures
from wenzhai.recognise.initiatives import find_initiatives
from wenzhai.recognise.organisations import find_organisations
from wenzhai.recognise.persons import find_persons, load_lexicon
from wenzhai.recognise.proposals import find_proposals
from wenzhai.recognise.regions import find_regions
from wenzhai.resolve.persons import resolve_persons
from wenzhai.resolve.regions import resolve_regions


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table."""

    id: EntityKind
    """Also the list of the corrections file and what search calls it."""
    folder: str
    """Of its pages, its key in `extract`, and its words in templates/words.yml: `<folder>`,
    `<folder>_unit`, `<folder>_door`, `<folder>_lead`."""
    links: Callable[[Scene], Links]
    """Finds the mentions and resolves them. Kinds that stand earlier are known by then."""
    template: str
    """Of a page of one entity, or of the table."""
    style: str | None
    """CSS class of the links in an article; None: the entities of this kind are statements, rows
    of a table without pages of their own."""
    is_searched: bool
    """Search knows each entity by its names."""
    is_listed: bool
    """Its names are told of texts that may not be shown themselves."""


def _persons(scene: Scene) -> Links:
    found = find_persons(scene.layout, scene.page, load_lexicon())
    return resolve_persons(scene.layout, found)


def _regions(scene: Scene) -> Links:
    gazetteer = load_gazetteer()
    found = find_regions(scene.layout, scene.page, gazetteer, scene.mentions("person"))
    return resolve_regions(scene.layout, found, gazetteer, scene.home)


def _organisations(scene: Scene) -> Links:
    return find_organisations(scene.layout, scene.links)


def _initiatives(scene: Scene) -> Links:
    return find_initiatives(scene.layout, scene.links, scene.home)


def _figures(scene: Scene) -> Links:
    return find_figures(scene.layout, scene.links)


def _proposals(scene: Scene) -> Links:
    return find_proposals(scene.layout, scene.links)


KINDS: tuple[Kind, ...] = (
    Kind("person", "persons", _persons, "person.md", "wz-person", True, True),
    Kind("region", "regions", _regions, "region.md", "wz-region", True, True),
    Kind(
        "organisation",
        "organisations",
        _organisations,
        "organisation.md",
        "wz-organisation",
        True,
        False,
    ),
    Kind("initiative", "initiatives", _initiatives, "initiative.md", "wz-initiative", True, False),
    Kind("figure", "figures", _figures, "figures.md", None, False, False),
    Kind("proposal", "proposals", _proposals, "proposals.md", None, False, False),
)
"""In the order in which they are found and shown."""

KIND: Mapping[EntityKind, Kind] = MappingProxyType({kind.id: kind for kind in KINDS})
