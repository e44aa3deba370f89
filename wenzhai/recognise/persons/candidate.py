"""What may be a name, with its evidence."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wenzhai.model import Part

ACCEPT = 4.5  # evidence from which on a candidate is a name
SUREST = 0.99  # confidence; of the 765 surest on pages that took no part in the fit 0.990 are names
LEAST = -1.0  # below this not even a list or a second mention makes it a name
CERTAIN = 9.0  # evidence of what the grammar reads without doubt: bylines, masked names


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in a text that may be a name."""

    start: int
    end: int
    name: str
    """In normal form."""
    form: str
    """As in `model.Mention`."""
    rule: str
    """The strongest evidence, kebab-case."""
    score: float
    """Sum of evidence, in natural units of `confidence`."""
    part: Part | None = None
    """Where the rule itself says it: a byline."""
    also: Part | None = None
    """As in `model.Mention`."""

    @property
    def confidence(self) -> float:
        """The share of such candidates that are names."""
        return min(SUREST, round(1 / (1 + math.exp(-(self.score - ACCEPT) * SLOPE - PRIOR)), 3))


SLOPE = 0.6  # fitted on the tuning pages: one unit of evidence in log-odds
PRIOR = 0.4  # log-odds of a name at ACCEPT: F1 on folders left out is 0.940, as from -0.2 on
