"""Text -> candidates for names with a Han surname.

A name may begin at every surname. The words before it and after it, its own characters
and the segmenter each give evidence for one length of the name or against it; the length
with the most evidence is the candidate.
"""

from __future__ import annotations

import re

from wenzhai.recognise.persons import weights
from wenzhai.recognise.persons.around import (
    HOME,
    Evidence,
    after_name,
    before_inside_word,
    before_name,
)
from wenzhai.recognise.persons.candidate import LEAST, Candidate
from wenzhai.recognise.persons.inside import FUNCTION_TAGS, PREFIXES, characters, segmentation
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.tokens import (
    NAME_TAGS,
    Tokens,
    frequency,
    is_listed,
    is_verb,
    is_word,
)

# 市委书记、市长任双主任的委员会: 任 is a verb here
SERVING = re.compile(r"任双(?:主任|组长|召集人|指挥长|主席|会长|理事长|书记|班长|总指挥|主编)")
GUESSED = 3  # code points
SHORT_OF = 5.0  # evidence; a length with so much less than the best one is none
SHORT_TERM = re.compile(r"\w{1,2}”")
LONG_TITLE = 3  # code points; a title longer than that ends with the character by no accident
GOVERNORS = frozenset("向给把被将")
"""Last of three, these rather govern what follows: 桂阳|向大会."""
JOINERS = frozenset("和与及同")
STRAY_TAGS = frozenset({"h", "k", "g", "ng", "vg", "ag", "tg", "dg"})
GENDERS = frozenset(f"{mark}{gender}" for mark in "，,（( " for gender in "男女")
COMING = frozenset("来到赴在去")
OURS = frozenset("我本该")
# 对康文斌来说, 在姚秀莲看来
FOR_ONE = re.compile(r"来说|来讲|而言|看来")
ADVERBS = frozenset("都正先还又已就直也便却才曾将刚")
LATER_ADVERBS = frozenset("也却还则")


def han_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> list[Candidate]:
    """The best candidate at every place where a name may begin, in the order of the text."""
    found: list[Candidate] = []
    for match in lexicon.starts.finditer(text):
        start = match.start()
        number = tokens.at.get(start)
        if (
            match.group() in lexicon.never_untitled
            and not _may_be_titled(text, start, lexicon)
            and not _is_guessed_name(number, tokens, lexicon)
        ):
            continue
        if (
            match.group() in lexicon.title_ends
            and lexicon.head.before(text, start + 1) > LONG_TITLE
        ):
            continue  # 总会计|师金融
        if number is None:
            if text[start - 1] not in lexicon.may_precede:
                continue
            number = tokens.covering(start)
            before = before_inside_word(text, start, number, tokens, lexicon)
        else:
            before = _before(text, start, number, tokens, lexicon)
        if before is None:
            continue
        found += _sized(text, start, number, before, tokens, lexicon)
    return found


def _is_guessed_name(number: int | None, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """呼秀珍: the segmenter guesses a name of three characters, the last two typical of one."""
    if number is None or tokens.tags[number] not in NAME_TAGS:
        return False
    word = tokens.words[number]
    is_guess = len(word) == GUESSED and not is_listed(word) and word[0] not in PREFIXES
    return is_guess and lexicon.typical.issuperset(word[1:])


def _may_be_titled(text: str, start: int, lexicon: PersonLexicon) -> bool:
    """The character before may end a title."""
    return start > 0 and (text[start - 1] in lexicon.title_ends or text[start - 1].isspace())


def _before(
    text: str, start: int, number: int, tokens: Tokens, lexicon: PersonLexicon
) -> Evidence | None:
    """The evidence before a word; None when the word itself leaves no room for a name."""
    word, tag = tokens.words[number], tokens.tags[number]
    if len(word) == 1:
        if tag in FUNCTION_TAGS and start and text[start - 1] not in lexicon.title_ends:
            return None
        before = before_name(text, start, number, tokens, lexicon)
        is_weak = before.score <= 0 and number + 1 < len(tokens.words)
        if is_weak and _is_idle(tokens, number + 1, lexicon):
            return before if _is_followed(text, start, lexicon) else None
        return before
    if tag in NAME_TAGS or word in lexicon.compound or not is_listed(word):
        return before_name(text, start, number, tokens, lexicon)
    if word in lexicon.ordinary and lexicon.trailing.after(text, start + len(word) + 1) < 2:
        return None
    before = before_name(text, start, number, tokens, lexicon)
    if before.score >= weights.AGENT_BEFORE or frequency(word) < weights.RARE:
        return before
    return before if _is_followed(text, start, lexicon) else None


def _is_idle(tokens: Tokens, number: int, lexicon: PersonLexicon) -> bool:
    """A common word, which is hardly the given name of a surname in mid-clause."""
    following = tokens.words[number]
    if tokens.tags[number] in NAME_TAGS and lexicon.typical.issuperset(following):
        return False  # 薛|红霞
    return len(following) > 1 and is_listed(following) and frequency(following) >= weights.RARE


def joins_called(text: str, start: int, end: int, lexicon: PersonLexicon) -> bool:
    """路医生|和康|护士长: a conjunction and a surname before a title."""
    if end - start != 2 or text[start] not in JOINERS or text[start + 1] not in lexicon.surnames:
        return False
    return lexicon.trailing.after(text, end) >= 2


def _sized(
    text: str, start: int, number: int, before: Evidence, tokens: Tokens, lexicon: PersonLexicon
) -> list[Candidate]:
    """The candidates that begin here, of every length that is nearly as good as the best."""
    found: list[Candidate] = []
    is_titled = before.score >= weights.AGENT_BEFORE
    if SERVING.match(text, start):
        return found
    for size in _sizes(text, start, lexicon):
        end = start + size[0] + size[1]
        name = text[start:end]
        if end > len(text) or not name.isalpha() or name in lexicon.ordinary:
            continue
        if joins_called(text, start, end, lexicon) or name[size[0] :] == "老":
            continue  # 晏|老
        if sum(size) > 2 and name[:2] in lexicon.no_role:
            continue  # 房东|金老太
        after = after_name(text, end, tokens, lexicon)
        if size == (1, 2) and after.rule == "title-after" and _is_thanked(name, lexicon):
            continue
        score = before.score + after.score + last_score(text, end, size[1], tokens, lexicon)
        score += characters(name[: size[0]], name[size[0] :], is_titled, lexicon)
        is_certain = is_titled or before.rule == "called"  # 司机，叫|向大川
        is_certain = is_certain or text[end : end + 2] in GENDERS  # 吴忠，女
        score += segmentation(text, start, size, number, is_certain, tokens, lexicon)
        is_person = is_titled or after.rule in ("title-after", "speech-verb", "biography")
        is_person = is_person or (after.rule == "acts" and after.score > weights.ACT_AFTER)
        if not is_person and size == (1, 2) and name[:2] in lexicon.ordinary:
            score += weights.ORDINARY_BEGINNING
        score += _between(before, after, is_titled, size[1])
        score += _alone(text, start, end, tokens, lexicon)
        score += _for_one(text, start, end)
        rule = before.rule if before.score >= after.score else after.rule
        found.append(Candidate(start, end, name, "full", rule, score))
    best = max((c.score for c in found), default=LEAST)
    return [c for c in found if c.score >= max(LEAST, best - SHORT_OF)]


def _is_thanked(name: str, lexicon: PersonLexicon) -> bool:
    """谢谢阎|大姐: a word, and the surname of whoever is called by the title."""
    is_word_first = is_listed(name[:2]) and name[:2] not in lexicon.compound
    return is_word_first and name[-1] in lexicon.common


def _alone(text: str, start: int, end: int, tokens: Tokens, lexicon: PersonLexicon) -> float:
    """A line or a quotation of its own, a compound surname without a given name."""
    score, name = 0.0, text[start:end]
    trailing = lexicon.trailing.after(text, end)  # “魏大勇|老师”
    if start == 0 and end == len(text):
        score += weights.NAME_LINE
    elif start == 0 and text[end] in "：:" and not is_word(name):
        score += weights.SPEAKER_LINE
    elif start and text[start - 1] == "“" and text[end : end + 1] == "”":
        score += weights.QUOTED_TERM
    elif start and text[start - 1] == "“" and SHORT_TERM.match(text, end) and not trailing:
        score += weights.QUOTED_TERM  # “关改搬|转”
    if name in lexicon.compound and not _is_followed(text, start, lexicon):
        score += weights.COMPOUND_ALONE if _may_go_on(text, end, tokens) else 0.0
    return score


def _for_one(text: str, start: int, end: int) -> float:
    """对康文斌|来说: and no 文斌来 says it."""
    before = text[max(0, start - 2) : start]
    if "对" in before and text[end - 1] == "来" and FOR_ONE.match(text, end - 1):
        return weights.VERB_LAST
    is_for = before[-1:] == "对" or (before[-1:] == "在" and text.startswith("看来", end))
    return weights.FOR_ONE if is_for and FOR_ONE.match(text, end) else 0.0


def _between(before: Evidence, after: Evidence, is_titled: bool, given: int) -> float:
    """A title before and a verb of speaking after leave room for a name only."""
    if not is_titled or before.rule != "title-before" or given < 2:
        return 0.0
    if after.rule == "speech-verb":
        return weights.BETWEEN_TITLE_AND_SPEECH
    is_act = after.rule == "acts" and after.score >= weights.ACT_AFTER
    return weights.BETWEEN_TITLE_AND_ACT if is_act else 0.0


def _may_go_on(text: str, end: int, tokens: Tokens) -> bool:
    """A given name follows a compound surname: no verb, mark or function word."""
    number = tokens.at.get(end)
    if not text[end : end + 1].isalpha() or number is None:
        return text[end : end + 1].isalpha()
    return tokens.tags[number][:1] not in ("v", "p", "d", "u", "c", "f")


def last_score(text: str, end: int, given: int, tokens: Tokens, lexicon: PersonLexicon) -> float:
    """The last character rather joins or begins what follows: 豆松和|博士后, 陆川都|是,
    朱波来|我县; or the next one is left over: 吉训|才手里."""
    if given == 1 and text[end : end + 1] in ADVERBS:
        return _left_over(end, tokens)
    if given == 1 and (text[end : end + 2] in lexicon.units or _is_stray(end, tokens)):
        return weights.ADVERB_BEFORE_NOUN  # 昂文|才仁, 喻知|非|上个月
    if given == 2 and text[end - 1] in COMING and text[end : end + 1] in OURS:
        return weights.JOINER_LAST
    if given < 2 or not text[end : end + 1].isalpha() or lexicon.speech.after(text, end):
        return 0.0
    if text[end - 1] in JOINERS:
        return 0.0 if _acts(text, end, lexicon) else weights.JOINER_LAST  # 惠中和|带着
    if text[end - 1] in GOVERNORS and not _acts(text, end, lexicon):
        return weights.JOINER_LAST
    follows = tokens.tags[tokens.at[end]] if end in tokens.at and end < len(text) else ""
    if text[end] == "了" and not is_listed(text[end : end + 2]):
        return weights.VERB_LAST
    return weights.ADVERB_LAST if text[end - 1] in ADVERBS and follows[:1] in ("v", "d") else 0.0


def _acts(text: str, at: int, lexicon: PersonLexicon) -> bool:
    """A verb, or what only a person does, begins here."""
    return bool(
        lexicon.speech.after(text, at) or lexicon.acts.after(text, at) or is_verb(text[at : at + 2])
    )


def _left_over(end: int, tokens: Tokens) -> float:
    """An adverb that no verb follows is the name's own last character."""
    number = tokens.at.get(end)
    if number is None or len(tokens.words[number]) > 1 or number + 1 >= len(tokens.words):
        return 0.0
    is_noun = tokens.tags[number + 1][:1] in ("n", "s", "f")
    is_doubled = tokens.words[number + 1] in LATER_ADVERBS  # 吴有才|也
    return weights.ADVERB_BEFORE_NOUN if is_noun or is_doubled else 0.0


def _is_stray(end: int, tokens: Tokens) -> bool:
    """The segmenter left a character alone that is no word by itself."""
    number = tokens.at.get(end, -1)
    if not 0 <= number < len(tokens.words) or len(tokens.words[number]) > 1:
        return False
    return tokens.tags[number] in STRAY_TAGS


def _sizes(text: str, start: int, lexicon: PersonLexicon) -> tuple[tuple[int, int], ...]:
    """Lengths of surname and given name that are possible here."""
    if text[start : start + 2] in lexicon.compound:
        if text[start] in lexicon.surnames:
            return ((2, 1), (2, 2), (1, 1), (1, 2))
        return ((2, 1), (2, 2))
    return ((1, 1), (1, 2))


def _is_followed(text: str, start: int, lexicon: PersonLexicon) -> bool:
    """A title or a verb of speaking after two or three characters: 高明教授, 文静说."""
    return any(
        lexicon.trailing.after(text, end) >= 2
        or lexicon.speech.after(text, end)
        or HOME.match(text, end)
        for end in (start + 2, start + 3)
    )
