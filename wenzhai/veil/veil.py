"""Record, view -> record: rights first, then everything hidden becomes ■ of equal length.

Offsets stay true. A mention that touches hidden text is gone, and with it whoever is named in
full nowhere else on the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wenzhai.model import (
    Article,
    Correction,
    Decision,
    Entry,
    Finding,
    Link,
    PageFacts,
    Paragraph,
    Passage,
    Place,
    Record,
    Span,
)
from wenzhai.resolve.persons import person_id
from wenzhai.veil.limit import limit
from wenzhai.veil.view import View
from wenzhai.veil.words import Secrets, masked, name_offsets, secrets_of

NOT_IN_FULL = frozenset({"surname", "masked"})
"""Forms of mention that do not tell a person's name."""


def veil(record: Record, view: View) -> Record:
    """A page as it may be shown."""
    rights = record.facts.rights or view.rights
    names = view.hidden_names
    record = replace(record, facts=replace(record.facts, rights=rights))
    hidden = _hidden(record, names)
    if rights == "full" and not (hidden or names):
        return record
    texts = [_text_at(record, hidden)]
    if rights != "full":
        entries = tuple(limit(entry, rights) for entry in record.entries)
        shown = {offset for entry in entries for offset in _sources(entry.article)}
        hidden |= {i for i in range(len(record.page.text)) if i not in shown}
        texts.append(_text_at(record, hidden))
        articles = tuple(entry.article for entry in entries)
        layout = replace(record.layout, articles=articles, decisions=())
        record = replace(record, entries=entries, layout=layout)
    texts += _published_at(record, hidden)
    return _masked(record, hidden, secrets_of("\n".join(texts).split("\n"), names))


def veil_findings(
    findings: Iterable[Finding], records: Iterable[Record], view: View
) -> tuple[Finding, ...]:
    """Findings about the digest; `records` are as read, not veiled."""
    by_page: dict[str, Secrets] = {}
    for record in records:
        rights = record.facts.rights or view.rights
        whole = set(range(len(record.page.text)))
        hidden = _hidden(record, view.hidden_names) if rights == "full" else whole
        if hidden:
            text = _text_at(record, hidden)
            by_page[record.page.name] = secrets_of(text.split("\n"), view.hidden_names)
    everywhere = Secrets(names=view.hidden_names)
    return tuple(_finding(f, by_page.get(f.path, everywhere)) for f in findings)


def _hidden(record: Record, names: frozenset[str]) -> set[int]:
    """Offsets of what an editor hides, by place or by name."""
    text = record.page.text
    found = {i for span in record.hidden for i in range(span.start, span.end)}
    found |= name_offsets(names, text)
    if names:
        for entry in record.entries:
            for _, passage in entry.article.passages():
                at = name_offsets(names, passage.text)
                found |= {source for i, source in _way_back(passage) if i in at}
    return found


def _text_at(record: Record, offsets: set[int]) -> str:
    """The text at these offsets; a line for each stretch."""
    pieces: list[str] = []
    last = -2
    for offset in sorted(offsets):
        if offset != last + 1:
            pieces.append("\n")
        character = record.page.text[offset]
        pieces.append("" if character.isspace() else character)
        last = offset
    return "".join(pieces)


def _published_at(record: Record, hidden: set[int]) -> list[str]:
    """What is published for hidden characters: punctuation and corrections may differ."""
    return [
        "".join(
            passage.text[i] if i in covered else "\n" for i in range(min(covered), max(covered) + 1)
        )
        for entry in record.entries
        for _, passage in entry.article.passages()
        if (covered := _positions(passage, hidden))
    ]


def _way_back(passage: Passage) -> Iterable[tuple[int, int]]:
    """(position, offset on the page) of each printed character."""
    for run in passage.runs:
        for i in range(run.length):
            yield run.at + i, run.source + i


def _sources(article: Article) -> Iterable[int]:
    for _, passage in article.passages():
        yield from (source for _, source in _way_back(passage))


def _positions(passage: Passage, hidden: set[int]) -> set[int]:
    """Positions of hidden characters; what an editor put in goes with what precedes it."""
    back = dict(_way_back(passage))
    found: set[int] = set()
    for i in range(len(passage.text)):
        if (back[i] in hidden) if i in back else (i - 1 in found):
            found.add(i)
    return found


def _masked(record: Record, hidden: set[int], secrets: Secrets) -> Record:
    page = record.page
    gone = _gone(record, hidden, secrets.names)
    entries = tuple(_entry(entry, hidden, secrets, gone) for entry in record.entries)
    layout = replace(
        record.layout,
        articles=tuple(entry.article for entry in entries),
        decisions=tuple(_decision(one, secrets) for one in record.layout.decisions),
    )
    return replace(
        record,
        page=replace(page, text=masked(page.text, hidden), name=_name(page.name, secrets)),
        layout=layout,
        entries=entries,
        findings=tuple(_finding(one, secrets) for one in record.findings),
        facts=_facts(record.facts, secrets),
        corrections=tuple(_correction(one, hidden, secrets) for one in record.corrections),
        hidden=_stretches(hidden),
    )


def _stretches(hidden: set[int]) -> tuple[Span, ...]:
    """Neighbouring offsets as spans, sorted."""
    found: list[Span] = []
    for offset in sorted(hidden):
        if found and found[-1].end == offset:
            found[-1] = Span(found[-1].start, offset + 1)
        else:
            found.append(Span(offset, offset + 1))
    return tuple(found)


def _gone(record: Record, hidden: set[int], names: frozenset[str]) -> set[str]:
    """Persons who are named in full only where nothing is shown."""
    seen: set[str] = set()
    lost = {person_id(name) for name in names}
    for entry in record.entries:
        positions = _hidden_positions(entry.article, hidden)
        for link in entry.links:
            if link.mention.kind == "person" and link.entity is not None:
                if _is_hidden(link, positions):
                    lost.add(link.entity)
                elif link.mention.form not in NOT_IN_FULL and link.mention.name not in names:
                    seen.add(link.entity)
    return (lost - seen) | {person_id(name) for name in names}


def _hidden_positions(article: Article, hidden: set[int]) -> dict[Place, set[int]]:
    return {place: _positions(passage, hidden) for place, passage in article.passages()}


def _is_hidden(link: Link, positions: dict[Place, set[int]]) -> bool:
    within = positions[link.mention.place]
    return any(i in within for i in range(link.mention.start, link.mention.end))


def _entry(entry: Entry, hidden: set[int], secrets: Secrets, gone: set[str]) -> Entry:
    positions = _hidden_positions(entry.article, hidden)
    links = tuple(
        _link(link, secrets, gone, positions)
        for link in entry.links
        if link.entity not in gone
        and link.mention.name not in secrets.names
        and not _is_hidden(link, positions)
    )
    return replace(entry, article=_article(entry.article, hidden, secrets), links=links)


def _link(link: Link, secrets: Secrets, gone: set[str], positions: dict[Place, set[int]]) -> Link:
    candidates = tuple(one for one in link.candidates if one not in gone)
    mention = link.mention
    details = tuple(
        detail._replace(value=secrets.mask(detail.value))
        for detail in mention.details
        if positions[detail.place].isdisjoint(range(detail.start, detail.end))
    )
    if details != mention.details:
        mention = replace(mention, details=details)
    return replace(link, mention=mention, candidates=candidates, reason=secrets.mask(link.reason))


def _article(article: Article, hidden: set[int], secrets: Secrets) -> Article:
    def passage_of(passage: Passage) -> Passage:
        return _passage(passage, hidden, secrets)

    body = tuple(_paragraph(paragraph, hidden, secrets) for paragraph in article.body)
    pairs = [
        (old.passage.text, new.passage.text) for old, new in zip(article.body, body, strict=True)
    ]
    dateline = article.dateline
    return replace(
        article,
        headline=article.headline and passage_of(article.headline),
        kicker=article.kicker and passage_of(article.kicker),
        subheadlines=tuple(passage_of(one) for one in article.subheadlines),
        byline=tuple(_phrase(phrase, pairs, secrets) for phrase in article.byline),
        dateline=None if dateline is None else _phrase(dateline, pairs, secrets),
        body=body,
        decisions=tuple(_decision(one, secrets) for one in article.decisions),
    )


def _passage(passage: Passage, hidden: set[int], secrets: Secrets) -> Passage:
    if not passage.runs:  # an editor's own words
        return replace(passage, text=secrets.mask(passage.text))
    found = _positions(passage, hidden) | name_offsets(secrets.names, passage.text)
    return replace(passage, text=masked(passage.text, found))


def _paragraph(paragraph: Paragraph, hidden: set[int], secrets: Secrets) -> Paragraph:
    passage = _passage(paragraph.passage, hidden, secrets)
    speaker = paragraph.speaker
    if speaker is not None:
        speaker = _phrase(speaker, [(paragraph.passage.text, passage.text)], secrets)
    doubt = None if paragraph.doubt is None else secrets.mask(paragraph.doubt)
    return replace(paragraph, passage=passage, speaker=speaker, doubt=doubt)


def _phrase(phrase: str, pairs: list[tuple[str, str]], secrets: Secrets) -> str:
    """Words that also stand in the body, as they stand there now."""
    for old, new in pairs:
        at = old.find(phrase)
        if at >= 0:
            return new[at : at + len(phrase)]
    return secrets.mask(phrase)


def _decision(decision: Decision, secrets: Secrets) -> Decision:
    candidates = tuple(secrets.mask(one) for one in decision.candidates)
    return replace(decision, reason=secrets.mask(decision.reason), candidates=candidates)


def _finding(finding: Finding, secrets: Secrets) -> Finding:
    path = _name(finding.path, secrets)
    return replace(finding, path=path, message=secrets.mask(finding.message))


def _name(name: str, secrets: Secrets) -> str:
    return Secrets(names=secrets.names).mask(name)


def _facts(facts: PageFacts, secrets: Secrets) -> PageFacts:
    def told(text: str | None) -> str | None:
        return None if text is None else _name(text, secrets)

    return replace(
        facts,
        newspaper=told(facts.newspaper),
        edition=told(facts.edition),
        source=told(facts.source),
        scanned_by=told(facts.scanned_by),
    )


def _correction(one: Correction, hidden: set[int], secrets: Secrets) -> Correction:
    def told(text: str | None) -> str | None:
        return None if text is None else secrets.mask(text)

    published = told(one.published)
    if published and any(i in hidden for i in range(one.span.start, one.span.end)):
        published = masked(published, set(range(len(published))))
    return replace(
        one,
        published=published,
        reason=secrets.mask(one.reason),
        by=told(one.by),
        source=told(one.source),
    )
