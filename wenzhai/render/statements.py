"""Atlas -> the tables of figures and of proposals; each row leads to its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wenzhai.corpus import Sighting
from wenzhai.facts import figure_fact, is_telling, proposal_fact, quoted, replies
from wenzhai.model import Document
from wenzhai.render.atlas import Atlas, Ref, paragraph_url
from wenzhai.render.escape import Safe, escape
from wenzhai.render.paging import Sheet, sheets
from wenzhai.render.phrases import printed_date
from wenzhai.render.press import Press

TABLE_MAX = 400  # rows of a table on one page; about 150 kB of HTML
TEXT_MAX = 240  # characters of a proposal in the table; its paragraph shows the rest


@dataclass(frozen=True, slots=True)
class FigureRow:
    id: Safe
    printed: str
    value: str
    """For sorting: digits, of a range the lower end; "" for a fraction."""
    what: str
    change: str
    when: str
    place: Ref | None
    sentence: str
    url: Safe
    article: Ref
    date: str | None


@dataclass(frozen=True, slots=True)
class ProposalRow:
    id: Safe
    who: tuple[str, ...]
    people: tuple[Ref, ...]
    """Those of them who have a page."""
    whom: tuple[str, ...]
    text: str
    url: Safe
    answers: tuple[Ref, ...]
    article: Ref
    date: str | None


@dataclass(frozen=True, slots=True)
class FiguresView:
    title: str
    lead: str
    sheet: Sheet
    rows: tuple[FigureRow, ...]
    download: Safe


@dataclass(frozen=True, slots=True)
class ProposalsView:
    title: str
    lead: str
    sheet: Sheet
    rows: tuple[ProposalRow, ...]
    download: Safe


def figures(atlas: Atlas, press: Press) -> Iterator[Document]:
    """Newest articles first, then as printed."""
    found = [one for one in _sorted(atlas, "figure") if is_telling(one.link)]
    title = press.words["figures"]
    lead = press.word("figures_lead", count=len(found))
    meta = {"title": title, "description": lead, "kind": "index"}
    for sheet, shown in sheets("figures/index", found, TABLE_MAX):
        rows = tuple(figure_row(atlas, press, one) for one in shown)
        view = FiguresView(title, lead, sheet, rows, Safe("../data/figures.csv"))
        yield press.print(sheet.path, "figures.md", meta, view)


def proposals(atlas: Atlas, press: Press) -> Iterator[Document]:
    found = _sorted(atlas, "proposal")
    title = press.words["proposals"]
    lead = press.word("proposals_lead", count=len(found))
    meta = {"title": title, "description": lead, "kind": "index"}
    for sheet, shown in sheets("proposals/index", found, TABLE_MAX):
        rows = tuple(proposal_row(atlas, press, one) for one in shown)
        view = ProposalsView(title, lead, sheet, rows, Safe("../data/proposals.csv"))
        yield press.print(sheet.path, "proposals.md", meta, view)


def _sorted(atlas: Atlas, kind: str) -> list[Sighting]:
    return [
        Sighting(atlas.corpus.record_of[key], entry, link)
        for key in atlas.newest
        for entry in (atlas.corpus.entries[key],)
        for link in entry.links
        if link.mention.kind == kind
    ]


def figure_row(atlas: Atlas, press: Press, sighting: Sighting) -> FigureRow:
    fact = figure_fact(sighting.link, sighting.entry.article)
    return FigureRow(
        id=Safe(sighting.link.entity or ""),
        printed=fact.printed,
        value=fact.value.partition("..")[0] if "/" not in fact.value else "",
        what=fact.what or "",
        change=fact.change or "",
        when=fact.when or "",
        place=atlas.regions.get(fact.where or ""),
        sentence=fact.sentence,
        url=paragraph_url(sighting),
        article=atlas.articles[sighting.entry.id],
        date=printed_date(press, sighting.entry.article),
    )


def proposal_row(atlas: Atlas, press: Press, sighting: Sighting) -> ProposalRow:
    entry = sighting.entry
    fact = proposal_fact(sighting.link)
    people = {atlas.corpus.persons[key].name: key for key in atlas.persons_in[entry.id]}
    refs = tuple(atlas.persons[people[name]] for name in fact.who if name in people)
    text = fact.text if len(fact.text) <= TEXT_MAX else fact.text[:TEXT_MAX] + "…"
    answers = tuple(
        Ref(
            escape(quoted(entry.article, answer)),
            Safe(f"{atlas.articles[entry.id].url}#p{answer.place.number + 1}"),
        )
        for answer in fact.answers
    )
    answers += tuple(
        Ref(
            escape(" ".join(there.article.body[place.number].passage.text.split())),
            Safe(f"{atlas.articles[there.id].url}#p{place.number + 1}"),
        )
        for there, place in replies(sighting.link, sighting.record)
    )
    return ProposalRow(
        whom=fact.whom,
        id=Safe(sighting.link.entity or ""),
        who=tuple(name for name in fact.who if name not in people),
        people=refs,
        text=text,
        url=paragraph_url(sighting),
        answers=answers,
        article=atlas.articles[entry.id],
        date=printed_date(press, entry.article),
    )
