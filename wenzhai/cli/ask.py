"""`extract`, `check`, `explain`, `ids` and `score`: what the program found, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import click

from wenzhai.build import Project
from wenzhai.check import by_loss
from wenzhai.cli import options
from wenzhai.cli.screen import CannotRun, Screen, Verb
from wenzhai.corpus import Corpus
from wenzhai.digest import Options, read_digest
from wenzhai.explain import explain as explanation
from wenzhai.extract import extract as extracted
from wenzhai.findings import exit_status, format_finding, level_of, sort_findings
from wenzhai.ids import IdEntry, Register, anchor_of, append_ids
from wenzhai.ids.register import REGISTER_NAME
from wenzhai.model import Finding
from wenzhai.read import DEFAULT_LIMIT
from wenzhai.record import recognised, record_of, region_of
from wenzhai.score import GoldError, print_report, report


@click.command(cls=Verb, epilog="extract seeds --output articles.jsonl")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--no-editorial", is_flag=True, help="What the program finds by itself.")
@click.option("--output", type=options.FILE, help="File to write. [default: standard output]")
@options.reading_options
@options.screen_options
def extract(
    paths: tuple[Path, ...],
    no_editorial: bool,
    output: Path | None,
    jobs: int | None,
    limit: int,
    is_quiet: bool,
    is_verbose: bool,
) -> None:
    """Write everything found on PATHS (pages, folders of pages) as JSON Lines.

    One object a page; its JSON Schema is wenzhai/schema/extract.schema.json.
    """
    screen = Screen(is_quiet, is_verbose)
    pages = sum(options.count_pages(path) if path.is_dir() else 1 for path in paths)
    with screen.progress("pages", pages) as step:
        project = Project(Path())
        reading = Options(
            limit=limit,
            jobs=jobs or options.fitting_jobs(pages),
            is_editorial=not no_editorial,
            view=None if no_editorial else options.view_of(project),
            on_page=step,
            kept=options.kept_of(project),
        )
        corpus = options.read(paths, reading)
    lines = "".join(f"{line}\n" for line in _json_lines(corpus))
    if output is None:
        click.echo(lines, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(lines, encoding="utf-8", newline="\n")
    screen.show(corpus.findings)
    unread = any(level_of(finding) == "error" for finding in corpus.findings)
    raise SystemExit(int(unread))


def _json_lines(corpus: Corpus) -> Iterator[str]:
    for record in corpus.records:
        yield json.dumps(extracted(record, region_of), ensure_ascii=False)


@click.command(cls=Verb, epilog="check --seeds my-pages")
@options.project_option
@options.seeds_option
@click.option("--strict", "is_strict", is_flag=True, help="Warnings give status 1, too.")
@click.option("--worklist", "is_worklist", is_flag=True, help="What readers lose most by first.")
@click.option("--json", "is_json", is_flag=True, help="One JSON object a line, for programs.")
@options.reading_options
def check(
    root: Path,
    seeds: Path | None,
    is_strict: bool,
    is_worklist: bool,
    is_json: bool,
    jobs: int | None,
    limit: int,
) -> None:
    """List all findings, sorted, one a line: place, level, message, code."""
    corpus = _read_public(root, seeds, jobs, limit)
    findings = (by_loss if is_worklist else sort_findings)(corpus.all_findings())
    for finding in findings:
        click.echo(_finding_as_json(finding) if is_json else format_finding(finding))
    raise SystemExit(exit_status(findings, is_strict=is_strict))


def _finding_as_json(finding: Finding) -> str:
    row = asdict(finding) | {"level": level_of(finding)}
    return json.dumps(row, ensure_ascii=False)


@click.command(cls=Verb, epilog="explain 004_173ba6f4d9020420.txt")
@options.project_option
@options.seeds_option
@click.argument("wanted", metavar="FILE|ARTICLE")
def explain(root: Path, seeds: Path | None, wanted: str) -> None:
    """Show why: each join, headline, mention and link of a page or an article.

    FILE is a page by name, ARTICLE an article's id.
    """
    corpus = _read_public(root, seeds, None, DEFAULT_LIMIT)
    lines = list(explanation(corpus, wanted))
    if not lines:
        names = ", ".join(record.page.name for record in corpus.records[:5])
        raise CannotRun(f"'{wanted}' is no page and no article here; pages are {names} ...")
    for line in lines:
        click.echo(line)


@click.command(cls=Verb, epilog="ids --write")
@options.project_option
@options.seeds_option
@click.option("--write", "is_writing", is_flag=True, help="Append new ids to ids.yml.")
def ids(root: Path, seeds: Path | None, is_writing: bool) -> None:
    """List articles that ids.yml does not know; with --write, append them to it."""
    corpus = _read(root, seeds, None, DEFAULT_LIMIT)
    register = options.seeds_of(options.project_at(root), seeds) / REGISTER_NAME
    new = [
        IdEntry(id=entry.id, page=record.page.name, anchor=anchor_of(entry.article, record.page))
        for record in corpus.records
        for entry in record.entries
        if not entry.is_registered
    ]
    for entry in new:
        click.echo(f"{entry.id}  {entry.anchor}")
    if is_writing:
        broken = [f for f in corpus.findings if f.code in {"bad-editorial-file", "duplicate-id"}]
        if broken:
            raise CannotRun(format_finding(broken[0]))
        count = append_ids(register, new)
        click.echo(f"{register}: {count} ids appended")


def _read(root: Path, seeds: Path | None, jobs: int | None, limit: int) -> Corpus:
    folder = options.seeds_of(options.project_at(root), seeds)
    return read_digest([folder], options.reading(root, folder, jobs, limit))


def _read_public(root: Path, seeds: Path | None, jobs: int | None, limit: int) -> Corpus:
    project = options.project_at(root)
    folder = options.seeds_of(project, seeds)
    reading = replace(options.reading(root, folder, jobs, limit), view=options.view_of(project))
    return options.read([folder], reading)


@click.command(cls=Verb, epilog="score tests/gold/tune")
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--no-editorial", is_flag=True, help="Accepted for clearness: always so here.")
@click.option("--json", "is_json", is_flag=True, help="One JSON object a folder, by level.")
def score(folders: tuple[Path, ...], no_editorial: bool, is_json: bool) -> None:
    """Measure the program against the labelled pages in FOLDERS, or files of sentences.

    The format of labelled pages stands in tests/gold/README.md.
    """
    del no_editorial  # labelled pages have no corrections beside them
    for folder in folders:
        try:
            found = report(folder, lambda page: record_of(page, page.name, Register()), recognised)
        except GoldError as error:
            raise CannotRun(str(error)) from error
        if is_json:
            click.echo(json.dumps(found.by_level(), ensure_ascii=False))
        else:
            click.echo(f"{folder}:\n{print_report(found)}")
