"""Printed text -> text that means nothing to Markdown or HTML.

Page text is hostile. Every character that Python-Markdown, one of its usual
extensions or HTML could read as markup becomes a numeric entity, wherever it
stands, so that a value may be put anywhere in a template's line. What is
already markup says so by its type, `Safe`; any other string is escaped when a
template prints it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import Undefined


class Safe(str):
    """Markdown made by this program: printed as it is."""

    __slots__ = ()


# Spaces, tabs and everything that some reader of the file takes for a line end.
_SPACES = re.compile("[ \\t\\n\\r\\x0b\\x0c\\x1c-\\x1f\\x85\\u2028\\u2029]+")

# Characters that no HTML page may hold, that Python-Markdown uses for itself
# (U+0002, U+0003), that turn the direction of the text around them, or that UTF-8
# cannot write.
_UNPRINTABLE = re.compile(
    "[\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\u202a-\\u202e\\u2066-\\u2069"
    "\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff]"
)
_SHOWN_INSTEAD = "\ufffd"

# All ASCII punctuation but , ; and %, which mean nothing anywhere. A point means something
# only before a space, at the end ("1. ") or in "www."; - : and / are left alone between
# letters or digits (COVID-19, 12:30, km/h). A space at either end of a value may become
# the start or the end of a line, where it would be an indent or a line break.
_MEANINGFUL = re.compile(
    r"""[!"\#$&'()*+<=>?@\[\\\]^_`{|}~]"""
    r"""|\.(?!\S)|(?<=[Ww]{3})\."""
    r"""|(?<![0-9A-Za-z])[-:/]|[-:/](?![0-9A-Za-z])"""
    r"""|^[ ]|[ ]\Z"""
)
_ENTITIES = {chr(code): f"&#{code};" for code in range(0x20, 0x7F)}

_MEANINGFUL_IN_HTML = re.compile(r"""[&<>"'`{}\[\]*_\\]""")

NOTHING = Safe("&#8203;")
"""Keeps the place of an empty paragraph, so that its anchor is not printed."""


def clean(text: str) -> str:
    """One line, with a visible mark for each character that must not be published."""
    return _UNPRINTABLE.sub(_SHOWN_INSTEAD, _SPACES.sub(" ", text))


def escape(text: str) -> Safe:
    """Plain text -> one line of Markdown that shows exactly this text."""
    return _escape_known(text) if len(text) <= KNOWN_LENGTH else _escape(text)


def _escape(text: str) -> Safe:
    if text.isalnum():  # most names and many headlines
        return Safe(text)
    return Safe(_MEANINGFUL.sub(_entity, clean(text)))


KNOWN_LENGTH = 48  # characters; names, dates and the words of the interface come again and again
_escape_known = lru_cache(maxsize=8192)(_escape)


def escape_lines(text: str) -> Safe:
    """Plain text -> HTML inside a raw block, line ends and spaces kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = "\n".join(_UNPRINTABLE.sub(_SHOWN_INSTEAD, line) for line in lines)
    return Safe(_MEANINGFUL_IN_HTML.sub(_entity, kept))


def finalize(value: object) -> str:
    """What Jinja does to each printed value."""
    if type(value) is Safe:
        return value
    if type(value) is int:
        return str(value)
    if isinstance(value, str | Undefined):
        return escape(str(value))  # what is not defined says so here
    message = f"a template printed {type(value).__name__}; only text and whole numbers are printed"
    raise TypeError(message)


def _entity(match: re.Match[str]) -> str:
    return _ENTITIES[match[0]]
