"""Words that stand for a place without naming it: 我省, 全市, 该县, 省内, the 省 of 省政协."""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.lexicon import Lexicon
from wenzhai.recognise.regions.reading import Reading

LEVEL = r"自治区|自治州|自治县|街道|社区|[省市州盟县区旗镇乡村]"
NO_WORD_AFTER = r"(?!场|域|块|间|镇(?![党政人])|庄)"
POINTED = re.compile(rf"(?:我|全|该|本|此)(?:{LEVEL}){NO_WORD_AFTER}")
INSIDE = re.compile(r"[省市县州](?<![两各外多几跨三四五].)(?:内(?!容|在|部|外)|境内)")
UNNAMED = re.compile(r"自治(?<![各\u65cf]..)[区州](?!域)")
"""自治区青少年科技创新大赛: the region's own word, without its name."""
LEVELS_LISTED = re.compile(
    r"(?<![各两三多全几一-鿿])省、市(?:、[县州区])?(?![、]?[乡镇村])|(?<=[由抓抢了得经向到])省、市(?:、[县州区])?(?![、]?[乡镇村])"
)
BARE = re.compile(r"[省市州盟县区旗镇乡](?<![两各多几三四五六七八九十].)")
NOT_BARE = re.compile(
    r"市(?:中[心区]|[南北辖]区|县|州|场|民(?!政|宗|族|革|盟|建|进|委)|区|值|井|容|级|域|长|花)|县(?:域|城|级|长|乡|市(?!场)|区)|省(?:会|级|份|长|道|市|际|钱|略|察|悟|心|力|时|得|去)"
    r"|区(?:域|间|块|别|分|位|级|长|县|划)|州(?:府|长|市|际|县)|镇(?:江|静|定|村|级|长|区|痛|压|守|上|里|街)|乡(?:镇|村|情|亲|愁|土|音|贤|级|长|间|下|里)"
    r"|旗(?:帜|袍|下|舰|杆|号|县)|盟(?:友|主|约|军|国|誓)"
)


LEVEL_PAIRS = frozenset(level + "、" for level in "省市州县区旗镇乡")
"""兄弟市、州政协 are those of others."""


def _is_guessed(reading: Reading, position: int) -> bool:
    """The word that reaches over the position is none of the dictionary's: 报区."""
    return not rjieba.has_word(reading.words[reading.word_over(position)][0])


def deictic_hits(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Each with the word of place alone."""
    text = reading.text
    for rule, pattern, confidence in WHOLE:
        for found in pattern.finditer(text):
            if found.group()[0] in "我自" or reading.at_word(found.start()):
                yield Hit(*found.span(), "deictic", (), rule, confidence)
    for found in LEVELS_LISTED.finditer(text) if "省、市" in text else ():
        for at in range(found.start(), found.end(), 2):
            yield Hit(at, at + 1, "deictic", (), "levels-listed", 0.8)
    for found in BARE.finditer(text):
        if _is_bare(reading, found.start()) and lexicon.bodies.match(text, found.end()):
            yield Hit(*found.span(), "deictic", (), "public-body", 0.9)


def _is_bare(reading: Reading, start: int) -> bool:
    """A word of level that begins a name, and no other word."""
    if NOT_BARE.match(reading.text, start):
        return False
    if reading.text[max(0, start - 2) : start] in LEVEL_PAIRS:
        return False
    return reading.at_word(start) or (start > 0 and _is_guessed(reading, start))


WHOLE = (("pointed", POINTED, 0.95), ("unnamed", UNNAMED, 0.85), ("inside", INSIDE, 0.9))
"""Rule, words that stand for a place as a whole, confidence."""
