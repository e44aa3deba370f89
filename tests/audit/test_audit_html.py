"""The Nu HTML checker reads every page of the site."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from audit.node import HERE
from audit.programs import program, reason

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("site")]
NU = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
# The checker knows no origin for files, so that 'self' allows nothing; a browser tests the policy
# (tests/browser/test_policy.py).
KNOWN = (
    "Resource violates Content Security Policy",
    "Inline script violates Content Security Policy",  # data blocks, which are no scripts
)
SHOWN_MAX = 30  # complaints in the message of a failure


def complaints(folder: Path) -> list[dict[str, str]]:
    java = program("java")
    if java is None:
        pytest.skip(reason("java"))
    options = ["--format", "json", "--skip-non-html", "--exit-zero-always", "--stdout"]
    command = [java, "-Xss4m", "-jar", str(NU), *options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return found


def test_every_page_is_valid_html(seeds_site: Path) -> None:
    told: dict[str, list[str]] = {}
    for one in complaints(seeds_site / "site"):
        if one["type"] != "info" or one.get("subType") == "warning":
            where = f"{Path(one['url']).name}:{one.get('lastLine')} {one.get('extract', '')[:120]}"
            told.setdefault(one["message"], []).append(where)
    unknown = [message for message in told if not message.startswith(KNOWN)]
    shown = [f"{len(told[message])}x {message}\n    {told[message][0]}" for message in unknown]
    assert not unknown, "\n".join(shown[:SHOWN_MAX])
    for known in KNOWN:
        assert any(message.startswith(known) for message in told), f"no longer needed: {known}"


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="zh"><head><title>版</title></head><body><p><div></p>'
    (tmp_path / "bad.html").write_text(page, encoding="utf-8")
    assert complaints(tmp_path)
