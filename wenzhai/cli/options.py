"""Options that several verbs share, and what they make."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from wenzhai.build import Plan, Project
from wenzhai.cli.screen import CannotRun, Screen
from wenzhai.corpus import Corpus
from wenzhai.digest import Options, read_digest
from wenzhai.kept import Kept
from wenzhai.read import DEFAULT_LIMIT, list_sources
from wenzhai.veil import CannotShow, View, public_view

F = TypeVar("F", bound=Callable[..., Any])
FEW_PAGES = 8  # below, starting more processes costs more than it saves
PORT_MAX = 65535  # as TCP has them
FRESH = "wenzhai.fresh"
FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)


def project_option(function: F) -> F:
    return click.option(
        "--project",
        "root",
        type=FOLDER,
        default=Path(),
        envvar="WENZHAI_PROJECT",
        help="Folder with mkdocs.yml, seeds/, docs/ and templates/. [default: here]",
    )(function)


def screen_options(function: F) -> F:
    quiet = click.option("--quiet", "is_quiet", is_flag=True, help="Only errors and results.")
    verbose = click.option("--verbose", "is_verbose", is_flag=True, help="Doubts in full, too.")
    return quiet(verbose(function))


def reading_options(function: F) -> F:
    jobs = click.option(
        "--jobs", type=click.IntRange(min=1), help="Processes that read. [default: as fits]"
    )
    limit = click.option(
        "--max-bytes",
        "limit",
        type=click.IntRange(min=1),
        default=DEFAULT_LIMIT,
        show_default=True,
        help="Larger page files are not read.",
    )
    fresh = click.option(
        "--fresh",
        is_flag=True,
        expose_value=False,
        callback=lambda context, _, is_fresh: context.meta.update({FRESH: is_fresh}),
        help="Read every page anew, unchanged ones too.",
    )
    return jobs(limit(fresh(function)))


def seeds_option(function: F) -> F:
    return click.option(
        "--seeds", type=FOLDER, help="Folder of pages. [default: seeds/ of the project]"
    )(function)


def place_options(function: F) -> F:
    docs = click.option(
        "--docs", type=FOLDER, help="Where the Markdown tree goes. [default: docs/]"
    )
    site = click.option("--site", type=FOLDER, help="Where the site goes. [default: site/]")
    return seeds_option(docs(site(function)))


def project_at(root: Path) -> Project:
    """The project in a folder."""
    project = Project(root)
    if not project.config_file.is_file():
        raise CannotRun(f"{project.config_file} is missing: {root.resolve()} is no digest project")
    return project


def view_of(project: Project) -> View:
    """What of a project's pages may be shown."""
    try:
        return public_view(project.config_file)
    except CannotShow as error:
        raise CannotRun(str(error)) from error


def read(paths: Iterable[Path], reading: Options) -> Corpus:
    """A digest, or why it cannot be shown."""
    try:
        return read_digest(paths, reading)
    except CannotShow as error:
        raise CannotRun(str(error)) from error


def seeds_of(project: Project, seeds: Path | None) -> Path:
    """The folder of pages; it must be there."""
    folder = seeds or project.seeds
    if not folder.is_dir():
        raise CannotRun(f"{folder} is no folder; --seeds names the folder of pages")
    return folder


def reading(
    root: Path,
    folder: Path,
    jobs: int | None,
    limit: int,
    on_page: Callable[[], None] | None = None,
) -> Options:
    """How to read a folder of a project's pages."""
    return Options(
        limit=limit,
        jobs=jobs or fitting_jobs(count_pages(folder)),
        on_page=on_page or (lambda: None),
        kept=kept_of(Project(root)),
    )


def kept_of(project: Project) -> Kept | None:
    """Records of earlier builds, unless `--fresh` forbids them or there is no project."""
    is_fresh = click.get_current_context().meta.get(FRESH, False)
    return None if is_fresh or not project.config_file.is_file() else project.kept


def host_and_port(address: str) -> tuple[str, int]:
    """Of a server."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit() or int(port) > PORT_MAX:
        raise CannotRun(f"--address {address}: HOST:PORT is allowed, such as 127.0.0.1:8000")
    return host, int(port)


def count_pages(folder: Path) -> int:
    return len(list_sources([folder])[0])


def fitting_jobs(pages: int) -> int:
    return 1 if pages <= FEW_PAGES else max(1, os.cpu_count() or 1)


def make_plan(
    screen: Screen,
    root: Path,
    seeds: Path | None,
    docs: Path | None,
    site: Path | None,
    options: Options,
    *,
    is_strict: bool = False,
    has_site: bool = True,
) -> Plan:
    """The plan that the options of `build` say."""
    project = project_at(root)
    return Plan(
        project,
        seeds_of(project, seeds),
        docs or project.docs,
        site or project.site,
        options,
        is_strict,
        has_site,
        say=screen.say,
    )
