"""A name in its text -> what the person does there.

Who is quoted is a speaker; who stands in a headline, or does something under a title,
is a subject; bylines say themselves who reports; everybody else is mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wenzhai.model import Mention, Part, Place, Span
from wenzhai.recognise.persons.lexicon import PersonLexicon

STRENGTH: tuple[Part, ...] = (
    "photographer",
    "editor",
    "reporter",
    "speaker",
    "subject",
    "mentioned",
)
"""What decides for the whole article, strongest first."""
SPEECH_REACH = 18  # code points between a name and its verb of speaking, in one clause
CLAUSE = re.compile(rf"[^，,。；;！？“”：:]{{0,{SPEECH_REACH}}}")
OPENS_SPEECH = re.compile(r"道?[，,：:。“]|道|，?“")


def part_of(
    text: str, span: Span, place: Place, role: Span | None, lexicon: PersonLexicon
) -> Part:
    """What the person at `span` does."""
    end = span.end
    end += lexicon.trailing.after(text, end)
    if text[end : end + 1] in ("：", ":") or speaks(text, end, lexicon):
        return "speaker"
    if place.field != "body":
        return "subject"
    acts = lexicon.acts.after(text, end)
    if acts and (role is not None or _begins_clause(text, span.start)):
        return "subject"
    return "mentioned"


def speaks(text: str, end: int, lexicon: PersonLexicon) -> bool:
    """A verb of speaking follows in the same clause."""
    if lexicon.speech.after(text, end):
        return True
    clause = CLAUSE.match(text, end)
    if clause is None:
        return False
    last = clause.end()
    verb = lexicon.speech.before(text, last)
    return bool(verb and last - verb >= end and OPENS_SPEECH.match(text, last))


def _begins_clause(text: str, start: int) -> bool:
    return start == 0 or not text[start - 1].isalnum()


def settle_parts(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Who speaks or acts in an article does so at every mention; nobody is only mentioned there."""
    parts: dict[str, Part] = {}
    for mention in mentions:
        part = mention.part or "mentioned"
        best = parts.setdefault(mention.name, part)
        if STRENGTH.index(part) < STRENGTH.index(best):
            parts[mention.name] = part
    return tuple(
        replace(mention, part=parts[mention.name])
        if mention.part in ("mentioned", "subject")
        else mention
        for mention in mentions
    )
