"""Units in groups, each an article, which are put together and taken apart for points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wenzhai.segment.named import Named
from wenzhai.segment.units import Units
from wenzhai.segment.worth import Group, Worth

Links = tuple[float, float, float, float]
"""What units share with a group: (shared, fields) of paragraphs, (shared, fields) of display type."""
NOTHING: Links = (0.0, 0.0, 0.0, 0.0)


class Bundles:
    def __init__(
        self, page: Units, labels: Sequence[int], table: Mapping[str, Mapping[str, float]]
    ) -> None:
        self.page = page
        self.worth = Worth(page, table)
        self.labels = list(labels)
        self.rows = [self._row(u) for u in range(len(page.rows))]
        self.groups: dict[int, Group] = {}
        for u, label in enumerate(labels):
            self.groups.setdefault(label, Group())
            self._put(self.groups[label], [u], self._within([u], label, below=u))
        for group in self.groups.values():
            group.points = self.worth.of(group)

    def links(self, run: Sequence[int]) -> dict[int, list[float]]:
        """What a run of units shares with each group, the run itself left out."""
        labels = self.labels
        inside = set(run)
        found: dict[int, list[float]] = {}
        for u in run:
            for other, at, weight in self.rows[u]:
                if other not in inside:
                    label = labels[other]
                    if label not in found:
                        found[label] = [0.0, 0.0, 0.0, 0.0]
                    found[label][at] += weight
        return found

    def _row(self, u: int) -> list[tuple[int, int, float]]:
        """What a unit shares with each other one: the other, the place in links, and how much;
        two lines of display type share nothing that counts."""
        rows = self.page.rows
        return [
            (other, kind if rows[u].is_text and rows[other].is_text else kind + 2, weight)
            for kind, row in enumerate((self.page.shared[u], self.page.fields[u]))
            for other, weight in row.items()
            if rows[u].is_text or rows[other].is_text
        ]

    def own(self, run: Sequence[int]) -> Group:
        """A run of units as a group by itself."""
        group = Group()
        for i, u in enumerate(run):
            self._put(group, [u], self._among(u, run[:i]))
        return group

    def _among(self, u: int, others: Iterable[int]) -> Links:
        found = [0.0, 0.0, 0.0, 0.0]
        rows = self.page.rows
        shared, fields = self.page.shared[u], self.page.fields[u]
        for other in others:
            if rows[u].is_text or rows[other].is_text:
                at = 0 if rows[u].is_text and rows[other].is_text else 2
                found[at] += shared.get(other, 0.0)
                found[at + 1] += fields.get(other, 0.0)
        return found[0], found[1], found[2], found[3]

    def _within(self, run: Sequence[int], label: int, below: int) -> Links:
        u = run[0]
        group = self.groups[label]
        return self._among(u, (o for o in (*group.texts, *group.heads) if o < below))

    def _put(self, group: Group, run: Sequence[int], links: Sequence[float]) -> None:
        rows = self.page.rows
        for u in run:
            if rows[u].is_text:
                group.texts.append(u)
                group.size += rows[u].size
                group.squares += rows[u].size ** 2
            else:
                group.heads.append(u)
            for named in self.page.named[u]:
                group.named[named] = group.named.get(named, 0) + 1
        group.shared += links[0]
        group.fields += links[1]
        group.head_shared += links[2]
        group.head_fields += links[3]

    def joined(self, one: Group, two: Group, links: Sequence[float]) -> Group:
        """Two groups in one; `links` is what they share."""
        group = Group()
        group.texts = sorted(one.texts + two.texts)
        group.heads = sorted(one.heads + two.heads)
        group.size = one.size + two.size
        group.squares = one.squares + two.squares
        group.shared = one.shared + two.shared + links[0]
        group.fields = one.fields + two.fields + links[1]
        group.head_shared = one.head_shared + two.head_shared + links[2]
        group.head_fields = one.head_fields + two.head_fields + links[3]
        group.named = _added(one.named, two.named)
        group.points = self.worth.of(group)
        return group

    def parted(self, whole: Group, part: Group, links: Sequence[float]) -> Group | None:
        """A group without a part of it; None when nothing is left."""
        if len(whole.texts) + len(whole.heads) == len(part.texts) + len(part.heads):
            return None
        group = Group()
        gone = {*part.texts, *part.heads}
        group.texts = [u for u in whole.texts if u not in gone]
        group.heads = [u for u in whole.heads if u not in gone]
        group.size = whole.size - part.size
        group.squares = whole.squares - part.squares
        group.shared = whole.shared - part.shared - links[0]
        group.fields = whole.fields - part.fields - links[1]
        group.head_shared = whole.head_shared - part.head_shared - links[2]
        group.head_fields = whole.head_fields - part.head_fields - links[3]
        group.named = {
            named: left
            for named, count in whole.named.items()
            if (left := count - part.named.get(named, 0))
        }
        group.points = self.worth.of(group)
        return group

    def members(self, label: int) -> list[int]:
        group = self.groups[label]
        return sorted(group.texts + group.heads)


def _added(one: Mapping[Named, int], two: Mapping[Named, int]) -> dict[Named, int]:
    found = dict(one)
    for named, count in two.items():
        found[named] = found.get(named, 0) + count
    return found
