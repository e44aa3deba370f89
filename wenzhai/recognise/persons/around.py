"""The words beside a place -> what they say for a name there."""

from __future__ import annotations

import re
from typing import NamedTuple

from wenzhai.recognise.persons import weights
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon
from wenzhai.recognise.persons.tokens import Tokens, frequency, is_listed, is_word

APPOSITION_MAX = 40  # code points; a printed run of titles after a name, with its organisations

AGE_REACH = 20  # code points before a name that may say 72岁的
QUOTED_REACH = 12
COMMON_CUT = 150  # occurrences in the segmenter's dictionary: 学|会, 核|对; 新作 has 122
WHITE = " \u3000\n"
GOVERNING_TAGS = frozenset({"v", "p", "c", "ul", "t", "d", "f"})
ACTING_TAGS = frozenset({"v", "p", "d", "c", "t", "ad", "vd", "i", "l"})
SURE_AGENTS = "手员师商农工匠者"  # make an agent noun of any word before them
# 72岁的王桂英; 坐在后排的王老幺
AGE_OF = re.compile(r"(?:岁|出生|(?:[坐站住躺]在|扮演|饰演|身穿|担任)[^，。；的]{1,12})的$")
# 弄坎村的相晃; 从河南商丘来的买红军
PLACE_OF = re.compile(
    r"(?:[村镇乡寨屯]|来自[^，。；的]{1,12}|从[^，。；的]{1,10}来|家住[^，。；的]{1,12})的$"
)
# 王华，黔玻永太公司董事长， / 王华（黔玻永太公司董事长）
APPOSITION = re.compile(
    rf"[，,（(]([^，,。；;：:！？）)（(]{{2,{APPOSITION_MAX}}})(?=[，,。；;）)])"
)
# “时代楷模”张桂梅
QUOTED_TITLE = re.compile(rf"“[{HAN}]{{2,8}}”$")
# 图为技术员郎永祥（右一）在大棚里
CAPTION_PLACE = re.compile(
    r"[（(](?:[前后中]排)?(?:[左右]起)?第?[左右中前后一二三四五六七八九十][一二三四五六七八九十]{0,2}[间者]?[）)]"
)
COUNTED_PEOPLE = re.compile(r"[一二两三四五六七八九十几数][人名位个]")  # 喻慧|三人联展
OFFICE = re.compile(r"(?:律师|会计师|审计师)事务所|医生集团|教授级|老师傅")  # 文正律师事务所
AGED = re.compile(r"(?:今年|现年)?[一二三四五六七八九十百0-9]{1,4}岁")  # 周糖糖七岁
IS_HAN = re.compile(f"[{HAN}]")
PLACE_TAIL = re.compile(
    r"社区|小区|[省市县区镇乡村路街巷河江湖桥寨屯沟坝湾坡堡庄岭峡沱岛港渡]|大道|大街|大桥|派出所|广场|美术馆|博物馆|水库|家[村庄坝湾沟寨堡坡岭口屯坪港渡院岗窝集塬洼湖铺桥店河]|窝"
)


# 走进殷玉兰|家，
HOME = re.compile(r"家(?:[，。；！？的里中后前]|$)")
# 江才|的帐篷, 马超|对、: no adverb or preposition stands before these
NO_POSTURE = frozenset("沿接随照按本跟朝意")
"""... before 着 they are no verb of somebody's: 拍着胸脯, but 沿着."""
NO_CLAUSE = frozenset("的、，。；！？）")
GOVERNING = frozenset("的和跟与叫把给让被对向是同请找由像帮替问等有陪")
"""Before 老冷 or 阿水 where no clause begins."""
LITTLE_ACTS = frozenset("在对向于将把已还也曾又与等给为被让因用和及同以按则却便都正刚才再自由经")


class Evidence(NamedTuple):
    """How much, and by which rule."""

    score: float
    rule: str


def before_inside_word(
    text: str, start: int, number: int, tokens: Tokens, lexicon: PersonLexicon
) -> Evidence | None:
    """The evidence before a start inside a word: a title there outweighs the segmenter."""
    is_certain = is_listed(tokens.words[number])
    if lexicon.head.before(text, start) >= 2:
        return Evidence(
            weights.TITLE_BEFORE + (weights.CROSSED_START if is_certain else -0.5), "title-before"
        )
    if is_certain:
        return None
    if text[start - 1] in SURE_AGENTS:
        return Evidence(weights.AGENT_BEFORE - 1, "agent-before")
    if lexicon.before.before(text, start) == 1:
        return Evidence(weights.GOVERNED + weights.CROSSED_START / 2, "governed")
    return None


def may_begin(text: str, start: int) -> bool:
    """A clause begins, or a word that governs a person stands before."""
    return start == 0 or not text[start - 1].isalpha() or text[start - 1] in GOVERNING


def skip_white(text: str, end: int) -> int:
    """Where the text before `end` ends, white space left out."""
    while end > 0 and text[end - 1] in WHITE:
        end -= 1
    return end


def before_name(
    text: str, start: int, number: int, tokens: Tokens, lexicon: PersonLexicon
) -> Evidence:
    """What stands before a name that would begin a word of the segmenter."""
    end = skip_white(text, start)
    title = lexicon.head.before(text, end)
    if title >= 2:
        is_weak = text[end - title : end] in lexicon.kin
        return Evidence(weights.KIN_BEFORE if is_weak else weights.TITLE_BEFORE, "title-before")
    if end < start or end == 0:
        return Evidence(weights.BOUNDARY_BEFORE, "clause-start")
    last = text[end - 1]
    if not IS_HAN.match(last):
        return _before_mark(text, end, last, lexicon)
    if agent_before(number, tokens, lexicon):
        return Evidence(weights.AGENT_BEFORE, "agent-before")
    if last == "的":
        return _after_of(text, end, lexicon)
    if last == "叫" or lexicon.naming.before(text, end):
        return Evidence(weights.AGE_BEFORE, "called")
    if lexicon.before.before(text, end):
        return Evidence(weights.GOVERNED, "governed")
    if number > 0 and tokens.tags[number - 1] in GOVERNING_TAGS:
        return Evidence(0.0, "governed")
    return _after_noun(text, start, last, lexicon)


def _after_of(text: str, end: int, lexicon: PersonLexicon) -> Evidence:
    """What stands before 的 says whether somebody follows."""
    if AGE_OF.search(text, max(0, end - AGE_REACH), end) is not None:
        return Evidence(weights.AGE_BEFORE, "attribute-before")
    if lexicon.head.before(text, end - 1) >= 2:
        return Evidence(weights.SERVED_BEFORE, "attribute-before")
    is_placed = PLACE_OF.search(text, max(0, end - AGE_REACH), end) is not None
    return Evidence(weights.PLACE_BEFORE if is_placed else weights.OF_BEFORE, "attribute-before")


def _after_noun(text: str, start: int, last: str, lexicon: PersonLexicon) -> Evidence:
    if last in "村镇乡" and lexicon.typical.issuperset(text[start + 1 : start + 3]):
        return Evidence(weights.OF_BEFORE, "clause-start")  # 老达保村|李娜倮
    return Evidence(weights.WORD_BEFORE, "clause-start")


def _before_mark(text: str, end: int, last: str, lexicon: PersonLexicon) -> Evidence:
    if last.isdigit():
        return Evidence(weights.COUNTED_BEFORE, "clause-start")
    if last == "”" and QUOTED_TITLE.search(text, max(0, end - QUOTED_REACH), end):
        return Evidence(weights.QUOTED_BEFORE, "quoted-title")
    if last in ":：" and lexicon.labels.before(text, end - 1):
        return Evidence(weights.TITLE_BEFORE, "label")
    return Evidence(weights.BOUNDARY_BEFORE, "clause-start")


def agent_before(number: int, tokens: Tokens, lexicon: PersonLexicon) -> int:
    """Length of the agent noun before a word (护林员, 鼓手, 心理咨询|师); 0 when there is none."""
    if number < 1:
        return 0
    word = tokens.words[number - 1]
    if len(word) == 1 and word in SURE_AGENTS and number > 1:
        stem = tokens.words[number - 2]
        return len(stem) + 1 if len(stem) > 1 and stem.isalpha() else 0
    return len(word) if _is_agent(word, tokens.tags[number - 1], lexicon) else 0


def agent_inside(text: str, end: int, tokens: Tokens) -> int:
    """Length of the agent noun before a name that the segmenter cut wrongly: 柿|农盘|八斤, 耳农车|万福."""
    if end in tokens.at or text[end - 1] not in SURE_AGENTS:
        return 0
    number = tokens.covering(end)
    begin = tokens.starts[number]
    if is_listed(tokens.words[number]):
        return 0
    if begin < end - 1:
        return end - begin
    stem = tokens.words[number - 1] if number else ""
    return len(stem) + 1 if stem.isalpha() and tokens.tags[number - 1][0] in "nv" else 0


def _is_agent(word: str, tag: str, lexicon: PersonLexicon) -> bool:
    if len(word) < 2 or word[-1] not in lexicon.agent or word in lexicon.not_agent:
        return False
    if word in lexicon.compound:
        return False  # 司徒|雪松
    if word[-1] in SURE_AGENTS and not is_listed(word):
        return True
    return tag[0] == "n" or (tag[0] in "vb" and word[-1] in SURE_AGENTS)


def after_name(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> Evidence:
    """What stands after a name that would end here."""
    if end == len(text):
        return Evidence(weights.BOUNDARY_AFTER, "clause-start")
    first = text[end]
    if not IS_HAN.match(first):
        return _after_mark(text, end, first, lexicon)
    if AGED.match(text, end):
        return Evidence(weights.BIOGRAPHY_AFTER - 1, "biography")
    if OFFICE.match(text, end):
        return Evidence(weights.CUT_WORD_AFTER, "clause-start")
    title = lexicon.trailing.after(text, end)
    is_in_word = title == 1 and is_listed(text[end : end + 2])  # 桂林洋|工业区
    if title and first != text[end - 1] and not is_in_word:
        return Evidence(weights.TITLE_AFTER, "title-after")
    if HOME.match(text, end):
        return Evidence(weights.HOME_AFTER, "acts")
    if first == "任" and lexicon.trailing.after(text, end + 1 + (text[end + 1 : end + 2] == "副")):
        return Evidence(weights.SPEECH_AFTER, "acts")  # 谭宗泽|任主任
    if PLACE_TAIL.match(text, end) or COUNTED_PEOPLE.match(text, end - 1):
        return Evidence(weights.CUT_WORD_AFTER, "clause-start")
    if first in "等的":
        return Evidence(weights.BOUNDARY_AFTER + _cut(end, tokens, lexicon), "clause-start")
    return _before_verb(text, end, tokens, lexicon)


def _before_verb(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> Evidence:
    """A verb, or any other word, follows."""
    cut = _cut(end, tokens, lexicon)
    if lexicon.speech.after(text, end):
        return Evidence(weights.SPEECH_AFTER + cut / 2, "speech-verb")
    act = lexicon.acts.after(text, end)
    if act == 1 and text[end] in LITTLE_ACTS and text[end + 1 : end + 2] in NO_CLAUSE:
        act = 0
    if text[end + 1 : end + 2] == "着" and text[end] not in NO_POSTURE:
        act = 2
    if act >= 2:
        return Evidence(weights.ACT_AFTER + 0.5 + cut / 2, "acts")
    straddling = text[end - 1 : end + 1]
    if frequency(straddling) >= weights.COMMON and is_word(straddling):
        cut += weights.STRADDLES
    if act:
        return Evidence(weights.ACT_AFTER + cut, "acts")
    return _after_word(end, cut, tokens)


def _after_word(end: int, cut: float, tokens: Tokens) -> Evidence:
    number = tokens.at.get(end)
    if number is None:
        return Evidence(weights.WORD_AFTER + cut, "clause-start")
    word, tag = tokens.words[number], tokens.tags[number]
    if len(word) > 1 and not is_listed(word):
        return Evidence(0.0, "clause-start")
    if tag == "f":
        return Evidence(weights.PLACE_WORD_AFTER, "clause-start")
    if tag in ACTING_TAGS:
        return Evidence(weights.ACT_AFTER - 0.5, "acts")
    return Evidence(weights.WORD_AFTER, "clause-start")


def _cut(position: int, tokens: Tokens, lexicon: PersonLexicon) -> float:
    """Evidence against a name that ends inside a word of the segmenter."""
    if position in tokens.at:
        return 0.0
    number = tokens.covering(position)
    word = tokens.words[number]
    rest = word[position - tokens.starts[number] :]
    if position - tokens.starts[number] == 1 and (
        rest in lexicon.acts.words or rest in lexicon.speech.words
    ):
        is_common = is_listed(word) and (
            frequency(word) >= COMMON_CUT or word[0] not in lexicon.typical
        )
        return weights.CUT_WORD_AFTER if is_common else weights.CUT_BEFORE_ACT
    return weights.CUT_WORD_AFTER if is_listed(word) else weights.CUT_GUESS_AFTER


def _after_mark(text: str, end: int, first: str, lexicon: PersonLexicon) -> Evidence:
    if CAPTION_PLACE.match(text, end):
        return Evidence(weights.BIOGRAPHY_AFTER, "biography")
    if first in "，,（(":
        if lexicon.biography.after(text, end + 1):
            return Evidence(weights.BIOGRAPHY_AFTER, "biography")
        apposition = APPOSITION.match(text, end)
        if apposition and lexicon.head.before(text, apposition.end(1)) >= 2:
            return Evidence(weights.APPOSITION_AFTER, "apposition")
    if first in "：:":
        return Evidence(weights.SPEECH_AFTER - 1, "speaker")
    return Evidence(weights.BOUNDARY_AFTER, "clause-start")
