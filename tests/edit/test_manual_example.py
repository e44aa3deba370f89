"""The manual's example of a corrections file is one, and has every entry there is."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from wenzhai.edit.format import Corrections, PageFacts

MANUAL = Path(__file__).parents[2] / "manual" / "corrections.md"


def test_the_example_holds_every_entry() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert example is not None
    data = yaml.safe_load(example[1])
    Corrections.model_validate(data)
    assert set(data) == set(Corrections.model_fields)
    assert set(data["page"]) == set(PageFacts.model_fields)
