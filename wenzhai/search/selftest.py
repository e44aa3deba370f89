"""Finished site, Corpus -> findings: does the search find what readers can see, and only that?

Names and stretches of text are picked by hash, so that every build asks the same and every
digest something else. What should be found is read from the finished HTML, by code that
shares nothing with the search but the rule of folding.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from wenzhai.corpus import Corpus
from wenzhai.model import Finding
from wenzhai.search.engine import Answer, Engine
from wenzhai.search.fold import bare, full
from wenzhai.search.visible import visible_lines

NAMES = 200
STRETCHES = 200
STRETCH_MAX = 12  # code points
OPERATORS = frozenset('-－"＂“')
"""A stretch that begins with one of these would be read as more than text."""
SHOWN = 5  # ids named in a finding, at most

Pages = Mapping[str, tuple[str, ...]]
"""Visible lines by article id."""


def self_test(site: Path, corpus: Corpus) -> tuple[Finding, ...]:
    """Asks the site's own search for 400 strings that stand on its pages."""
    pages = {
        id_: visible_lines((site / f"articles/{id_}.html").read_text("utf-8"))
        for id_ in corpus.entries
    }
    names = _picked(sorted(_names(corpus)), NAMES)
    stretches = tuple(_stretches(pages, STRETCHES))
    with Engine(site) as engine:
        answers = engine.ask((*names, *stretches))
    folded = _Folded(pages)
    found = [
        *(_compare(query, answer, folded) for query, answer in zip(names, answers, strict=False)),
        *(
            _compare(query, answer, folded)
            for query, answer in zip(stretches, answers[len(names) :], strict=True)
        ),
        *(
            _compare_name(corpus, query, answer)
            for query, answer in zip(names, answers, strict=False)
        ),
    ]
    return tuple(one for one in found if one is not None)


class _Folded:
    """Visible text, folded once."""

    def __init__(self, pages: Pages) -> None:
        self.bare = {id_: "\n".join(map(bare, lines)) for id_, lines in pages.items()}
        self.full = {id_: "\n".join(map(full, lines)) for id_, lines in pages.items()}

    def holding(self, query: str) -> set[str]:
        has_punctuation = full(query) != bare(query)
        texts = self.full if has_punctuation else self.bare
        sought = full(query) if has_punctuation else bare(query)
        return {id_ for id_, text in texts.items() if sought in text}


def _compare(query: str, answer: Answer, folded: _Folded) -> Finding | None:
    expected, found = folded.holding(query), set(answer.articles())
    if expected == found and len(found) == len(answer.articles()):
        return None
    return _mismatch(
        f"search for {query!r} misses {_some(expected - found)} and finds"
        f" {_some(found - expected)} beyond; {len(expected)} articles show it"
    )


def _compare_name(corpus: Corpus, query: str, answer: Answer) -> Finding | None:
    bearers = {("person", p.id) for p in corpus.persons.values() if p.name == query}
    bearers |= {("region", r.id) for r in corpus.regions.values() if r.name == query}
    first = {(kind, id_) for kind, id_, _ in answer.hits[: len(bearers)]}
    if bearers <= first or _shares_name(answer, len(bearers)):
        return None
    return _mismatch(f"search for the name {query!r} does not begin with {_some(bearers)}")


def _shares_name(answer: Answer, count: int) -> bool:
    """Others bear the name too, as another name of theirs: then their order is open."""
    kinds = [kind for kind, _, _ in answer.hits[:count]]
    return bool(kinds) and "article" not in kinds


def _mismatch(message: str) -> Finding:
    return Finding("search-mismatch", "assets/generated/search/", message)


def _some(ids: Iterable[object]) -> str:
    found = sorted(map(str, ids))
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return (", ".join(found[:SHOWN]) or "none") + more


def _names(corpus: Corpus) -> set[str]:
    named = [person.name for person in corpus.persons.values()]
    named += [region.name for region in corpus.regions.values()]
    return {name for name in named if not any(c.isspace() or c in OPERATORS for c in name)}


def _picked(texts: Sequence[str], count: int) -> tuple[str, ...]:
    return tuple(sorted(texts, key=_number)[:count])


def _stretches(pages: Pages, count: int) -> Iterator[str]:
    lines = [line for _, lines in sorted(pages.items()) for line in lines]
    made = 0
    for attempt in range(count * 10):
        if made == count or not lines:
            return
        number = _number(f"stretch {attempt} of {len(lines)}")
        line = lines[number % len(lines)]
        start = number // 7 % len(line)
        stretch = line[start : start + 1 + number // 11 % STRETCH_MAX]
        has_space = any(c.isspace() for c in stretch)
        if not has_space and stretch[0] not in OPERATORS:
            made += 1
            yield stretch


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
