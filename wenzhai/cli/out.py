"""`preview`: what a change does to the digest."""

from __future__ import annotations

from pathlib import Path

import click

from wenzhai.cli import options
from wenzhai.cli.screen import CannotRun, Screen, Verb
from wenzhai.preview import CannotCompare, build_preview
from wenzhai.publish import CannotPublish
from wenzhai.serve import show_site
from wenzhai.veil import CannotShow


@click.command(cls=Verb, epilog="preview --base main --serve")
@options.project_option
@click.option("--base", required=True, metavar="REV", help="The revision to compare with.")
@click.option("--output", type=options.FOLDER, help="[default: preview/]")
@click.option("--url", default="", help="Where the preview will stand, for the comment's links.")
@click.option("--serve", "is_served", is_flag=True, help="Show the preview at --address.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="HOST:PORT.")
@options.reading_options
@options.screen_options
def preview(
    root: Path,
    base: str,
    output: Path | None,
    url: str,
    is_served: bool,
    address: str,
    jobs: int | None,
    limit: int,
    is_quiet: bool,
    is_verbose: bool,
) -> None:
    """Say what the working tree changes in the digest since REV, and build its site.

    Writes comment.md, changes.json and site/ into preview/. What differs by code and what
    differs by pages is told apart.
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
        options.reading(root, folder, jobs, limit),
    )
    host, port = options.host_and_port(address)
    try:
        made = build_preview(plan, base, target, url)
    except (CannotCompare, CannotPublish, CannotShow, OSError) as error:
        raise CannotRun(str(error)) from error
    screen.show(made.built.findings)
    click.echo(f"{made.comment_file}: {made.compared}")
    if is_served and made.built.is_published:
        show_site(plan.site, host, port)
    raise SystemExit(made.built.status)
