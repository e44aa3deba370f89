"""Candidates for names -> the same, weighed anew by all their signs together.

The grammars judge each by the evidence that their authors thought of; which signs go together (a
common word behind a long title, a beaten length beside a better one) was fitted on the labelled
pages by `bench/fit_persons.py`: `data/persons/signs.tsv`, log-odds of a name.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wenzhai.recognise.persons.candidate import ACCEPT, LEAST, PRIOR, SLOPE, Candidate
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.tokens import Tokens, frequency, is_listed, is_word
from wenzhai.weights import load_weights

SIGNS = "signs.tsv"
SCORES = (-1.0, 10.0)  # evidence between which more of it says more
STEP = 2  # of evidence, that are one sign
NEAR = 6  # candidates before and behind that may overlap one
EDGE = "^$"  # stand for what is before and behind a text
COUNT_MAX = 3


def weighed(
    candidates: Sequence[Candidate], text: str, tokens: Tokens, lexicon: PersonLexicon
) -> list[Candidate]:
    """Those that are still worth a thought, each with the evidence of all its signs.

    What a byline names is left as it is.
    """
    table = load_weights(f"persons/{SIGNS}")
    always = table["always"]
    found: list[Candidate] = []
    for candidate, signs in read_signs(candidates, text, tokens, lexicon):
        if candidate.part is not None:
            found.append(candidate)
            continue
        odds = always + sum(table.get(name, 0.0) * value for name, value in signs.items())
        score = ACCEPT + (odds - PRIOR) / SLOPE
        if score >= LEAST:
            found.append(replace(candidate, score=score))
    return found


def read_signs(
    candidates: Sequence[Candidate], text: str, tokens: Tokens, lexicon: PersonLexicon
) -> Iterator[tuple[Candidate, dict[str, float]]]:
    """The signs of each candidate by name, with their measures; in the order of the text."""
    row = sorted((c for c in candidates if c.score >= LEAST), key=lambda c: (c.start, c.end))
    for at, candidate in enumerate(row):
        if candidate.part is not None:
            yield candidate, {}
            continue
        near = [*row[max(0, at - NEAR) : at], *row[at + 1 : at + 1 + NEAR]]
        signs = _own(candidate, text, tokens, lexicon)
        signs |= _around(candidate, text, tokens, lexicon)
        signs |= _among(candidate, near)
        yield candidate, {name: value for name, value in signs.items() if value}


def _evidence(score: float) -> float:
    low, high = SCORES
    return max(low, min(high, score)) / 3


def _common(word: str) -> float:
    """How common a word of the segmenter's dictionary is: a logarithm."""
    return math.log1p(frequency(word)) / 8 if is_listed(word) else 0.0


def _own(c: Candidate, text: str, tokens: Tokens, lexicon: PersonLexicon) -> dict[str, float]:
    """What the name itself shows, and the words that it is cut into."""
    name = c.name if len(c.name) == c.end - c.start else text[c.start : c.end]
    first = tokens.covering(c.start)
    inside = [
        k
        for k in range(first, min(first + len(name), len(tokens.words)))
        if tokens.starts[k] < c.end
    ]
    given = name[1:]
    signs = {
        "evidence": _evidence(c.score),
        f"rule {c.rule}": 1.0,
        f"evidence of {c.rule}": _evidence(c.score - ACCEPT),
        f"form {c.form}": 1.0,
        f"characters {min(5, len(name))}": 1.0,
        f"surname {name[0]}": 1.0,
        f"last {name[-1]}": 1.0,
        "begins-a-word": float(c.start in tokens.at),
        "ends-a-word": float(c.end in tokens.at),
        "cut " + " ".join(tokens.tags[k] for k in inside[:3]): 1.0,
        "sizes " + " ".join(str(min(4, len(tokens.words[k]))) for k in inside[:3]): 1.0,
        "known " + " ".join(_known(k, tokens) for k in inside[:3]): 1.0,
        "listed": float(is_listed(name)),
        "word": float(is_word(name)),
        "common": _common(name),
        "ordinary": float(name in lexicon.ordinary),
        "common-surname": float(name[0] in lexicon.common),
        "ambiguous-surname": float(name[0] in lexicon.ambiguous),
        "noun-ending": float(name[-1] in lexicon.endings),
        "typical": sum(character in lexicon.typical for character in given) / max(1, len(given)),
        "place": float(name in lexicon.places),
        "place-before": float(name[:2] in lexicon.places),
    }
    for character in given:
        signs[f"given {character}"] = 1.0
    if len(given) > 1:
        signs["given-word"], signs["given-common"] = float(is_word(given)), _common(given)
        signs["two-word"], signs["two-common"] = float(is_word(name[:2])), _common(name[:2])
    return signs


def _known(number: int, tokens: Tokens) -> str:
    """The class of a word, marked where the segmenter only guessed it."""
    mark = "" if is_listed(tokens.words[number]) else "?"
    return f"{tokens.tags[number]}{mark}"


def _around(c: Candidate, text: str, tokens: Tokens, lexicon: PersonLexicon) -> dict[str, float]:
    """What stands before and behind."""
    before, behind = tokens.covering(c.start) - 1, tokens.at.get(c.end)
    word, tag = (tokens.words[before], tokens.tags[before]) if before >= 0 else (EDGE[0], EDGE[0])
    if behind is None:
        following = follows = "cut"
    elif behind < len(tokens.words):
        following, follows = tokens.words[behind], tokens.tags[behind]
    else:
        following = follows = EDGE[1]
    last = text[c.end - 1 : c.end + 1] if c.end < len(text) else ""
    title = lexicon.head.before(text, c.start)
    return {
        f"before {word}": 1.0,
        f"behind {following}": 1.0,
        f"class-before {tag}": 1.0,
        f"class-behind {follows}": 1.0,
        f"between {tag} {follows}": 1.0,
        f"{c.rule} before {follows}": 1.0,
        f"character-before {text[c.start - 1] if c.start else EDGE[0]}": 1.0,
        f"character-behind {text[c.end] if c.end < len(text) else EDGE[1]}": 1.0,
        "title": min(6, title) / 3,
        "no-title": float(title == 0),
        "speaks": float(lexicon.speech.after(text, c.end) > 0),
        "acts": min(3, lexicon.acts.after(text, c.end)) / 2,
        "titled-behind": min(3, lexicon.trailing.after(text, c.end)) / 2,
        "runs-on": float(is_word(last)) if last else 0.0,
        "runs-on-common": _common(last) if last else 0.0,
        "runs-in": float(c.start > 0 and is_word(text[c.start - 1 : c.start + 1])),
        "again": min(COUNT_MAX, text.count(text[c.start : c.end]) - 1) / 2,
    }


def _among(c: Candidate, near: Sequence[Candidate]) -> dict[str, float]:
    """What the other candidates beside it and over it say."""
    over = [o.score for o in near if o.start < c.end and c.start < o.end]
    beside = [o.score for o in near if 0 <= o.start - c.end <= 1 or 0 <= c.start - o.end <= 1]
    standing = "alone" if not over else "beaten" if max(over) > c.score else "best"
    step = int(max(SCORES[0], min(SCORES[1], round(c.score)))) // STEP
    signs = {
        "alone": float(not over),
        f"evidence of {c.rule} {step}": 1.0,
        f"evidence {standing} {step}": 1.0,
        f"{c.rule} {standing}": 1.0,
    }
    if over:
        best = max(over)
        signs["others-better"] = _evidence(best) - _evidence(c.score)
        signs["beaten"] = float(best > c.score)
    if beside:
        signs["beside"] = 1.0
        signs["evidence-beside"] = _evidence(max(beside))
    return signs
