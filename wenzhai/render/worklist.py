"""Atlas -> the worklist: every finding, with a link to the place where an editor should look."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from wenzhai.check import by_loss
from wenzhai.edit import confirmation, snippet, suggest
from wenzhai.edit.quote import Print
from wenzhai.findings import level_of
from wenzhai.model import Document, Finding, Place, Record, Span
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.cleaned import spot
from wenzhai.render.escape import Safe, escape, escape_lines
from wenzhai.render.paging import Sheet, sheets
from wenzhai.render.phrases import limits, page_title
from wenzhai.render.press import Press
from wenzhai.render.sentences import told

ROWS_MAX = 200  # findings on one page; with their snippets about 150 kB of HTML


@dataclass(frozen=True, slots=True)
class Choice:
    """YAML to copy into the corrections file."""

    word: str
    yaml: Safe


@dataclass(frozen=True, slots=True)
class Task:
    """Something to look at."""

    place: Ref | None
    """None when it is about a file that is no page of the digest."""
    source: Ref | None
    """The same place as printed."""
    where: str
    level: str
    message: str
    code: str
    snippets: tuple[Choice, ...]
    """What an editor may decide."""
    file: str
    """Of the corrections."""


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
    about = {finding: record for record in atlas.corpus.records for finding in record.findings}
    known: dict[str, _Known] = {}
    for finding in by_loss(atlas.corpus.all_findings()):
        record = about.get(finding)
        name = finding.path.rpartition("/")[2]
        where = name if finding.line is None else f"{name}:{finding.line}"
        level = press.words[f"level_{level_of(finding)}"]
        code = press.words.get(f"finding_{finding.code}", finding.code)
        message = told(atlas, press, record, finding)
        if record is None:
            yield Task(None, None, where, level, message, code, (), "")
            continue
        if record.page.name not in known:
            known[record.page.name] = _Known(_owners(record), Print(record.page))
        owners, printed = known[record.page.name]
        yield Task(
            place=_place(atlas, press, record, owners, finding),
            source=_source(press, record, owners, finding),
            where=where,
            level=level,
            message=message,
            code=code,
            snippets=tuple(_choices(press, record, finding, printed)),
            file=f"{record.page.name.rpartition('.')[0]}.yml",
        )


def _choices(press: Press, record: Record, finding: Finding, printed: Print) -> Iterator[Choice]:
    """To change something, or to say that it is right as it is."""
    for word, make in (("worklist_change", suggest), ("worklist_confirm", confirmation)):
        suggestion = make(record, finding, printed)
        if suggestion is not None:
            yield Choice(press.words[word], escape_lines(snippet(suggestion)))


_Owners = tuple[list[int], list[tuple[int, Place]]]
"""Where each printed stretch of a page begins, sorted; the article (its number on the page)
and the passage that it became."""


def _owners(record: Record) -> _Owners:
    found = sorted(
        (span.start, number, place)
        for number, entry in enumerate(record.entries)
        for place, passage in entry.article.passages()
        for span in (Span(run.source, run.source + run.length) for run in passage.runs)
    )
    return [start for start, _, _ in found], [(number, place) for _, number, place in found]


class _Known(NamedTuple):
    """What is looked up for each finding of a page."""

    owners: _Owners
    printed: Print


def _owner(owners: _Owners, finding: Finding) -> tuple[int, Place] | None:
    starts, passages = owners
    at = -1 if finding.span is None else bisect_right(starts, finding.span.start) - 1
    return None if at < 0 else passages[at]


def _source(press: Press, record: Record, owners: _Owners, finding: Finding) -> Ref | None:
    """Where it is printed, when that is shown."""
    owner = _owner(owners, finding)
    if owner is None or limits(press, record) is not None:
        return None
    url = Safe(f"pages/{record.page.slug}.html#s{spot(*owner)}")
    return Ref(escape(press.words["worklist_source"]), url)


def _place(atlas: Atlas, press: Press, record: Record, owners: _Owners, finding: Finding) -> Ref:
    """The paragraph when the finding says where, else the page."""
    owner = _owner(owners, finding)
    if owner is None:
        return Ref(escape(page_title(press, record)), Safe(f"pages/{record.page.slug}.html"))
    number, place = owner
    key = record.entries[number].id
    anchor = f"#p{place.number + 1}" if place.field == "body" else ""
    return Ref(escape(atlas.titles[key]), Safe(f"articles/{key}.html{anchor}"))
