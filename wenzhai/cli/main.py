"""The verbs of the command, in the order of a day's work."""

from __future__ import annotations

import click

from wenzhai import __version__
from wenzhai.cli import ask, build, bundle, correct, diff, new, out
from wenzhai.cli.screen import CannotRun

VERBS: tuple[click.Command, ...] = (
    new.new,
    build.build,
    build.serve,
    ask.extract,
    ask.check,
    ask.explain,
    correct.correct,
    ask.ids,
    ask.score,
    bundle.bundle,
    out.preview,
    diff.diff,
)
DEFAULT_VERB = "build"


class Verbs(click.Group):
    """A group with a default verb."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = [DEFAULT_VERB, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return [str(verb.name) for verb in VERBS]


@click.group(
    cls=Verbs,
    commands={str(verb.name): verb for verb in VERBS},
    context_settings={"help_option_names": ["--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="wenzhai")
def main() -> None:
    """Newspaper pages -> a browsable digest in Chinese.

    Without a verb, the digest is built. Exit status: 0; 1 when there are errors (with --strict
    also when there are warnings); 2 when the command cannot run.
    """


__all__ = ["CannotRun", "main"]
