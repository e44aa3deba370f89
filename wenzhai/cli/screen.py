"""What the command says: progress on stderr, results on stdout.

On a terminal long work has a progress bar; elsewhere plain lines. `--quiet` leaves errors and
results, `--verbose` adds warnings' and doubts' details.
"""

from __future__ import annotations

import errno
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click
from jinja2 import TemplateError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from wenzhai.findings import LEVELS, format_finding, level_of, sort_findings
from wenzhai.model import Finding


class CannotRun(click.ClickException):
    """Exit status 2, with a message."""

    exit_code = 2


class Verb(click.Command):
    """A verb of the command; its epilog is an example, from the verb on."""

    def invoke(self, ctx: click.Context) -> object:
        """Run it; what the system or a template refuses ends it with status 2."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read has enough; click ends quietly
                raise
            raise CannotRun(str(error)) from error
        except TemplateError as error:
            where = f"{getattr(error, 'filename', None) or _last_template(error)}: "
            raise CannotRun(f"{where}{error}; own templates must fit the program") from error

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_text(f"Example: {typed(ctx)} {self.epilog}")


def _last_template(error: TemplateError) -> str:
    """File and line of the template that failed; Jinja puts it into the traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    last = next((one for one in reversed(frames) if not one.filename.endswith(".py")), frames[-1])
    return f"{last.filename}:{last.lineno}"


def typed(ctx: click.Context | None = None) -> str:
    """What the user typed before the verb: `wenzhai`, or `python build.py` in a checkout."""
    name = (ctx or click.get_current_context()).find_root().info_name or "wenzhai"
    return f"python {name}" if name.endswith(".py") else name


@dataclass(frozen=True, slots=True)
class Screen:
    """Where the command speaks."""

    is_quiet: bool = False
    is_verbose: bool = False

    def say(self, line: str) -> None:
        """Something about the work's course."""
        if not self.is_quiet:
            click.echo(line, err=True)

    def show(self, findings: Iterable[Finding]) -> None:
        """Errors always, warnings unless quiet, doubts when verbose."""
        levels = LEVELS[:1] if self.is_quiet else LEVELS if self.is_verbose else LEVELS[:2]
        for finding in sort_findings(findings):
            if level_of(finding) in levels:
                click.echo(format_finding(finding), err=True)

    @contextmanager
    def progress(self, label: str, total: int) -> Iterator[Callable[[], None]]:
        """A function to call after each step."""
        console = Console(stderr=True)
        if self.is_quiet or not console.is_terminal:
            self.say(f"{label}: {total}")
            yield lambda: None
            return
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
            task = bar.add_task(label, total=total)
            yield lambda: bar.advance(task)
