"""Data files -> what is known about names, titles and the words around them.

A data file holds words between white space under `[section]` headings; a line that
begins with `#` is a comment. Everything is read once and never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data" / "persons"

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f〇"


def read_sections(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The words of a data file by section, in the order of the file."""
    sections: dict[str, list[str]] = {}
    words: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#"):
            continue
        if line.startswith("["):
            words = sections.setdefault(line.strip("[] "), [])
            continue
        words.extend(line.split())
    return {name: tuple(found) for name, found in sections.items()}


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda w: (-len(w), w)))) or r"(?!)"


class Affix:
    """Words that are looked up as the end or the beginning of a text, longest first."""

    __slots__ = ("longest", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.longest = max(map(len, self.words), default=0)

    def before(self, text: str, end: int) -> int:
        """Length of the longest word that ends at `end`; 0 when none does."""
        for size in range(min(self.longest, end), 0, -1):
            if text[end - size : end] in self.words:
                return size
        return 0

    def after(self, text: str, start: int) -> int:
        """Length of the longest word that begins at `start`; 0 when none does."""
        for size in range(min(self.longest, len(text) - start), 0, -1):
            if text[start : start + size] in self.words:
                return size
        return 0


@dataclass(frozen=True, slots=True)
class PersonLexicon:
    """Everything the recognition of persons knows before it sees a page."""

    common: frozenset[str]
    """Surnames that are likely one wherever a name may stand."""
    surnames: frozenset[str]
    """All surnames of one character."""
    ambiguous: frozenset[str]
    never_alone: frozenset[str]
    compound: frozenset[str]
    typical: frozenset[str]
    """Characters that stand often in given names."""
    atypical: frozenset[str]
    head: Affix
    """Titles right before a name, X长 included."""
    trailing: Affix
    """Titles right after a name."""
    family: frozenset[str]
    agent: frozenset[str]
    """Last characters of agent nouns: 护林|员."""
    not_agent: frozenset[str]
    speech: Affix
    acts: Affix
    before: Affix
    """Words after which a name may begin."""
    labels: Affix
    biography: Affix
    ordinary: frozenset[str]
    reporter: frozenset[str]
    photographer: frozenset[str]
    editor: frozenset[str]
    stop: frozenset[str]
    """Words that end a role on its left."""
    place_heads: frozenset[str]
    inner_and: Affix
    organisation: Affix
    inner: frozenset[str]
    transcribed: frozenset[str]
    """Characters that transcribe foreign names."""
    starts: re.Pattern[str]
    """Matches a place where a Han name may begin: a surname."""
    ethnic: re.Pattern[str]
    famous: re.Pattern[str]
    countries: Affix


def load_lexicon(folder: Path = DATA) -> PersonLexicon:
    """Read the data files."""
    surnames = read_sections(folder / "surnames.txt")
    given = read_sections(folder / "given.txt")
    titles = read_sections(folder / "titles.txt")
    context = read_sections(folder / "context.txt")
    roles = read_sections(folder / "roles.txt")
    ethnic = read_sections(folder / "ethnic.txt")
    foreign = read_sections(folder / "foreign.txt")
    famous = read_sections(folder / "famous.txt")
    ordinary = read_sections(folder / "ordinary.txt")
    compound = frozenset(surnames["compound"])
    single = frozenset(
        word
        for section in ("common", "other", "ambiguous")
        for word in surnames[section]
        if len(word) == 1
    )
    head = {*titles["head"], *(f"{unit}长" for unit in titles["chief-of"])}
    head |= {f"副{title}" for title in head}
    typical = frozenset(given["typical"])
    return PersonLexicon(
        common=frozenset(surnames["common"]),
        surnames=single,
        ambiguous=frozenset(surnames["ambiguous"]),
        never_alone=frozenset(surnames["never-alone"]),
        compound=compound,
        typical=typical,
        atypical=frozenset(given["atypical"]) - typical,
        head=Affix(head),
        trailing=Affix(titles["after"]),
        family=frozenset(titles["family"]),
        agent=frozenset(titles["agent"]),
        not_agent=frozenset(titles["not-agent"]),
        speech=Affix(context["speech"]),
        acts=Affix(context["acts"]),
        before=Affix(context["before"]),
        labels=Affix(context["label"]),
        biography=Affix(context["biography"]),
        ordinary=frozenset(ordinary["words"]),
        reporter=frozenset(titles["reporter"]),
        photographer=frozenset(titles["photographer"]),
        editor=frozenset(titles["editor"]),
        stop=frozenset(roles["stop"]),
        place_heads=frozenset(roles["stop-after-place"]),
        inner_and=Affix(roles["inner-and"]),
        organisation=Affix(roles["organisation"]),
        inner=frozenset((*roles["inner"], *roles["former"])),
        transcribed=frozenset(foreign["characters"]),
        starts=re.compile(f"(?:{alternation(compound)})|[{''.join(sorted(single))}]"),
        ethnic=re.compile(_ethnic_pattern(ethnic)),
        famous=re.compile(alternation([*famous["modern"], *famous["ancient"], *foreign["famous"]])),
        countries=Affix(foreign["country"]),
    )


def _ethnic_pattern(ethnic: Mapping[str, tuple[str, ...]]) -> str:
    tibetan = f"(?:{alternation(ethnic['tibetan'])}){{2,4}}"
    kazakh = f"(?:{alternation(ethnic['kazakh'])}){{2,4}}"
    yi = f"(?:{alternation(ethnic['yi'])})(?:{alternation(ethnic['yi-given'])})"
    mongolian = f"(?:{alternation(ethnic['mongolian'])}){{1,3}}"
    return f"(?P<tibetan>{tibetan})|(?P<yi>{yi})|(?P<kazakh>{kazakh})|(?P<mongolian>{mongolian})"
