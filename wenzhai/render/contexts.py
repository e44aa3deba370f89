"""Sightings -> mentions in context, an article each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wenzhai.corpus import Sighting
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe
from wenzhai.render.inline import snippet
from wenzhai.render.people import printed_role
from wenzhai.render.phrases import printed_date
from wenzhai.render.press import Press

SNIPPETS_MAX = 2  # of one article; its page shows the rest


@dataclass(frozen=True, slots=True)
class Quote:
    text: Safe
    url: Safe
    """Of the paragraph."""


@dataclass(frozen=True, slots=True)
class Context:
    """An article that names the entity."""

    article: Ref
    date: str | None
    roles: tuple[str, ...]
    quotes: tuple[Quote, ...]
    more: int
    """Mentions that are not quoted."""


def context(atlas: Atlas, press: Press, sightings: Sequence[Sighting]) -> Context:
    """Of the sightings of one entity in one article."""
    entry = sightings[0].entry
    ref = atlas.articles[entry.id]
    printed = sorted(sightings, key=lambda sighting: sighting.link.mention.place.field != "body")
    roles = (printed_role(entry, sighting.link) for sighting in sightings)
    return Context(
        article=ref,
        date=printed_date(press, entry.article),
        roles=tuple(dict.fromkeys(role for role in roles if role is not None)),
        quotes=tuple(_quote(ref, sighting) for sighting in printed[:SNIPPETS_MAX]),
        more=max(0, len(sightings) - SNIPPETS_MAX),
    )


def _quote(article: Ref, sighting: Sighting) -> Quote:
    mention = sighting.link.mention
    text = sighting.entry.article.text_at(mention.place)
    anchor = f"#p{mention.place.number + 1}" if mention.place.field == "body" else ""
    return Quote(snippet(text, mention.start, mention.end), Safe(f"{article.url}{anchor}"))
