"""The data package is whole, true, harmless, and the same each time."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from command import ROOT, make_project, run
from jsonschema import Draft202012Validator
from render.fake_corpus import corpus, interview
from render.hostile_record import hostile_record

from wenzhai.corpus import Corpus
from wenzhai.dataset.describe import PARAGRAPHS, Query, queries
from wenzhai.dataset.files import Made, make_package, rows_of
from wenzhai.dataset.rows import Source
from wenzhai.dataset.sheet import FORMULA, read_rows, safe
from wenzhai.digest import Options, read_digest
from wenzhai.render import SiteFacts
from wenzhai.render.press import open_press
from wenzhai.veil import View

SITE = SiteFacts("文摘", "1", None, "full", site_url="https://example.org/wenzhai/")


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return read_digest([ROOT / "seeds"], Options(view=View()))


@pytest.fixture(scope="module")
def package(seeds: Corpus, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Made]:
    folder = tmp_path_factory.mktemp("package")
    return folder, make_package(seeds, open_press(ROOT / "templates", SITE), folder)


@pytest.fixture
def base(package: tuple[Path, Made]) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(package[0] / "wenzhai.sqlite")) as opened:
        yield opened


def test_every_row_has_the_columns_that_are_described(
    seeds: Corpus, package: tuple[Path, Made]
) -> None:
    source = Source(seeds, SITE.address)
    for table in package[1].tables:
        for row in rows_of(source, table):
            assert len(row) == len(table.columns), table.name


def test_a_value_has_the_type_that_is_described(seeds: Corpus, package: tuple[Path, Made]) -> None:
    types: dict[str, tuple[type, ...]] = {
        "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,)
    }  # fmt: skip
    source = Source(seeds, SITE.address)
    for table in package[1].tables:
        for row in rows_of(source, table):
            for cell, column in zip(row, table.columns, strict=True):
                assert cell is None or isinstance(cell, types[column.type]), (table.name, column)


def test_sheets_and_base_hold_the_same(
    package: tuple[Path, Made], base: sqlite3.Connection
) -> None:
    folder, made = package
    for table in made.tables:
        stored = base.execute(f'select * from "{table.name}"').fetchall()  # noqa: S608
        assert len(stored) == made.counts[table.name]
        if table.name == PARAGRAPHS:
            continue
        text = (folder / f"{table.name}.csv").read_bytes()
        assert text.startswith(b"\xef\xbb\xbf")
        rows = list(read_rows(text.decode("utf-8-sig")))
        assert {tuple(row.values()) for row in rows} == {
            tuple("" if cell is None else str(cell) for cell in row) for row in stored
        }
        assert len(rows) == len(stored)
    assert made.counts["articles"] == 25


def test_keys_hold(base: sqlite3.Connection) -> None:
    assert base.execute("pragma foreign_key_check").fetchall() == []
    assert base.execute("pragma integrity_check").fetchone() == ("ok",)


EXPECTED: dict[str, Callable[[list[Any]], bool]] = {
    "most_named_persons": lambda rows: rows[0][1] >= rows[-1][1] >= 1 and len(rows) == 20,
    "full_text": lambda rows: len(rows) > 5 and all("委员工作室" in row[3] for row in rows),
    "articles_below_region": lambda rows: len(rows) > 5,
    "who_with_whom": lambda rows: bool(rows) and all("赵永清" in row[3] for row in rows),
    "roles_of_a_name": lambda rows: any("贵阳市政协" in row[1] for row in rows),
}


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_the_documented_questions_are_answered(query: Query, base: sqlite3.Connection) -> None:
    rows = base.execute(query.sql, query.parameters).fetchall()
    assert EXPECTED[query.name](rows), rows


def test_the_documents_name_the_questions_and_the_tables(package: tuple[Path, Made]) -> None:
    manual = (ROOT / "manual/data.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)` \|", manual, re.MULTILINE))
    assert named == {query.name for query in queries()}
    (datasette,) = (p for p in package[1].papers if p.path == "metadata.json")
    told = json.loads(datasette.content)["databases"]["wenzhai"]
    assert set(told["queries"]) == named
    assert set(told["tables"]) == {table.name for table in package[1].tables}


def test_three_characters_are_found_wherever_they_stand(base: sqlite3.Connection) -> None:
    sought = "政协委员"
    found = base.execute(
        "select rowid from paragraphs_fts where paragraphs_fts match ?", (f'"{sought}"',)
    ).fetchall()
    scanned = base.execute(
        "select rowid from paragraphs where instr(text, ?) > 0", (sought,)
    ).fetchall()
    assert sorted(found) == sorted(scanned) != []


def test_lines_are_what_extract_gives(package: tuple[Path, Made]) -> None:
    lines = (package[0] / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    schema = json.loads((ROOT / "wenzhai/schema/extract.schema.json").read_text(encoding="utf-8"))
    check = Draft202012Validator(schema)
    pages: dict[str, list[object]] = {}
    for line in map(json.loads, lines):
        assert line.pop("url") == f"https://example.org/wenzhai/articles/{line['id']}.html"
        assert line.pop("rights") == "full"
        pages.setdefault(line.pop("page"), []).append(line)
    for page, articles in pages.items():
        check.validate({"page": page, "articles": articles, "furniture": []})
    told = run("extract", str(ROOT / "seeds")).stdout.splitlines()
    assert {one["page"]: one["articles"] for one in map(json.loads, told)} == pages


def test_a_second_package_is_the_same(
    seeds: Corpus, package: tuple[Path, Made], tmp_path: Path
) -> None:
    made = make_package(seeds, open_press(ROOT / "templates", SITE), tmp_path)
    assert made == package[1]
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (package[0] / path.name).read_bytes(), path.name


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r=1", "\ufffd=1"), ("\n=1", "'\n=1"), ("＝1", "'＝1"),
        ("'quoted", "''quoted"), ("1=1", "1=1"), ("", ""), (None, ""), (-1, "-1"),
        ("a\u202eb\0", "a\ufffdb\ufffd"),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(cell: str | int | None, written: str) -> None:
    assert safe(cell) == written


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    made_up = corpus(interview(), hostile_record())
    make_package(made_up, open_press(ROOT / "templates", SITE), tmp_path)
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert not FORMULA.match(cell) or cell.lstrip("-").isdigit(), (path, cell)
    lines = (tmp_path / "articles.jsonl").read_text(encoding="utf-8").split("\n")
    headlines = [json.loads(line)["headline"] for line in lines if line]
    assert any("<script>" in (headline or "") for headline in headlines)  # data is as printed


HIDING = """
version: 1
page: {rights: RIGHTS}
hide:
  - {printed: 王大山, reason: asked for it}
"""
PAGE = """雨后山塘满

本报贵阳讯（记者 陈敏）11月3日，贵州省开阳县连夜下了大雨。县水务局局长王大
山说，山塘都满了，今后要再修三座山塘，让下游的农户都用上水。
"""


def everything(folder: Path) -> str:
    """Text of all files; the base as dumped, its index asked apart."""
    found = [
        path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".sqlite"
    ]
    with closing(sqlite3.connect(folder / "data/wenzhai.sqlite")) as opened:
        found += [json.dumps(row, ensure_ascii=False, default=str) for row in opened.iterdump()]
    found.append((folder / "data/wenzhai.sqlite").read_bytes().decode("utf-8", "replace"))
    return "".join("".join(found).split())


@pytest.mark.parametrize(
    ("rights", "gone"),
    [
        ("full", ["王大山", "wangdashan"]),
        ("index-only", ["王大山", "wangdashan", "山塘都满", "连夜"]),
    ],
)
def test_what_is_hidden_leaves_no_trace(tmp_path: Path, rights: str, gone: list[str]) -> None:
    project = make_project(tmp_path / "project")
    (project / "seeds/rain.txt").write_text(PAGE, encoding="utf-8")
    (project / "seeds/rain.yml").write_text(HIDING.replace("RIGHTS", rights), encoding="utf-8")
    assert run("build", "--no-site", "--project", str(project)).returncode == 0
    found = everything(project / "docs")
    assert "开阳县" in found
    for secret in gone:
        assert secret not in found, secret


def test_the_package_describes_every_file(package: tuple[Path, Made]) -> None:
    folder, made = package
    (paper,) = (p for p in made.papers if p.path == "datapackage.json")
    told = json.loads(paper.content)
    assert {one["path"] for one in told["resources"]} == {p.name for p in folder.iterdir()}
    for one in told["resources"]:
        if one["format"] == "csv":
            header = (folder / one["path"]).read_text(encoding="utf-8-sig").split("\n")[0].strip()
            assert header == ",".join(field["name"] for field in one["schema"]["fields"])
            assert all("description" in field for field in one["schema"]["fields"])


def test_the_knowledge_is_well_formed() -> None:
    told = yaml.safe_load((ROOT / "wenzhai/data/dataset/tables.yml").read_text(encoding="utf-8"))
    for name, table in told.items():
        assert set(table.get("key", ())) <= set(table["columns"]), name


def test_diff_tells_what_changed_between_two_packages(
    package: tuple[Path, Made], tmp_path: Path
) -> None:
    new = tmp_path / "new" / "data"
    new.mkdir(parents=True)
    for name in ("articles.jsonl", "pages.csv", "findings.csv"):
        text = (package[0] / name).read_text(encoding="utf-8")
        (new / name).write_text(text.replace("南事好商量", "南事再商量"), encoding="utf-8")
    same = run("diff", str(package[0]), str(package[0]))
    assert (same.returncode, same.stdout) == (0, "nothing changed\n")
    output = tmp_path / "changes.json"
    done = run("diff", str(package[0]), str(tmp_path / "new"), "--output", str(output))
    assert done.returncode == 0
    assert "[-好-]{+再+}" in done.stdout
    changes = json.loads(output.read_text(encoding="utf-8"))["changes"]
    assert {change["what"] for change in changes} >= {"text"}
    nothing = run("diff", str(tmp_path), str(package[0]))
    assert (nothing.returncode, "articles.jsonl" in nothing.stderr) == (2, True)
