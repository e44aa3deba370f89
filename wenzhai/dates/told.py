"""Article -> the dates it tells, each with where it stands and what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from wenzhai.dates.find import Printed, find_dates
from wenzhai.dates.judge import Meaning, judge
from wenzhai.model import Article, Paragraph, Passage

Zone = Literal["heading", "dateline", "lead", "body", "caption", "signature"]

LEAD_MAX = 300  # code points; the longest lead of the samples has 170
LEAD_MIN = 40  # code points; a shorter first paragraph (各位代表：) is no lead by itself
LEAD_PARAGRAPHS = 3  # at most: salutation, greeting, lead
DATELINE_MAX = 30  # code points before 电; 新华社乌鲁木齐2023年11月 has 16
HEADING_PARAGRAPHS = 4  # after kicker, headline, subheadline and byline set as paragraphs
SIGNATURE_PARAGRAPHS = 2  # at the end: the date, or the date and an editor's line
SIGNATURE_MAX = 40  # code points; an office's full name and the date have 35
SENTENCE = re.compile(r"[，,。；;！？]")
BRACKETED = re.compile(r"[ \u3000]*[（(〔【\[].{4,60}[）)〕】\]][ \u3000]*")  # (2021年12月18日)
WIRE = re.compile(r"[ \u3000]*(?:专|急|综合)?[电讯]")  # 电 in 新华社北京11月3日电


@dataclass(frozen=True, slots=True)
class Told:
    """A printed date of an article."""

    passage: Passage
    printed: Printed
    meaning: Meaning
    zone: Zone
    carried_year: int | None
    """After "2011年3月5日,…" in the same paragraph, "4月2日" is of 2011 too."""

    def year(self) -> int | None:
        """The year that is printed with the date or before it."""
        return self.printed.year or self.carried_year

    def quote(self) -> str:
        """The date with a little of what stands around it."""
        text = self.passage.text
        return text[max(0, self.printed.start - 6) : self.printed.end + 12].strip()

    def words(self) -> str:
        """The date itself, as printed."""
        return self.passage.text[self.printed.start : self.printed.end]


def told_dates(article: Article) -> tuple[Told, ...]:
    """Every time expression of an article, in reading order."""
    found: list[Told] = []
    for passage in (article.kicker, article.headline, *article.subheadlines):
        if passage is not None:
            found.extend(_read(passage, "heading", 0))
    prose = [p for p in article.body if p.kind not in {"byline", "crosshead", "caption"}]
    leads = _leads(prose or list(article.body))
    for index, paragraph in enumerate(article.body):
        passage = paragraph.passage
        lead = LEAD_MAX if any(passage is each for each in leads) else 0
        if index < HEADING_PARAGRAPHS and BRACKETED.fullmatch(passage.text):
            found.extend(_read(passage, "heading", 0))
        elif index >= len(article.body) - SIGNATURE_PARAGRAPHS and _is_signature(passage.text):
            found.extend(_read(passage, "signature", 0))
        elif paragraph.kind == "caption" and prose:
            found.extend(_read(passage, "caption", 0))
        else:
            found.extend(_read(passage, "body", lead))
    return tuple(found)


def _is_signature(text: str) -> bool:
    """A short line that ends with a full date: 某供水公司2031年3月3日, 二〇三一年三月三日."""
    line = text.strip(" \u3000()（）")
    if len(line) > SIGNATURE_MAX or SENTENCE.search(line):
        return False
    found = find_dates(line)
    return (
        len(found) == 1 and found[0].end == len(line) and None not in (found[0].year, found[0].day)
    )


def _leads(prose: list[Paragraph]) -> list[Passage]:
    """The first paragraph, with the next when it is short and tells no time."""
    leads = [paragraph.passage for paragraph in prose[:1]]
    for paragraph in prose[1:LEAD_PARAGRAPHS]:
        if len(leads[-1].text) >= LEAD_MIN or find_dates(leads[-1].text):
            break
        leads.append(paragraph.passage)
    return leads


def _read(passage: Passage, zone: Zone, lead: int) -> list[Told]:
    """The dates of a passage; those before `lead` are of the lead."""
    found: list[Told] = []
    last_year: int | None = None
    for printed in find_dates(passage.text):
        meaning = judge(passage.text, printed)
        is_bare = printed.kind == "date" and printed.year is None and printed.year_shift is None
        carried = last_year if is_bare else None
        found.append(Told(passage, printed, meaning, _zone(passage, printed, zone, lead), carried))
        if printed.year is not None and printed.month is not None and meaning == "event":
            last_year = printed.year
        elif printed.year_shift is not None:
            last_year = None
    return found


def _zone(passage: Passage, printed: Printed, zone: Zone, lead: int) -> Zone:
    if zone == "heading" or printed.start >= lead:
        return zone
    is_wire = printed.start <= DATELINE_MAX and WIRE.match(passage.text, printed.end)
    return "dateline" if is_wire and printed.kind in {"date", "day-of-month"} else "lead"
