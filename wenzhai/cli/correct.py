"""`correct`: suggestions for a page's corrections file."""

from __future__ import annotations

from pathlib import Path

import click

from wenzhai.check import by_loss
from wenzhai.cli import options
from wenzhai.cli.screen import CannotRun, Verb
from wenzhai.corpus import Corpus
from wenzhai.digest import read_digest
from wenzhai.edit import corrections_path, new_file, skeleton
from wenzhai.model import Record
from wenzhai.read import DEFAULT_LIMIT


@click.command(cls=Verb, epilog="correct 004_173ba6f4d9020420.txt")
@options.project_option
@options.seeds_option
@click.argument("wanted", metavar="FILE")
def correct(root: Path, seeds: Path | None, wanted: str) -> None:
    """Suggest corrections for what is doubtful on a page.

    Beside a page without corrections, their file is made, with everything commented out; else
    the suggestions are printed. A file that is there is never changed.
    """
    folder = options.seeds_of(options.project_at(root), seeds)
    corpus = read_digest([folder], options.reading(root, folder, None, DEFAULT_LIMIT))
    record = _record(corpus, wanted)
    findings = by_loss(record.findings)
    target = corrections_path(folder / record.page.name)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(new_file(record, findings))
    except FileExistsError:
        click.echo(skeleton(record, findings), nl=False)
        return
    except OSError as error:
        raise CannotRun(str(error)) from error
    click.echo(f"{target}: made, with everything commented out")


def _record(corpus: Corpus, wanted: str) -> Record:
    for record in corpus.records:
        name = record.page.name
        if wanted in {name, record.page.slug, Path(name).stem} or wanted.endswith(f"/{name}"):
            return record
    names = ", ".join(record.page.name for record in corpus.records[:5])
    raise CannotRun(f"'{wanted}' is no page here; pages are {names} ...")
