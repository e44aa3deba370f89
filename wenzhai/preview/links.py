"""Change -> the page of the preview's site that shows it."""

from __future__ import annotations

from wenzhai.changes import Change
from wenzhai.kinds import KINDS

FOLDERS = frozenset({"articles", *(kind.folder for kind in KINDS)})
GONE = frozenset({"article-lost", "article-split", "entity-gone", "page-gone"})


def path_of(change: Change) -> str:
    """Relative to the site's root; "" when no page of the site shows it."""
    folder = "articles" if change.kind == "article" else change.kind
    if folder not in FOLDERS:
        return ""
    if change.what in GONE:
        return f"articles/{change.articles[0]}.html" if change.articles else ""
    return f"{folder}/{change.id}.html"
