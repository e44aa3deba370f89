"""Words of the interface -> the theme's templates, as `w`; MkDocs calls this when it opens them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    import jinja2

WORDS = Path(__file__).with_name("words.yml")


def on_env(env: jinja2.Environment, **_: object) -> jinja2.Environment:
    """The same words as those of the generated pages."""
    env.globals["w"] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return env
