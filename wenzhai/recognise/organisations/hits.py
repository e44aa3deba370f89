"""Passage -> where names of bodies stand, by four rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import rjieba

from wenzhai.gazetteer import load_gazetteer
from wenzhai.model import Link, Mention
from wenzhai.recognise.organisations.lexicon import OrganisationLexicon
from wenzhai.recognise.words import Word, words_of

REACH = 16  # code points from a place to the ending: 市场监督管理综合行政执法局 has 13
NAME_REACH = 22  # ... of a name of its own: 卓尼县九峰生态药业有限公司 has 13
LEAST = 2  # code points before an ending: 隆基公司
SOLID = frozenset(
    ["p", "c", "uj", "ul", "uz", "ug", "ud", "uv", "r", "d", "y", "e", "o", "t", "m", "x", "q", "z"]
)
"""Tags of words that no name begins with or holds."""
LEADING = frozenset(["v", "vd", "f", "a", "q", "s"])
"""Tags of words that no name begins with."""
PROPER = frozenset(["ns", "nt", "nz", "nrt", "nr", "nrfg", "eng"])
PUNCTUATION = frozenset("，。；：！？、,;:!?()（）—…\n 　“”‘’《》「」\"'·")


WORDS_OF_PLACE = frozenset("省市县区州盟旗镇乡")
EVERY = "全各"
"""全省政协组织: those of every part, no body of the province."""


class Hit(NamedTuple):
    """A body's name; half-open, code points of the passage."""

    start: int
    end: int
    rule: str
    confidence: float
    place: Link | None
    """The last place in front, which it belongs to."""
    head: int
    """Where the name begins behind its places."""


class Ends(NamedTuple):
    """The places of a passage, by where they end."""

    regions: dict[int, Link]

    def chain(self, end: int) -> int:
        """Where the run of places that ends here begins, each a part of the one before."""
        last: str | None = None
        while (link := self.regions.get(end)) is not None:
            entity = link.entity or ""
            if last is not None and not _holds(entity, last):
                break
            last, end = entity, link.mention.start
        return end


def _holds(outer: str, inner: str) -> bool:
    """An administrative place and a part of it."""
    return outer.isdigit() and (not inner or outer in load_gazetteer().parents(inner))


def hits(
    text: str, regions: Sequence[Link], persons: Sequence[Mention], lexicon: OrganisationLexicon
) -> list[Hit]:
    """Longest first where they overlap."""
    ends = Ends(
        {
            link.mention.end: link
            for link in regions
            if text[link.mention.start] not in EVERY or link.mention.form != "deictic"
        }
    )
    found = [
        *_fixed(text, lexicon),
        *_powers(text, ends, lexicon),
        *_parties(text, ends, lexicon),
        *_endings(text, ends, persons, lexicon),
    ]
    found.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in found:
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return [more for hit in kept for more in (hit, *_listed(text, hit, lexicon))]


def _fixed(text: str, lexicon: OrganisationLexicon) -> Iterator[Hit]:
    for match in lexicon.fixed.finditer(text):
        yield Hit(*match.span(), "fixed-name", 0.98, None, match.start())


def _powers(text: str, ends: Ends, lexicon: OrganisationLexicon) -> Iterator[Hit]:
    for end, link in ends.regions.items():
        match = lexicon.powers.match(text, end)
        if match:
            part = match["tail"]
            stop = match.end() if part is None or _is_clean(part, lexicon) else match.start("tail")
            yield Hit(ends.chain(end), stop, "place-and-body", 0.97, link, end)


def _parties(text: str, ends: Ends, lexicon: OrganisationLexicon) -> Iterator[Hit]:
    for end, link in ends.regions.items():
        start = ends.chain(end)
        before = lexicon.party.search(text, max(0, start - 5), start)
        tail = lexicon.party_tail.match(text, end) if before else None
        if before and tail:
            yield Hit(before.start(), tail.end(), "party-and-place", 0.95, link, before.start())


def _endings(
    text: str, ends: Ends, persons: Sequence[Mention], lexicon: OrganisationLexicon
) -> Iterator[Hit]:
    for match in lexicon.endings.finditer(text):
        at, end = match.span()
        if at and text[at - 1] in (*"和与及、", match[0]):  # 水务局|局长
            continue
        named = _person_before(text, at, match[0], persons, lexicon)
        if named is not None:
            yield Hit(named, end, "named-after-person", 0.95, None, named)
            continue
        placed = _placed(text, at, ends, lexicon)
        if placed is not None and not _is_kind(text[placed:at], match[0], lexicon):
            place = ends.regions[placed]
            end = _with_unit(text, end, lexicon)
            yield Hit(ends.chain(placed), end, "place-and-ending", 0.92, place, placed)
        elif placed is None and (word := _word_of_place(text, match, lexicon)) is not None:
            end = _with_unit(text, end, lexicon)
            yield Hit(word, end, "word-of-place", 0.8, None, word + 1)
        elif match[0] not in lexicon.public:
            start = _own(text, at, persons, lexicon)
            if start is not None:
                chain = ends.chain(start)
                end = _with_unit(text, end, lexicon)
                yield Hit(chain, end, "name-and-ending", 0.85, ends.regions.get(start), start)


def _person_before(
    text: str, at: int, ending: str, persons: Sequence[Mention], lexicon: OrganisationLexicon
) -> int | None:
    """田永伍|委员工作室."""
    if ending != "工作室":
        return None
    for word in lexicon.studio:
        if text.startswith(word, at + len(ending) - len(word)):
            start = at + len(ending) - len(word)
            for person in persons:
                if person.end == start:
                    return person.start
    return None


def _placed(text: str, at: int, ends: Ends, lexicon: OrganisationLexicon) -> int | None:
    """The end of the nearest place in front from which a clean name leads to the ending."""
    for low in range(at, max(-1, at - REACH), -1):
        if low in ends.regions:
            return low if _is_clean(text[low:at], lexicon) else None
        if low and text[low - 1] in PUNCTUATION:
            return None
    return None


def _is_kind(between: str, ending: str, lexicon: OrganisationLexicon) -> bool:
    """畲族|乡镇小学, 武陵山区|学校."""
    if ending not in lexicon.bare:
        return False
    return (not between and ending == "学校") or any(between.endswith(k) for k in lexicon.kinds)


def _word_of_place(text: str, ending: re.Match[str], lexicon: OrganisationLexicon) -> int | None:
    """Where 省, 市, 县 ... begins a name without its place."""
    at = ending.start()
    for low in range(at, max(-1, at - REACH), -1):
        if low and text[low - 1] not in lexicon.openings:
            continue
        if text[low : low + 1] not in WORDS_OF_PLACE or low == at:
            return None
        between = text[low + 1 : at]
        if lexicon.others.match(text[low : low + 3]) or _is_kind(between, ending[0], lexicon):
            return None
        is_bare = not between and ending[0] in lexicon.bare
        return None if is_bare or not _is_clean(between, lexicon) else low
    return None


def _is_clean(between: str, lexicon: OrganisationLexicon) -> bool:
    """Only words that a department's name may hold."""
    if not between:
        return True
    words = words_of(between)
    for number, (word, tag, _, _) in enumerate(words):
        is_joint = word in ("和", "与", "及") and number > 0
        if is_joint:
            continue
        if word in lexicon.stop or (tag in SOLID and lexicon.numbered.match(word) is None):
            return False
    return True


def _with_unit(text: str, end: int, lexicon: OrganisationLexicon) -> int:
    """生态环境局|崇信分局, 公安局|交警支队."""
    if text[end - 1] == "院" and (ward := lexicon.ward.match(text, end)):
        return ward.end() if _is_clean(ward[0][:-1], lexicon) else end
    match = lexicon.under.match(text, end)
    if match is None or any(c in PUNCTUATION for c in match[0]):
        return end
    return match.end() if _is_clean(match[0], lexicon) else end


def _own(
    text: str, at: int, persons: Sequence[Mention], lexicon: OrganisationLexicon
) -> int | None:
    """Where a name of its own begins; None for common words."""
    if (
        at
        and text[at - 1] in "”》"
        and (opening := max(text.rfind("“", 0, at), text.rfind("《", 0, at))) >= 0
    ):
        return opening if at - opening <= NAME_REACH else None
    low = max(0, at - NAME_REACH)
    stop = max((i for i in range(low, at) if text[i] in PUNCTUATION), default=low - 1) + 1
    for person in persons:
        if stop < person.end < at:
            stop = person.end
    words = words_of(text[stop:at])
    for may_join in (False, True):
        first = _first(words, lexicon, may_join=may_join)
        is_long = first < len(words) and at - stop - words[first].start >= LEAST
        if is_long and _is_specific(words[first:], lexicon):
            return stop + words[first].start
    if words and first == 0 and stop and text[stop - 1] == "”":  # “惠农先锋”农业合作联社
        opening = text.rfind("“", low, stop)
        return opening if opening >= 0 else None
    return None


def _first(words: list[Word], lexicon: OrganisationLexicon, *, may_join: bool) -> int:
    """Number of the word with which a name may begin."""
    first = len(words)
    while first:
        word, tag, _, _ = words[first - 1]
        is_joint = may_join and word in ("与", "和") and first < len(words)
        is_solid = tag in SOLID and lexicon.numbered.match(word) is None
        if (word in lexicon.stop or is_solid) and not is_joint:
            break
        first -= 1
    while first < len(words) and (words[first][1] in LEADING or words[first][0] in ("与", "和")):
        first += 1
    return first


def _is_specific(words: list[Word], lexicon: OrganisationLexicon) -> bool:
    """A proper name, or a word that no dictionary has, is in it."""
    if words[-1].text in lexicon.kinds:
        return False
    if any(tag in PROPER for _, tag, _, _ in words):
        return True
    if all(word in lexicon.generic for word, *_ in words):
        return False
    return any(
        word not in lexicon.generic and not rjieba.has_word(word) for word, *_ in words
    ) or words[0][0] in ("中国", "国家", "全国", "中央", "中华")


def _listed(text: str, hit: Hit, lexicon: OrganisationLexicon) -> Iterator[Hit]:
    """市发改委、财政局: what follows belongs to the same place."""
    if hit.place is None or hit.rule not in ("place-and-ending", "place-and-body"):
        return
    end = hit.end
    while match := lexicon.listed.match(text, end):
        if not _is_clean(match[1], lexicon):
            return
        head = match.start(1) + (match[1][0] in "省市县区州旗")
        yield Hit(match.start(1), match.end(1), "listed", 0.88, hit.place, head)
        end = match.end(1)
