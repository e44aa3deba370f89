"""Record -> why: each join, headline, mention, link and relation, with rule and confidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wenzhai.check import line_of
from wenzhai.corpus import Corpus
from wenzhai.model import Decision, Entry, Link, Page, Passage, Place, Record, Relation
from wenzhai.relate import relations
from wenzhai.topics import explain_topics, load_topics

QUOTED = 24  # characters of the page beside each line


def explain(corpus: Corpus, wanted: str) -> Iterator[str]:
    """Lines about a page (by file name or slug) or an article (by id); none when unknown."""
    for record in corpus.records:
        name = record.page.name
        if wanted in {name, record.page.slug} or wanted.endswith("/" + name):
            yield from _page(record)
            return
        for entry in record.entries:
            if wanted == entry.id:
                yield from _article(entry, record)
                return


def _page(record: Record) -> Iterator[str]:
    page = record.page
    yield f"{page.name}: {len(page.text)} characters, {page.encoding}"
    for furniture in record.layout.furniture:
        place = _place(page, furniture.span.start)
        text = "".join(page.text[furniture.span.start : furniture.span.end].split())
        yield f"  {place} furniture: {text} ({furniture.reason})"
    for decision in record.layout.decisions:
        yield _decision(decision, page)
    for entry in record.entries:
        yield ""
        yield from _article(entry, record)


def _article(entry: Entry, record: Record) -> Iterator[str]:
    article = entry.article
    page = record.page
    headline = article.headline.text if article.headline else "no headline printed"
    yield f"{entry.id}: {headline}"
    yield f"  confidence {article.confidence:.2f}; genre {article.genre}; date {article.date}"
    for decision in sorted(article.decisions, key=lambda d: (d.span, d.subject, d.rule)):
        yield _decision(decision, page)
    for ground, likely in explain_topics(article, load_topics(), entry.links):
        evidence = "; ".join(f"“{quote}”" for quote in ground.evidence)
        yield f"  topic {ground.topic}: {ground.rule} ({likely:.2f}): {evidence}"
    passages = dict(article.passages())
    for link in entry.links:
        yield from _link(link, passages[link.mention.place], page)
    for relation in relations(entry, record.facts.rights):
        yield from _relation(relation, passages, page)


def _decision(decision: Decision, page: Page) -> str:
    others = f"; or {', '.join(decision.candidates)}" if decision.candidates else ""
    return (
        f"  {_place(page, decision.span.start)} {decision.subject}: {decision.rule} "
        f"({decision.confidence:.2f}): {decision.reason}{others}"
    )


def _link(link: Link, passage: Passage, page: Page) -> Iterator[str]:
    mention = link.mention
    source = passage.source(mention.start, mention.end)
    place = _place(page, source.start) if source else "by an editor"
    context = passage.text[max(0, mention.start - QUOTED // 2) : mention.end + QUOTED // 2]
    context = _short(context)
    yield (
        f"  {place} {mention.kind} {_short(mention.name)}: found by {mention.rule} "
        f"({mention.confidence:.2f}), form {mention.form}, in “{context}”"
    )
    if mention.role:
        yield f"      role: {passage.text[mention.role.start : mention.role.end]}"
    for detail in mention.details:
        told = detail.value or "(as printed)"
        yield f"      {detail.name}: {told}"
    means = link.entity or ("undecided: " + (" or ".join(link.candidates) or "no candidate"))
    yield f"      means {means}: {link.rule} ({link.confidence:.2f}): {link.reason}"


def _relation(relation: Relation, passages: Mapping[Place, Passage], page: Page) -> Iterator[str]:
    yield f"  {relation.person} {relation.kind} {relation.other}:"
    for one in relation.evidence:
        passage = passages[one.place]
        source = passage.source(one.start, one.end)
        place = _place(page, source.start) if source else "by an editor"
        sentence = passage.text[one.start : one.end].strip()
        yield f"      {place} {one.rule} ({one.confidence:.2f}): {sentence}"


def _short(text: str) -> str:
    return text if len(text) <= 4 * QUOTED else f"{text[: 2 * QUOTED]}……{text[-QUOTED:]}"


def _place(page: Page, offset: int) -> str:
    return f"line {line_of(page.text, offset)}"
