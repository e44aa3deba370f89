"""The committed schemas are those of the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from wenzhai.schema.__main__ import SCHEMAS, schema_text

FOLDER = Path(__file__).parents[2] / "wenzhai" / "schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_up_to_date(name: str) -> None:
    """`python -m wenzhai.schema` makes them anew."""
    assert (FOLDER / name).read_text(encoding="utf-8") == schema_text(SCHEMAS[name])
