"""`pages/*.txt` -> labelled pages as people wrote them to be learnt from, line by line.

A page begins with `=== level name` and what it is set like: `wrap=18` Han characters a line of text
(0: a paragraph stands on one line), `indent=2` full-width spaces before a paragraph, `gap=lines` or
`gap=paragraphs` for blank lines, `half` for half-width punctuation, `spaces` for stray ones. Then
each line as printed, `1P|text` with the number of its article and what it is (`KINDS`, small where it
carries on: `1h|` a second line of the headline, `1p|` text torn by what stands between), or
`F:box label|text` for furniture. Only text is wrapped anew; an empty line stays one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import cast

from wenzhai.model import Kind, Page, Span
from wenzhai.score.faults import REASONS
from wenzhai.score.gold import (
    GoldArticle,
    GoldFurniture,
    GoldLevel,
    GoldPage,
    GoldParagraph,
    GoldText,
)
from wenzhai.segment.lines import width_of

FOLDER = Path(__file__).with_name("pages")
HEADS = ("K", "H", "S")  # kicker, headline, subheadline
BODY: dict[str, Kind] = {
    "P": "paragraph",
    "L": "lead",
    "C": "crosshead",
    "Q": "question",
    "A": "answer",
    "I": "list",
    "X": "caption",
    "N": "note",
}
KINDS = (*HEADS, *BODY)
WRAPPED = frozenset("PLQAIX")
INDENTED = frozenset("PLQA")
HEADER = re.compile(r"=== (?P<level>easy|medium|hard) (?P<name>[a-z0-9-]+)(?P<ways>( [a-z=0-9]+)*)")
LINE = re.compile(r"(?:(?P<article>[0-9]+)(?P<kind>[A-Za-z])|F:(?P<reason>[a-z ]+))\|(?P<text>.*)")
WAYS = {"wrap": "0", "indent": "0", "gap": "none", "half": "", "spaces": ""}
HALF = str.maketrans("，：；？！（）", ",:;?!()")
STRAY = 0.025  # of the places between two Han characters have a stray space
NO_START = re.compile(r"[，。、；：！？）》〉」』】”’%％,;:!?)\]…]")
BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")


@dataclass
class Piece:
    """A printed line of the file, or what is wrapped into several."""

    unit: int
    """What it is part of, numbered over the page; -1 for an empty line."""
    text: str = ""


@dataclass
class Unit:
    """A headline, a paragraph, a piece of furniture."""

    article: int
    """-1: furniture."""
    kind: str
    """A letter of `KINDS`, or a reason of `REASONS`."""
    spans: list[Span] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


@dataclass
class Setting:
    level: GoldLevel
    name: str
    ways: dict[str, str]
    pieces: list[Piece] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)


@cache
def printed_pages(hand: str) -> tuple[GoldPage, ...]:
    """Raises ValueError with all mistakes of the file."""
    rows = (FOLDER / f"{hand}.txt").read_text(encoding="utf-8").split("\n")
    return tuple(map(_page, read_settings(rows)))


def read_settings(rows: Iterable[str]) -> list[Setting]:
    """Raises ValueError with all mistakes, a line each."""
    found: list[Setting] = []
    faults: list[str] = []
    for number, row in enumerate(rows, 1):
        try:
            if row.startswith("==="):
                found.append(_header(row))
            elif found:
                _add(found[-1], row.rstrip())
            elif row.strip():
                raise ValueError("text before the first page")
        except ValueError as fault:
            faults.append(f"line {number}: {fault}: {row[:30]}")
    for setting in found:
        while setting.pieces and setting.pieces[-1].unit < 0:
            setting.pieces.pop()
        bodies = {u.article for u in setting.units if u.kind in BODY}
        bare = sorted({u.article for u in setting.units} - bodies - {-1})
        if bare or not bodies:
            faults.append(f"{setting.name}: articles without text {bare}")
    names = [setting.name for setting in found]
    faults += [f"{name}: a second page of this name" for name in names if names.count(name) > 1]
    if faults:
        raise ValueError("\n".join(faults))
    return found


def _header(row: str) -> Setting:
    match = HEADER.fullmatch(row.rstrip())
    if not match:
        raise ValueError("no header of a page")
    ways = dict(WAYS)
    for way in match["ways"].split():
        name, _, value = way.partition("=")
        if name not in WAYS:
            raise ValueError(f"{name} is none of {', '.join(WAYS)}")
        ways[name] = value or "yes"
    return Setting(cast(GoldLevel, match["level"]), match["name"], ways)


def _add(setting: Setting, row: str) -> None:
    if not row.strip():
        setting.pieces.append(Piece(-1))
        return
    match = LINE.fullmatch(row.strip())
    if not match or not match["text"].strip():
        raise ValueError("a line is 1P|text or F:box label|text")
    text = match["text"].strip()
    if match["reason"]:
        if match["reason"] not in REASONS:
            raise ValueError(f"a reason is one of {', '.join(REASONS)}")
        setting.units.append(Unit(-1, match["reason"]))
    else:
        article, kind = int(match["article"]), match["kind"]
        if kind.upper() not in KINDS:
            raise ValueError(f"a kind is one of {', '.join(KINDS)}")
        if kind.islower():
            place = _last(setting.units, article, kind.upper())
            setting.pieces.append(Piece(place, text))
            return
        setting.units.append(Unit(article, kind))
    setting.pieces.append(Piece(len(setting.units) - 1, text))


def _last(units: Sequence[Unit], article: int, kind: str) -> int:
    for place in reversed(range(len(units))):
        if units[place].article == article and units[place].kind == kind:
            return place
    raise ValueError("nothing of that kind to carry on")


def _page(setting: Setting) -> GoldPage:
    chance = random.Random(setting.name)
    text, before = "", -1
    for unit, line in _lines(setting):
        if unit < 0:
            text += "\n"
            continue
        row = _soiled(setting, unit, line, chance)
        if text:
            is_new = unit != before
            gap = {"lines": 1, "paragraphs": int(is_new)}.get(setting.ways["gap"], 0)
            text += "\n" * (1 + gap)
        at = len(text) + len(row) - len(row.lstrip())
        text += row
        made = setting.units[unit]
        if unit == before:
            made.spans[-1] = Span(made.spans[-1].start, len(text))
        else:
            made.spans.append(Span(at, len(text)))
        made.texts.append(row.strip())
        before = unit
    digest = sha256(text.encode()).hexdigest()
    name = f"{setting.level}-{setting.name}"
    page = Page(f"{name}.txt", name, text, "utf-8", digest)
    numbers = sorted({u.article for u in setting.units if u.article >= 0})
    articles = [_article([u for u in setting.units if u.article == n]) for n in numbers]
    articles.sort(key=lambda article: min(article.spans()))
    furniture = sorted(GoldFurniture(u.spans[0], u.kind) for u in setting.units if u.article < 0)
    return GoldPage(setting.level, page, None, tuple(articles), tuple(furniture))


def _lines(setting: Setting) -> list[tuple[int, str]]:
    """Unit and text of every printed line; -1 for an empty one."""
    wrap, indent = int(setting.ways["wrap"]), "\u3000" * int(setting.ways["indent"])
    pieces: dict[int, list[str]] = {}
    for piece in setting.pieces:
        pieces.setdefault(piece.unit, []).append(piece.text)
    columns: dict[int, list[list[str]]] = {}
    for number, unit in enumerate(setting.units):
        texts = pieces[number]
        if unit.kind in WRAPPED:
            first = indent if unit.kind in INDENTED else ""
            columns[number] = _wrapped(texts, wrap, first)
        else:
            columns[number] = [[text] for text in texts]
    found: list[tuple[int, str]] = []
    for piece in setting.pieces:
        if piece.unit < 0:
            found.append((-1, ""))
        else:
            found += [(piece.unit, line) for line in columns[piece.unit].pop(0)]
    return found


def _wrapped(texts: Sequence[str], wrap: int, indent: str) -> list[list[str]]:
    """The lines of each piece of a paragraph; it is torn at the ends of lines only."""
    if not wrap:
        return [[indent * (not k) + text] for k, text in enumerate(texts)]
    marked = "\ue000" * len(indent) + "".join(texts)  # no white space, so that it stays
    lines = wrap_text(marked, wrap)
    found: list[list[str]] = [[] for _ in texts]
    ends, total = [], len(indent)
    for text in texts:
        total += len(text)
        ends.append(total)
    at = piece = 0
    for k, line in enumerate(lines):
        left, later = len(lines) - k, len(texts) - 1 - piece
        middle = at + len(line) / 2
        if found[piece] and later and (middle > ends[piece] or left <= later):
            piece += 1
        found[piece].append(line.replace("\ue000", "\u3000"))
        at += len(line)
    return [rows or [text] for rows, text in zip(found, texts, strict=True)]


def _soiled(setting: Setting, unit: int, line: str, chance: random.Random) -> str:
    """A line of text as a careless program gives it."""
    if setting.units[unit].kind not in WRAPPED:
        return line
    if setting.ways["half"]:
        line = line.translate(HALF)
    if setting.ways["spaces"]:
        line = BETWEEN_HAN.sub(lambda _: " " * (chance.random() < STRAY), line)
    return line


def _article(units: Sequence[Unit]) -> GoldArticle:
    def texts(letter: str) -> list[GoldText]:
        return [GoldText("".join(u.texts), tuple(u.spans)) for u in units if u.kind == letter]

    return GoldArticle(
        headline=next(iter(texts("H")), None),
        kicker=next(iter(texts("K")), None),
        subheadlines=tuple(texts("S")),
        body=tuple(GoldParagraph(BODY[u.kind], tuple(u.spans)) for u in units if u.kind in BODY),
        date=None,
        date_precision="none",
        persons=(),
        regions=(),
        optional=(),
    )


def wrap_text(text: str, width: float) -> list[str]:
    """Lines of at most so many Han characters; none begins with a mark that cannot."""
    lines: list[str] = []
    line = ""
    for i, c in enumerate(text):
        full = width_of(line + c) > width
        if full and line and not NO_START.match(c) and not _inside(text, i):
            lines.append(line.rstrip())
            line = ""
        if line or not c.isspace():
            line += c
    if line.strip():
        lines.append(line.rstrip())
    return lines


def _inside(text: str, i: int) -> bool:
    """Numbers and Latin words stay whole."""
    return i > 0 and text[i - 1].isascii() and text[i].isascii() and text[i].isalnum()
