"""Labelled page -> its mistakes, as messages with the place quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from wenzhai.model import Span
from wenzhai.score.gold import GoldArticle, GoldPage, GoldRegion, GoldTold
from wenzhai.score.text import fold, solid
from wenzhai.topics import load_topics

REASONS = ("box label", "jump line", "edition line", "picture credit", "advertisement")
ADCODE = re.compile(r"[0-9]{6}")
CODE = re.compile(r"[0-9]{9}(?:[0-9]{3})?")
DATES = {  # precision -> its form
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "month": re.compile(r"\d{4}-\d\d"),
    "year": re.compile(r"\d{4}"),
}
NO_NAME = re.compile(r"[，。、；：？！（）《》“”,;:?!()0-9]")
VALUE = re.compile(r"[<>~]?-?[0-9]+(?:\.[0-9]+)?(?:(?:\.\.|/)[0-9]+(?:\.[0-9]+)?)?")
SHOWN = 12  # code points quoted in a message


def list_faults(gold: GoldPage) -> Iterator[str]:
    """All that a labelled page has wrong; none for a good one."""
    text = gold.page.text
    yield from _coverage(gold)
    for number, article in enumerate(gold.articles):
        for fault in _article(article, text):
            yield f"article {number}: {fault}"
    if len({article.told is None for article in gold.articles}) > 1:
        yield "what else is told is labelled in some articles only"
    firsts = [min((s.start for s in a.spans()), default=-1) for a in gold.articles]
    if firsts != sorted(firsts):
        yield f"articles are not in the order of their first character: {firsts}"
    for span, reason in gold.furniture:
        if reason not in REASONS:
            yield f"furniture {_quote(text, span)}: unknown reason {reason}; allowed: {REASONS}"
    if gold.home is not None and ADCODE.fullmatch(gold.home) is None:
        yield f"home {gold.home} is not six digits"


def _coverage(gold: GoldPage) -> Iterator[str]:
    text = gold.page.text
    uses = [0] * len(text)
    every = [span for article in gold.articles for span in article.spans()]
    every.extend(furniture.span for furniture in gold.furniture)
    for span in every:
        yield from _bounds(text, span)
        for i in range(max(span.start, 0), min(span.end, len(text))):
            uses[i] += 1
    for wrong, what in ((0, "in no span"), (2, "in two spans")):
        places = [i for i, c in enumerate(text) if not c.isspace() and min(uses[i], 2) == wrong]
        if places:
            shown = [f"{i} {text[i : i + SHOWN]!r}" for i in places[:3]]
            yield f"{len(places)} characters {what}, first {shown}"


def _article(article: GoldArticle, text: str) -> Iterator[str]:
    for printed in article.texts():
        found = "".join(text[s.start : s.end] for s in printed.spans)
        if fold(printed.text) != fold(found) or not printed.text:
            yield f"{printed.text!r} is not what is printed: {found!r}"
    if not article.body:
        yield "no body"
    yield from (f"a {p.kind} without spans" for p in article.body if not p.spans)
    yield from _date(article)
    yield from _mentions(article, text)
    yield from _persons(article, text)
    yield from _regions(article, text)
    if article.told is not None:
        yield from _told(article.told, article, text)


def _told(told: GoldTold, article: GoldArticle, text: str) -> Iterator[str]:
    inside = {i for span in article.spans() for i in range(*span)}
    yield from _twice("organisation", [one.name for one in told.organisations])
    yield from _twice("initiative", [one.name for one in told.initiatives])
    spans = [
        *((one.name, s) for one in (*told.organisations, *told.initiatives) for s in one.mentions),
        *((f"{one.value} {one.unit}", one.span) for one in told.figures),
        *(("proposal", s) for one in told.proposals for s in (*one.spans, *one.answer)),
        *(("unsure", s) for s in told.unsure),
    ]
    for what, span in spans:
        yield from _bounds(text, span)
        if not inside.issuperset(range(*span)):
            yield f"{what}: {_quote(text, span)} is outside the article"
    for figure in told.figures:
        if VALUE.fullmatch(figure.value) is None:
            yield f"figure {_quote(text, figure.span)}: value {figure.value!r}"
    for proposal in told.proposals:
        if not proposal.by or not proposal.spans:
            yield "a proposal without who or what"
    for topic in told.topics:
        if topic not in load_topics().topics:
            yield f"no topic {topic} in the thesaurus"


def _date(article: GoldArticle) -> Iterator[str]:
    if article.date_precision == "none":
        if article.date is not None:
            yield f"date {article.date} with precision none"
    elif DATES[article.date_precision].fullmatch(article.date or "") is None:
        yield f"date {article.date} is not of precision {article.date_precision}"


def _mentions(article: GoldArticle, text: str) -> Iterator[str]:
    inside = {i for span in article.spans() for i in range(*span)}
    named = [(p.name, p.mentions) for p in article.persons]
    named += [(r.name, (*r.mentions, *r.implied)) for r in article.regions]
    for name, spans in named:
        if not spans:
            yield f"{name}: no mention"
        if len(set(spans)) < len(spans):
            yield f"{name}: the same mention twice"
    for name, spans in (*named, ("optional", article.optional)):
        for span in spans:
            yield from _bounds(text, span)
            if not inside.issuperset(range(*span)):
                yield f"{name}: mention {_quote(text, span)} is outside the article"


def _persons(article: GoldArticle, text: str) -> Iterator[str]:
    whole = solid("".join(text[s.start : s.end] for s in article.spans()))
    yield from _twice("person", [person.name for person in article.persons])
    for person in article.persons:
        if person.name != solid(person.name):
            yield f"{person.name!r}: white space in a name"
        for span in person.mentions:
            if NO_NAME.search(text[span.start : span.end]):
                yield f"{person.name}: mention {_quote(text, span)} is no name"
        for role in person.roles:
            if role not in whole:
                yield f"{person.name}: role {role!r} is not printed in the article"


def _regions(article: GoldArticle, text: str) -> Iterator[str]:
    yield from _twice("region", [f"{r.name} {r.id}" for r in article.regions])
    persons = {span for person in article.persons for span in person.mentions}
    for region in article.regions:
        yield from _codes(region)
        for span in region.mentions:
            if span in persons:
                yield f"{region.name}: mention {_quote(text, span)} is a person too"


def _twice(what: str, names: list[str]) -> Iterator[str]:
    counts = Counter(names)
    yield from (f"{what} {name} stands twice" for name in sorted(counts) if counts[name] > 1)


def _codes(region: GoldRegion) -> Iterator[str]:
    if region.kind != "administrative":
        if region.id is not None:
            yield f"{region.name}: kind {region.kind} with a code"
        return
    if region.adcode is None or ADCODE.fullmatch(region.adcode) is None:
        yield f"{region.name}: adcode {region.adcode} is not six digits"
    if region.code is not None and CODE.fullmatch(region.code) is None:
        yield f"{region.name}: code {region.code} is not 9 or 12 digits"


def _bounds(text: str, span: Span) -> Iterator[str]:
    if not 0 <= span.start < span.end <= len(text):
        yield f"span {tuple(span)} is empty or outside of the page"
    elif text[span.start].isspace() or text[span.end - 1].isspace():
        yield f"span {_quote(text, span)} begins or ends with white space"


def _quote(text: str, span: Span) -> str:
    return f"{tuple(span)} {text[span.start : min(span.end, span.start + SHOWN)]!r}"
