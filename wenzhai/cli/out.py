"""`bundle` and `preview`: the digest on its way out."""

from __future__ import annotations

from pathlib import Path

import click

from wenzhai import __version__
from wenzhai.bundle import write_bundle
from wenzhai.cli import options
from wenzhai.cli.build import run
from wenzhai.cli.screen import CannotRun, Screen
from wenzhai.preview import CannotCompare, write_preview


@click.command(epilog="Example: python build.py bundle --output dist/my-digest.zip")
@options.project_option
@options.place_options
@click.option("--output", type=options.FILE, help="[default: dist/wenzhai-VERSION.zip]")
@options.reading_options
@options.screen_options
def bundle(
    root: Path,
    seeds: Path | None,
    docs: Path | None,
    site: Path | None,
    output: Path | None,
    jobs: int | None,
    limit: int,
    is_quiet: bool,
    is_verbose: bool,
) -> None:
    """Build the digest and zip it; unpacked anywhere, index.html opens it without a network."""
    screen = Screen(is_quiet, is_verbose)
    folder = options.seeds_of(options.project_at(root), seeds)
    plan = options.make_plan(screen, root, seeds, docs, site, options.reading(folder, jobs, limit))
    built = run(plan)
    screen.show(built.findings)
    if not built.is_published:
        raise CannotRun("the site could not be built, so there is no bundle")
    target = output or root / "dist" / f"wenzhai-{__version__}.zip"
    size = write_bundle(plan.site, target)
    click.echo(f"{target}: {size / 1e6:.1f} MB, {len(built.corpus.entries)} articles")
    raise SystemExit(built.status)


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
