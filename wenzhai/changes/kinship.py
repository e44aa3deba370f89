"""Old articles, new articles -> which came out of which, by the text that they share.

Only articles that are new, lost or have another text are asked. Shares are of stretches of a
fixed length, so that order and small corrections do not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from wenzhai.changes.values import Article

STRETCH = 6  # characters; long enough that two stories do not share many by chance
MOSTLY = 0.5  # share of a text that makes it a part, or a continuation, of another
NOT_NOTHING = 0.05  # of a text; less is a phrase that many stories use

Shares = Mapping[tuple[str, str], tuple[float, float]]
"""By (old id, new id): the share of the old text that the new one holds, and the reverse."""


def shares(old: Iterable[Article], new: Iterable[Article]) -> Shares:
    """Of all pairs that share anything."""
    olds = {article.id: _stretches(article) for article in old}
    news = {article.id: _stretches(article) for article in new}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for key, stretches in news.items():
        for stretch in stretches:
            holders[stretch].append(key)
    common: defaultdict[tuple[str, str], int] = defaultdict(int)
    for key, stretches in olds.items():
        for stretch in stretches:
            for other in holders.get(stretch, ()):
                common[key, other] += 1
    return {
        pair: (count / len(olds[pair[0]]), count / len(news[pair[1]]))
        for pair, count in common.items()
    }


def parts(found: Shares) -> dict[str, list[str]]:
    """Old id -> the new articles that consist mostly of it, where there are several."""
    heirs: defaultdict[str, list[str]] = defaultdict(list)
    for (old, new), (of_old, of_new) in found.items():
        if of_new >= MOSTLY and of_old >= NOT_NOTHING:
            heirs[old].append(new)
    return _several(heirs)


def sources(found: Shares) -> dict[str, list[str]]:
    """New id -> the old articles that went into it for the most part, where there are several."""
    origins: defaultdict[str, list[str]] = defaultdict(list)
    for (old, new), (of_old, of_new) in found.items():
        if of_old >= MOSTLY and of_new >= NOT_NOTHING:
            origins[new].append(old)
    return _several(origins)


def same(found: Shares, lost: Sequence[str], added: Sequence[str]) -> dict[str, str]:
    """Lost id -> added id, where one is the other under a new name."""
    best: dict[str, str] = {}
    taken: set[str] = set()
    ranked = sorted(found.items(), key=lambda item: (-min(item[1]), item[0]))
    for (old, new), both in ranked:
        is_free = old not in best and new not in taken
        if old in lost and new in added and is_free and min(both) >= MOSTLY:
            best[old] = new
            taken.add(new)
    return best


def _several(groups: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {key: sorted(value) for key, value in sorted(groups.items()) if len(value) > 1}


def _stretches(article: Article) -> set[str]:
    text = "".join("".join(article.body).split()) or article.headline
    return {text[at : at + STRETCH] for at in range(max(1, len(text) - STRETCH + 1))}
