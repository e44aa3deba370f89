"""Data files -> what is known about names, titles and the words around them.

A data file holds words between white space under `[section]` headings; a line that
begins with `#` is a comment. Everything is read once and never changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wenzhai.gazetteer.names import short_form

DATA = Path(__file__).resolve().parents[2] / "data" / "persons"

REGIONS = DATA.parent / "regions"
PLACE_MAX = 4  # code points; longer places are no longer like a name

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

    __slots__ = ("by_first", "by_last", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.by_first = _sizes(self.words, 0)
        self.by_last = _sizes(self.words, -1)

    def before(self, text: str, end: int) -> int:
        """Length of the longest word that ends at `end`; 0 when none does."""
        if end > 0:
            for size in self.by_last.get(text[end - 1], ()):
                if size <= end and text[end - size : end] in self.words:
                    return size
        return 0

    def after(self, text: str, start: int) -> int:
        """Length of the longest word that begins at `start`; 0 when none does."""
        if start < len(text):
            for size in self.by_first.get(text[start], ()):
                if start + size <= len(text) and text[start : start + size] in self.words:
                    return size
        return 0


def _sizes(words: Iterable[str], at: int) -> Mapping[str, tuple[int, ...]]:
    """Character at one end of a word -> lengths of such words, longest first."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for word in words:
        found[word[at]].add(len(word))
    return {character: tuple(sorted(sizes, reverse=True)) for character, sizes in found.items()}


@dataclass(frozen=True, slots=True)
class PersonLexicon:
    """Everything the recognition of persons knows before it sees a page."""

    common: frozenset[str]
    """Surnames that are likely one wherever a name may stand."""
    surnames: frozenset[str]
    """All surnames of one character."""
    ambiguous: frozenset[str]
    never_alone: frozenset[str]
    never_untitled: frozenset[str]
    compound: frozenset[str]
    typical: frozenset[str]
    """Characters that stand often in given names."""
    odd: frozenset[str]
    """Characters that seldom stand in given names."""
    function: frozenset[str]
    """Characters that hardly ever do."""
    place_endings: frozenset[str]
    endings: frozenset[str]
    """Characters that end nouns more often than names."""
    places: frozenset[str]
    """Names of divisions of up to four characters that begin with a surname."""
    head: Affix
    """Titles right before a name, X长 included."""
    trailing: Affix
    """Titles right after a name."""
    kin: frozenset[str]
    """Titles that are weak evidence of a name after them."""
    no_role: frozenset[str]
    """Titles before a name that are no role."""
    courtesy: frozenset[str]
    """Titles after a name that are no role."""
    agent: frozenset[str]
    """Last characters of agent nouns: 护林|员."""
    not_agent: frozenset[str]
    speech: Affix
    acts: Affix
    before: Affix
    """Words after which a name may begin."""
    naming: Affix
    """Verbs that are followed by a name."""
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
    title_ends: frozenset[str]
    """Last characters of titles and of verbs that name."""
    may_precede: frozenset[str]
    """Last characters of whatever makes a name start inside a word of the segmenter."""
    starts: re.Pattern[str]
    """Matches a place where a Han name may begin: a surname."""
    called: re.Pattern[str]
    """Matches a surname before what may be a title, or after 老 or 小."""
    syllables: re.Pattern[str]
    """Matches where a name of `ethnic` may begin."""
    ethnic: re.Pattern[str]
    famous: re.Pattern[str]
    countries: Affix
    country: re.Pattern[str]


def load_lexicon(folder: Path = DATA) -> PersonLexicon:
    """Read the data files."""
    surnames = read_sections(folder / "surnames.txt")
    given = read_sections(folder / "given.txt")
    titles = read_sections(folder / "titles.txt")
    context = read_sections(folder / "context.txt")
    roles = read_sections(folder / "roles.txt")
    fields = read_sections(folder / "designations.txt")
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
    chiefs = {f"{unit}长" for unit in titles["chief-of"]}
    head = {*titles["head"], *chiefs, *(word for words in fields.values() for word in words)}
    head |= {f"副{title}" for title in head}
    trailing = Affix({*titles["after"], *chiefs, *(f"副{title}" for title in chiefs)})
    typical = frozenset(given["typical"])
    before = Affix(context["before"])
    naming = Affix((*context["naming"], "叫"))
    may_precede = {title[-1] for title in head} | {word for word in before.words if len(word) == 1}
    return PersonLexicon(
        common=frozenset(surnames["common"]),
        surnames=single,
        ambiguous=frozenset(surnames["ambiguous"]),
        never_alone=frozenset(surnames["never-alone"]),
        never_untitled=frozenset(surnames["never-untitled"]),
        compound=compound,
        typical=typical,
        odd=frozenset(given["odd"]) - typical,
        function=frozenset(given["function"]) - typical,
        place_endings=frozenset(given["place-ending"]),
        endings=frozenset(given["ending"]),
        places=_places(single),
        head=Affix(head),
        trailing=trailing,
        kin=frozenset((*titles["kin"], *fields["kin"])),
        no_role=frozenset((*titles["no-role"], *fields["kin"])),
        courtesy=frozenset((*titles["family"], *titles["courtesy"])),
        agent=frozenset(titles["agent"]),
        not_agent=frozenset(titles["not-agent"]),
        speech=Affix(context["speech"]),
        acts=Affix(context["acts"]),
        before=before,
        title_ends=frozenset(
            {*(title[-1] for title in head), *naming.by_last, *titles["agent"], "”"}
        ),
        may_precede=frozenset(may_precede | set(titles["agent"])),
        naming=naming,
        labels=Affix(context["label"]),
        biography=Affix(context["biography"]),
        ordinary=frozenset((*ordinary["words"], *foreign["country"])),
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
        called=re.compile(_called_pattern(single, compound, trailing)),
        syllables=re.compile(
            alternation(
                word
                for section in ("tibetan", "kazakh", "yi", "mongolian")
                for word in ethnic[section]
                if len(word) > 1
            )
        ),
        ethnic=re.compile(_ethnic_pattern(ethnic)),
        famous=re.compile(alternation([*famous["modern"], *famous["ancient"], *foreign["famous"]])),
        countries=Affix(foreign["country"]),
        country=re.compile(alternation(foreign["country"])),
    )


def _called_pattern(single: frozenset[str], compound: frozenset[str], trailing: Affix) -> str:
    surname = f"(?:{alternation(compound)}|[{''.join(sorted(single))}])"
    title = f"[{''.join(sorted(trailing.by_first))}]"
    return f"{surname}(?={title})|(?<=[老小])[{''.join(sorted(single))}]"


def _places(surnames: frozenset[str]) -> frozenset[str]:
    """Divisions from province to county, full and short, that look like a name."""
    found: set[str] = set()
    for line in (REGIONS / "divisions.tsv").read_text(encoding="utf-8").split("\n"):
        if line[7:8] not in surnames:
            continue
        name = line[7:].split("\t", 1)[0]
        found.update(form for form in (name, short_form(name)) if form and len(form) <= PLACE_MAX)
    return frozenset(found)


def _ethnic_pattern(ethnic: Mapping[str, tuple[str, ...]]) -> str:
    tibetan = f"(?:{alternation(ethnic['tibetan'])})"
    tails = f"[{''.join(ethnic['tibetan-tail'])}]"
    peoples = ("tibetan", "mongolian", "kazakh")
    units = f"(?:{alternation(unit for people in peoples for unit in ethnic[people])})"
    given = f"[{''.join(ethnic['yi-character'])}]{{1,2}}"
    yi = f"(?:{alternation(ethnic['yi'])})(?:{alternation(ethnic['yi-given'])}|{given})"
    whole = f"(?:{alternation(ethnic['mongolian'])})"
    return (
        f"(?P<yi>{yi})|(?P<units>{units}{{2,4}})|(?P<tibetan>{tibetan}{tails}?)|(?P<whole>{whole})"
    )
