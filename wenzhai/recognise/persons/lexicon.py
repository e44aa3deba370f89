"""Data files -> what is known about names, titles and the words around them.

Everything is read once and never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wenzhai.recognise.persons import weights
from wenzhai.recognise.persons.places import counties, full_places, hamlets, name_like, towns
from wenzhai.recognise.persons.surnames import surname_pattern
from wenzhai.recognise.persons.wordlists import DATA, Affix, alternation, read_sections

__all__ = ["DATA", "HAN", "Affix", "PersonLexicon", "alternation", "load_lexicon", "read_sections"]

DAI = "岩玉"  # what every name of the Dai begins with, men and women
PEOPLES = ("tibetan", "mongolian", "kazakh", "yi", "yi-given")
LIKELIHOOD = "likelihood.txt"
SYLLABLES = "syllables.txt"
TYPICALLY = 0.5  # ... at least, of a typical one
LEAST_LIKELY = -3.0  # of a character that likelihood.txt does not list

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f〇"


@dataclass(frozen=True, slots=True, eq=False)
class PersonLexicon:
    """Everything the recognition of persons knows before it sees a page; one a process."""

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
    given_scores: Mapping[int, tuple[Mapping[str, float], ...]]
    """Length of a given name -> for each of its places, evidence by character."""
    unknown_given: float
    """Evidence of the likelihood of a character that no list has."""
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
    title_starts: frozenset[str]
    """Their first characters."""
    offices: tuple[str, ...]
    """Ends of titles that one person has: 局长, not 村民."""
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
    things: frozenset[str]
    """Words that are no names even after a title: 部长|信箱."""
    reporter: frozenset[str]
    photographer: frozenset[str]
    editor: frozenset[str]
    stop: frozenset[str]
    """Words that end a role on its left."""
    place_heads: frozenset[str]
    inner_and: Affix
    organisation: Affix
    inner: frozenset[str]
    inner_words: Affix
    """Words that belong to roles, however the segmenter cuts them."""
    full_places: Affix
    """Divisions in their full form, from province to town."""
    transcribed: frozenset[str]
    """Characters that transcribe foreign names."""
    title_ends: frozenset[str]
    """Last characters of titles and of verbs that name."""
    may_precede: frozenset[str]
    """Last characters of whatever makes a name start inside a word of the segmenter."""
    starts: re.Pattern[str]
    """Matches a place where a Han name may begin: a surname."""
    syllables: re.Pattern[str]
    """Matches where a name of `ethnic` may begin."""
    ethnic: re.Pattern[str]
    sounds: tuple[Mapping[str, float], ...]
    """For each people: evidence of a character for its names; all have the same characters."""
    loudest: Mapping[str, float]
    """The most that a character can say for a name, whatever the people."""
    sounding: re.Pattern[str]
    """Matches a run of such characters."""
    units: frozenset[str]
    """Syllable groups of the names of other peoples."""
    towns: frozenset[str]
    """Short names of towns of three characters and more."""
    hamlets: frozenset[str]
    """Short names of towns of two characters."""
    divisions: frozenset[str]
    """Short and full names of divisions down to the county."""
    famous: re.Pattern[str]
    countries: Affix
    country: re.Pattern[str]


@cache
def load_lexicon(folder: Path = DATA) -> PersonLexicon:
    """Read the data files; every page asks for them."""
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
    ranked = {rank + kin for rank in titles["rank"] for kin in titles["ranked"]}
    trailing = Affix({*titles["after"], *ranked, *chiefs, *(f"副{title}" for title in chiefs)})
    typical = frozenset(given["typical"])
    before = Affix(context["before"])
    naming = Affix((*context["naming"], "叫"))
    may_precede = {title[-1] for title in head} | {word for word in before.words if len(word) == 1}
    sounds = _sounds(folder / SYLLABLES)
    loudest = {c: max(0.0, *(known[c] for known in sounds)) for c in next(iter(sounds), ())}
    return PersonLexicon(
        common=frozenset(surnames["common"]),
        surnames=single,
        ambiguous=frozenset(surnames["ambiguous"]),
        never_alone=frozenset(surnames["never-alone"]),
        never_untitled=frozenset(surnames["never-untitled"]),
        compound=compound,
        typical=typical,
        given_scores=_given_scores(given, _likelihood(folder / LIKELIHOOD, typical)),
        unknown_given=_weighed(LEAST_LIKELY),
        odd=frozenset(given["odd"]) - typical,
        function=frozenset(given["function"]) - typical,
        place_endings=frozenset(given["place-ending"]),
        endings=frozenset(given["ending"]),
        places=name_like(single),
        head=Affix(head),
        trailing=trailing,
        title_starts=frozenset(trailing.by_first),
        offices=titles["office"],
        kin=frozenset((*titles["kin"], *fields["kin"])),
        no_role=frozenset((*titles["no-role"], *fields["kin"])),
        courtesy=frozenset((*titles["family"], *titles["courtesy"], *ranked)),
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
        ordinary=frozenset((*ordinary["words"], *ordinary["things"], *foreign["country"])),
        things=frozenset(ordinary["things"]),
        reporter=frozenset(titles["reporter"]),
        photographer=frozenset(titles["photographer"]),
        editor=frozenset(titles["editor"]),
        stop=frozenset(roles["stop"]),
        place_heads=frozenset(roles["stop-after-place"]),
        inner_and=Affix(roles["inner-and"]),
        organisation=Affix(roles["organisation"]),
        inner=frozenset((*roles["inner"], *roles["former"])),
        inner_words=Affix(word for word in roles["inner"] if len(word) > 1),
        full_places=Affix(full_places()),
        transcribed=frozenset(foreign["characters"]),
        starts=re.compile(surname_pattern(single, compound)),
        syllables=re.compile(
            alternation(
                word
                for section in ("tibetan", "kazakh", "yi", "mongolian")
                for word in ethnic[section]
                if len(word) > 1
            )
            + "".join(f"|{first}(?=[{''.join(ethnic['dai'])}])" for first in DAI)
        ),
        ethnic=re.compile(_ethnic_pattern(ethnic)),
        sounds=sounds,
        loudest=loudest,
        sounding=re.compile(f"[{''.join(sorted(loudest))}]{{2,}}"),
        units=frozenset(unit for people in PEOPLES for unit in ethnic[people]),
        towns=towns(),
        hamlets=hamlets(),
        divisions=counties(),
        famous=re.compile(alternation([*famous["modern"], *famous["ancient"], *foreign["famous"]])),
        countries=Affix(foreign["country"]),
        country=re.compile(alternation(foreign["country"])),
    )


def _likelihood(path: Path, typical: Iterable[str]) -> Mapping[str, Mapping[str, float]]:
    found: dict[str, dict[str, float]] = {"single": {}, "middle": {}, "last": {}}
    for section, characters in read_sections(path).items() if path.exists() else ():
        place, level = section.split(" ")
        found[place].update(dict.fromkeys(characters, float(level)))
    for known in found.values():  # names of today have characters that no older list has: 奕
        known.update((c, max(TYPICALLY, known.get(c, TYPICALLY))) for c in typical)
    return found


def _sounds(path: Path) -> tuple[Mapping[str, float], ...]:
    found: dict[str, dict[str, float]] = {}
    for section, characters in read_sections(path).items() if path.exists() else ():
        people, level = section.split(" ")
        found.setdefault(people, {}).update(dict.fromkeys(characters, float(level)))
    of_all = dict.fromkeys(c for known in found.values() for c in known)
    return tuple(
        {c: known.get(c, weights.UNKNOWN_SOUND) for c in of_all} for known in found.values()
    )


def _given_scores(
    given: Mapping[str, tuple[str, ...]], likelihood: Mapping[str, Mapping[str, float]]
) -> Mapping[int, tuple[Mapping[str, float], ...]]:
    """What a character says at each place of a given name, all lists together."""
    kinds = dict.fromkeys(given["odd"], weights.ODD_GIVEN)
    kinds |= dict.fromkeys(given["function"], weights.FUNCTION_GIVEN)
    kinds |= dict.fromkeys(given["typical"], weights.TYPICAL_GIVEN)
    tables = {
        place: {
            c: kinds.get(c, weights.PLAIN_GIVEN)
            + _weighed(known.get(c, LEAST_LIKELY)) / (1 if place == "single" else 2)
            for c in {*kinds, *known}
        }
        for place, known in likelihood.items()
    }
    return {1: (tables["single"],), 2: (tables["middle"], tables["last"])}


def _weighed(likelihood: float) -> float:
    return (likelihood - weights.LIKELY_FROM) * weights.LIKELIHOOD


def _ethnic_pattern(ethnic: Mapping[str, tuple[str, ...]]) -> str:
    tibetan = f"(?:{alternation(ethnic['tibetan'])})"
    tails = f"[{''.join(ethnic['tibetan-tail'])}]"
    peoples = ("tibetan", "mongolian", "kazakh")
    units = f"(?:{alternation(unit for people in peoples for unit in ethnic[people])})"
    given = f"[{''.join(ethnic['yi-character'])}]{{1,2}}"
    yi = f"(?:{alternation(ethnic['yi'])})(?:{alternation(ethnic['yi-given'])}|{given})"
    whole = f"(?:{alternation(ethnic['mongolian'])})"
    dai = f"[{DAI}][{''.join(ethnic['dai'])}]{{1,3}}"
    return f"(?P<dai>{dai})|(?P<units>{units}{{2,4}})|(?P<yi>{yi})|(?P<tibetan>{tibetan}{tails}?)|(?P<whole>{whole})"
