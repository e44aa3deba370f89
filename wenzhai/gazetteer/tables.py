"""Data file of places -> its lines, cut at tabs; lines that begin with # are notes."""

from __future__ import annotations

from importlib.resources import files


def cells(name: str) -> list[list[str]]:
    """Every line of the file as its cells."""
    text = (files("wenzhai") / "data" / "regions" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
