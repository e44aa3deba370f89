"""Labelled articles -> pages woven paragraph by paragraph, as `weave.py` weaves whole columns.

Each article's paragraphs keep their order, mostly, and lie somewhere between those of the others;
headlines stand above their article, anywhere, or at the foot of the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from weave import Row, Source, Weaver

from wenzhai.score.gold import GoldPage

HEAD_PLACES = (30, 45, 25)  # above, anywhere, at the foot of the page; %
TURNED = 0.12  # of the articles have two pieces in the wrong order
START_MAX = 0.6  # of the page; where articles begin
LATE = (0.4, 1.05)  # of the page; where headlines at its foot stand
WIDTHS = (16, 18, 19, 20, 22, 24)  # Han characters; one for the whole page


class Mosaic(Weaver):
    def page(self) -> GoldPage:
        width = self.random.choice(WIDTHS)
        chunk = self.random.choice((1, 1, 1, 2, 3))
        placed: list[tuple[float, int, list[Row]]] = []
        for a, source in enumerate(self.articles):
            head, body = self._set(a, source, width)
            pieces = self._pieces(body, chunk)
            place = self.random.choices(("above", "anywhere", "foot"), HEAD_PLACES)[0]
            if head and place == "foot":
                placed.append((self.random.uniform(*LATE), len(placed), head))
            elif head:
                at = 0 if place == "above" else self.random.randint(0, len(pieces))
                pieces.insert(at, head)
            start = self.random.random() * START_MAX
            span = self.random.uniform(0.3, 1 - start)
            for i, piece in enumerate(pieces):
                where = start + span * (i + self.random.random() * 0.8) / len(pieces)
                placed.append((where, len(placed), piece))
        placed.sort(key=lambda p: p[:2])
        return self._labelled(self._furnished([row for _, _, piece in placed for row in piece]))

    def _pieces(self, body: Sequence[Row], chunk: int) -> list[list[Row]]:
        """Some paragraphs each."""
        paragraphs: list[list[Row]] = []
        for row in body:
            last = paragraphs[-1][-1] if paragraphs else None
            if last and (last.part, last.number) == (row.part, row.number):
                paragraphs[-1].append(row)
            else:
                paragraphs.append([row])
        pieces: list[list[Row]] = []
        while paragraphs:
            size = self.random.choice((1, 1, chunk, chunk, 2))
            pieces.append([row for paragraph in paragraphs[:size] for row in paragraph])
            del paragraphs[:size]
        if len(pieces) > 2 and self.random.random() < TURNED:
            k = self.random.randrange(len(pieces) - 1)
            pieces[k : k + 2] = pieces[k + 1], pieces[k]
        return pieces


def mosaic(number: int, pool: Sequence[Source]) -> GoldPage:
    return Mosaic(number, "hard", pool).page()
