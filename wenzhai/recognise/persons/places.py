"""The table of divisions -> what the recognition of persons must know of places."""

from __future__ import annotations

import re

from wenzhai.gazetteer.names import short_form, without_peoples
from wenzhai.recognise.persons.wordlists import DATA

REGIONS = DATA.parent / "regions"
TOWN_MIN = 3  # code points; shorter names of towns are words too often
PLACE_MAX = 4  # code points; longer places are no longer like a name


def name_like(surnames: frozenset[str]) -> frozenset[str]:
    """Divisions from province to county, full and short, that look like a name."""
    found: set[str] = set()
    for line in (REGIONS / "divisions.tsv").read_text(encoding="utf-8").split("\n"):
        if line[7:8] not in surnames:
            continue
        name = line[7:].split("\t", 1)[0]
        found.update(form for form in (name, short_form(name)) if form and len(form) <= PLACE_MAX)
    return frozenset(found)


def counties() -> frozenset[str]:
    """Short and full names of divisions down to the county."""
    lines = (REGIONS / "divisions.tsv").read_text(encoding="utf-8").split("\n")
    names = {line[7:].split("\t", 1)[0] for line in lines if line}
    return frozenset(form for name in names for form in (name, short_form(name)) if form)


def towns() -> frozenset[str]:
    """Short names of towns of three characters and more."""
    text = (REGIONS / "divisions.tsv").read_text(encoding="utf-8")
    names = re.findall(r"\t\d{3}([^\t\n]{3,})(?:镇|乡|苏木|街道)(?=[\t\n]|$)", text)
    bare = (without_peoples(name) for name in names if "族" in name)
    return frozenset((*names, *(name for name in bare if len(name) >= TOWN_MIN)))


def hamlets() -> frozenset[str]:
    """Short names of towns of two characters: 良渚."""
    text = (REGIONS / "divisions.tsv").read_text(encoding="utf-8")
    return frozenset(re.findall(r"\t\d{3}([^\t\n]{2})(?:镇|乡|苏木|街道)(?=[\t\n]|$)", text))


def full_places() -> frozenset[str]:
    """Divisions in their full form, from province to town."""
    text = (REGIONS / "divisions.tsv").read_text(encoding="utf-8")
    towns = re.findall(r"\t\d{3}([^\t\n]+)", text)
    counties = re.findall(r"^\d{6}\t([^\t\n]+)", text, re.MULTILINE)
    aliases = re.findall(
        r"^(\S{2,6}[省州盟县旗区市])\t", (REGIONS / "aliases.tsv").read_text("utf-8"), re.MULTILINE
    )
    return frozenset((*towns, *counties, *aliases))
