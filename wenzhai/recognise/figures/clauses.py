"""A figure beside which nothing is counted -> what the clauses in front of it tell of."""

from __future__ import annotations

import re

from wenzhai.recognise.figures.runs import HEADS, NOUNS
from wenzhai.recognise.figures.what import (
    CLOSING,
    STOPS,
    VERBS,
    Around,
    Span,
    last_term,
    term_of,
    words_in,
)

TOPIC_MOST = 24  # code points of the clause before
SUBJECT_MOST = 40  # code points of a sentence in front of a number
CLAUSE = re.compile(r"[^，,]+")
AMONG = "中里"
TERM = NOUNS | frozenset(["uj", "x"])


def topic(start: int, around: Around) -> Span | None:
    """What the clause before ends with: 小麦，|一亩只收三百斤."""
    text = around.text
    comma = max(text.rfind("，", around.low, start), text.rfind(",", around.low, start))
    if comma <= 0:
        return None
    low = max(around.low, comma - TOPIC_MOST)
    stop = max(
        (i for i in range(low, comma) if text[i] in STOPS or text[i] in "，,"), default=low - 1
    )
    comma -= text[comma - 1] in AMONG  # 名单上的企业中，|有37家
    words = words_in(text[stop + 1 : comma], around.lexicon)
    if not words or (words[-1].tag not in HEADS and words[-1].text not in CLOSING):
        return None
    found = last_term(text[stop + 1 : comma], stop + 1, around)
    return None if found is None or around.is_name(found) else found


def subject(start: int, around: Around) -> Span | None:
    """What the sentence is about: 养护费|按里程分担，每年约38万元; the nearest clause first."""
    text = around.text
    low = max(start - SUBJECT_MOST, 0)
    low = max((i + 1 for i in range(low, start) if text[i] in STOPS), default=low)
    for clause in reversed(list(CLAUSE.finditer(text, low, start))):
        words = words_in(clause[0], around.lexicon)
        last = next((i for i, word in enumerate(words) if word.tag not in TERM), len(words))
        is_told = any(word.tag in VERBS for word in words[last:])
        if not is_told or not last or words[last - 1].tag not in HEADS:
            continue
        found = term_of(words[:last], clause.start(), around.lexicon)
        return found if found and not around.is_name(found) else None
    return None
