"""The table of traditional characters -> the file `traditional`, as forgive.js reads it."""

from __future__ import annotations

from importlib.resources import files


def traditional() -> dict[str, object]:
    """Pairs of characters as one string, phrases as pairs."""
    table = files("wenzhai").joinpath("data/search/traditional.txt").read_text("utf-8")
    lines = [line for line in table.split("\n") if line and not line.startswith("#")]
    middle = lines.index("phrases")
    return {
        "characters": "".join("".join(lines[1:middle]).split()),
        "phrases": [line.split(" ") for line in lines[middle + 1 :]],
    }
