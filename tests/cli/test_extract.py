"""The contract of `extract`, on the five pages and on pages made to break it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from command import ROOT, run

SCHEMA = json.loads((ROOT / "wenzhai/schema/extract.schema.json").read_text(encoding="utf-8"))
HOSTILE = {
    "script.txt": "本报讯（记者 <script>alert(1)</script>）11月3日，县里<b>下雨</b>。\n" * 3,
    "markdown.txt": "# 标题\n\n* 一\n* 二\n\n[x](javascript:alert(1)) `{{ x }}` {% raw %}\n---\na: b\n",
    "one.txt": "字",
    "crlf.txt": "标题一二三四五\r\n\r\n本报讯（记者 陈敏）11月3日，县里下雨。\r\n",
    "signs.txt": "，。？！■——（（“”\n》》\n",
    "astral.txt": "𠀀𠀁𠀂村民张三说，😀好。\u200b\ufeff终\n",
    "long.txt": "县里昨夜下了雨，" * 12_000,
}


def extract(*arguments: str) -> list[dict[str, object]]:
    done = run("extract", *arguments)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in HOSTILE.items():
        (folder / name).write_bytes(text.encode())
    return folder


def covered(page: dict[str, object], text: str) -> list[int]:
    """How often each character is accounted for."""
    times = [0] * len(text)
    spans = [row["span"] for row in page["furniture"]]  # type: ignore[attr-defined]
    for article in page["articles"]:  # type: ignore[attr-defined]
        spans.extend(article["spans"])
    for start, end in spans:
        for offset in range(start, end):
            times[offset] += 1
    return times


def check(page: dict[str, object], text: str) -> None:
    jsonschema.validate(page, SCHEMA)
    times = covered(page, text)
    assert all(times[i] == 1 for i, c in enumerate(text) if not c.isspace())
    for article in page["articles"]:  # type: ignore[attr-defined]
        assert len(article["body"]) == len(article["kinds"])
        printed = sum(not c.isspace() for start, end in article["spans"] for c in text[start:end])
        dropped = sum(
            not c.isspace() for row in article["dropped"] for c in text[slice(*row["span"])]
        )
        stack = [article["headline"], article["kicker"], *article["subheadlines"]]
        shown = sum(not c.isspace() for t in [*stack, *article["body"]] for c in t or "")
        assert shown + dropped == printed
        for person in article["persons"]:
            for start, end in person["mentions"]:
                assert re.sub(r"\s", "", text[start:end]) in re.sub(r"\s", "", text)


def test_the_five_pages_keep_the_contract() -> None:
    pages = extract("seeds", "--no-editorial")
    assert len(pages) == 5
    for page in pages:
        check(page, (ROOT / "seeds" / str(page["page"])).read_bytes().decode())


def test_hostile_pages_keep_the_contract(hostile: Path) -> None:
    pages = extract(str(hostile))
    assert {str(page["page"]) for page in pages} == set(HOSTILE)
    for page in pages:
        check(page, HOSTILE[str(page["page"])].removeprefix("\ufeff"))


def test_a_name_cut_by_a_line_break_is_one_mention(tmp_path: Path) -> None:
    text = "示例县政协调研\n本报讯（记者 陈敏）近日，示例县政协主席欧阳\n明亮带队调研，详细了解情况。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (page,) = extract(str(tmp_path))
    persons = {p["name"]: p for a in page["articles"] for p in a["persons"]}  # type: ignore[attr-defined]
    (span,) = persons["欧阳明亮"]["mentions"]
    assert text[slice(*span)] == "欧阳\n明亮"


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("县里下雨。", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\xff\xff\xff")
    done = run("extract", str(tmp_path))
    assert done.returncode == 1
    assert "b.txt: error" in done.stderr
    assert json.loads(done.stdout)["page"] == "a.txt"


def test_output_is_the_same_with_any_number_of_processes(hostile: Path) -> None:
    assert extract(str(hostile), "--jobs", "1") == extract(str(hostile), "--jobs", "3")
