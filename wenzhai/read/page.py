"""One file -> one page, or a finding that says where and why not."""

from __future__ import annotations

import hashlib
from pathlib import Path

from wenzhai.model import Finding, Page
from wenzhai.read.decode import GUESSES, Undecodable, decode

DEFAULT_LIMIT = 8 * 1024 * 1024  # bytes; a newspaper page has under 100 kB, a scan's dump more


def read_page(
    path: Path, name: str, slug: str, shown: str, limit: int = DEFAULT_LIMIT
) -> Page | Finding:
    """The page in a file; `shown` is how messages name the file."""
    try:
        size = path.stat().st_size
        if size > limit:
            return Finding(
                "oversized-page",
                shown,
                f"the file has {size} bytes; at most {limit} are read (--max-bytes)",
            )
        data = path.read_bytes()
    except OSError as error:
        return Finding("unreadable-file", shown, f"cannot be read: {error.strerror}")
    result = decode(data)
    if isinstance(result, Undecodable):
        code = "binary-page" if result.is_binary else "undecodable-page"
        return Finding(
            code,
            shown,
            f"{result.found} at byte {result.position}: not text in any of {', '.join(GUESSES)}",
        )
    if not result.text.strip():
        return Finding("empty-page", shown, f"no text in {size} bytes; a page needs some")
    return Page(name, slug, result.text, result.encoding, hashlib.sha256(data).hexdigest())
