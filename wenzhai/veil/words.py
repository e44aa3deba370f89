"""Text about a page -> the same without what the page hides.

Messages and reasons quote the page, cut anywhere, so they are masked by pieces: every two
neighbouring characters that stand in hidden text, or four where all are ASCII (a number of a
line is no telephone number). That masks too much rather than too little.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MASK = "■"
ASCII_PIECE = 4
OTHER_PIECE = 2


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must not be read in a text."""

    pieces: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    """Masked as a whole only."""

    def mask(self, text: str) -> str:
        """Equal length; white space stays."""
        if not (self.pieces or self.names):
            return text
        offsets = [i for i, character in enumerate(text) if not character.isspace()]
        solid = "".join(text[i] for i in offsets)
        found: set[int] = set()
        for length in {len(piece) for piece in self.pieces}:
            for at in range(len(solid) - length + 1):
                if solid[at : at + length] in self.pieces:
                    found.update(offsets[at : at + length])
        for start, end in places_of(self.names, solid):
            found.update(offsets[start:end])
        return masked(text, found)


def secrets_of(texts: Iterable[str], names: frozenset[str]) -> Secrets:
    """Hidden texts and names."""
    pieces: set[str] = set()
    for text in texts:
        solid = "".join(text.split())
        if len(solid) < OTHER_PIECE:
            pieces.add(solid)
        for at in range(len(solid)):
            pair = solid[at : at + OTHER_PIECE]
            four = solid[at : at + ASCII_PIECE]
            if len(pair) == OTHER_PIECE and not pair.isascii():
                pieces.add(pair)
            elif len(four) == ASCII_PIECE and four.isascii():
                pieces.add(four)
        if solid.isascii():
            pieces.add(solid)
    return Secrets(frozenset(pieces - {""}), names)


def places_of(names: Iterable[str], solid: str) -> list[tuple[int, int]]:
    """Where names stand in a text without white space, half-open."""
    found: list[tuple[int, int]] = []
    for name in sorted(names):
        at = solid.find(name)
        while at >= 0 and name:
            found.append((at, at + len(name)))
            at = solid.find(name, at + 1)
    return found


def name_offsets(names: Iterable[str], text: str) -> set[int]:
    """The offsets of names in a text, cut by white space or not."""
    offsets = [i for i, character in enumerate(text) if not character.isspace()]
    solid = "".join(text[i] for i in offsets)
    return {i for start, end in places_of(names, solid) for i in offsets[start:end]}


def masked(text: str, offsets: set[int]) -> str:
    """The text with a mark for each non-white character at these offsets."""
    if not offsets:
        return text
    return "".join(
        MASK if i in offsets and not character.isspace() else character
        for i, character in enumerate(text)
    )
