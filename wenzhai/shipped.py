"""What comes with the program: templates, pages and assets, and tables of what it knows.

In a checkout the first three stand beside build.py, where people edit them; `setup.py` packs them
into the installed package.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml


def shipped() -> Path:
    """The folder that holds mkdocs.yml, docs/ and templates/ as they come with the program."""
    package = Path(str(files("wenzhai")))
    packed = package / "data" / "shipped"
    return packed if packed.is_dir() else package.parent


def read_yaml(name: str) -> dict[Any, Any]:
    """A mapping below `wenzhai/data`, by libyaml, which is eight times as fast as PyYAML itself."""
    text = files("wenzhai").joinpath("data", name).read_text(encoding="utf-8")
    found: dict[Any, Any] = yaml.load(text, yaml.CSafeLoader)
    return found
