"""`diff`: what changed between two released data packages."""

from __future__ import annotations

import json
from pathlib import Path

import click

from wenzhai.changes import as_data, compare, tell
from wenzhai.cli import options
from wenzhai.cli.screen import CannotRun, Verb
from wenzhai.dataset import BadPackage, read_package

PACKAGE = click.Path(path_type=Path)


@click.command(cls=Verb, epilog="diff released/data site/data")
@click.argument("old", type=PACKAGE)
@click.argument("new", type=PACKAGE)
@click.option("--output", type=options.FILE, help="Where to write all of it as JSON.")
def diff(old: Path, new: Path, output: Path | None) -> None:
    """Tell what changed in the digest from the data package OLD to NEW, one line a cause.

    A package is its folder (`data/`), a site that holds one, or a zip file with one.
    """
    try:
        changes = compare(read_package(old), read_package(new))
    except (BadPackage, OSError) as error:
        raise CannotRun(str(error)) from error
    if output is not None:
        text = json.dumps(as_data(changes), ensure_ascii=False, indent=1) + "\n"
        output.write_text(text, encoding="utf-8", newline="\n")
    for line in tell(changes):
        click.echo(line)
    if not changes.changes:
        click.echo("nothing changed")
