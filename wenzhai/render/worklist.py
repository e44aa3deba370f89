"""Atlas -> the worklist: every finding, with a link to the place where an editor should look."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from wenzhai.findings import level_of, sort_findings
from wenzhai.model import Document, Finding, Place, Record
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe, escape
from wenzhai.render.paging import ROWS_MAX, Sheet, sheets
from wenzhai.render.phrases import page_label
from wenzhai.render.press import Press


@dataclass(frozen=True, slots=True)
class Task:
    """Something to look at."""

    place: Ref | None
    """None when it is about a file that is no page of the digest."""
    where: str
    level: str
    message: str
    code: str


@dataclass(frozen=True, slots=True)
class WorklistView:
    count: int
    sheet: Sheet
    tasks: tuple[Task, ...]


def worklist(atlas: Atlas, press: Press) -> Iterator[Document]:
    tasks = list(_tasks(atlas, press))
    for sheet, shown in sheets("worklist", tasks, ROWS_MAX):
        meta = {
            "title": press.words["worklist"],
            "description": press.word("worklist_lead", count=len(tasks)),
            "kind": "index",
        }
        view = WorklistView(len(tasks), sheet, tuple(shown))
        yield press.print(sheet.path, "worklist.md", meta, view)


def _tasks(atlas: Atlas, press: Press) -> Iterator[Task]:
    records = {record.page.name: record for record in atlas.corpus.records}
    printed: dict[str, _Owners] = {}
    for finding in sort_findings(atlas.corpus.all_findings()):
        name = finding.path.rpartition("/")[2]
        record = records.get(name)
        if record is not None and name not in printed:
            printed[name] = _owners(record)
        yield Task(
            place=None if record is None else _place(atlas, record, printed[name], finding),
            where=name if finding.line is None else f"{name}:{finding.line}",
            level=press.words[f"level_{level_of(finding)}"],
            message=finding.message,
            code=press.words.get(f"finding_{finding.code}", finding.code),
        )


_Owners = tuple[list[int], list[tuple[int, Place]]]
"""Where each printed stretch of a page begins, sorted; the article (its number on the page)
and the passage that it became."""


def _owners(record: Record) -> _Owners:
    found = sorted(
        (span.start, number, place)
        for number, entry in enumerate(record.entries)
        for place, passage in entry.article.passages()
        for span in passage.spans()
    )
    return [start for start, _, _ in found], [(number, place) for _, number, place in found]


def _place(atlas: Atlas, record: Record, owners: _Owners, finding: Finding) -> Ref:
    """The paragraph when the finding says where, else the page."""
    starts, passages = owners
    at = -1 if finding.span is None else bisect_right(starts, finding.span.start) - 1
    if at < 0:
        return Ref(escape(page_label(record.page)), Safe(f"pages/{record.page.slug}.html"))
    number, place = passages[at]
    key = record.entries[number].id
    anchor = f"#p{place.number + 1}" if place.field == "body" else ""
    return Ref(escape(atlas.titles[key]), Safe(f"articles/{key}.html{anchor}"))
