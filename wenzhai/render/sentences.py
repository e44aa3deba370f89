"""Finding -> what it says, in the words of words.yml.

The command line tells the same in English. What a finding is about is looked up in its record, so
that a page may be read without knowing the program; a code without a sentence says nothing more
than its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from string import Formatter

from wenzhai.edit import missing_facts
from wenzhai.model import Decision, Finding, Link, Paragraph, Record
from wenzhai.render.atlas import Atlas
from wenzhai.render.press import Press

QUOTED = 20  # characters of the page in a sentence
NAMES_MAX = 4  # candidates named; a short form may mean dozens of places
ENTRY = re.compile(r"^(?P<entry>[a-z_]+\[\d+\]|[a-z_, ]+): ")  # kind[2]: changes nothing
SUBJECTS = {
    "doubtful-join": "join",
    "doubtful-split": "split",
    "doubtful-order": "order",
    "doubtful-headline": "headline",
    "doubtful-furniture": "furniture",
}


def told(atlas: Atlas, press: Press, record: Record | None, finding: Finding) -> str:
    """One sentence in Chinese; "" where the name of the finding says it all."""
    sentence = press.words.get(f"told_{finding.code}")
    if sentence is None:
        return ""
    made: Mapping[str, Callable[[], str]] = {
        "entry": lambda: _entry(finding),
        "quote": lambda: _quote(record, finding),
        "facts": lambda: _facts(press, record),
        "names": lambda: _names(atlas, press, record, finding),
        "doubt": lambda: _doubt(record, finding),
        "rule": lambda: _rule(press, _decision(record, finding)),
        "confidence": lambda: _confidence(_decision(record, finding)),
    }
    return sentence.format_map({name: made[name]() for name in _placeholders(sentence)})


@cache
def _placeholders(sentence: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(sentence) if name)


def _entry(finding: Finding) -> str:
    """Which entry of a corrections file is meant."""
    entry = ENTRY.match(finding.message)
    return entry["entry"] if entry else ""


def _quote(record: Record | None, finding: Finding) -> str:
    """How the place begins, white space left out."""
    if record is None or finding.span is None:
        return ""
    start = finding.span.start
    text = "".join(record.page.text[start : start + 3 * QUOTED].split())
    return text[:QUOTED] + ("…" if len(text) > QUOTED else "")


def _facts(press: Press, record: Record | None) -> str:
    if record is None:
        return ""
    return "、".join(press.words[f"factname_{name}"] for name in missing_facts(record))


def _rule(press: Press, decision: Decision | None) -> str:
    if decision is None:
        return press.words["why_unknown"]
    return press.words.get(f"why_{decision.rule}", decision.rule)


def _confidence(decision: Decision | None) -> str:
    return "—" if decision is None else f"{decision.confidence:.2f}"


def _decision(record: Record | None, finding: Finding) -> Decision | None:
    if record is None:
        return None
    decisions = (
        *record.layout.decisions,
        *(one for entry in record.entries for one in entry.article.decisions),
    )
    subject = SUBJECTS.get(finding.code)
    fitting = (d for d in decisions if d.subject == subject and d.span == finding.span)
    return min(fitting, key=lambda d: d.confidence, default=None)


def _doubt(record: Record | None, finding: Finding) -> str:
    """What readers are told of the paragraph that begins there."""
    if record is None or finding.span is None:
        return ""
    found = (
        paragraph.doubt
        for entry in record.entries
        for paragraph in entry.article.body
        if paragraph.doubt and _begins(paragraph, finding.span.start)
    )
    return next(found, "")


def _begins(paragraph: Paragraph, offset: int) -> bool:
    runs = paragraph.passage.runs
    return bool(runs) and runs[0].source == offset


def _names(atlas: Atlas, press: Press, record: Record | None, finding: Finding) -> str:
    """Who or what is meant perhaps."""
    link = _link(record, finding)
    known = [] if link is None else [_name(atlas, one) for one in link.candidates]
    names = [name for name in known if name]
    if not names:
        return press.words["told_nobody"]
    more = press.words["told_more"] if len(names) > NAMES_MAX else ""
    return "、".join(names[:NAMES_MAX]) + more


def _name(atlas: Atlas, identity: str) -> str | None:
    person = atlas.corpus.persons.get(identity)
    region = atlas.corpus.regions.get(identity)
    return person.name if person else "".join(region.path) if region else None


def _link(record: Record | None, finding: Finding) -> Link | None:
    if record is None:
        return None
    for entry in record.entries:
        undecided = [link for link in entry.links if link.entity is None]
        passages = dict(entry.article.passages()) if undecided else {}
        for link in undecided:
            mention = link.mention
            if passages[mention.place].source(mention.start, mention.end) == finding.span:
                return link
    return None
