"""The shape of the house: imports go one way, modules stay small, seeds stay as they are."""

from __future__ import annotations

import ast
import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "wenzhai").rglob("*.py"))
LINES_MAX = 300  # at 300 a module is split (STYLE)
OTHER_KINDS = ("regions", "organisations", "initiatives", "figures", "proposals")
# What a part may not import: values know no passes, passes know no corpus, nothing knows the
# command line.
FORBIDDEN = {
    "model": ("wenzhai.corpus", "wenzhai.read", "wenzhai.segment", "wenzhai.edit", "wenzhai.ids"),
    # ... who is named is evidence for an article: of recognition it may ask the persons alone
    "segment": (
        *("wenzhai.corpus", "wenzhai.render", "wenzhai.cli", "wenzhai.resolve"),
        *(f"wenzhai.recognise.{kind}" for kind in OTHER_KINDS),
    ),
    "recognise": ("wenzhai.corpus", "wenzhai.render", "wenzhai.cli", "wenzhai.segment"),
    "resolve": ("wenzhai.corpus", "wenzhai.render", "wenzhai.cli", "wenzhai.segment"),
    "check": ("wenzhai.render", "wenzhai.cli", "wenzhai.segment", "wenzhai.recognise"),
    "render": ("wenzhai.segment", "wenzhai.recognise", "wenzhai.resolve", "wenzhai.cli"),
}
SEEDS = {
    "000_ca3dcd9ea2d6df08.txt": "6a1c542cf1bac8b35f84385c3eab15eabdd083414fda5fb6194f2831e19c3d33",
    "001_7a09ff33ecd179aa.txt": "28ac601f650c0d082917aa8100183a3cc515cc7765f2d1d42eb41cdaf4149648",
    "002_1efc54645363ad9b.txt": "d1ff7d3d81856eae27fe67c82036966e82dc455938a0c07e0bdc9523a3212db3",
    "003_4ad7934a1b99fea8.txt": "1b1f51fc6cf56c221c92ba7f3e3a6aeb8822f36173cb9692434800eed8409a84",
    "004_173ba6f4d9020420.txt": "94db8dbb6f74abb78705dfac518d4e8fc563f7a85640bfeb9333443157334487",
}


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_module_is_small_and_looks_one_way(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").split("\n")) <= LINES_MAX
    part = path.relative_to(ROOT / "wenzhai").parts[0]
    for module in imports_of(path):
        assert not module.startswith(FORBIDDEN.get(part, ("\0",))), module


@pytest.mark.parametrize(("name", "digest"), SEEDS.items())
def test_the_five_pages_are_as_they_came(name: str, digest: str) -> None:
    assert hashlib.sha256((ROOT / "seeds" / name).read_bytes()).hexdigest() == digest


def test_no_mark_of_a_conflict_is_left() -> None:
    marks = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
    kinds = ("*.md", "*.py", "*.yml", "*.css", "*.js", "*.html", "*.toml")
    roots = [ROOT, *(ROOT / name for name in ("wenzhai", "templates", "tests", "manual", "bench"))]
    found = [
        path
        for root in roots
        for kind in kinds
        for path in (root.glob(kind) if root == ROOT else root.rglob(kind))
        if "node_modules" not in path.parts and marks.search(path.read_text(encoding="utf-8"))
    ]
    assert not found
