"""Reference -> BibTeX, RIS, CSL-JSON: files that reference managers read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wenzhai.cite.reference import Author, Reference

LANGUAGE = "zh-CN"

# What TeX takes for commands; braces must not count for BibTeX, which knows no backslash.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "%&$#_"},
}  # fmt: skip
_TEX_MEANS = re.compile("|".join(map(re.escape, _TEX)))
_IN_ADDRESS = re.compile(r"[\\{}%#~^]")


@dataclass(frozen=True, slots=True)
class Format:
    name: str
    suffix: str
    print: Callable[[Reference], str]


def bibtex(one: Reference) -> str:
    """`@article` of a newspaper; without one `@misc`, since a journal would be missing."""
    fields = "".join(f",\n  {key} = {{{value}}}" for key, value in _bibtex(one))
    return f"@{'article' if one.newspaper else 'misc'}{{{one.id}{fields}\n}}\n"


def _bibtex(one: Reference) -> Iterator[tuple[str, str]]:
    if one.authors:
        yield "author", " and ".join(f"{{{_tex(author.name)}}}" for author in one.authors)
    yield "title", f"{{{_tex(one.title)}}}"
    if one.newspaper:
        yield "journal", _tex(one.newspaper)
        yield "entrysubtype", "newspaper"
    for key, number in zip(("year", "month", "day"), one.year_month_day, strict=False):
        yield key, str(number)
    if one.page_number is not None:
        yield "pages", _tex(one.page_number)
    if one.edition:
        yield "edition", _tex(one.edition)
    if one.url:
        yield "url", _IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", one.url)
    yield "langid", "chinese"
    yield "note", _tex(one.digest)


def _tex(text: str) -> str:
    return _TEX_MEANS.sub(lambda match: _TEX[match[0]], _line(text))


def ris(one: Reference) -> str:
    """One tag a line, CR LF as the format says."""
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in _ris(one))


def _ris(one: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", one.id
    for author in one.authors:
        given = author.name.removeprefix(author.surname)
        yield "AU", f"{author.surname}, {given}" if author.surname and given else author.name
    yield "TI", one.title
    if one.newspaper:
        yield "T2", one.newspaper
    if one.date:
        yield "PY", one.date[:4]
        yield "DA", one.date.replace("-", "/")
    if one.page_number is not None:
        yield "SP", _line(one.page_number)
    if one.edition:
        yield "ET", one.edition
    if one.url:
        yield "UR", one.url
    yield "LA", LANGUAGE
    yield "DP", one.digest
    yield "ER", ""


def csl(one: Reference) -> str:
    """CSL-JSON, a list of one item."""
    item: dict[str, object] = {"id": one.id, "type": "article-newspaper", "title": one.title}
    if one.authors:
        item["author"] = [_name(author) for author in one.authors]
    if one.newspaper:
        item["container-title"] = one.newspaper
    if one.date:
        item["issued"] = {"date-parts": [list(one.year_month_day)]}
    if one.page_number is not None:
        item["page"] = _line(one.page_number)
    if one.edition:
        item["edition"] = one.edition
    if one.url:
        item["URL"] = one.url
    item |= {"language": LANGUAGE, "source": one.digest}
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def _name(author: Author) -> dict[str, str]:
    given = author.name.removeprefix(author.surname)
    if author.surname and given:
        return {"family": author.surname, "given": given}
    return {"literal": author.name}


def _line(text: str) -> str:
    return " ".join(text.split())


FORMATS = (
    Format("BibTeX", "bib", bibtex),
    Format("RIS", "ris", ris),
    Format("CSL-JSON", "csl.json", csl),
)
