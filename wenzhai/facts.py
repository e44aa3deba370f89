"""Links of statements and names -> what they say, in one shape for data, pages and `extract`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wenzhai.model import Article, Detail, DetailName, Entry, Link, Place, Record
from wenzhai.recognise.figures import load_figures, sentence

MARKS = {">": "more", "~": "about", "<": "less"}
REPLY = re.compile(r"(\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class FigureFact:
    printed: str
    value: str
    """Digits; both ends of a range with two points between; a fraction with a stroke."""
    bound: str
    """A form of mention: "exact", "more", "less", "about", "range"."""
    unit: str
    what: str | None
    when: str | None
    where: str | None
    """Id of the region."""
    change: str | None
    """As printed: 同比增长."""
    sentence: str


@dataclass(frozen=True, slots=True)
class ProposalFact:
    who: tuple[str, ...]
    whom: tuple[str, ...]
    """As printed: 交警部门."""
    text: str
    answers: tuple[Detail, ...]


def figure_fact(link: Link, article: Article) -> FigureFact:
    """What a figure says."""
    mention = link.mention
    text = article.text_at(mention.place)
    found: Mapping[DetailName, Detail] = {detail.name: detail for detail in mention.details}
    value = found["value"].value if "value" in found else ""
    change, when, where = found.get("change"), found.get("when"), found.get("where")
    return FigureFact(
        printed=mention.name,
        value=value.lstrip("".join(MARKS)),
        bound=mention.form,
        unit=found["unit"].value if "unit" in found else "",
        what=found["what"].value or None if "what" in found else None,
        when=quoted(article, when) if when else None,
        where=where.value or None if where else None,
        change=quoted(article, change) if change else None,
        sentence=" ".join(text[slice(*sentence(text, mention.start))].split()),
    )


def is_telling(link: Link) -> bool:
    """Is a figure worth a row: no span of time by itself (近三年), not 4个方面."""
    found = {detail.name: detail.value for detail in link.mention.details}
    grammar = load_figures()
    if "what" not in found:
        return found.get("unit", "") not in grammar.time
    return found["what"] not in grammar.idle


def proposal_fact(link: Link) -> ProposalFact:
    """What a proposal says."""
    details = link.mention.details
    return ProposalFact(
        who=tuple(dict.fromkeys(d.value for d in details if d.name == "who")),
        whom=tuple(dict.fromkeys(d.value for d in details if d.name == "whom")),
        text=link.mention.name,
        answers=tuple(d for d in details if d.name == "answer"),
    )


def replies(link: Link, record: Record) -> tuple[tuple[Entry, Place], ...]:
    """Paragraphs of other articles of the page that answer a proposal."""
    found: list[tuple[Entry, Place]] = []
    for detail in link.mention.details:
        at = REPLY.fullmatch(detail.value) if detail.name == "reply" else None
        if at is not None and int(at[1]) < len(record.entries):
            entry = record.entries[int(at[1])]
            if int(at[2]) < len(entry.article.body):
                found.append((entry, Place("body", int(at[2]))))
    return tuple(found)


def quoted(article: Article, detail: Detail) -> str:
    """The words of a detail, as published."""
    return " ".join(article.text_at(detail.place)[detail.start : detail.end].split())


def sentence_around(link: Link, article: Article) -> str:
    """The sentence in which something is named, as published."""
    text = article.text_at(link.mention.place)
    return " ".join(text[slice(*sentence(text, link.mention.start))].split())
