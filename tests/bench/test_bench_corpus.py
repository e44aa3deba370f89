"""The corpus generator: same bytes, and as heavy as real pages."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED_ARTICLES = 25  # as read by the editors
ARTICLES = 500  # fewer vary too much in length
TOLERANCE = 0.2  # of the seeds' weight an article


def write(folder: Path, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, str(ROOT / "bench" / "corpus.py"), str(ARTICLES), str(folder)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.txt"))}


def weight(pages: list[bytes], articles: int) -> float:
    return sum(len(gzip.compress(page, 9, mtime=0)) for page in pages) / articles


def test_the_same_number_gives_the_same_bytes(tmp_path: Path) -> None:
    one = write(tmp_path / "one", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    two = write(tmp_path / "two", PYTHONHASHSEED="9", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    assert one == two
    assert len(one) == ARTICLES / 5


def test_articles_vary_and_weigh_as_much_as_those_of_the_seeds(tmp_path: Path) -> None:
    pages = list(write(tmp_path / "pages").values())
    seeds = [path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.txt"))]
    wanted = weight(seeds, SEED_ARTICLES)
    assert abs(weight(pages, ARTICLES) - wanted) <= TOLERANCE * wanted
    assert len(set(pages)) == len(pages)
