"""The order in which a process keeps its sets changes no article: sums over them end alike."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "tests" / "gold" / "woven" / "hard-fazhi-tingshen.txt"  # where a last digit once told
CODE = """
import hashlib, sys
from pathlib import Path
from wenzhai.model import Page
from wenzhai.segment import segment
text = Path(sys.argv[1]).read_text(encoding="utf-8")
layout = segment(Page("page.txt", "page", text, "utf-8", "0" * 64))
print(hashlib.sha256(repr(layout).encode()).hexdigest())
"""


def test_a_page_is_separated_alike_whatever_the_hash_seed() -> None:
    found = {
        subprocess.run(  # this very interpreter
            [sys.executable, "-c", CODE, str(PAGE)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in "0123"
    }
    assert len(found) == 1
