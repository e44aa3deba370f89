"""`articles/*.txt` -> labelled pages, one of each article that was written to be learnt from.

An article begins at `===`. A line that begins with `K `, `H ` or `S ` is its kicker, headline or
subheadline, `T ` its topics; every other line is a paragraph. Marks are those of `marked.py`, and
`｛who｜sentences｝` for a proposal, `who` being names parted by `、`. Headlines hold no marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from folders import GOLD
from marked import Sentence, read_sentence

from wenzhai.model import Kind, Page, Span
from wenzhai.score.gold import (
    GoldArticle,
    GoldName,
    GoldPage,
    GoldParagraph,
    GoldPerson,
    GoldProposal,
    GoldText,
    GoldTold,
)
from wenzhai.score.load import load_gold

FOLDER = Path(__file__).with_name("articles")
PART = re.compile(r"(?P<part>[KHST]) (?P<rest>.*)")
PROPOSAL = re.compile(r"｛(?P<who>[^｜｝]*)｜(?P<said>[^｝]*)｝")
NOTE_MAX = 30  # code points of a line that is signed or says who wrote it
NOTE_OPEN = ("。", "！", "？", "：", "”", "…")
"""No note ends so."""


LOCAL = ("fujian", "hebei", "hunan", "jiangsu", "liaoning", "shaanxi", "shandong", "sichuan")
"""Articles of all fields, names hard on purpose; by a province of each hand, a file each."""
OFFICIAL = tuple(
    f"official-{of}" for of in ("gansu", "guizhou", "heilongjiang", "hubei", "zhejiang")
)
"""Articles of congresses, committees and governments."""
HANDS = (*LOCAL, *OFFICIAL)
"""Neither their topics nor the words that go together in them are learnt from: on pages that took no
part topics lost by both (F1 0.71 to 0.70)."""


def load(source: str) -> tuple[GoldPage, ...]:
    """Of a folder of labelled pages, or of one of `HANDS`."""
    return written_pages(source) if source in HANDS else load_gold(GOLD / source)


@cache
def written_pages(hand: str) -> tuple[GoldPage, ...]:
    """Raises ValueError where a mark does not close."""
    articles = enumerate(_articles(FOLDER / f"{hand}.txt"))
    return tuple(_page(f"{hand}-{number:03}", lines) for number, lines in articles)


def _articles(path: Path) -> Iterator[list[str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    starts = [n for n, line in enumerate(lines) if line.strip() == "==="]
    for low, high in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield [line.strip() for line in lines[low + 1 : high] if line.strip()]


class _Reader:
    """The page as it is put together."""

    def __init__(self) -> None:
        self.text = ""
        self.heads: dict[str, GoldText] = {}
        self.subs: list[GoldText] = []
        self.body: list[GoldParagraph] = []
        self.topics: tuple[str, ...] = ()
        self.organisations: list[GoldName] = []
        self.persons: list[GoldPerson] = []
        self.proposals: list[GoldProposal] = []

    def add(self, line: str) -> None:
        match = PART.fullmatch(line)
        part = match["part"] if match else ""
        if match and part == "T":
            self.topics = tuple(match["rest"].split("、"))
            return
        read, proposals = _read(match["rest"] if match else line)
        at = len(self.text)
        span = Span(at, at + len(read.text))
        self.text += read.text + "\n"
        self.organisations += [
            GoldName(read.text[s:e], _at(at, s, e)) for s, e in read.organisations
        ]
        self.persons += [
            GoldPerson(read.text[s:e], ("mentioned",), (), _at(at, s, e)) for s, e in read.persons
        ]
        self.proposals += [GoldProposal(who, _at(at, *said), ()) for who, said in proposals]
        if part == "S":
            self.subs.append(GoldText(read.text, (span,)))
        elif part:
            self.heads[part] = GoldText(read.text, (span,))
        else:
            self.body.append(GoldParagraph(_kind(read.text), (span,)))


def _page(name: str, lines: Sequence[str]) -> GoldPage:
    reader = _Reader()
    for line in lines:
        reader.add(line)
    headline = reader.heads.get("H")
    unmarked = headline.spans if headline else ()
    article = GoldArticle(
        headline=headline,
        kicker=reader.heads.get("K"),
        subheadlines=tuple(reader.subs),
        body=tuple(reader.body),
        date=None,
        date_precision="none",
        persons=tuple(reader.persons),
        regions=(),
        optional=unmarked,
        told=GoldTold(
            tuple(reader.organisations), (), (), tuple(reader.proposals), reader.topics, unmarked
        ),
    )
    digest = sha256(reader.text.encode()).hexdigest()
    page = Page(f"{name}.txt", name, reader.text, "utf-8", digest)
    return GoldPage("easy", page, None, (article,), ())


def _read(line: str) -> tuple[Sentence, list[tuple[tuple[str, ...], tuple[int, int]]]]:
    """A line without its marks, and its proposals: who, and where they stand in it."""
    proposals: list[tuple[tuple[str, ...], tuple[int, int]]] = []
    marked, end = "", 0
    for match in PROPOSAL.finditer(line):
        marked += line[end : match.start()]
        low = len(read_sentence(marked).text)
        marked += match["said"]
        high = len(read_sentence(marked).text)
        who = read_sentence(match["who"]).text.split("、")
        proposals.append((tuple(who), (low, high)))
        end = match.end()
    return read_sentence(marked + line[end:]), proposals


def _at(line: int, start: int, end: int) -> tuple[Span, ...]:
    return (Span(line + start, line + end),)


def _kind(text: str) -> Kind:
    is_note = len(text) <= NOTE_MAX and not text.endswith(NOTE_OPEN)
    return "note" if is_note else "paragraph"
