"""The paragraphs that end loosely, and those that begin so -> how far each two tell of the same."""

from __future__ import annotations

from collections.abc import Sequence

from wenzhai.segment.ends import Seams
from wenzhai.segment.likeness import LikenessOfTwo
from wenzhai.segment.meaning import Meant

READ = 300  # code points of the text that ends or begins there
GROUND = 5.0  # telling characters that every text is taken to have more


class Themes:
    def __init__(self, seams: Seams, ends: Sequence[int], heads: Sequence[int]) -> None:
        parts = sorted([(a, 1) for a in ends] + [(b, 0) for b in heads])
        texts = [
            seams.above(i, READ)[-READ:] if is_end else seams.below(i, READ)[:READ]
            for i, is_end in parts
        ]
        self.ends = {i: k for k, (i, is_end) in enumerate(parts) if is_end}
        self.heads = {i: k for k, (i, is_end) in enumerate(parts) if not is_end}
        every = range(len(texts))
        self.meant = Meant(texts).apart(every, every)
        self.like = LikenessOfTwo(texts, [frozenset()] * len(texts))

    def meaning(self, a: int, b: int) -> float:
        """How near the two lie to each other, from -1 to 1."""
        return self.meant.near(self.ends[a], self.heads[b])

    def shared(self, a: int, b: int) -> float:
        """Weight of the characters that both have, for each telling one of the shorter."""
        one, other = self.ends[a], self.heads[b]
        sizes = self.like.sizes
        return self.like.shared(one, other) / (GROUND + min(sizes[one], sizes[other]))
