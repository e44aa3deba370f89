"""Spans of the page -> published text, with its way back kept character by character.

Lines are joined without the white space of the break; between Latin words and figures one space
stays. Half-width punctuation of Chinese text is published full-width where its meaning is certain;
each mark stands for the one that was printed. Markup that was left over and doubled marks are
dropped, and said to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenzhai.model import Dropped, Passage, Run, Span
from wenzhai.segment.spacing import IS_CHINESE, Edit, space_edits

WIDE = dict(zip(",;:?!()", "，；：？！（）", strict=True))
MARKUP = re.compile(r"\*{2,}|(?<![\w_])_{2,}(?![\w_])|^#{1,6}(?=\s)")
DOUBLED = re.compile(r"([，。、；：,;])(?:\s*\1)+|(?<=[，、；：])[，、；：](?=[^，、；：])")
SENTENCE_END = re.compile(r'[。！？!?]"?')
HALF = re.compile(r"[,;:?!]")
BRACKETS = re.compile(r"\(([^()]*)\)")


def make_passage(
    page: str, spans: Sequence[tuple[int, int]], *, keep_spaces: bool = False
) -> Passage:
    """The text of the spans, joined in their order.

    `keep_spaces` keeps single spaces between Chinese characters: in headlines and bylines they
    part what belongs apart.
    """
    raw, homes = _raw(page, spans)
    edits = _edits(raw, keep_spaces)
    return _published(raw, homes, edits)


def _raw(page: str, spans: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """The spans as one text, and (place in it, place on the page) of each; a break is one line feed."""
    pieces: list[str] = []
    homes: list[tuple[int, int]] = []
    at = 0
    previous = -1
    for start, end in spans:
        if pieces:
            gap = page[previous : previous + 1]
            if gap and gap.isspace():
                homes.append((at, previous))
                pieces.append("\n")
                at += 1
        homes.append((at, start))
        pieces.append(page[start:end])
        at += end - start
        previous = end
    return "".join(pieces), homes


def _edits(raw: str, keep_spaces: bool) -> list[Edit]:
    found: list[Edit] = []
    found.extend(Edit(*m.span(), "", "leftover markup") for m in MARKUP.finditer(raw))
    for m in DOUBLED.finditer(raw):
        if m.lastindex:
            found.extend(_doubled(raw, m))
        else:
            found.append(Edit(*m.span(), "", "doubled punctuation"))
    found.extend(space_edits(raw, keep_spaces=keep_spaces))
    found.extend(_wide_marks(raw))
    found.extend(_wide_brackets(raw))
    found.extend(_curly_quotes(raw))
    # Longest first where two begin together; one that overlaps an earlier one is left out.
    found.sort(key=lambda e: (e.start, e.text != "", -e.end))
    kept: list[Edit] = []
    reach = 0
    for edit in found:
        if edit.start >= reach:
            kept.append(edit)
            reach = edit.end
    return kept


def _doubled(raw: str, match: re.Match[str]) -> Iterator[Edit]:
    for at in range(match.start() + 1, match.end()):
        if not raw[at].isspace():
            yield Edit(at, at + 1, "", "doubled punctuation")


def _wide_marks(raw: str) -> Iterator[Edit]:
    for match in HALF.finditer(raw):
        at = match.start()
        left, right = _beside(raw, at, -1), _beside(raw, at + 1, 1)
        if left.isdigit() and right.isdigit():
            continue
        is_series = left == "%" and right.isdigit()  # 年均增长5.9%;500万元以上…
        if (
            (is_series and match.group() in ",;")
            or _is_wide(left)
            or ((left in ")\"'%]”" or left.isdigit()) and (_is_wide(right) or not right))
        ):
            yield Edit(at, at + 1, WIDE[match.group()])


def _is_wide(text: str) -> bool:
    return bool(text) and IS_CHINESE.match(text) is not None


def _beside(raw: str, at: int, step: int) -> str:
    """The nearest character that is not white; "" at the edge."""
    at = at - 1 if step < 0 else at
    while 0 <= at < len(raw) and (raw[at].isspace() or raw[at] == "*"):
        at += step
    return raw[at] if 0 <= at < len(raw) else ""


def _wide_brackets(raw: str) -> Iterator[Edit]:
    for match in BRACKETS.finditer(raw):
        inner = match.group(1)
        around = _is_wide(_beside(raw, match.start(), -1)) or _is_wide(_beside(raw, match.end(), 1))
        if IS_CHINESE.search(inner) or (around and inner.strip()):
            yield Edit(match.start(), match.start() + 1, "（")
            yield Edit(match.end() - 1, match.end(), "）")


def _curly_quotes(raw: str) -> Iterator[Edit]:
    """Straight quotes that pair up within the passage: opening and closing take turns."""
    if "“" in raw or "”" in raw:
        return
    places = [m.start() for m in re.finditer('"', raw)]
    if len(places) % 2:  # one was lost: what pairs up within its sentence is certain still
        in_sentences = ([p for p in places if s <= p < e] for s, e in _sentences(raw))
        places = [place for found in in_sentences if len(found) % 2 == 0 for place in found]
    for low, high in zip(places[::2], places[1::2], strict=True):
        inner = raw[low + 1 : high]
        if not IS_CHINESE.search(inner) and not (
            _is_wide(_beside(raw, low, -1)) or _is_wide(_beside(raw, high + 1, 1))
        ):
            continue
        yield Edit(low, low + 1, "“")
        yield Edit(high, high + 1, "”")


def _sentences(raw: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in SENTENCE_END.finditer(raw):
        yield start, match.end()
        start = match.end()
    yield start, len(raw)


def _published(raw: str, homes: list[tuple[int, int]], edits: list[Edit]) -> Passage:
    out: list[str] = []
    runs: list[Run] = []
    dropped: list[Dropped] = []
    dropped_at = -1
    at = 0

    def keep(start: int, end: int, text: str) -> None:
        nonlocal at
        for low, high, source in _pieces(homes, start, end):
            piece = text[low - start : high - start]
            if (
                runs
                and runs[-1].source + runs[-1].length == source
                and runs[-1].at + runs[-1].length == at
            ):
                runs[-1] = Run(runs[-1].at, runs[-1].source, runs[-1].length + len(piece))
            else:
                runs.append(Run(at, source, len(piece)))
            out.append(piece)
            at += len(piece)

    cursor = 0
    for edit in edits:
        if edit.start > cursor:
            keep(cursor, edit.start, raw[cursor : edit.start])
        if edit.text:
            keep(edit.start, edit.end, edit.text)
        elif edit.reason is not None:
            for low, high, source in _pieces(homes, edit.start, edit.end):
                span = Span(source, source + high - low)
                _drop(dropped, Dropped(span, edit.reason), is_next=dropped_at == at)
                dropped_at = at
        cursor = edit.end
    if cursor < len(raw):
        keep(cursor, len(raw), raw[cursor:])
    return Passage("".join(out), tuple(runs), tuple(dropped))


def _drop(dropped: list[Dropped], drop: Dropped, *, is_next: bool) -> None:
    """Add what is dropped; to the last drop where nothing is published between."""
    last = dropped[-1] if dropped and is_next else None
    if last and last.reason == drop.reason and 0 <= drop.span.start - last.span.end <= 1:
        dropped[-1] = Dropped(Span(last.span.start, drop.span.end), drop.reason)
    else:
        dropped.append(drop)


def _pieces(homes: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """(start, end, place on the page) of each stretch that lies together on the page."""
    low = _home(homes, start)
    while start < end:
        at, source = homes[low]
        limit = homes[low + 1][0] if low + 1 < len(homes) else end
        high = min(end, limit)
        yield start, high, source + start - at
        start = high
        low += 1


def _home(homes: list[tuple[int, int]], at: int) -> int:
    low, high = 0, len(homes)
    while high - low > 1:
        middle = (low + high) // 2
        if homes[middle][0] <= at:
            low = middle
        else:
            high = middle
    return low
