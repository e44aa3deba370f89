"""The characters of a possible name, and what the segmenter made of them -> evidence."""

from __future__ import annotations

import re

from wenzhai.recognise.persons import weights
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, frequency, is_listed, is_word

PREFIXES = frozenset("阿老小")
"""Begin what people are called, and seldom are a surname."""
WATERS = frozenset("河湖旗溪港")
"""End names of places more often than names, unless a title stands before."""
KIN = frozenset("姐哥叔婶伯嫂姨姑舅爷奶娘老")
"""Characters that call a person by the surname before them: 刘婶, 王哥."""
# 杨老三, 马阿三
SIBLING = re.compile(r"[老阿][大二三四五六七八九幺满]")
FUNCTION_TAGS = frozenset({"p", "c", "d", "u", "uj", "ul"})


def characters(surname: str, given: str, is_titled: bool, lexicon: PersonLexicon) -> float:
    """What the characters say by themselves."""
    score = _surname_score(surname, is_titled, len(given), lexicon)
    for character, known in zip(given, lexicon.given_scores[len(given)], strict=True):
        score += known.get(character, lexicon.unknown_given / len(given) + weights.PLAIN_GIVEN)
    if is_titled and len(surname) == 2:
        score += weights.COMPOUND_AFTER_TITLE
    if SIBLING.fullmatch(given):
        return score + weights.LIKELY_THROUGHOUT
    if len(given) == 2 and surname in lexicon.common and lexicon.typical.issuperset(given):
        score += weights.LIKELY_THROUGHOUT
    if given in lexicon.head.words or given in lexicon.trailing.words:
        is_polite = given in lexicon.courtesy
        score += weights.COURTESY_AS_GIVEN if is_polite else weights.TITLE_AS_GIVEN
    return score + _of_nouns(surname, given, is_titled, lexicon)


def _of_nouns(surname: str, given: str, is_titled: bool, lexicon: PersonLexicon) -> float:
    """Evidence against what ends like a noun, a place, or what kin are called."""
    score = 0.0
    last = given[-1]
    if last in lexicon.endings and last not in lexicon.typical:
        score += weights.NOUN_ENDING
    if given[0] in KIN - lexicon.typical and given[1:] in ("", "家"):
        score += weights.COURTESY_AS_GIVEN  # 邻居冯婶家
    if last in lexicon.place_endings or given == "家":
        score += weights.PLACE_ENDING
    if not is_titled and len(given) == 2 and last in WATERS:
        score += weights.WATER_ENDING
    if last == "人" and len(given) == 2 and surname + given[0] in lexicon.divisions:
        score += weights.PLACE_ENDING  # 山东|荣成人
    return score


def segmentation(
    text: str,
    start: int,
    size: tuple[int, int],
    number: int,
    is_titled: bool,
    tokens: Tokens,
    lexicon: PersonLexicon,
) -> float:
    """What the words of the segmenter say; `number` is the word over the start."""
    end = start + size[0] + size[1]
    if text[start:end] in lexicon.places:
        return weights.PLACE_NAME_AFTER_TITLE if is_titled else weights.PLACE_NAME
    surname, given = text[start : start + size[0]], text[start + size[0] : end]
    begins = tokens.starts[number] == start
    word, tag, word_end = tokens.words[number], tokens.tags[number], tokens.starts[number + 1]
    is_guess = begins and len(word) > 1 and not is_listed(word)
    is_name = is_guess or (begins and tag in NAME_TAGS)
    is_typical = (
        is_guess
        and len(given) > 1
        and surname not in PREFIXES
        and lexicon.typical.issuperset(given)
    )
    is_sure = is_titled or (is_typical and word_end == end)  # 呼秀珍
    score = _slogan_score(surname, is_sure, is_name and word_end == end, lexicon)
    if not is_titled and len(given) > 1 and surname not in lexicon.common:
        score += weights.PLACE_BEGINNING if text[start : start + 2] in lexicon.places else 0.0
    if not begins:
        return score
    if word_end == end:
        return score + _exact_score(given, number, is_guess, is_titled, tokens, lexicon)
    if word_end > end:
        longer = _longer_score(text[end:word_end], lexicon) if is_name else weights.ORDINARY_LONGER
        return score + longer
    if len(word) > len(surname) and not is_name:
        is_left_alone = end == word_end + 1 and end in tokens.at and given[-1] in lexicon.typical
        score += weights.LEFT_ALONE if is_left_alone else 0.0
        return score + _word_score(word, tag, weights.RARE_BEGINNING)
    score += _as_clause(surname, given, number, tokens, lexicon)
    if len(word) == 1 and tag in FUNCTION_TAGS:
        is_likely = is_titled and len(given) == 2 and lexicon.typical.issuperset(given)
        is_likely = is_likely and not is_word(given)  # 曾|三次, 由|清远
        score += weights.FUNCTION_WORD / 2 if is_likely else weights.FUNCTION_WORD
    if is_guess and word_end == end - 1 and _takes_last(number, tokens, lexicon):
        score += weights.SEGMENTER_TAKES_LAST
    return score + (_cut_so_score(given) if end in tokens.at else 0.0)


def _as_clause(
    surname: str, given: str, number: int, tokens: Tokens, lexicon: PersonLexicon
) -> float:
    """Evidence against a name that reads as a clause: 磨工班|搬到园区, 中医|要|进城."""
    word, tag = tokens.words[number], tokens.tags[number]
    score = 0.0
    is_verb_next = number + 1 < len(tokens.words) and tokens.tags[number + 1] == "v"
    if tag == "n" and len(given) == 1 and is_verb_next and given not in lexicon.typical:
        score += weights.NOUN_AND_VERB
    if tag == "v" and word == surname and word in lexicon.never_untitled:
        score += weights.VERB_AS_SURNAME if len(given) == 1 or is_word(given) else 0.0
    return score


def _slogan_score(surname: str, is_titled: bool, is_exact: bool, lexicon: PersonLexicon) -> float:
    """Some surnames are nearly always words (和, 于), or begin slogans (强省会)."""
    is_word_here = surname in lexicon.never_alone and not is_exact
    is_slogan = surname in lexicon.never_untitled and not is_titled
    return weights.NEVER_ALONE if is_word_here or is_slogan else 0.0


def _takes_last(number: int, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """The next word is the name's last character and a verb: 喻理|飞赴."""
    following = tokens.words[number + 1] if number + 1 < len(tokens.words) else ""
    rest = following[1:]
    return following[:1] in lexicon.typical and (
        rest in lexicon.acts.words or rest in lexicon.speech.words
    )


def _cut_so_score(given: str) -> float:
    """The segmenter parts surname and given name, and both from the rest."""
    is_ordinary = len(given) == 2 and is_word(given) and frequency(given) >= weights.RARE
    return weights.SEGMENTER_CUTS_SO + (weights.ORDINARY_GIVEN if is_ordinary else 0.0)


def _exact_score(
    given: str,
    number: int,
    is_guess: bool,
    is_titled: bool,
    tokens: Tokens,
    lexicon: PersonLexicon,
) -> float:
    """The name is exactly one word of the segmenter."""
    word, tag = tokens.words[number], tokens.tags[number]
    if is_guess:
        return _guess_score(given, number, is_titled, tokens, lexicon)
    if tag not in NAME_TAGS:
        rare = weights.RARE_WORD if len(word) < 3 else weights.ORDINARY_WORD  # 文化宫
        return _word_score(word, tag, rare)
    if is_titled:
        return weights.SEGMENTER_KNOWS_TITLED_NAME
    return weights.SEGMENTER_KNOWS_NAME if len(word) > 2 else weights.SEGMENTER_KNOWS_SHORT_NAME


def _longer_score(rest: str, lexicon: PersonLexicon) -> float:
    """The segmenter's name goes on: 向洋|到."""
    runs_on = len(rest) in (lexicon.acts.after(rest, 0), lexicon.speech.after(rest, 0))
    return weights.SEGMENTER_RUNS_ON if runs_on else weights.SEGMENTER_SAYS_LONGER


def _guess_score(
    given: str, number: int, is_titled: bool, tokens: Tokens, lexicon: PersonLexicon
) -> float:
    """A word outside the dictionary is nearly always a name, if what follows is no guess too."""
    if any(character in lexicon.function for character in given):
        is_whole = is_titled and len(given) == 2
        return weights.SEGMENTER_GUESSES_TITLED_NAME if is_whole else 0.0
    word = tokens.words[number]
    if len(given) == 2 and not is_titled and is_word(word[:2]):
        seen = frequency(word[:2])
        if seen > weights.RARE:
            beginning = (
                weights.COMMON_BEGINNING if seen > weights.COMMON else weights.WORD_BEGINNING
            )
            return weights.SEGMENTER_GUESSES_NAME + beginning
    following = tokens.words[number + 1] if number + 1 < len(tokens.words) else ""
    if len(given) == 1 and len(following) > 1 and following.isalpha() and not is_listed(following):
        return weights.SEGMENTER_GUESSES_TWICE
    if len(given) == 1 and len(word) == 2 and not is_titled:
        return weights.SEGMENTER_GUESSES_SHORT_NAME
    return weights.SEGMENTER_GUESSES_NAME


def _word_score(word: str, tag: str, rare: float) -> float:
    """Evidence of a dictionary's word against a name; a rare noun speaks less loudly."""
    if tag[0] in "dpcu":
        return weights.FUNCTION_WORD
    return rare if tag[0] in "naizgt" and frequency(word) < weights.RARE else weights.ORDINARY_WORD


def _surname_score(surname: str, is_titled: bool, given: int, lexicon: PersonLexicon) -> float:
    score = weights.LONG_GIVEN if given > 1 else 0.0
    if surname in lexicon.common or len(surname) > 1:
        score += weights.COMMON_SURNAME
    elif not is_titled:
        score += weights.RARE_SURNAME
    if surname not in lexicon.ambiguous:
        return score
    if is_titled:
        return score + weights.AMBIGUOUS_AFTER_TITLE
    return score + (weights.AMBIGUOUS_OF_THREE if given > 1 else weights.AMBIGUOUS_SURNAME)
