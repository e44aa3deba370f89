"""What pyproject.toml cannot say: the package carries the top-level docs/ and templates/.

They stand at the top because people edit them there; an installed `wenzhai` looks for them in
wenzhai/data/shipped/ (wenzhai/shipped.py).
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from wenzhai.write import handwritten  # noqa: E402 - the line above says where it is


class BuildWithShipped(build_py):
    """Packs what people wrote in docs/ and templates/, and nothing that a build left there."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return  # the checkout itself is used
        target = Path(self.build_lib) / "wenzhai" / "data" / "shipped"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(ROOT / "templates", target / "templates")
        shutil.copy(ROOT / "mkdocs.yml", target)
        for document in handwritten(ROOT / "docs", ()):
            path = target / "docs" / document.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(document.content)


setup(cmdclass={"build_py": BuildWithShipped})
