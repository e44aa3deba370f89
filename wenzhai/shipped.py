"""Where the program's own templates, pages and assets lie.

In a checkout they stand beside build.py, where people edit them; `setup.py` packs them into the
installed package.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def shipped() -> Path:
    """The folder that holds mkdocs.yml, docs/ and templates/ as they come with the program."""
    package = Path(str(files("wenzhai")))
    packed = package / "data" / "shipped"
    return packed if packed.is_dir() else package.parent
