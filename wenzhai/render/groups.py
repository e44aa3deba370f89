"""A register in groups -> pages of a size that a telephone opens at once.

What fits stands on one page under its headings. Else the first page is the list of headings,
and the groups follow on numbered pages; a group longer than a page goes on on the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wenzhai.model import Document
from wenzhai.render.atlas import Count, Ref
from wenzhai.render.escape import Safe
from wenzhai.render.paging import ROWS_MAX, Sheet, Step
from wenzhai.render.press import Press


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and who stands under it."""

    id: Safe
    """Of the heading, for links."""
    heading: Safe
    above: str
    """What the heading lies in, before it; "" for nothing."""
    url: Safe | None
    """The heading's own page."""
    rows: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A way in which a register is ordered."""

    ref: Ref
    is_current: bool


@dataclass(frozen=True, slots=True)
class GroupsView:
    title: str
    lead: str
    orders: tuple[Order, ...]
    contents: tuple[Count, ...]
    """The headings, with the number under each."""
    groups: tuple[Group, ...]
    sheet: Sheet


def print_groups(
    press: Press,
    stem: str,
    title: str,
    lead: str,
    orders: tuple[Order, ...],
    groups: Sequence[Group],
) -> Iterator[Document]:
    pages = list(_pages(groups))
    is_split = len(pages) > 1
    where = {
        group.id: number for number, page in reversed(list(enumerate(pages))) for group in page
    }
    name = stem.rpartition("/")[2]
    first = 2 if is_split else 1  # the number of the first page that holds groups
    contents = tuple(
        Count(
            group.heading,
            Safe(f"{_file(name, where[group.id] + first, 'html') if is_split else ''}#{group.id}"),
            len(group.rows),
        )
        for group in groups
    )
    numbered: list[tuple[int, tuple[Group, ...]]] = [
        *([(1, ())] if is_split else []),
        *((number + first, tuple(page)) for number, page in enumerate(pages)),
    ]
    meta: Mapping[str, str] = {"title": title, "description": lead, "kind": "index"}
    for number, page in numbered:
        view = GroupsView(
            title=title,
            lead=lead,
            orders=orders,
            contents=contents if number == 1 else (),
            groups=page,
            sheet=Sheet(_file(stem, number, "md"), number, _steps(name, number, numbered)),
        )
        yield press.print(view.sheet.path, "groups.md", meta, view)


def _pages(groups: Sequence[Group]) -> Iterator[list[Group]]:
    page: list[Group] = []
    room = ROWS_MAX
    for group in groups:
        rows = group.rows
        while rows:
            if room == 0 or (page and len(rows) > room and len(rows) <= ROWS_MAX):
                yield page
                page, room = [], ROWS_MAX
            page.append(replace(group, rows=rows[:room]))
            rows, room = rows[room:], max(0, room - len(rows))
    yield page


def _steps(
    name: str, number: int, numbered: Sequence[tuple[int, tuple[Group, ...]]]
) -> tuple[Step, ...]:
    if len(numbered) == 1:
        return ()
    return tuple(
        Step(other, None if other == number else Safe(_file(name, other, "html")))
        for other, _ in numbered
    )


def _file(stem: str, number: int, suffix: str) -> str:
    return f"{stem}.{suffix}" if number == 1 else f"{stem}.{number}.{suffix}"
