"""File of sentences -> labelled pages, each of one article, for the names in them.

`tests/gold/README.md` tells the format. A sentence has no separation to be judged: it is
scored with its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, cast

from wenzhai.model import Page, Part, Span
from wenzhai.score.gold import GoldArticle, GoldPage, GoldParagraph, GoldPerson, GoldRegion
from wenzhai.score.load import GoldError

MARK = re.compile(r"〔(?P<role>[^〕]+)〕|【(?P<name>[^】|]+)(?:\|(?P<part>[a-z]+))?】")
NEWLINE = "⏎"
NOWHERE = "-"
TOUCHING = frozenset({"", "，", "（"})
"""What may stand between a name and the role printed after it."""
BETWEEN_NAMES = re.compile(r"[、和与]")
IN_BYLINES = frozenset({"reporter", "photographer", "editor"})


class _Mark(NamedTuple):
    kind: str
    """role or name"""
    span: Span
    part: str | None


def load_sentences(path: Path) -> tuple[GoldPage, ...]:
    """One page for each line that is no comment. Raises GoldError."""
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = [
        (number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")
    ]
    if not rows:
        raise GoldError(f"{path}: no sentence")
    return tuple(_page(f"{path.stem}-{number:03}", line) for number, line in rows)


def _page(name: str, line: str) -> GoldPage:
    marked, _, places = line.partition("\t")
    text, marks = _read_marks(marked)
    optional: list[Span] = []
    article = GoldArticle(
        headline=None,
        kicker=None,
        subheadlines=(),
        body=tuple(
            GoldParagraph("paragraph", (Span(start, end),)) for start, end in _paragraphs(text)
        ),
        date=None,
        date_precision="none",
        persons=tuple(_persons(text, marks)),
        regions=tuple(_regions(name, text, places, optional)),
        optional=tuple(optional),
    )
    page = Page(f"{name}.txt", name, text, "utf-8", sha256(text.encode()).hexdigest())
    return GoldPage("easy", page, None, (article,), ())


def _read_marks(marked: str) -> tuple[str, list[_Mark]]:
    text, at = "", 0
    marks: list[_Mark] = []
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        kind = "role" if match["role"] else "name"
        marks.append(_Mark(kind, Span(len(text), len(text) + len(match[kind])), match["part"]))
        text += match[kind]
        at = match.end()
    return (text + marked[at:]).replace(NEWLINE, "\n"), marks


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _persons(text: str, marks: list[_Mark]) -> Iterator[GoldPerson]:
    """One for each name, with the roles beside its mentions; a list shares its first role."""
    roles: dict[str, dict[str, None]] = {}
    spans: dict[str, list[Span]] = {}
    parts: dict[str, Part] = {}
    shared: str | None = None
    last: _Mark | None = None
    for before, mark, after in zip([None, *marks], marks, [*marks[1:], None], strict=False):
        if mark.kind == "role":
            continue
        name = "".join(text[mark.span.start : mark.span.end].split())
        is_listed = last is not None and BETWEEN_NAMES.fullmatch(
            text, last.span.end, mark.span.start
        )
        role = shared if is_listed else None
        shared = None if not is_listed else shared
        if before is not None and before.kind == "role" and before.span.end == mark.span.start:
            role = shared = text[before.span.start : before.span.end]
        elif role is None and after is not None and after.kind == "role":
            is_touching = text[mark.span.end : after.span.start] in TOUCHING
            role = text[after.span.start : after.span.end] if is_touching else None
        last = mark
        spans.setdefault(name, []).append(mark.span)
        parts[name] = cast(Part, mark.part or "mentioned")
        roles.setdefault(name, {}).update({role: None} if role else {})
    full = _full_names(spans)
    for name in spans:
        if full[name] == name:
            forms = [form for form in spans if full[form] == name]
            yield GoldPerson(
                name,
                (parts[name],),
                tuple({role: None for form in forms for role in roles[form]}),
                tuple(sorted(span for form in forms for span in spans[form])),
            )


def _full_names(spans: dict[str, list[Span]]) -> dict[str, str]:
    """鞠 of 鞠局长 is the 鞠洪波 whom the sentence names."""
    return {
        name: next((n for n in spans if len(name) == 1 and len(n) > 1 and n[0] == name), name)
        for name in spans
    }


def _regions(name: str, text: str, places: str, optional: list[Span]) -> Iterator[GoldRegion]:
    at = 0
    for cell in [] if places == NOWHERE else places.split(" "):
        form, _, codes = cell.lstrip("~?").partition("=")
        start = text.find(form, at)
        if start < 0:
            raise GoldError(f"{name}: {form} does not stand in {text[at:]}")
        span = Span(start, start + len(form))
        at = span.end
        if cell.startswith("?"):
            optional.append(span)
            continue
        for code in codes.split("+"):
            yield _region(form, code, span, is_implied=cell.startswith("~"))


def _region(form: str, code: str, span: Span, is_implied: bool) -> GoldRegion:
    county, own = code[:6], code if len(code) > 6 else None
    mentions, implied = ((), (span,)) if is_implied else ((span,), ())
    return GoldRegion(form, county or None, own, "administrative", mentions, implied)
