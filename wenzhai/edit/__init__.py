"""Layout, corrections -> layout: what editors decided, replayed on every build."""

from wenzhai.edit.apply import edit, edit_dates
from wenzhai.edit.format import Corrections
from wenzhai.edit.links import Ids, edit_links
from wenzhai.edit.read import NONE, corrections_path, read_corrections

__all__ = [
    "NONE",
    "Corrections",
    "Ids",
    "corrections_path",
    "edit",
    "edit_dates",
    "edit_links",
    "read_corrections",
]
