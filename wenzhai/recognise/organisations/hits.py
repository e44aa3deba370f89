"""Passage -> where names of bodies stand, by four rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wenzhai.gazetteer import load_gazetteer
from wenzhai.model import Link, Mention
from wenzhai.recognise.organisations.lexicon import OrganisationLexicon
from wenzhai.recognise.organisations.own import PUNCTUATION, is_clean, own_start

REACH = 16  # code points from a place to the ending: 市场监督管理综合行政执法局 has 13


WORDS_OF_PLACE = frozenset("省市县区州盟旗镇乡")
STUDIOS = ("工作室", "调解室")
DEPARTMENTS = ("place-and-ending", "word-of-place", "place-and-body", "name-and-ending")
NO_OFFICE = ("医院", "卫生院", "支部", "中学", "小学")
"""Their wards and grades are no bodies."""
CHAIN_MAX = 6  # code points of 国家电网 and its like
TEAM_PLACES = (4, 3, 2)  # code points of a place in a team's name
SESSION = 22  # code points of 中国人民政治协商会议第十四届
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
    """An administrative place and a part of it, or itself: 吴堡县|吴堡中学."""
    is_around = not inner or outer == inner or outer in load_gazetteer().parents(inner)
    return outer.isdigit() and is_around


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
        *_teams(text, lexicon),
    ]
    found.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in found:
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    kept = [_whole(hit, text, lexicon) for hit in kept]
    return [more for hit in kept for more in (hit, *_listed(text, hit, lexicon))]


def _whole(hit: Hit, text: str, lexicon: OrganisationLexicon) -> Hit:
    """国网|某县供电公司, 市住建局|物业科 in front of its head."""
    chain = lexicon.chains.search(text, max(0, hit.start - CHAIN_MAX), hit.start)
    start = chain.start() if chain and hit.rule in DEPARTMENTS else hit.start
    part = lexicon.office.match(text, hit.end)
    is_part = part is not None and hit.rule in DEPARTMENTS and is_clean(part[0][:-1], lexicon)
    is_part = is_part and not text[hit.start : hit.end].endswith(NO_OFFICE)
    return hit._replace(start=start, end=part.end() if part and is_part else hit.end)


def _fixed(text: str, lexicon: OrganisationLexicon) -> Iterator[Hit]:
    for match in lexicon.fixed.finditer(text):
        yield Hit(*match.span(), "fixed-name", 0.98, None, match.start())
    for match in lexicon.membership.finditer(text):
        yield Hit(*match.span(), "membership", 0.9, None, match.start())


def _powers(text: str, ends: Ends, lexicon: OrganisationLexicon) -> Iterator[Hit]:
    for end, link in ends.regions.items():
        match = lexicon.powers.match(text, end)
        if match and match[0].startswith("政协") and lexicon.no_cppcc.search(text, 0, end):
            continue
        if match:
            part = match["tail"]
            is_whole = part is None or is_clean(part.removesuffix("办"), lexicon)
            stop = match.end() if is_whole else match.start("tail")
            yield Hit(ends.chain(end), stop, "place-and-body", 0.97, link, end)


def _parties(text: str, ends: Ends, lexicon: OrganisationLexicon) -> Iterator[Hit]:
    for end, link in ends.regions.items():
        start = ends.chain(end)
        before = lexicon.party.search(text, max(0, start - 5), start) or lexicon.session.search(
            text, max(0, start - SESSION), start
        )
        tail = lexicon.party_tail.match(text, end) if before else None
        if before and tail:
            yield Hit(before.start(), tail.end(), "party-and-place", 0.95, link, before.start())
    for match in lexicon.party_word.finditer(text):
        tail = lexicon.party_tail.match(text, match.end())
        if tail and match.end() not in ends.regions:
            yield Hit(match.start(), tail.end(), "party-word", 0.85, None, match.end())


def _teams(text: str, lexicon: OrganisationLexicon) -> Iterator[Hit]:
    """吉林队: a place in the form of a team's name, which is no mention of the place."""
    forms = load_gazetteer().forms
    for match in lexicon.team.finditer(text):
        for length in TEAM_PLACES:
            start = match.start() - length
            known = forms.get(text[start : match.start()]) if start >= 0 else None
            if known is not None and known.kind in ("full", "short"):
                yield Hit(start, match.end(), "team", 0.8, None, start)
                break


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
        if placed is not None and any(placed < x.end <= at for x in persons):
            placed = None
        if placed is not None and not _is_kind(text[placed:at], match[0], lexicon):
            place = ends.regions[placed]
            end = _with_unit(text, end, lexicon)
            yield Hit(ends.chain(placed), end, "place-and-ending", 0.92, place, placed)
        elif placed is None and (word := _word_of_place(text, match, lexicon)) is not None:
            end = _with_unit(text, end, lexicon)
            rule = "bare-word" if at == word + 1 and match[0] in lexicon.bare else "word-of-place"
            yield Hit(word, end, rule, 0.8, None, word + 1)
        elif match[0] in lexicon.owns:
            start = own_start(text, at, persons, lexicon)
            if start is not None:
                chain = ends.chain(start)
                end = _with_unit(text, end, lexicon)
                yield Hit(chain, end, "name-and-ending", 0.85, ends.regions.get(start), start)


def _person_before(
    text: str, at: int, ending: str, persons: Sequence[Mention], lexicon: OrganisationLexicon
) -> int | None:
    """田永伍|委员工作室."""
    if ending not in STUDIOS:
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
            return low if is_clean(text[low:at], lexicon) else None
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
        is_bare = not between and ending[0] in lexicon.bare - lexicon.definite
        return None if is_bare or not is_clean(between, lexicon) else low
    return None


def _with_unit(text: str, end: int, lexicon: OrganisationLexicon) -> int:
    """生态环境局|崇信分局, 公安局|交警支队."""
    if text[end - 1] == "院" and (ward := lexicon.ward.match(text, end)):
        return ward.end() if is_clean(ward[0][:-1], lexicon) else end
    match = lexicon.under.match(text, end)
    if match is None or any(c in PUNCTUATION for c in match[0]):
        return end
    return match.end() if is_clean(match[0], lexicon) else end


def _listed(text: str, hit: Hit, lexicon: OrganisationLexicon) -> Iterator[Hit]:
    """市发改委、财政局: what follows belongs to the same place."""
    if hit.place is None or hit.rule not in ("place-and-ending", "place-and-body"):
        return
    end = hit.end
    while match := lexicon.listed.match(text, end):
        if not is_clean(match[1], lexicon):
            return
        head = match.start(1) + (match[1][0] in "省市县区州旗")
        yield Hit(match.start(1), match.end(1), "listed", 0.88, hit.place, head)
        end = match.end(1)
