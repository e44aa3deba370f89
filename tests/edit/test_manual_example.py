"""The manual's example of a corrections file has every entry there is, and each fits its page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from wenzhai.edit.format import Corrections, PageFacts
from wenzhai.ids import Register
from wenzhai.model import Record
from wenzhai.read import DEFAULT_LIMIT, read_page
from wenzhai.record import record_of

MANUAL = Path(__file__).parents[2] / "manual" / "corrections.md"


def example(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    (tmp_path / "page.txt").write_text(example("text"), encoding="utf-8")
    (tmp_path / "page.yml").write_text(example("yaml"), encoding="utf-8")
    page = read_page(tmp_path / "page.txt", "page.txt", "page", "page.txt", DEFAULT_LIMIT)
    return record_of(page, "page.txt", Register(), tmp_path / "page.yml")  # type: ignore[arg-type]


def test_the_example_holds_every_entry() -> None:
    data = yaml.safe_load(example("yaml"))
    Corrections.model_validate(data)
    assert set(data) == set(Corrections.model_fields)
    assert set(data["page"]) == set(PageFacts.model_fields)


def test_every_entry_of_the_example_fits_its_page(record: Record) -> None:
    wrong = [f for f in record.findings if f.path.endswith("page.yml")]
    assert {f.code for f in wrong} <= {"idle-correction"}, wrong


def test_the_example_does_what_it_says(record: Record) -> None:
    rain, rice, rape = record.layout.articles
    assert rain.headline is not None
    assert (rain.headline.text, rain.kicker and rain.kicker.text) == (
        "雨后山塘满 农户引水忙",
        "示例县",
    )
    assert (rain.byline, rice.byline, rape.part_of) == (("本报记者 陈雪梅",), (), 1)
    assert (rice.date, rape.headline_source) == ("2031-05", "editor")
    kinds = {p.passage.text[:3]: (p.kind, p.speaker, p.is_doubtful) for p in rain.body}
    assert kinds["图为村"] == ("caption", None, False)
    assert kinds["李青："] == ("answer", "李青", False)
    assert kinds["时刻绷"] == ("paragraph", None, False)
    parts = {
        link.mention.name: link.mention.part
        for entry in record.entries
        for link in entry.links
        if link.mention.kind == "person"
    }
    assert parts["向洋"] == "speaker"
    assert "方圆" not in parts
