"""Atlas -> the worklist: every place where an editor should look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wenzhai.model import Document, Finding
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe, escape
from wenzhai.render.paging import ROWS_MAX, Sheet, sheets
from wenzhai.render.people import CANDIDATES_MAX
from wenzhai.render.press import Press


@dataclass(frozen=True, slots=True)
class Task:
    """Something to look at."""

    place: Ref | None
    """None when it is about a file that is no page of the digest."""
    where: str
    message: str
    code: str


@dataclass(frozen=True, slots=True)
class WorklistView:
    count: int
    sheet: Sheet
    tasks: tuple[Task, ...]


def worklist(atlas: Atlas, press: Press) -> Iterator[Document]:
    tasks = [*_doubtful_paragraphs(atlas, press), *_undecided(atlas, press), *_findings(atlas)]
    title = press.words["worklist"]
    for sheet, shown in sheets("worklist", tasks, ROWS_MAX):
        meta = {
            "title": title,
            "description": press.word("worklist_lead", count=len(tasks)),
            "kind": "index",
        }
        yield press.print(
            sheet.path, "worklist.md", meta, WorklistView(len(tasks), sheet, tuple(shown))
        )


def _doubtful_paragraphs(atlas: Atlas, press: Press) -> Iterator[Task]:
    for key, entry in atlas.corpus.entries.items():
        for number, paragraph in enumerate(entry.article.body, 1):
            if paragraph.is_doubtful:
                yield Task(
                    Ref(escape(atlas.titles[key]), Safe(f"articles/{key}.md#p{number}")),
                    press.word("nth_paragraph", number=number),
                    paragraph.doubt or press.words["doubt_unexplained"],
                    "",
                )


def _undecided(atlas: Atlas, press: Press) -> Iterator[Task]:
    for key, entry in atlas.corpus.entries.items():
        seen: set[str] = set()
        for link in entry.links:
            name = link.mention.name
            if link.entity is not None or len(link.candidates) < 2 or name in seen:  # noqa: PLR2004
                continue
            seen.add(name)
            place = link.mention.place
            anchor = f"#p{place.number + 1}" if place.field == "body" else ""
            known = atlas.corpus.regions
            readings = [
                "".join(known[c].path) if c in known else c
                for c in link.candidates[:CANDIDATES_MAX]
            ]
            yield Task(
                Ref(escape(atlas.titles[key]), Safe(f"articles/{key}.md{anchor}")),
                name,
                press.word("undecided_task", readings="、".join(readings)),
                "",
            )


def _findings(atlas: Atlas) -> Iterator[Task]:
    slugs = {record.page.name: record.page.slug for record in atlas.corpus.records}
    for finding in sorted(atlas.corpus.all_findings(), key=_place):
        name = finding.path.rpartition("/")[2]
        slug = slugs.get(name)
        yield Task(
            None if slug is None else Ref(escape(name), Safe(f"pages/{slug}.md")),
            finding.path if finding.line is None else f"{finding.path}:{finding.line}",
            finding.message,
            finding.code,
        )


def _place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.path, finding.line or 0, finding.code, finding.message
