"""The data package is opened by programs that nobody here wrote: frictionless, LibreOffice."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT
from render.fake_corpus import corpus, interview
from render.hostile_record import hostile_record

from wenzhai.corpus import Corpus
from wenzhai.dataset.files import make_package
from wenzhai.digest import Options, read_digest
from wenzhai.render import SiteFacts
from wenzhai.render.press import open_press
from wenzhai.veil import View

pytestmark = pytest.mark.audit

PATIENCE = 300  # seconds a program may take to open a table
VALIDATE = """
import json, sys
from frictionless import Package
report = Package(sys.argv[1]).validate()
print(json.dumps({"valid": report.valid, "errors": report.flatten(["name", "type", "note"])}))
"""
# Comma, quotes, UTF-8 as its dialog chooses by the mark, from line 1, Chinese; numbers are told
# apart, and formulas, if there were any, would be computed.
OPENING = "Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true,false,false,false,0,true"
OFFICES = ("soffice", "libreoffice")


def package(digest: Corpus, folder: Path) -> Path:
    """Where a package of the digest lies."""
    folder.mkdir()
    press = open_press(ROOT / "templates", SiteFacts("文摘", "1", None, "full"))
    for paper in make_package(digest, press, folder).papers:
        (folder / paper.path).write_bytes(paper.content)
    return folder


def seeds() -> Corpus:
    return read_digest([ROOT / "seeds"], Options(view=View()))


def hostile() -> Corpus:
    return corpus(interview(), hostile_record())


@pytest.mark.parametrize("digest", [seeds, hostile])
def test_frictionless_validates_the_package(digest: object, tmp_path: Path) -> None:
    folder = package(seeds() if digest is seeds else hostile(), tmp_path / "package")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", VALIDATE, "datapackage.json"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told == {"valid": True, "errors": []}


@pytest.mark.parametrize("digest", [seeds, hostile])
def test_a_spreadsheet_shows_chinese_and_no_formula(digest: object, tmp_path: Path) -> None:
    office = next((found for name in OFFICES if (found := shutil.which(name))), None)
    if office is None:
        pytest.skip("LibreOffice is missing; on Debian: apt-get install libreoffice-calc")
    folder = package(seeds() if digest is seeds else hostile(), tmp_path / "package")
    sheets = sorted(folder.glob("*.csv"))
    command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += [
        f"--infilter={OPENING}",
        "--convert-to",
        "fods",
        "--outdir",
        str(tmp_path / "opened"),
        *map(str, sheets),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    opened = sorted((tmp_path / "opened").glob("*.fods"))
    assert [path.stem for path in opened] == [path.stem for path in sheets]
    shown = {path.stem: path.read_text(encoding="utf-8") for path in opened}
    for name, text in shown.items():
        assert "table:formula=" not in text, name
        assert "\ufeff" not in text, name
    assert "开阳县" in shown["regions"]
    assert "县委副书记" in shown["persons"]
