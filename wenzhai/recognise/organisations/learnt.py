"""Where the rules see names of bodies -> where all that is shown says that they stand.

A conditional random field over the characters of a clause says where names begin and end; what the
rules (`hits`) take for one is a trait among others (`traits`). It was fitted on labelled articles and
sentences by `bench/fit_organisations.py` (`data/organisations.crf`). Of which place a body is, stays
with the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pycrfsuite

from wenzhai.crf import load_tagger
from wenzhai.model import Link, Mention
from wenzhai.recognise.organisations.hits import EVERY, WORDS_OF_PLACE, Ends, Hit
from wenzhai.recognise.organisations.lexicon import OrganisationLexicon
from wenzhai.recognise.organisations.traits import Reading, Span

BEGINS, INSIDE, ENDS, NONE = "B", "I", "E", "O"
LEARNT = "learnt"
"""Rule of a name in which the rules saw none."""
CONFIDENCE = 0.85
PARTY_MAX = 10  # code points of 中国人民政治协商会议
AUTONOMOUS = ("自治区", "自治州", "自治县", "自治旗")


def model() -> pycrfsuite.Tagger:
    """Tags one clause after the other."""
    return load_tagger("organisations.crf")


def reading(
    text: str, hits: Sequence[Hit], regions: Sequence[Link], persons: Sequence[Mention]
) -> Reading:
    """The passage with what the rules, places and people are in it."""
    return Reading(
        text,
        [(hit.start, hit.end, hit.rule) for hit in hits],
        [
            (m.start, m.end, "d" if m.form == "deictic" else "")
            for m in (link.mention for link in regions)
        ],
        [(person.start, person.end) for person in persons],
    )


def settled(
    text: str,
    hits: Sequence[Hit],
    regions: Sequence[Link],
    persons: Sequence[Mention],
    lexicon: OrganisationLexicon,
) -> list[Hit]:
    """In the order of the passage; `hits` are those of the rules."""
    read = reading(text, hits, regions, persons)
    ends = Ends({link.mention.end: link for link in regions})
    starts = {link.mention.start: link for link in regions}
    return [
        _hit(span, text, hits, ends, starts, lexicon)
        for low, high in read.clauses
        for span in spans(model().tag(read.traits(low, high)), low)
        if not (text[span[0]] in WORDS_OF_PLACE and text[span[0] - 1 : span[0]] in tuple(EVERY))
    ]


def spans(tags: Iterable[str], low: int) -> Iterator[Span]:
    """Names by their tags; `low` is where the clause begins."""
    start = -1
    for i, tag in enumerate(tags, low):
        if tag == BEGINS:
            start = i
        elif tag == ENDS and start >= 0:
            yield start, i + 1
            start = -1
        elif tag == NONE:
            start = -1


def _hit(
    span: Span,
    text: str,
    hits: Sequence[Hit],
    ends: Ends,
    starts: dict[int, Link],
    lexicon: OrganisationLexicon,
) -> Hit:
    """With its place: that of the rule, where one sees a name that begins alike."""
    start, end = span
    alike = next((hit for hit in hits if hit.start == start and hit.head < end), None)
    if alike is not None:
        is_same = alike.end == end or alike.rule not in ("fixed-name", "membership")
        rule = alike.rule if is_same else LEARNT
        return alike._replace(end=end, rule=rule)
    head, place = start, None
    while (link := starts.get(head)) is not None and link.mention.end < end:
        head, place = link.mention.end, link
        if ends.chain(head) != start:
            break
    if place is not None:
        return Hit(start, end, "place-and-ending", CONFIDENCE, place, head)
    for party in (at for at in starts if start < at <= start + PARTY_MAX and at < end):
        if lexicon.party.search(text, start, party) is not None:
            return Hit(start, end, "party-and-place", CONFIDENCE, starts[party], start)
    own = next((word for word in AUTONOMOUS if text.startswith(word, start)), None)
    if own is not None and start + len(own) < end:
        return Hit(start, end, "word-of-place", CONFIDENCE, None, start + len(own))
    others = lexicon.others.match(text[start : start + 3])
    if text[start] in WORDS_OF_PLACE and others is None:
        return Hit(start, end, "word-of-place", CONFIDENCE, None, start + 1)
    return Hit(start, end, LEARNT, CONFIDENCE, None, start)
