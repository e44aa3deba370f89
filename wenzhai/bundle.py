"""site/ -> a zip that opens from file://, the same bytes each time."""

from __future__ import annotations

import zipfile
from pathlib import Path

MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell; the clock must not get in
FILE_MODE = 0o100644 << 16


def write_bundle(site: Path, target: Path) -> int:
    """Zip a finished site under one folder named like the zip; its size in bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.building")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*"), key=lambda p: p.relative_to(site).as_posix()):
            if path.is_file():
                name = f"{target.stem}/{path.relative_to(site).as_posix()}"
                entry = zipfile.ZipInfo(name, MOMENT)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = FILE_MODE
                archive.writestr(entry, path.read_bytes())
    fresh.replace(target)
    return target.stat().st_size
