"""`build` and `serve`."""

from __future__ import annotations

from pathlib import Path

import click

from wenzhai.build import Built, Plan, build_digest
from wenzhai.cli import options
from wenzhai.cli.screen import CannotRun, Screen, Verb, typed
from wenzhai.findings import level_of
from wenzhai.publish import CannotPublish
from wenzhai.serve import serve_site
from wenzhai.veil import CannotShow


@click.command(cls=Verb, epilog="build --seeds my-pages --docs /tmp/docs --site public")
@options.project_option
@options.place_options
@click.option("--strict", "is_strict", is_flag=True, help="Warnings fail, MkDocs's too.")
@click.option("--no-site", "has_site", flag_value=False, default=True, help="Only docs/.")
@options.reading_options
@options.screen_options
def build(
    root: Path,
    seeds: Path | None,
    docs: Path | None,
    site: Path | None,
    is_strict: bool,
    has_site: bool,
    jobs: int | None,
    limit: int,
    is_quiet: bool,
    is_verbose: bool,
) -> None:
    """Build the digest of a folder of pages (the default verb)."""
    screen = Screen(is_quiet, is_verbose)
    folder = options.seeds_of(options.project_at(root), seeds)
    with screen.progress("pages", options.count_pages(folder)) as step:
        reading = options.reading(root, folder, jobs, limit, step)
        plan = options.make_plan(
            screen, root, seeds, docs, site, reading, is_strict=is_strict, has_site=has_site
        )
        built = run(plan)
    screen.show(built.findings)
    click.echo(summary(built, plan))
    raise SystemExit(built.status)


@click.command(cls=Verb, epilog="serve --address 127.0.0.1:8000")
@options.project_option
@options.place_options
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="HOST:PORT.")
@options.reading_options
@options.screen_options
def serve(
    root: Path,
    seeds: Path | None,
    docs: Path | None,
    site: Path | None,
    address: str,
    jobs: int | None,
    limit: int,
    is_quiet: bool,
    is_verbose: bool,
) -> None:
    """Build, show the site in a browser, and build again when something changes.

    Watched are the pages, what editors write beside them, the templates, the hand-written pages
    and mkdocs.yml.
    """
    screen = Screen(is_quiet, is_verbose)
    folder = options.seeds_of(options.project_at(root), seeds)
    plan = options.make_plan(
        screen, root, seeds, docs, site, options.reading(root, folder, jobs, limit)
    )
    host, port = options.host_and_port(address)

    def rebuild() -> None:
        built = run(plan)
        screen.show(built.findings)
        screen.say(summary(built, plan))

    serve_site(plan, rebuild, host, port)


def run(plan: Plan) -> Built:
    """Build; what stops the work ends the command with status 2."""
    try:
        return build_digest(plan)
    except (CannotPublish, CannotShow, OSError) as error:
        raise CannotRun(str(error)) from error


def summary(built: Built, plan: Plan) -> str:
    """Where the digest is and what it holds."""
    corpus = built.corpus
    doubts = sum(level_of(finding) == "doubt" for finding in built.findings)
    where = plan.site / "index.html" if built.is_published else plan.docs
    if plan.has_site and not built.is_published:
        where = Path(f"{plan.docs} (the site was not replaced)")
    return (
        f"{where}: {len(corpus.records)} pages, {len(corpus.entries)} articles, "
        f"{len(corpus.persons)} persons, {len(corpus.regions)} regions; "
        f"{doubts} places want an editor's look ({typed()} check)"
    )
