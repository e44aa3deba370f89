"""Layout, corrections -> layout: what editors decided, replayed on every build."""

from wenzhai.edit.apply import edit, edit_dates, edit_parts
from wenzhai.edit.beside import unknown_editorial
from wenzhai.edit.format import Corrections
from wenzhai.edit.hide import hide, withheld
from wenzhai.edit.links import Ids, edit_links
from wenzhai.edit.read import NONE, corrections_path, may_hide, read_corrections
from wenzhai.edit.skeleton import new_file, skeleton, snippet
from wenzhai.edit.suggest import confirmation, missing_facts, suggest
from wenzhai.edit.told import told_corrections

__all__ = [
    "NONE",
    "Corrections",
    "Ids",
    "confirmation",
    "corrections_path",
    "edit",
    "edit_dates",
    "edit_links",
    "edit_parts",
    "hide",
    "may_hide",
    "missing_facts",
    "new_file",
    "read_corrections",
    "skeleton",
    "snippet",
    "suggest",
    "told_corrections",
    "unknown_editorial",
    "withheld",
]
