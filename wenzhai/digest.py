"""Folder of pages -> corpus: the passes in their order.

Each page is read and recognised by itself, in as many processes as wished; what only the
whole digest can tell comes after. The result does not depend on the number of processes.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from wenzhai.authority import (
    PERSONS_NAME,
    PersonsFile,
    Settled,
    apply_authority,
    read_authority,
)
from wenzhai.corpus import Corpus, Retired, sort_records
from wenzhai.edit import corrections_path, may_hide, unknown_editorial
from wenzhai.findings import format_finding
from wenzhai.ids import Register, read_register
from wenzhai.ids.register import REGISTER_NAME
from wenzhai.kept import Kept, keep, load
from wenzhai.model import Finding, Page, Person, Record, Region
from wenzhai.name import named_entities
from wenzhai.read import DEFAULT_LIMIT, Source, list_sources, read_page
from wenzhai.record import record_of, region_of, shown_path
from wenzhai.resolve.persons import describe_person, person_id
from wenzhai.stitch import stitch
from wenzhai.veil import (
    CannotShow,
    View,
    addresses,
    readdressed,
    readdressed_finding,
    tells,
    veil,
    veil_findings,
)
from wenzhai.veil.veil import NOT_IN_FULL

BROKEN = "bad-editorial-file"
"""Code of a file that cannot be understood: who is hidden is not known then."""
CHUNK = 4  # pages handed to a process at a time; small, since pages differ in size


@dataclass(frozen=True, slots=True)
class Options:
    """How a digest is read."""

    limit: int = DEFAULT_LIMIT
    """Bytes of a page file at most."""
    jobs: int = 1
    """Processes; 1 works in this one."""
    is_editorial: bool = True
    """Use what editors wrote beside the pages."""
    view: View | None = None
    """What may be shown; None: all, for work on the files themselves."""
    on_page: Callable[[], None] = field(default=lambda: None)
    """Called after each page, for a progress bar."""
    kept: Kept | None = None
    """Records of earlier builds; None: every page is read anew."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a process needs to make a record of one page."""

    source: Source
    shown: str
    limit: int
    register: Register
    corrections: Path | None
    """Where what an editor decided may lie; None: not to be used."""
    keep_at: Path | None = None
    """Where the record is to be kept for later builds."""

    def parts(self) -> tuple[bytes, ...]:
        """What the record is made of (see `kept`)."""
        told, told_in = self.corrections, b""
        if told is not None and told.is_file():
            told_in = told.read_bytes()
        shown = repr((self.source.name, self.source.slug, self.shown, self.limit, self.register))
        shown_told = repr(told and (shown_path(told), told.is_file()))
        return self.source.path.read_bytes(), told_in, shown.encode(), shown_told.encode()


def read_digest(paths: Iterable[Path], options: Options) -> Corpus:
    """All pages in folders and files, as one corpus."""
    paths = tuple(paths)
    sources, findings = list_sources(paths)
    register, register_findings = _register(paths, options)
    known = register.by_page()
    tasks = [
        Task(
            source,
            shown_path(source.path),
            options.limit,
            known.get(source.name, Register()),
            _corrections(source, options),
        )
        for source in sources
    ]
    records: list[Record] = []
    failures: list[Finding] = []
    first_with: dict[str, Page] = {}
    for task, result in zip(tasks, _results(tasks, options), strict=True):
        options.on_page()
        if isinstance(result, Finding):
            failures.append(result)
            continue
        page = result.page
        twin = first_with.setdefault("".join(page.text.split()), page)
        if twin is not page:
            message = f"holds the same text as {twin.name}; only that one is in the digest"
            failures.append(Finding("duplicate-page", task.shown, message))
            continue
        records.append(result)
    told, told_in, authority_findings = _authority(paths, options)
    settled = apply_authority(stitch(sort_records(records)), told, told_in, person_id)
    if _editorial_folder(paths) not in paths:  # a single page answers few of the decisions
        settled = replace(
            settled, findings=tuple(f for f in settled.findings if f.code != "stale-authority")
        )
    known_findings = (
        *findings,
        *_unread(paths, sources, options),
        *register_findings,
        *authority_findings,
        *failures,
        *settled.findings,
    )
    view = options.view
    if view is not None:
        if any(f.code == BROKEN for f in authority_findings) and may_hide(Path(told_in)):
            raise CannotShow(format_finding(authority_findings[0]))
        view = replace(view, hidden_names=view.hidden_names | told.hidden_names())
    return _corpus(settled, register, known_findings, view)


def make_record(task: Task) -> Record | Finding:
    """A page: read, separated, recognised."""
    page = read_page(task.source.path, task.source.name, task.source.slug, task.shown, task.limit)
    if isinstance(page, Finding):
        return page
    record = record_of(page, task.shown, task.register, task.corrections)
    if task.keep_at is not None and task.keep_at == Kept(task.keep_at.parent).place(task):
        keep(record, task.keep_at)  # what changed meanwhile would stand under its old sum
    return record


def _results(tasks: list[Task], options: Options) -> Iterator[Record | Finding]:
    """In the order of the tasks: kept ones, and the others made."""
    if options.kept is None:
        yield from _each(make_record, tasks, options.jobs)
        return
    tasks = [replace(task, keep_at=options.kept.place(task)) for task in tasks]
    is_kept = [task.keep_at is not None and task.keep_at.is_file() for task in tasks]
    made = _each(
        make_record,
        [task for task, has_record in zip(tasks, is_kept, strict=True) if not has_record],
        options.jobs,
    )
    for task, has_record in zip(tasks, is_kept, strict=True):
        if not has_record:
            yield next(made)
            continue
        yield (task.keep_at and load(task.keep_at)) or make_record(task)


def _corpus(
    settled: Settled, register: Register, findings: tuple[Finding, ...], view: View | None
) -> Corpus:
    records = list(settled.records)
    gone, lost = _gone(settled.records, register)
    findings = (*findings, *lost)
    if view is not None:
        moved = addresses(records, view.hidden_names)
        records = [readdressed(record, moved) for record in records]
        gone = tuple(one for one in gone if not tells(one.id, view.hidden_names))
        findings = tuple(readdressed_finding(finding, moved) for finding in findings)
        findings = veil_findings(findings, records, view)
        records = [veil(record, view) for record in records]
    ordered = sort_records(records)
    persons: dict[str, Person] = {}
    regions: dict[str, Region] = {}
    clashes: list[Finding] = []
    for record in ordered:
        for entry in record.entries:
            for link in entry.links:
                if link.entity is None:
                    continue
                if link.mention.kind == "region":
                    region = regions.setdefault(link.entity, region_of(link.entity))
                    for parent in region.parents:
                        regions.setdefault(parent, region_of(parent))
                elif link.mention.kind == "person" and link.mention.form not in NOT_IN_FULL:
                    name = settled.names.get(link.entity, link.mention.name)
                    person = describe_person(link.entity, name)
                    twin = persons.setdefault(link.entity, person)
                    if twin.name != person.name:
                        message = f"{person.name} and {twin.name} share the id {person.id}"
                        clashes.append(Finding("person-id-clash", record.page.name, message))
    others = named_entities(ordered)
    return Corpus(ordered, persons, regions, gone, (*findings, *clashes), others)


def _gone(
    records: tuple[Record, ...], register: Register
) -> tuple[tuple[Retired, ...], tuple[Finding, ...]]:
    """Registered ids that no article answers to, and those of them nobody has retired."""
    present = {entry.id for record in records for entry in record.entries}
    gone = [entry for entry in register.entries if entry.id not in present]
    lost = [
        Finding(
            "lost-id",
            entry.page,
            f"no article begins with “{entry.anchor}” ('{entry.id}'); in ids.yml, give the entry "
            "`successor: <id>` or `retired: true`",
        )
        for entry in gone
        if not (entry.retired or entry.successor)
    ]
    retired = tuple(Retired(e.id, e.page, e.anchor, e.successor) for e in gone)
    return retired, tuple(lost)


def _unread(
    paths: tuple[Path, ...], sources: Iterable[Source], options: Options
) -> Iterator[Finding]:
    """Files of decisions that nothing reads."""
    folder = _editorial_folder(paths)
    if options.is_editorial and folder is not None and folder in paths:
        pages = (source.path for source in sources)
        yield from unknown_editorial(folder, pages, frozenset({REGISTER_NAME, PERSONS_NAME}))


def _editorial_folder(paths: tuple[Path, ...]) -> Path | None:
    """The one folder that the pages are from; of single files, that whose ids.yml or authority
    file lies nearest above them."""
    found = {path if path.is_dir() else _folder_above(path) for path in paths}
    return found.pop() if len(found) == 1 else None


def _folder_above(path: Path) -> Path:
    for folder in path.parents:
        if (folder / REGISTER_NAME).is_file() or (folder / PERSONS_NAME).is_file():
            return folder
    return path.parent


def _register(paths: tuple[Path, ...], options: Options) -> tuple[Register, tuple[Finding, ...]]:
    folder = _editorial_folder(paths)
    if not options.is_editorial or folder is None:
        return Register(), ()
    register, findings = read_register(folder / REGISTER_NAME)
    if folder in paths:
        return register, findings
    names = {path.relative_to(folder).as_posix() for path in paths}
    return Register(tuple(e for e in register.entries if e.page in names)), findings


def _authority(
    paths: tuple[Path, ...], options: Options
) -> tuple[PersonsFile, str, tuple[Finding, ...]]:
    """What editors decided about people, and where."""
    folder = _editorial_folder(paths)
    if not options.is_editorial or folder is None:
        return PersonsFile(version=1), PERSONS_NAME, ()
    path = folder / PERSONS_NAME
    told, findings = read_authority(path)
    return told, shown_path(path), findings


def _each(
    work: Callable[[Task], Record | Finding], tasks: list[Task], jobs: int
) -> Iterator[Record | Finding]:
    """Results in the order of the tasks."""
    if jobs == 1 or len(tasks) < 2:
        yield from map(work, tasks)
        return
    context = multiprocessing.get_context("spawn")  # a progress bar has a thread: never fork
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=context) as pool:
        yield from pool.map(work, tasks, chunksize=CHUNK)


def _corrections(source: Source, options: Options) -> Path | None:
    return corrections_path(source.path) if options.is_editorial else None
