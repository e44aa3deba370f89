"""Surnames that may call somebody -> those that do, by all their signs together.

解大娘, 于阿姨, 老周, 厉嫂: a surname beside a title, a word of kin, or behind 老 and 小. What the rules
(`called`) take for one is a sign among others. The weights are log-odds, fitted on labelled pages by
`bench/fit_surnames.py` (`data/persons/surname_signs.tsv`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from wenzhai.recognise.persons.addressed import KIN_AFTER
from wenzhai.recognise.persons.around import PLACE_TAIL
from wenzhai.recognise.persons.candidate import ACCEPT, PRIOR, SLOPE, Candidate
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.surnames import one_of
from wenzhai.recognise.persons.tokens import Tokens, frequency, is_listed
from wenzhai.weights import load_weights

SIGNS = "surname_signs.tsv"
PREFIXES = frozenset("老小")
BESIDE = KIN_AFTER
TITLE_MIN = 2  # code points
COMMON_CALL = 300  # occurrences in the segmenter's dictionary: 小康 has 736, 老王 190, 老周 57
EDGE = "^"
TIMES_MAX = 3
RULES = {"title": "surname-and-title", "kin": "surname-and-title", "prefix": "surname-with-prefix"}


def surnamed(
    text: str,
    tokens: Tokens,
    known: frozenset[str],
    by_rules: Mapping[tuple[int, int], float],
    lexicon: PersonLexicon,
) -> list[Candidate]:
    """Those that are likely; `by_rules` has the evidence of what the rules see, by span."""
    table = load_weights(f"persons/{SIGNS}")
    found: list[Candidate] = []
    for span, kind, signs in read_signs(text, tokens, known, by_rules, lexicon):
        odds = table["always"] + sum(table.get(name, 0.0) * x for name, x in signs.items())
        if odds >= PRIOR:
            score = ACCEPT + (odds - PRIOR) / SLOPE
            found.append(Candidate(*span, text[slice(*span)], "surname", RULES[kind], score))
    return found


@lru_cache(maxsize=1)
def _pattern(lexicon: PersonLexicon) -> re.Pattern[str]:
    """What may begin a surname, and whether it may stand beside something; the cheap test first."""
    firsts = lexicon.surnames | {surname[0] for surname in lexicon.compound}
    nexts = lexicon.title_starts | BESIDE | {surname[1] for surname in lexicon.compound}
    return re.compile(f"{one_of(firsts)}(?:(?={one_of(nexts)})|(?<={one_of(PREFIXES)}.))")


def places(text: str, lexicon: PersonLexicon) -> Iterator[tuple[int, int, str]]:
    """Spans of surnames, each with what it stands beside."""
    for match in _pattern(lexicon).finditer(text):
        at = match.start()
        is_compound = text[at : at + 2] in lexicon.compound
        if not is_compound and text[at] not in lexicon.surnames:
            continue
        end = at + 2 if is_compound else at + 1
        if lexicon.trailing.after(text, end) >= TITLE_MIN:
            yield at, end, "title"
        elif at and text[at - 1] in PREFIXES:
            yield at, end, "prefix"
        elif text[end : end + 1] in BESIDE and text[end : end + 1]:
            yield at, end, "kin"


def read_signs(
    text: str,
    tokens: Tokens,
    known: frozenset[str],
    by_rules: Mapping[tuple[int, int], float],
    lexicon: PersonLexicon,
) -> Iterator[tuple[tuple[int, int], str, dict[str, float]]]:
    """Span, what it stands beside, and its signs with their measures; in the order of the text."""
    for start, end, kind in places(text, lexicon):
        surname = text[start:end]
        low = start - 1 if kind == "prefix" else start
        size = lexicon.trailing.after(text, end) if kind == "title" else int(kind == "kin")
        high = end + size
        called = text[low:high]
        if called in lexicon.ordinary:
            continue  # 康师傅, the brand
        is_unknown = surname not in known and (start, end) not in by_rules
        if is_unknown and is_listed(called) and frequency(called) >= COMMON_CALL:
            continue
        if kind != "prefix" and start not in tokens.at and PLACE_TAIL.match(text, start):
            continue  # 翟庄|老支书
        told = by_rules.get((start, end))
        signs = {
            kind: 1.0,
            f"{kind} rules {told is not None and told >= ACCEPT}": 1.0,
            f"{kind} known {surname in known}": 1.0,
            f"surname {surname}": 1.0,
            f"beside {text[end:high] or text[low]}": 1.0,
            f"{kind} common {surname in lexicon.common}": 1.0,
            "ambiguous": float(surname in lexicon.ambiguous),
            "never-alone": float(surname in lexicon.never_alone),
            "never-untitled": float(surname in lexicon.never_untitled),
            f"polite {text[end:high] in lexicon.courtesy}": 1.0,
            f"{kind} times": min(TIMES_MAX, text.count(called) - 1) / 2,
            f"{kind} listed": _common(called),
            "listed-before": _common(text[low - 1 : start + 1] if low else ""),
            "listed-behind": _common(text[high - 1 : high + 1]),
            "listed-beside": _common(text[start : end + 1]),
            **_around(text, low, high, tokens, lexicon, kind),
            **_cut(start, end, high, tokens, kind),
        }
        yield (start, end), kind, {name: value for name, value in signs.items() if value}


def _common(word: str) -> float:
    """How common a word of the segmenter's dictionary is: a logarithm."""
    return math.log1p(frequency(word)) / 8 if len(word) > 1 and is_listed(word) else 0.0


def _around(
    text: str, low: int, high: int, tokens: Tokens, lexicon: PersonLexicon, kind: str
) -> dict[str, float]:
    before = text[low - 1] if low else EDGE
    word = tokens.covering(low - 1) if low else -1
    tag = tokens.tags[word] if word >= 0 else EDGE
    number = tokens.at.get(high)
    follows = tokens.tags[number] if number is not None and number < len(tokens.tags) else EDGE
    title = lexicon.head.before(text, low)
    return {
        f"{kind} before {before if before.isalpha() else EDGE}": 1.0,
        f"{kind} class-before {tag}": 1.0,
        f"{kind} led {title >= TITLE_MIN}": 1.0,
        f"behind {text[high : high + 1]}": 1.0,
        f"{kind} class-behind {follows}": 1.0,
        f"{kind} between {tag} {follows}": 1.0,
        f"{kind} speaks": float(lexicon.speech.after(text, high) > 0),
        f"{kind} acts": float(lexicon.acts.after(text, high) > 0),
    }


def _cut(start: int, end: int, high: int, tokens: Tokens, kind: str) -> dict[str, float]:
    """What the segmenter makes of it."""
    number = tokens.covering(start)
    word, tag = tokens.words[number], tokens.tags[number]
    return {
        f"{kind} cut {start in tokens.at} {end in tokens.at} {high in tokens.at}": 1.0,
        f"{kind} class {tag} {min(3, len(word))}": 1.0,
        f"{kind} held {is_listed(word)} {len(word) > end - start}": 1.0,
    }
