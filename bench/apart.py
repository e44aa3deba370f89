"""What is fitted on labelled pages sees each as the program sees a page that is new to it.

The models of lines, meaning, phrases and openings are fitted on the same pages; what builds on them
(`fit_links`, `fit_articles`, `fit_woven`, `fit_ways`, `fit_confidence`) is fitted on pages that these have not seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from unittest import mock

import fit_lines
import fit_meaning
import fit_openings
import fit_phrases
from folders import APART

from wenzhai.segment import meaning, openings, phrases, tagger


@contextmanager
def without(*folders: str) -> Iterator[None]:
    """Lines are tagged, words understood and phrases known, as by models that have not seen these folders."""
    with (
        mock.patch.object(tagger, "model", return_value=fit_lines.fitted(folders)),
        mock.patch.object(meaning, "load_meanings", return_value=fit_meaning.fitted(folders)),
        mock.patch.object(phrases, "load_phrases", return_value=fit_phrases.weighed(folders)),
        mock.patch.object(openings, "load_openings", return_value=fit_openings.apart(folders)),
    ):
        yield


def as_new(folder: str) -> AbstractContextManager[None]:
    """... that have not seen the pages of this folder, nor of its like."""
    return without(*next(group for group in APART if folder in group))
