"""`bundle`: the digest as a zip."""

from __future__ import annotations

from pathlib import Path

import click

from wenzhai import __version__
from wenzhai.bundle import About, CannotBundle, write_bundle
from wenzhai.cli import options
from wenzhai.cli.build import run
from wenzhai.cli.screen import CannotRun, Screen, Verb
from wenzhai.git import commit_of
from wenzhai.render import site_facts

FEW = 100  # articles; fewer may take what these may, since indexes come before articles
BUDGET = 100.0  # MB per 1,000 articles; the five pages take 71, most of it indexes


@click.command(cls=Verb, epilog="bundle --output dist/my-digest.zip")
@options.project_option
@options.place_options
@click.option("--output", type=options.FILE, help="[default: dist/wenzhai-VERSION.zip]")
@click.option(
    "--budget",
    type=click.FloatRange(min=0, min_open=True),
    default=BUDGET,
    show_default=True,
    help="Megabytes that 1,000 articles may take; more gives status 1.",
)
@options.reading_options
@options.screen_options
def bundle(
    root: Path,
    seeds: Path | None,
    docs: Path | None,
    site: Path | None,
    output: Path | None,
    budget: float,
    jobs: int | None,
    limit: int,
    is_quiet: bool,
    is_verbose: bool,
) -> None:
    """Build the digest and zip it; unpacked anywhere, index.html opens it without a network."""
    screen = Screen(is_quiet, is_verbose)
    folder = options.seeds_of(options.project_at(root), seeds)
    plan = options.make_plan(
        screen, root, seeds, docs, site, options.reading(root, folder, jobs, limit)
    )
    built = run(plan)
    screen.show(built.findings)
    if not built.is_published:
        raise CannotRun("the site could not be built, so there is no bundle")
    target = output or root / "dist" / f"wenzhai-{__version__}.zip"
    commit = commit_of(root)
    facts = site_facts(plan.project.config_file, __version__, commit)
    articles = len(built.corpus.entries)
    about = About(
        facts.name, __version__, commit, len(built.corpus.records), articles, facts.contact
    )
    try:
        made = write_bundle(plan.site, target, about)
    except CannotBundle as error:
        raise CannotRun(str(error)) from error
    per_thousand = made.per_thousand(articles)
    click.echo(
        f"{target}: {made.size / 1e6:.1f} MB, {made.files} files, {articles} articles; "
        f"{per_thousand:.1f} MB per 1,000 articles beside the {_fixed(made.size, made.growing)} "
        "that every bundle has"
    )
    if made.growing / 1e6 > budget / 1000 * max(articles, FEW):
        screen.say(f"over the budget of {budget:g} MB per 1,000 articles (--budget)")
        raise SystemExit(1)
    raise SystemExit(built.status)


def _fixed(size: int, growing: int) -> str:
    return f"{(size - growing) / 1e6:.1f} MB"
