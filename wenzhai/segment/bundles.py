"""Units in groups, each an article, which are put together and taken apart for points."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wenzhai.segment.named import Named
from wenzhai.segment.units import Units
from wenzhai.segment.worth import Group, Worth

Links = tuple[float, float, float, float, float]
"""What units share with a group: (shared, meaning) of paragraphs, (shared, meaning) of display type,
and the sentences that go on from one to the other."""
NOTHING: Links = (0.0, 0.0, 0.0, 0.0, 0.0)
Run = tuple[int, ...]
"""Units of one group, in page order."""


class Bundles:
    def __init__(
        self, page: Units, labels: Sequence[int], table: Mapping[str, Mapping[str, float]]
    ) -> None:
        self.page = page
        self.worth = Worth(page, table)
        self.labels = list(labels)
        self.parts: dict[Run, Group] = {}
        """Runs of units as groups by themselves."""
        self.known: dict[Run, dict[int, tuple[Group, Links]]] = defaultdict(dict)
        """What a run shares with each group, as that was when it was asked."""
        self.groups: dict[int, Group] = {}
        for u, label in enumerate(labels):
            group = self.groups.setdefault(label, Group())
            self._put(group, u, self._among(u, group))
        for group in self.groups.values():
            group.points = self.worth.of(group)

    def links(self, run: Run) -> dict[int, Links]:
        """What a run shares with each other group."""
        own = self.labels[run[0]]
        return {
            label: links
            for label, group in self.groups.items()
            if label != own and (links := self._link(run, label, group)) != NOTHING
        }

    def links_left(self, run: Run) -> Links:
        """What a run shares with the rest of its group: in what it shares with all of that, each
        pair of its own is counted twice."""
        label = self.labels[run[0]]
        links, part = self._link(run, label, self.groups[label]), self.part(run)
        return (
            links[0] - 2 * part.shared,
            links[1] - 2 * part.meaning,
            links[2] - 2 * part.head_shared,
            links[3] - 2 * part.head_meaning,
            links[4] - 2 * part.carried,
        )

    def _link(self, run: Run, label: int, group: Group) -> Links:
        """What a run shares with a group; one that changes is a new one."""
        known = self.known[run].get(label)
        if known is not None and known[0] is group:
            return known[1]
        if len(run) == 1:
            links = self._among(run[0], group)
        else:
            links = added(self._link(run[:1], label, group), self._link(run[1:], label, group))
        self.known[run][label] = group, links
        return links

    def part(self, run: Run) -> Group:
        """A run as a group by itself."""
        found = self.parts.get(run)
        if found is None:
            if len(run) == 1:
                found = self.own(run)
                found.points = self.worth.of(found)
            else:
                rest = self.part(run[1:])
                found = self.joined(self.part(run[:1]), rest, self._among(run[0], rest))
            self.parts[run] = found
        return found

    def own(self, units: Iterable[int]) -> Group:
        """Units as a group by themselves, without its points."""
        group = Group()
        for u in units:
            self._put(group, u, self._among(u, group))
        return group

    def _among(self, u: int, group: Group) -> Links:
        """What a unit shares with a group; two lines of display type share nothing that counts."""
        shared, meaning = self.page.shared[u], self.page.meaning[u]
        carried = self.page.carried[u]
        a = b = c = d = e = 0.0
        for other in group.texts:
            a += shared.get(other, 0.0)
            b += meaning.get(other, 0.0)
            e += carried.get(other, 0.0)
        if not self.page.rows[u].is_text:
            return 0.0, 0.0, a, b, 0.0
        for other in group.heads:
            c += shared.get(other, 0.0)
            d += meaning.get(other, 0.0)
        return a, b, c, d, e

    def _put(self, group: Group, u: int, links: Links) -> None:
        unit = self.page.rows[u]
        if unit.is_text:
            group.texts.append(u)
            group.size += unit.size
            group.squares += unit.size**2
            group.dated += unit.start == "dateline"
            group.signed += unit.is_signed
            group.told += unit.is_own is not None
            group.own += unit.is_own is True
            if unit.width:
                insort(group.widths, unit.width)
        else:
            group.heads.append(u)
            group.head_size += unit.size
        for named in self.page.named[u]:
            if named in group.named:
                _count_again(group, named, 1)
            group.named[named] = group.named.get(named, 0) + 1
        group.shared += links[0]
        group.meaning += links[1]
        group.head_shared += links[2]
        group.head_meaning += links[3]
        group.carried += links[4]

    def joined(self, one: Group, two: Group, links: Links) -> Group:
        """Two groups in one; `links` is what they share."""
        group = Group()
        group.texts = sorted(one.texts + two.texts)
        group.heads = sorted(one.heads + two.heads)
        group.widths = sorted(one.widths + two.widths)
        group.shared = one.shared + two.shared + links[0]
        group.meaning = one.meaning + two.meaning + links[1]
        group.head_shared = one.head_shared + two.head_shared + links[2]
        group.head_meaning = one.head_meaning + two.head_meaning + links[3]
        group.carried = one.carried + two.carried + links[4]
        group.size = one.size + two.size
        group.squares = one.squares + two.squares
        group.head_size = one.head_size + two.head_size
        group.dated = one.dated + two.dated
        group.signed = one.signed + two.signed
        group.told = one.told + two.told
        group.own = one.own + two.own
        group.persons = one.persons + two.persons
        group.things = one.things + two.things
        group.named = {**one.named, **two.named}
        for named in one.named.keys() & two.named.keys():
            group.named[named] = one.named[named] + two.named[named]
            _count_again(group, named, 1)
        group.points = self.worth.of(group)
        return group

    def parted(self, whole: Group, part: Group, links: Links) -> Group | None:
        """A group without a part of it; None when nothing is left."""
        if len(whole.texts) + len(whole.heads) == len(part.texts) + len(part.heads):
            return None
        group = Group()
        gone = {*part.texts, *part.heads}
        group.texts = [u for u in whole.texts if u not in gone]
        group.heads = [u for u in whole.heads if u not in gone]
        group.widths = list(whole.widths)
        for width in part.widths:
            group.widths.remove(width)
        group.shared = whole.shared - part.shared - links[0]
        group.meaning = whole.meaning - part.meaning - links[1]
        group.head_shared = whole.head_shared - part.head_shared - links[2]
        group.head_meaning = whole.head_meaning - part.head_meaning - links[3]
        group.carried = whole.carried - part.carried - links[4]
        group.size = whole.size - part.size
        group.squares = whole.squares - part.squares
        group.head_size = whole.head_size - part.head_size
        group.dated = whole.dated - part.dated
        group.signed = whole.signed - part.signed
        group.told = whole.told - part.told
        group.own = whole.own - part.own
        group.persons = whole.persons - part.persons
        group.things = whole.things - part.things
        group.named = dict(whole.named)
        for named, count in part.named.items():
            left = group.named.pop(named) - count
            if left:
                group.named[named] = left
                _count_again(group, named, -1)
        group.points = self.worth.of(group)
        return group

    def moving(self, run: Run, labels: Iterable[int]) -> Iterator[tuple[int, float]]:
        """Points gained by giving units of one group to each of others, and (-1) to one of their own
        where something is left of it."""
        source, part = self.groups[self.labels[run[0]]], self.part(run)
        rest = self.parted(source, part, self.links_left(run))
        kept = (rest.points if rest else 0.0) - source.points
        if rest is not None:
            yield -1, kept + part.points
        for label in labels:
            target = self.groups[label]
            made = self.joined(target, part, self._link(run, label, target))
            yield label, kept + made.points - target.points

    def near(self, run: Run) -> list[int]:
        """Other groups that may gain by some units: those of neighbours, and of what is alike."""
        labels = self.labels
        beside = (run[0] - 1, run[-1] + 1, run[0] + 1)
        found = {labels[k] for k in beside if 0 <= k < len(labels)}
        found |= {
            g for g, shared in self.links(run).items() if shared[1] + shared[3] + shared[4] > 0
        }
        named = frozenset[Named]().union(*(self.page.named[u] for u in run))
        if named:
            found |= {g for g, group in self.groups.items() if not named.isdisjoint(group.named)}
        return sorted(found - {labels[run[0]]})

    def members(self, label: int) -> Run:
        group = self.groups[label]
        return tuple(sorted(group.texts + group.heads))


def added(one: Links, two: Links) -> Links:
    """What two share with a group, together."""
    return one[0] + two[0], one[1] + two[1], one[2] + two[2], one[3] + two[3], one[4] + two[4]


def _count_again(group: Group, named: Named, times: int) -> None:
    if named.kind == "person":
        group.persons += times
    else:
        group.things += times
