"""Path -> page."""

from wenzhai.read.folder import EDITORIAL_SUFFIXES, Source, files_below, list_sources, shown_name
from wenzhai.read.page import DEFAULT_LIMIT, read_page

__all__ = [
    "DEFAULT_LIMIT",
    "EDITORIAL_SUFFIXES",
    "Source",
    "files_below",
    "list_sources",
    "read_page",
    "shown_name",
]
