"""Reference -> one line after GB/T 7714, numeric style.

    丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).

Both editions: up to three authors, then 等; nobody named: the title comes first; a title that is
not printed stands in brackets; `[N]` for a newspaper, `[N/OL]` with an address. The edition of 2015
wants the day of the reader's visit before an address, which only the reader knows; that of 2025
asks for it with web pages alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.cite.reference import Reference

STANDARD_2025 = "GB/T 7714-2025"
STANDARD_2015 = "GB/T 7714-2015"
STANDARDS = (STANDARD_2025, STANDARD_2015)
AUTHORS_MAX = 3
VISITED = "[引用日期]"  # for the reader to fill in


def reference_text(one: Reference, standard: str, *, paragraph: int | None = None) -> str:
    """Unknown parts are left out; `paragraph` is named by its anchor."""
    return " ".join(f"{part}." for part in _parts(one, standard, paragraph))


def _parts(one: Reference, standard: str, paragraph: int | None) -> Iterator[str]:
    if one.authors:
        names = [author.name for author in one.authors[:AUTHORS_MAX]]
        more = ["等"] if len(one.authors) > AUTHORS_MAX else []
        yield ", ".join([*names, *more])
    title = f"[{one.title}]" if one.is_own_title else one.title
    yield f"{title}[{'N/OL' if one.url else 'N'}]"
    issue = _issue(one)
    visited = VISITED if one.url and standard == STANDARD_2015 else ""
    source = ", ".join(part for part in (one.newspaper, issue) if part)
    if source or visited:
        yield f"{source}{visited}"
    if one.url:
        yield one.url if paragraph is None else f"{one.url}#p{paragraph}"


def _issue(one: Reference) -> str:
    number = "" if one.page_number is None else f"({one.page_number})"
    return f"{one.date or ''}{number}"
