"""The shapes in the code -> their JSON Schemas."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import TypeAdapter

from wenzhai.edit import Corrections
from wenzhai.extract import PageOutput

SCHEMAS: dict[str, type] = {
    "corrections.schema.json": Corrections,
    "extract.schema.json": PageOutput,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(shape: type) -> str:
    """The schema of a shape, as it is committed."""
    schema = {"$schema": DIALECT} | TypeAdapter(shape).json_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for name, shape in SCHEMAS.items():
        Path(__file__).with_name(name).write_text(schema_text(shape), encoding="utf-8")
