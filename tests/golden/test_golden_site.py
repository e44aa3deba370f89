"""A whole small digest, file by file; reviewed like code.

`WENZHAI_GOLDEN=1 make test` writes it anew.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from command import run

HERE = Path(__file__).parent / "small"
GENERATED = (
    "articles",
    "persons",
    "regions",
    "pages",
    "topics",
    "index.md",
    "worklist.md",
    "corrections.md",
)


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for name in GENERATED
        for path in (
            [folder / name] if name.endswith(".md") else sorted((folder / name).rglob("*"))
        )
        if path.is_file()
    }


def test_the_small_digest_is_as_reviewed(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    done = run("build", "--no-site", "--seeds", str(HERE / "seeds"), "--docs", str(docs))
    assert done.returncode == 0, done.stderr
    found = files(docs)
    assert len(found) > 10
    golden = HERE / "docs"
    if os.environ.get("WENZHAI_GOLDEN"):
        shutil.rmtree(golden, ignore_errors=True)
        for name, text in found.items():
            (golden / name).parent.mkdir(parents=True, exist_ok=True)
            (golden / name).write_text(text, encoding="utf-8", newline="\n")
    assert found == files(golden)
