"""Atlas -> the indexes of persons, regions, articles, pages and topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wenzhai.model import Document, Person
from wenzhai.render.atlas import Atlas, Count, Ref
from wenzhai.render.escape import Safe, escape
from wenzhai.render.paging import ROWS_MAX, Sheet, sheets
from wenzhai.render.people import REPORTING
from wenzhai.render.phrases import page_facts, page_title, printed_date
from wenzhai.render.press import Press

OTHER_LETTER = "#"  # a name that does not begin with a letter in pinyin
MOST_SHOWN = 30  # of the most named, above an index that is split


@dataclass(frozen=True, slots=True)
class Letter:
    """A pinyin initial."""

    letter: str
    url: Safe
    count: int
    rows: tuple[Count, ...]
    """Empty where the letter has pages of its own."""


@dataclass(frozen=True, slots=True)
class PersonIndexView:
    title: str
    lead: str
    letters: tuple[Letter, ...]
    most: tuple[Count, ...]
    """The most named; empty when all names stand on this page."""
    other: Ref | None
    """The other register."""


@dataclass(frozen=True, slots=True)
class LetterView:
    title: str
    back: Ref
    letters: tuple[Letter, ...]
    current: str
    sheet: Sheet
    rows: tuple[Count, ...]


def person_indexes(atlas: Atlas, press: Press) -> Iterator[Document]:
    """People in the news, and apart from them those who report."""
    news, makers = _registers(atlas)
    to_makers = Ref(escape(press.words["reporters"]), Safe("reporters.html")) if makers else None
    to_news = Ref(escape(press.words["persons"]), Safe("index.html"))
    yield from _person_index(atlas, press, "index", "persons", news, to_makers)
    if makers:
        yield from _person_index(atlas, press, "reporters", "reporters", makers, to_news)


def _registers(atlas: Atlas) -> tuple[list[Person], list[Person]]:
    news: list[Person] = []
    makers: list[Person] = []
    for key, person in atlas.corpus.persons.items():
        sightings = atlas.corpus.person_sightings.get(key, ())
        parts = {sighting.link.mention.part for sighting in sightings}
        if parts - REPORTING or not parts:
            news.append(person)
        if parts & REPORTING:
            makers.append(person)
    return (
        sorted(news, key=lambda person: (person.sort_key, person.id)),
        sorted(makers, key=lambda person: (person.sort_key, person.id)),
    )


def _person_index(
    atlas: Atlas, press: Press, stem: str, words: str, people: Sequence[Person], other: Ref | None
) -> Iterator[Document]:
    grouped: defaultdict[str, list[Count]] = defaultdict(list)
    for person in people:
        grouped[_initial(person)].append(atlas.person_count(person.id))
    is_split = len(people) > ROWS_MAX
    letters = tuple(
        Letter(
            letter,
            Safe(f"{stem}.{_spoken(letter)}.html" if is_split else f"#{_spoken(letter)}"),
            len(rows),
            () if is_split else tuple(rows),
        )
        for letter, rows in sorted(grouped.items())
    )
    counts = [count for rows in grouped.values() for count in rows]
    title = press.words[words]
    yield press.print(
        f"persons/{stem}.md",
        "persons.md",
        {
            "title": title,
            "description": press.word(f"{words}_lead", count=len(people)),
            "kind": "index",
        },
        PersonIndexView(
            title=title,
            lead=press.word(f"{words}_lead", count=len(people)),
            letters=letters,
            most=most_named(counts, MOST_SHOWN) if is_split else (),
            other=other,
        ),
    )
    if not is_split:
        return
    back = Ref(escape(title), Safe(f"{stem}.html"))
    for letter, rows in sorted(grouped.items()):
        for sheet, shown in sheets(f"persons/{stem}.{_spoken(letter)}", rows, ROWS_MAX):
            heading = f"{title} · {letter}"
            yield press.print(
                sheet.path,
                "letter.md",
                {"title": heading, "description": heading, "kind": "index"},
                LetterView(heading, back, letters, letter, sheet, tuple(shown)),
            )


def most_named(counts: Sequence[Count], most: int) -> tuple[Count, ...]:
    return tuple(sorted(counts, key=lambda count: (-count.articles, count.url))[:most])


def _initial(person: Person) -> str:
    letter = person.sort_key[:1].upper()
    return letter if "A" <= letter <= "Z" else OTHER_LETTER


def _spoken(letter: str) -> str:
    return "other" if letter == OTHER_LETTER else letter.lower()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an index: what, and a word about it."""

    ref: Ref
    note: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class ListView:
    title: str
    lead: str
    sheet: Sheet
    rows: tuple[Row, ...]


def article_index(atlas: Atlas, press: Press) -> Iterator[Document]:
    """All articles, the latest first."""
    rows = [article_row(atlas, press, key) for key in atlas.newest]
    lead = press.word("articles_lead", count=len(rows))
    yield from _list(press, "articles/index", press.words["articles"], lead, rows)


def article_row(atlas: Atlas, press: Press, key: str) -> Row:
    record = atlas.corpus.record_of[key]
    date = printed_date(press, atlas.corpus.entries[key].article)
    return Row(atlas.articles[key], page_title(press, record), date)


def page_index(atlas: Atlas, press: Press) -> Iterator[Document]:
    rows = []
    for record in atlas.corpus.records:
        first = next((atlas.titles[entry.id] for entry in record.entries), "")
        note = press.word("page_holds", first=first, count=len(record.entries))
        if record.corrections:
            note += press.word("page_corrected", count=len(record.corrections))
        told = page_facts(press, record)
        note += f" · {told}" if told else ""
        ref = Ref(escape(page_title(press, record)), Safe(f"../pages/{record.page.slug}.html"))
        rows.append(Row(ref, note))
    lead = press.word("pages_lead", count=len(rows))
    yield from _list(press, "pages/index", press.words["pages"], lead, rows)


def topics(atlas: Atlas, press: Press) -> Iterator[Document]:
    """The list of topics, and a page for each."""
    lead = press.word("topics_lead", count=len(atlas.corpus.topic_entries))
    rows = topic_rows(atlas, press)
    yield from _list(press, "topics/index", press.words["topics"], lead, rows)
    for topic, keys in atlas.corpus.topic_entries.items():
        inside = set(keys)
        found = [article_row(atlas, press, key) for key in atlas.newest if key in inside]
        lead = press.word("topic_lead", topic=topic, count=len(found))
        yield from _list(press, f"topics/{atlas.topic_slugs[topic]}", topic, lead, found)


def topic_rows(atlas: Atlas, press: Press) -> tuple[Row, ...]:
    return tuple(
        Row(
            Ref(escape(topic), Safe(f"../topics/{atlas.topic_slugs[topic]}.html")),
            press.word("n_articles", count=len(keys)),
        )
        for topic, keys in sorted(
            atlas.corpus.topic_entries.items(), key=lambda pair: (-len(pair[1]), pair[0])
        )
    )


def _list(
    press: Press, stem: str, title: str, lead: str, rows: Sequence[Row]
) -> Iterator[Document]:
    for sheet, shown in sheets(stem, rows, ROWS_MAX):
        yield press.print(
            sheet.path,
            "list.md",
            {"title": title, "description": lead, "kind": "index"},
            ListView(title, lead, sheet, tuple(shown)),
        )
