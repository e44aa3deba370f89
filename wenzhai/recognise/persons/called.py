"""Text -> candidates for persons who are not called by their full name.

A surname before a title (刘主席) or kin (刘二爷), after 老 or 小 (老冷), with 姓 or 氏 (`families`), and
given names after 阿 (阿水).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.recognise.persons.addressed import KIN_AFTER, OFFICIAL, surname_places
from wenzhai.recognise.persons.around import PLACE_TAIL, may_begin
from wenzhai.recognise.persons.candidate import ACCEPT, Candidate
from wenzhai.recognise.persons.families import family_candidates
from wenzhai.recognise.persons.inside import KIN
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon
from wenzhai.recognise.persons.roles import title_before
from wenzhai.recognise.persons.tokens import Tokens, frequency, is_listed

COMMON_CALL = 300  # occurrences in the segmenter's dictionary: 小时, 老师, 老家
CALLS = frozenset({"小张", "小李", "小王", "老李", "老王", "老张"})
"""... but these are of persons nearly always."""
# 阿水; 阿香嫂
FAMILIAR = re.compile(rf"阿[{HAN}]")
JOINING = frozenset("和与请着帮替陪给跟")
"""Before a surname that the segmenter takes into another word: 帮张|老爹."""
SERVING = frozenset("首现前历时继连兼接上离担新委专原后")
"""首任理事长: before 任 that is a verb or a turn of office."""
POLITE = (
    "先生",
    "女士",
    "小姐",
    "大姐",
    "大爷",
    "大妈",
    "大叔",
    "大娘",
    "大嫂",
    "大哥",
    "老汉",
    "师傅",
    "阿姨",
    "奶奶",
    "爷爷",
    "大伯",
    "大婶",
)
AFTER_KIN = frozenset("的家和也就却跟")
COLONS = ("：", ":")
OLD_FOLK = re.compile(r"头儿?(?![发像上])|爷子|太太|婆子|两口|汉")  # 老|孙头, 老|周太太
# 轩家|割了, 翟家|五次门
OF_FAMILY = re.compile(r"[的一二两三四五六七八九十老孩割]")


def called_candidates(
    text: str, tokens: Tokens, known: frozenset[str], lexicon: PersonLexicon
) -> Iterator[Candidate]:
    """Everybody called by surname or familiarly; `known` are the surnames of the page."""
    for start, end in surname_places(text, known, lexicon):
        found = _by_surname(text, start, end, tokens, known, lexicon)
        if found is not None:
            yield found
    yield from family_candidates(text, tokens, lexicon)
    if "阿" in text:
        yield from _familiar(text, tokens, lexicon)


def _by_surname(
    text: str,
    start: int,
    end: int,
    tokens: Tokens,
    surnames: frozenset[str],
    lexicon: PersonLexicon,
) -> Candidate | None:
    surname = text[start:end]
    if text[start - 1 : start].isdigit():
        return None  # 11|位代表
    title = lexicon.trailing.after(text, end)
    is_known = surname in surnames
    if title < 2 and start and text[start - 1] in "老小":
        if _is_called(text, start, end, is_known, tokens, lexicon):
            return Candidate(start, end, surname, "surname", "surname-with-prefix", ACCEPT + 1)
        return None
    if title < 2:
        if _is_called_untitled(text, start, end, is_known, tokens, lexicon):
            return Candidate(start, end, surname, "surname", "surname-and-title", ACCEPT + 1)
        return None
    if _is_labelled(text, start, lexicon) and surname in lexicon.common:
        return Candidate(start, end, surname, "surname", "called", ACCEPT + 1)
    if not _may_be_titled(text, start, end, title, is_known, tokens, lexicon):
        return None
    is_led = _is_led(text, start, end, title, tokens, lexicon)
    score = ACCEPT + _title_score(text, start, end + title, is_known, is_led, lexicon)
    return Candidate(start, end, surname, "surname", "surname-and-title", score)


def _is_labelled(text: str, start: int, lexicon: PersonLexicon) -> bool:
    """联系人：|林园长."""
    return text[start - 1 : start] in COLONS and lexicon.labels.before(text, start - 1) > 0


def _is_called_untitled(
    text: str, start: int, end: int, is_known: bool, tokens: Tokens, lexicon: PersonLexicon
) -> bool:
    """林工, 刘婶; or ”孔说, of somebody whom the page knows."""
    if text[start : end + 1] in lexicon.ordinary:
        return False  # 黎家
    if is_known and text[start - 1 : start] == "”" and text[end] in "说笑":
        return True
    return (
        is_known and _is_called_briefly(text, start, end, tokens, lexicon)
    ) or _is_called_by_kin(text, start, end, lexicon)


def _may_be_titled(
    text: str,
    start: int,
    end: int,
    title: int,
    is_known: bool,
    tokens: Tokens,
    lexicon: PersonLexicon,
) -> bool:
    """The surname before a title is no part of a word, or of another title."""
    before, titled = text[start - 1 : start], text[start : end + title]
    is_led = _is_led(text, start, end, title, tokens, lexicon)
    is_inside = before and end - start == 1 and frequency(text[start - 1 : end]) >= COMMON_CALL
    if is_inside and not is_led:
        return False  # 首|任理事长; but 出租车司机|关师傅
    if (text[start] == "任" and before in SERVING) or before == "阿":
        return False
    if titled in lexicon.head.words or titled in lexicon.ordinary:
        return False
    if text[start : end + 1] in lexicon.ordinary:
        return False
    is_joined = before in JOINING and not is_listed(text[start - 1 : end])
    is_listed_surname = text[start:end] in lexicon.common and start and text[start - 1] == "、"
    is_joined = is_joined or bool(is_listed_surname)  # 冼医生、|习老师
    return is_known or is_led or is_joined or _stands_alone(start, end, title, tokens)


def _is_led(
    text: str, start: int, end: int, title: int, tokens: Tokens, lexicon: PersonLexicon
) -> bool:
    """读者|尤老师, 出租车司机|关师傅: behind what somebody is, before what anybody is called."""
    called = text[end : end + title]
    if lexicon.head.before(text, start) < 2 or called in lexicon.courtesy:
        return lexicon.head.before(text, start) >= 2
    is_governing = tokens.tags[tokens.covering(start)] in ("p", "c", "v")  # 家长|向记者
    return not (is_governing or called.endswith(lexicon.offices))


def _is_called_briefly(
    text: str, start: int, end: int, tokens: Tokens, lexicon: PersonLexicon
) -> bool:
    """林工, 方叔: no word of the dictionary holds either character."""
    if text[end : end + 1] not in KIN_AFTER or PLACE_TAIL.match(text, end):
        return False
    if text[start:end] in lexicon.never_untitled and text[end] in OFFICIAL:
        return False  # 讲课|别总
    begins = start in tokens.at and not (start and is_listed(text[start - 1 : start + 1]))
    if not begins or frequency(text[start : end + 1]) >= COMMON_CALL:
        return False
    if text[end] == "家":
        return ends_name(text, end + 1, lexicon) or bool(OF_FAMILY.match(text, end + 1))
    return end - start == 1 and (
        ends_name(text, end + 1, lexicon) or not is_listed(text[end : end + 2])
    )


def _is_called_by_kin(text: str, start: int, end: int, lexicon: PersonLexicon) -> bool:
    """刘婶端着饺子, “吴姐，: a surname that nothing on the page knows."""
    surname, called = text[start:end], text[start : end + 1]
    if surname not in lexicon.common or surname in lexicon.never_alone | lexicon.never_untitled:
        return False
    if text[end : end + 1] not in KIN | OFFICIAL or is_listed(called):
        return False
    begins = may_begin(text, start) or text[start - 1] in "着了过"
    begins = begins or lexicon.head.before(text, start) >= 2  # 老钳工|蓝伯
    if not begins or is_listed(text[end : end + 2]):
        return False
    if text[end] in OFFICIAL and surname in lexicon.ambiguous:
        return False
    return ends_name(text, end + 1, lexicon) or text[end + 1] in AFTER_KIN


def _title_score(
    text: str, start: int, end: int, is_known: bool, is_led: bool, lexicon: PersonLexicon
) -> float:
    """How far beyond acceptance a surname before a title is."""
    surname = text[start]
    if is_known:
        return 3.0
    is_polite = any(text.startswith(word, end - len(word)) for word in POLITE)
    is_polite = is_polite or is_led
    is_greeted = is_polite and may_begin(text, start)  # 区师傅
    is_never = surname in lexicon.never_alone and not is_greeted
    if is_never or surname not in lexicon.surnames:
        return -3.0
    if surname not in lexicon.common and text[start : start + 2] not in lexicon.compound:
        is_apart = is_polite or (may_begin(text, start) and surname not in lexicon.ambiguous)
        return 0.5 if is_apart and surname not in lexicon.never_untitled else -3.0
    if surname in lexicon.ambiguous and not is_polite:
        return 0.5 if not (start and text[start - 1].isalpha()) else -1.0
    return 1.0


def _is_called(
    text: str, start: int, end: int, is_known: bool, tokens: Tokens, lexicon: PersonLexicon
) -> bool:
    """老金的棚子, 小王说: 老 or 小 before the surname, and no word that holds both."""
    surname, called = text[start:end], text[start - 1 : end]
    is_word = frequency(called) >= COMMON_CALL and called not in CALLS
    if is_word or is_listed(text[start - 1 : end + 1]):
        return False
    is_titled = title_before(text, start - 1, tokens, lexicon) > 0
    is_old = text[start - 1] == "老" and OLD_FOLK.match(text, end) is not None
    is_old = is_old and not is_listed(text[start : end + 1])  # 老|曲头, but 老石头
    is_met = is_known or is_titled or (surname in lexicon.common - lexicon.ambiguous)
    is_met = is_met and _does_something(end, tokens)
    if not (ends_name(text, end, lexicon) or text[end] in "的家" or is_old or is_met):
        return False
    if is_known or is_titled:
        return True
    if surname not in lexicon.surnames or not may_begin(text, start - 1):
        return False
    if surname in lexicon.never_alone or surname in lexicon.never_untitled:
        return False
    if text.count(called) > 1 and lexicon.acts.after(text, end):
        return True
    speaks = lexicon.speech.after(text, end) > 0 or is_old
    if surname in lexicon.ambiguous or surname not in lexicon.common:
        return speaks or lexicon.acts.after(text, end) >= 2
    return speaks or text[end : end + 1] != "的"


def _does_something(end: int, tokens: Tokens) -> bool:
    """小丁|收下, 摊主老闵|识字: any verb or adverb, of somebody whom the page knows."""
    number = tokens.at.get(end)
    return number is not None and number < len(tokens.tags) and tokens.tags[number][0] in "vd"


def _stands_alone(start: int, end: int, title: int, tokens: Tokens) -> bool:
    if start not in tokens.at:
        return False
    word_end = tokens.starts[tokens.at[start] + 1]
    if word_end == end:
        return tokens.tags[tokens.at[start]] not in ("p", "c", "d", "v")
    is_guess = not is_listed(tokens.words[tokens.at[start]])
    return word_end >= end + title or is_guess  # 胡四|娭毑


def _familiar(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """阿水, 阿香嫂."""
    for match in FAMILIAR.finditer(text):
        start, end = match.span()
        if (
            is_listed(match.group())
            or is_listed(text[start : end + 1])
            or text[end - 1] in "姨婆公"
        ):
            continue
        is_titled = title_before(text, start, tokens, lexicon) > 0
        if not (is_titled or may_begin(text, start)):
            continue
        is_kin = text[end : end + 1] in KIN_AFTER
        if is_kin or ends_name(text, end, lexicon):
            yield Candidate(start, end, match.group(), "full", "called", ACCEPT + 0.5)


def ends_name(text: str, end: int, lexicon: PersonLexicon) -> bool:
    """A mark, a verb or a title follows."""
    if end == len(text) or not text[end].isalpha():
        return True
    follows = (lexicon.speech, lexicon.acts, lexicon.trailing)
    return any(affix.after(text, end) for affix in follows)
