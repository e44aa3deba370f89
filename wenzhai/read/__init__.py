"""Path -> page."""

from wenzhai.read.folder import Source, list_sources
from wenzhai.read.page import DEFAULT_LIMIT, read_page

__all__ = ["DEFAULT_LIMIT", "Source", "list_sources", "read_page"]
