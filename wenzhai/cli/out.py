"""`preview`: what a change does to the digest."""

from __future__ import annotations

from pathlib import Path

import click

from wenzhai.cli import options
from wenzhai.cli.build import run
from wenzhai.cli.screen import CannotRun, Screen
from wenzhai.preview import CannotCompare, write_preview


@click.command(epilog="Example: python build.py preview --base main")
@options.project_option
@click.option("--base", required=True, metavar="REV", help="The revision to compare with.")
@click.option("--output", type=options.FOLDER, help="[default: preview/]")
@options.reading_options
@options.screen_options
def preview(
    root: Path,
    base: str,
    output: Path | None,
    jobs: int | None,
    limit: int,
    is_quiet: bool,
    is_verbose: bool,
) -> None:
    """Say what the working tree changes in the digest since REV, and build its site.

    Writes comment.md, changes.json and site/ into preview/.
    """
    screen = Screen(is_quiet, is_verbose)
    target = output or root / "preview"
    folder = options.seeds_of(options.project_at(root), None)
    plan = options.make_plan(
        screen,
        root,
        None,
        target / "docs",
        target / "site",
        options.reading(folder, jobs, limit),
    )
    built = run(plan)
    screen.show(built.findings)
    try:
        changes = write_preview(built.corpus, plan.project.root, base, target)
    except CannotCompare as error:
        raise CannotRun(str(error)) from error
    click.echo(f"{target / 'comment.md'}: {changes}")
    raise SystemExit(built.status)
