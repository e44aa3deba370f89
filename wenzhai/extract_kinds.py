"""Entry -> what else it tells, as `extract` gives it: organisations, initiatives, figures,
proposals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from typing_extensions import TypedDict

from wenzhai.facts import figure_fact, proposal_fact, quoted
from wenzhai.model import EntityKind, Entry, Link, Page, Passage, Place, Span


class NamedOutput(TypedDict):
    id: str | None
    """None when the place it belongs to is undecided."""
    name: str
    printed: list[str]
    mentions: list[Span]


class OrganisationOutput(NamedOutput):
    region: str | None
    """Id of the region it belongs to."""


class InitiativeOutput(NamedOutput):
    parts: list[str]
    """Its steps or parts, where the text lists them."""
    about: list[str]
    """Sentences that say what it is."""


class FigureOutput(TypedDict):
    id: str
    printed: str
    value: str
    """Digits, 万 and 亿 multiplied out; "3..5" a range, "2/3" a fraction."""
    bound: Literal["exact", "more", "less", "about", "range"]
    unit: str
    what: str | None
    when: str | None
    """As printed."""
    where: str | None
    """Id of the region named last before it."""
    change: str | None
    """As printed: 同比增长."""
    sentence: str
    span: Span | None
    """None when an editor put it in."""


class AnswerOutput(TypedDict):
    text: str
    span: Span | None


class ProposalOutput(TypedDict):
    id: str
    by: list[str]
    to: list[str]
    """Who is asked, as printed; [] where nobody is named."""
    text: str
    span: Span | None
    answers: list[AnswerOutput]


def organisations(entry: Entry, page: Page) -> list[OrganisationOutput]:
    return [
        {
            **_named(links, entry, page),
            "region": next(
                (d.value for one in links for d in one.mention.details if d.name == "where"), None
            ),
        }
        for links in _grouped(entry, "organisation")
    ]


def initiatives(entry: Entry, page: Page) -> list[InitiativeOutput]:
    return [
        {
            **_named(links, entry, page),
            "parts": _details(entry, links, "step"),
            "about": _details(entry, links, "about"),
        }
        for links in _grouped(entry, "initiative")
    ]


def figures(entry: Entry) -> list[FigureOutput]:
    passages = dict(entry.article.passages())
    found: list[FigureOutput] = []
    for link in _of(entry, "figure"):
        fact = figure_fact(link, entry.article)
        bound: Literal["exact", "more", "less", "about", "range"]
        match fact.bound:
            case "more" | "less" | "about" | "range":
                bound = fact.bound
            case _:
                bound = "exact"
        found.append(
            {
                "id": link.entity or "",
                "printed": fact.printed,
                "value": fact.value,
                "bound": bound,
                "unit": fact.unit,
                "what": fact.what,
                "when": fact.when,
                "where": fact.where,
                "change": fact.change,
                "sentence": fact.sentence,
                "span": _span(link, passages),
            }
        )
    return found


def proposals(entry: Entry) -> list[ProposalOutput]:
    passages = dict(entry.article.passages())
    found: list[ProposalOutput] = []
    for link in _of(entry, "proposal"):
        fact = proposal_fact(link)
        answers: list[AnswerOutput] = [
            {
                "text": quoted(entry.article, answer),
                "span": passages[answer.place].source(answer.start, answer.end),
            }
            for answer in fact.answers
        ]
        found.append(
            {
                "id": link.entity or "",
                "by": list(fact.who),
                "to": list(fact.whom),
                "text": fact.text,
                "span": _span(link, passages),
                "answers": answers,
            }
        )
    return found


def _of(entry: Entry, kind: EntityKind) -> Iterator[Link]:
    yield from (link for link in entry.links if link.mention.kind == kind)


def _grouped(entry: Entry, kind: EntityKind) -> Iterator[list[Link]]:
    groups: dict[str, list[Link]] = {}
    for link in _of(entry, kind):
        groups.setdefault(link.entity or f"?{link.mention.name}", []).append(link)
    yield from groups.values()


def _named(links: list[Link], entry: Entry, page: Page) -> NamedOutput:
    passages = dict(entry.article.passages())
    spans = [span for link in links if (span := _span(link, passages))]
    printed = ("".join(page.text[span.start : span.end].split()) for span in spans)
    return {
        "id": links[0].entity,
        "name": links[0].mention.name,
        "printed": list(dict.fromkeys(printed)),
        "mentions": spans,
    }


def _details(entry: Entry, links: list[Link], name: str) -> list[str]:
    found = (d for link in links for d in link.mention.details if d.name == name)
    return list(dict.fromkeys(quoted(entry.article, detail) for detail in found))


def _span(link: Link, passages: dict[Place, Passage]) -> Span | None:
    mention = link.mention
    return passages[mention.place].source(mention.start, mention.end)
