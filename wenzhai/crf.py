"""A file of `wenzhai/data` -> the conditional random field in it (CRFsuite), ready to tag."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pycrfsuite


@cache
def load_tagger(name: str) -> pycrfsuite.Tagger:
    """`name` is a path below `wenzhai/data`; tags one sequence after the other."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_bytes(name))
    return tagger


@cache
def _bytes(name: str) -> bytes:
    """The tagger reads in them as long as it lives."""
    return files("wenzhai").joinpath("data", name).read_bytes()
