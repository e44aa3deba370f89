"""`new`: a digest project of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from wenzhai.cli import options
from wenzhai.cli.screen import CannotRun, Verb
from wenzhai.new import CannotMake, make_project, source_of_program


@click.command(cls=Verb, epilog="new county-digest --title 青禾县报文摘")
@click.argument("folder", metavar="NAME", type=options.FOLDER)
@click.option("--title", help="What readers see above it. [default: NAME]")
@click.option("--from", "source", help="The program's address, for requirements.txt.")
def new(folder: Path, title: str | None, source: str | None) -> None:
    """Make a digest project in a new folder NAME: configuration, a sample page, workflows."""
    source = source or source_of_program()
    try:
        written = make_project(folder, title or folder.resolve().name, source)
    except (CannotMake, OSError) as error:
        raise CannotRun(str(error)) from error
    for path in written:
        click.echo(folder / path)
    if source is None:
        click.echo("requirements.txt wants the program's address (--from)", err=True)
