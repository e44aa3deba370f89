"""The manual's example of an authority file is one, and has every entry there is."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from wenzhai.authority import PersonsFile

MANUAL = Path(__file__).parents[2] / "manual" / "authority.md"


def test_the_example_holds_every_entry() -> None:
    example = re.search(r"```yaml\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    data = yaml.safe_load(example[1])
    told = PersonsFile.model_validate(data)
    assert set(data) == set(PersonsFile.model_fields)
    assert told.hidden_names() == {"赵某人", "赵小某"}
