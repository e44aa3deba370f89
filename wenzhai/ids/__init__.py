"""Articles of a page, register -> their permanent ids."""

from wenzhai.ids.anchor import anchor_of
from wenzhai.ids.match import Matched, match_ids
from wenzhai.ids.register import IdEntry, Register, append_ids, read_register

__all__ = [
    "IdEntry",
    "Matched",
    "Register",
    "anchor_of",
    "append_ids",
    "match_ids",
    "read_register",
]
