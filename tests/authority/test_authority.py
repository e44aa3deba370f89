"""Who is who over all pages: namesakes, other names, hidden persons, and doubts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import Done, run

LANZHOU = """兰州开会

本报兰州讯（记者 陈敏）11月3日，甘肃省兰州市教育局局长王建国主持召开座谈会。王建国说，学校要开好课。
"""
GUIYANG = """贵阳修路

本报贵阳讯（记者 李小河）11月4日，贵州省贵阳市交通局局长王建国到工地调研，要求加快修路。
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "authority").mkdir(parents=True)
    (folder / "a.txt").write_text(LANZHOU, encoding="utf-8")
    (folder / "b.txt").write_text(GUIYANG, encoding="utf-8")
    return folder


def tell(seeds: Path, text: str) -> None:
    (seeds / "authority/persons.yml").write_text(f"version: 1\n{text}\n", encoding="utf-8")


def ids(seeds: Path) -> dict[str, set[str]]:
    """Name -> ids of the persons called so."""
    found: dict[str, set[str]] = {}
    for line in run("extract", str(seeds)).stdout.splitlines():
        for article in json.loads(line)["articles"]:
            for person in article["persons"]:
                found.setdefault(person["name"], set()).add(person["id"])
    return found


def check(seeds: Path, *more: str) -> Done:
    return run("check", "--seeds", str(seeds), *more)


def test_one_name_is_proposed_as_one_person_with_a_doubt(seeds: Path) -> None:
    assert len(ids(seeds)["王建国"]) == 1
    assert "doubtful-namesakes" in check(seeds).stdout


def test_an_editor_says_that_they_are_one(seeds: Path) -> None:
    tell(seeds, "same: [{name: 王建国, reason: he moved}]")
    assert len(ids(seeds)["王建国"]) == 1
    assert "doubtful-namesakes" not in check(seeds).stdout


def test_an_editor_parts_namesakes(seeds: Path) -> None:
    tell(seeds, "not_same: [{name: 王建国, key: guiyang, pages: [b.txt], reason: two offices}]")
    found = ids(seeds)["王建国"]
    assert len(found) == 2
    assert sum(name.endswith("-guiyang") for name in found) == 1
    assert "doubtful-namesakes" not in check(seeds).stdout


def test_another_name_leads_to_the_same_person(seeds: Path) -> None:
    tell(seeds, "same: [{name: 陈明敏, other_names: [陈敏], reason: a printed error}]")
    done = run("build", "--no-site", "--seeds", str(seeds), "--docs", str(seeds / "../docs"))
    assert done.returncode == 0, done.stderr
    pages = list((seeds / "../docs/persons").glob("chenmingmin-*.md"))
    assert len(pages) == 1
    assert not list((seeds / "../docs/persons").glob("chenmin-*.md"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("not_same: [{name: 王建国, key: x, pages: [c.txt], reason: r}]", "stale-authority"),
        ("same: [{name: 王建国, other_names: [赵六], reason: r}]", "stale-authority"),
        ("not_same: [{name: 王建国, key: x, reason: r}]", "bad-editorial-file"),
        ("same: [{name: 王建国}]", "bad-editorial-file"),
        ("nonsense: 1", "bad-editorial-file"),
    ],
)
def test_what_does_not_fit_is_told(seeds: Path, text: str, code: str) -> None:
    tell(seeds, text)
    done = check(seeds, "--strict")
    assert code in done.stdout
    assert done.returncode == 1


def test_a_hidden_person_is_named_nowhere(seeds: Path, tmp_path: Path) -> None:
    tell(seeds, "hidden: [{name: 王建国, reason: asked for it}]")
    docs, site = tmp_path / "docs", tmp_path / "site"
    done = run("build", "--seeds", str(seeds), "--docs", str(docs), "--site", str(site))
    assert done.returncode == 0, done.stderr
    pinyin = "wangjianguo"
    for path in [*docs.rglob("*"), *site.rglob("*")]:
        assert pinyin not in path.name
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace")
            assert "王建国" not in text, path
            assert pinyin not in text, path
    told = run("extract", str(seeds)).stdout + check(seeds).stdout + done.stdout + done.stderr
    explained = run("explain", "a.txt", "--seeds", str(seeds)).stdout
    assert "王建国" not in told + explained
    assert "■■■" in told
