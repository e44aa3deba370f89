"""Atlas -> the registers of persons by pinyin: people in the news, and those who report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wenzhai.model import Document, Person
from wenzhai.render.atlas import Atlas, Count, Ref, most_named
from wenzhai.render.escape import Safe, escape
from wenzhai.render.groups import Order
from wenzhai.render.paging import ROWS_MAX, Sheet, sheets
from wenzhai.render.press import Press
from wenzhai.render.registers import Registers, orders_of, registers_of

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
    orders: tuple[Order, ...]


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
    registers = registers_of(atlas)
    yield from _person_index(atlas, press, registers, "index", "persons", registers.news)
    if registers.makers:
        yield from _person_index(
            atlas, press, registers, "reporters", "reporters", registers.makers
        )


def _person_index(
    atlas: Atlas,
    press: Press,
    registers: Registers,
    stem: str,
    words: str,
    people: Sequence[Person],
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
            orders=orders_of(press, registers, stem),
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


def _initial(person: Person) -> str:
    letter = person.sort_key[:1].upper()
    return letter if "A" <= letter <= "Z" else OTHER_LETTER


def _spoken(letter: str) -> str:
    return "other" if letter == OTHER_LETTER else letter.lower()
