"""Entry, entity -> schema.org as JSON-LD: what search engines and programs read of a page.

Addresses are absolute where the digest says where it is published, else relative to the page;
both are valid JSON-LD. Only what the page itself shows is told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from wenzhai.model import EntityKind, Entry, Record, RegionKind
from wenzhai.render.atlas import Atlas
from wenzhai.render.cited import authors_of
from wenzhai.render.escape import Safe, clean
from wenzhai.render.people import printed_role
from wenzhai.render.press import Press

Node = dict[str, object]

CONTEXT = "https://schema.org"
MENTIONS_MAX = 10  # persons and places named with an article; the page itself lists all
ROLES_MAX = 5
PLACES: Mapping[RegionKind, str] = MappingProxyType(
    {
        "administrative": "AdministrativeArea",
        "functional": "Place",
        "river": "RiverBodyOfWater",
        "macro": "Place",
    }
)


def script(nodes: list[Node]) -> Safe:
    """A data block; no browser runs it, and no text in it can end it."""
    text = json.dumps(
        {"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False, separators=(",", ":")
    )
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    for brace in ("{{", "{%"):  # in text only; a publisher's plugin may take them for commands
        text = text.replace(brace, f"\\u007b{brace[1:]}")
    return Safe(f'<script type="application/ld+json">{text}</script>\n')


def article_node(atlas: Atlas, press: Press, entry: Entry) -> Node:
    """NewsArticle."""
    record = atlas.corpus.record_of[entry.id]
    article, facts = entry.article, record.facts
    authors = authors_of(atlas, entry)
    node: Node = {
        "@type": "NewsArticle",
        "@id": page_address(press, f"articles/{entry.id}.html"),
        "headline": _text(atlas.titles[entry.id]),
        "inLanguage": "zh-CN",
        "articleSection": press.words[f"genre_{article.genre}"],
        "isAccessibleForFree": True,
    }
    optional: Node = {
        "alternativeHeadline": [_text(one.text) for one in article.subheadlines],
        "dateline": _maybe(article.dateline),
        "datePublished": facts.date,
        "temporalCoverage": article.date,
        "printPage": _maybe(facts.page_number),
        "printEdition": _maybe(facts.edition),
        "publisher": _publisher(record),
        "keywords": [_text(topic) for topic in entry.topics],
        "author": [
            {
                "@type": "Person",
                "@id": page_address(press, f"persons/{key}.html"),
                "name": name.name,
            }
            for key, name in authors
        ],
        "mentions": list(_mentions(atlas, press, entry, {key for key, _ in authors})),
    }
    return node | {key: value for key, value in optional.items() if value}


def _publisher(record: Record) -> Node | None:
    newspaper = record.facts.newspaper
    return None if newspaper is None else {"@type": "Organization", "name": _text(newspaper)}


def _mentions(atlas: Atlas, press: Press, entry: Entry, but: set[str]) -> Iterator[Node]:
    persons = [("person", key) for key in atlas.persons_in[entry.id] if key not in but]
    regions = [("region", key) for key in atlas.regions_in[entry.id]]
    half = MENTIONS_MAX // 2
    for kind, key in (*persons[:half], *regions[:half]):
        if kind == "person":
            yield _named(press, "Person", f"persons/{key}.html", atlas.corpus.persons[key].name)
        else:
            region = atlas.corpus.regions[key]
            yield _named(press, PLACES[region.kind], f"regions/{key}.html", region.name)


def _person(atlas: Atlas, press: Press, key: str) -> Node:
    person = atlas.corpus.persons[key]
    sightings = atlas.corpus.sightings["person"].get(key, ())
    roles = dict.fromkeys(
        _text(role) for one in sightings if (role := printed_role(one.entry, one.link))
    )
    node = _named(press, "Person", f"persons/{key}.html", person.name)
    return node | ({"jobTitle": list(roles)[:ROLES_MAX]} if roles else {})


def _region(atlas: Atlas, press: Press, key: str) -> Node:
    region = atlas.corpus.regions[key]
    node = _named(press, PLACES[region.kind], f"regions/{key}.html", region.name)
    if region.code:
        node["identifier"] = {
            "@type": "PropertyValue", "propertyID": "GB/T 2260", "value": region.code
        }  # fmt: skip
    if region.parents:
        above = atlas.corpus.regions[region.parents[-1]]
        node["containedInPlace"] = _named(
            press, PLACES[above.kind], f"regions/{above.id}.html", above.name
        )
    return node


def _organisation(atlas: Atlas, press: Press, key: str) -> Node:
    name = atlas.corpus.names("organisation")[key]
    return _named(press, "Organization", f"organisations/{key}.html", name)


NODES: Mapping[EntityKind, Callable[[Atlas, Press, str], Node]] = MappingProxyType(
    {"person": _person, "region": _region, "organisation": _organisation}
)
"""Kinds of entity that schema.org has a type for."""


def breadcrumbs(press: Press, *steps: tuple[str, str]) -> Node:
    """From the home page down; a step is a path and a name."""
    found = [("index.html", press.site.name), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem", "position": number, "name": _text(name),
                "item": page_address(press, path),
            }
            for number, (path, name) in enumerate(found, 1)
        ],
    }  # fmt: skip


def _named(press: Press, kind: str, path: str, name: str) -> Node:
    return {"@type": kind, "@id": page_address(press, path), "name": _text(name)}


def page_address(press: Press, path: str) -> str:
    """Of a file, for a page one folder deep."""
    return press.site.address(path) if press.site.site_url else f"../{path}"


def _maybe(text: str | None) -> str | None:
    return None if text is None else _text(text)


def _text(text: str) -> str:
    return " ".join(clean(text).split())
