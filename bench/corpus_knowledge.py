"""What the corpus generator knows: its words, the thesaurus' subjects, the gazetteer's counties.

Read by lines, so that the generator needs no package.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent / "wenzhai" / "data"
DIVISIONS = DATA / "regions" / "divisions.tsv"
THESAURUS = DATA / "topics.yml"  # read by lines: this script needs no package
WORD_LIST = re.compile(r"(?:terms|hints): \[([^\]]*)\]")
SUBJECTS_MIN = 4  # an article takes so many


@dataclass(frozen=True, slots=True)
class County:
    """Where a page is at home."""

    name: str
    city: str
    towns: tuple[str, ...]


def read_words() -> dict[str, list[str]]:
    """Sections of the word file; frames and lines are whole lines, the rest is split."""
    sections: dict[str, list[str]] = {}
    for line in (HERE / "corpus_words.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            section.extend([line] if "{" in line else line.split())
    return sections


@cache
def read_subjects() -> list[list[str]]:
    """The words of each topic of the thesaurus; the common nouns when it is not there."""
    if not THESAURUS.is_file():
        return [read_words()["nouns"]] * SUBJECTS_MIN
    subjects: dict[int, list[str]] = {}
    number = 0
    for line in THESAURUS.read_text(encoding="utf-8").split("\n"):
        number += "name: " in line
        for found in WORD_LIST.findall(line):
            subjects.setdefault(number, []).extend(word.strip('" ') for word in found.split(","))
    return list(subjects.values())


def read_counties(words: dict[str, list[str]]) -> list[County]:
    """The gazetteer's counties with towns; the literal ones when it is not there."""
    if not DIVISIONS.is_file():
        rows = [re.match(r"([^省]+?[市州])(.+)", row) for row in words["counties"]]
        return [County(row[2], row[1], ("城关镇",)) for row in rows if row is not None]
    names: dict[str, str] = {}
    counties: list[County] = []
    for line in DIVISIONS.read_text(encoding="utf-8").split("\n"):
        code, *cells = line.split("\t")
        if len(code) != 6 or not cells:
            continue
        names[code] = cells[0]
        towns = tuple(cell[3:] for cell in cells[1:] if cell[3:].endswith(("镇", "乡", "街道")))
        if len(towns) >= 3 and not code.endswith("00"):
            city = names.get(code[:4] + "00", "")
            counties.append(County(cells[0], city, towns))
    return counties
