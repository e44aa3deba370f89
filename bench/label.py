"""Quotations -> labels of organisations, initiatives, figures, proposals and topics.

    python bench/label.py labels.txt        writes into the labelled pages that the file names

One line, one label; white space in quotations does not count:

    page tune/hard-some-page                the labelled page, below tests/gold
    article 0                               its number in the page's JSON
    O 贵阳市政协 = 贵阳市政协 | 市政协           organisation: name = quotations
    I 南事好商量 = 南事好商量                   initiative
    F 29个 = 29 个 委员工作室                  figure: quotation = value unit what (- for null)
    P 王立, 李四 = 王立委员建议 ... 话语权。      proposal: who = where it begins ... where it ends
    A 有关部门在答复时 ... 的企业。             the answer to the proposal above
    T 政协协商, 基层协商                       topics
    U 人民政协报                              unsure, wherever it stands

A quotation is every place of it in the article that no longer quotation of the same kind
covers; `市政协#2` is only the second. Figures are quoted in the order of the article, each
searched for behind the one before; other labels in any order. An article that the file names
has all six lists, empty where nothing is told.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
SPAN = re.compile(r"\[\s*(\d+),\s*(\d+)\s*\]")
SPANS = re.compile(r"\[\s*(?:\[\d+, \d+\],\s*)*\[\d+, \d+\]\s*\]")
Spans = list[list[int]]


class Unfit(Exception):
    """A label that does not fit its article."""


@dataclass
class Printed:
    """The printed characters of an article, in reading order, with their offsets."""

    text: str
    """Of the page."""
    offsets: list[int]
    solid: str
    starts: frozenset[int] = frozenset()
    """Where a paragraph begins: no label runs over it in one span."""
    after: int = 0
    """Where the search for the next figure begins."""

    def spans(self, start: int, end: int) -> Spans:
        """Offsets of a stretch; more than one where something foreign stands between."""
        found: Spans = []
        for offset in self.offsets[start:end]:
            if found and offset not in self.starts and self.is_next(found[-1][1], offset):
                found[-1][1] = offset + 1
            else:
                found.append([offset, offset + 1])
        return found

    def is_next(self, end: int, offset: int) -> bool:
        return end <= offset and not self.text[end:offset].strip()

    def places(self, quotation: str) -> list[tuple[int, int]]:
        quote, _, nth = quotation.partition("#")
        wanted = "".join(quote.split())
        found: list[tuple[int, int]] = []
        at = self.solid.find(wanted)
        while at >= 0 and wanted:
            found.append((at, at + len(wanted)))
            at = self.solid.find(wanted, at + 1)
        if not found or (nth and int(nth) > len(found)):
            raise Unfit(f"“{quotation}” is not printed in the article")
        return [found[int(nth) - 1]] if nth else found


@dataclass
class Labels:
    """What the lines say of one article."""

    printed: Printed
    named: dict[str, list[tuple[str, list[tuple[int, int]]]]] = field(
        default_factory=lambda: {"organisations": [], "initiatives": []}
    )
    figures: list[dict[str, Any]] = field(default_factory=list)
    proposals: list[dict[str, Any]] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    unsure: Spans = field(default_factory=list)

    def add(self, mark: str, told: str) -> None:
        left, _, right = (part.strip() for part in told.partition("="))
        match mark:
            case "O" | "I":
                key = "organisations" if mark == "O" else "initiatives"
                quotes = [q.strip() for q in (right or left).split("|")]
                self.named[key].append((left, [p for q in quotes for p in self.printed.places(q)]))
            case "F":
                self.figure(left, right)
            case "P":
                who = [name.strip() for name in left.split(",")]
                self.proposals.append({"by": who, "spans": self.stretch(right), "answer": []})
            case "A":
                self.proposals[-1]["answer"] += self.stretch(told)
            case "T":
                self.topics += [name.strip() for name in told.split(",")]
            case "U":
                self.unsure += [
                    s for p in self.printed.places(told) for s in self.printed.spans(*p)
                ]
            case _:
                raise Unfit(f"unknown mark {mark}")

    def figure(self, quotation: str, told: str) -> None:
        wanted = "".join(quotation.split())
        at = self.printed.solid.find(wanted, self.printed.after)
        if at < 0:
            raise Unfit(f"“{quotation}” is not printed behind the figure before")
        self.printed.after = at + len(wanted)
        value, unit, what = told.split(maxsplit=2)
        spans = self.printed.spans(at, at + len(wanted))
        if len(spans) > 1:
            raise Unfit(f"“{quotation}” is not printed in one piece")
        self.figures.append(
            {
                "span": spans[0],
                "value": value,
                "unit": "" if unit == "-" else unit,
                "what": None if what == "-" else what,
            }
        )

    def stretch(self, told: str) -> Spans:
        first, _, last = (part.strip() for part in told.partition("..."))
        start, end = self.printed.places(first)[0]
        if last:
            end = next(e for s, e in self.printed.places(last) if s >= start)
        return self.printed.spans(start, end)

    def as_json(self) -> dict[str, Any]:
        return {
            **{key: self.mentions(rows) for key, rows in self.named.items()},
            "figures": self.figures,
            "proposals": self.proposals,
            "topics": self.topics,
            "unsure": sorted(self.unsure),
        }

    def mentions(self, rows: list[tuple[str, list[tuple[int, int]]]]) -> list[dict[str, Any]]:
        every = [place for _, places in rows for place in places]
        found: dict[str, list[tuple[int, int]]] = {}
        for name, places in rows:
            found.setdefault(name, []).extend(
                (s, e)
                for s, e in places
                if not any(a <= s and e <= b and (a, b) != (s, e) for a, b in every)
            )
        return [
            {"name": name, "mentions": [self.whole(p) for p in sorted(set(places))]}
            for name, places in found.items()
        ]

    def whole(self, place: tuple[int, int]) -> list[int]:
        spans = self.printed.spans(*place)
        if len(spans) > 1:
            raise Unfit(f"“{self.printed.solid[slice(*place)]}” is not printed in one piece")
        return spans[0]


def main(arguments: list[str]) -> None:
    if len(arguments) != 1:
        sys.exit("usage: python bench/label.py LABELS.txt")
    pages: dict[Path, dict[str, Any]] = {}
    faults: list[str] = []
    labels = list(read(Path(arguments[0]), pages, faults))
    if faults:
        sys.exit("\n".join(faults))
    for article, found in labels:
        article.update(found.as_json())
    for path, page in pages.items():
        path.write_text(printed_json(page), encoding="utf-8", newline="\n")


def read(
    source: Path, pages: dict[Path, dict[str, Any]], faults: list[str]
) -> Iterator[tuple[dict[str, Any], Labels]]:
    """Each article that the file names, with its labels; pages and faults are filled in."""
    path, current = GOLD, None
    for number, line in enumerate(source.read_text(encoding="utf-8").split("\n"), 1):
        mark, _, told = line.strip().partition(" ")
        if not mark or mark.startswith("#"):
            continue
        try:
            if mark == "page":
                path, current = GOLD / f"{told.strip()}.json", None
                pages.setdefault(path, json.loads(path.read_text(encoding="utf-8")))
            elif mark == "article":
                article = pages[path]["articles"][int(told)]
                current = Labels(printed(article, path, pages[path]))
                yield article, current
            elif current is None:
                raise Unfit("no article yet")
            else:
                current.add(mark, told.strip())
        except (Unfit, ValueError, IndexError, KeyError, StopIteration) as error:
            faults.append(f"{source}:{number}: {error!r}: {line.strip()}")


def printed(article: dict[str, Any], path: Path, page: dict[str, Any]) -> Printed:
    source = path.with_suffix(".txt") if page.get("page") is None else path.parent / page["page"]
    text = source.read_bytes().decode("utf-8-sig")
    spans = [
        *article["kicker_spans"],
        *article["headline_spans"],
        *(span for one in article["subheadlines"] for span in one["spans"]),
        *(span for one in article["body"] for span in one["spans"]),
    ]
    offsets = [i for start, end in spans for i in range(start, end) if not text[i].isspace()]
    starts = frozenset(start for start, _ in spans)
    return Printed(text, offsets, "".join(text[i] for i in offsets), starts)


def printed_json(page: dict[str, Any]) -> str:
    """Spans on one line."""
    text = json.dumps(page, ensure_ascii=False, indent=1)
    text = SPAN.sub(r"[\1, \2]", text)
    return (
        SPANS.sub(
            lambda found: " ".join(found[0].split()).replace("[ ", "[").replace(" ]", "]"), text
        )
        + "\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
