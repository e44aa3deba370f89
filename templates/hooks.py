"""What MkDocs calls: the words of the interface for the theme, and a frame without indents."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    import jinja2

_INDENT = re.compile(r"\n\s+")  # the theme's templates leave 3 kB of them on each page
_KEEPS_SPACES = ("wz-print", "<pre", "<textarea")
WORDS = Path(__file__).with_name("words.yml")


def on_env(env: jinja2.Environment, **_: object) -> jinja2.Environment:
    """The same words as those of the generated pages."""
    env.globals["w"] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return env


def on_post_page(output: str, **_: object) -> str:
    """The finished page; where spaces are shown as they are, only its frame."""
    if not any(sign in output for sign in _KEEPS_SPACES):
        return _INDENT.sub("\n", output)
    before, start, rest = output.partition("<article")
    inside, end, after = rest.rpartition("</article>")
    return "".join((_INDENT.sub("\n", before), start, inside, end, _INDENT.sub("\n", after)))
