"""Line -> whether it is an imprint: what a page says of itself, not of the world.

A page head or foot is made of known parts: day, weekday, number of issue and page, editors, price,
post code, addresses, weather. What is left of the line when these are taken out decides: names of
papers and sections are short words, a headline is not.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from wenzhai.segment.words import alternation, word_set

HAN = r"[\u4e00-\u9fff]"
NUMERAL = r"[\d０-９]{1,3}|[一二三四五六七八九十百]{1,4}"
SENTENCE = re.compile(r"[。；！？]")  # what not even a weather ear has
STOPS = re.compile(r"[。，；！？]")
GAP = r"[ \u3000]*"
SEP = r"[ \u3000]*[:：∶/／|｜丨＼@]+[ \u3000]*"  # between an office and who holds it: 责编/季风
LEFT = re.compile(r"[\s\u3000|｜丨/／\\＼·•:：∶、,—–－\-()（）\[\]【】■●◆★☆▲●]+")
SPREAD_SHARE = 0.6  # of the words of a line that are single characters: 编 辑 何 静
IMPRINT_MAX = 110  # code points; an imprint with all its telephones in one row has 96
WORD_MAX = 16  # code points of one word that is left over
EAR_MAX = 45  # code points of a weather ear: day, sky, degrees, wind
REST_MAX = 20  # code points left over beside one sure part: 桂中日报 要闻·综合
PAGE_WORDS = 2  # words beside the number of a page: 03版 民生·热线
NAME_MAX = 9  # code points of a paper's or a section's name

DIGITS = "〇○零一二三四五六七八九"
LUNAR_MONTH = r"闰?(?:[正一二三四五六七八九十冬腊]|十[一二])月"
LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|[十廿卅][一二三四五六七八九十]?|二十[一二三四五六七八九]?|三十)"
)
STEMS = r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
# How a weather ear begins; a line of text that tells degrees begins otherwise.
EAR = re.compile(
    r"^\W*(?:天气|今[日天晨夜]|明[日天]|市区|城区|本市|全[市县]|白天|晴|多云|阴|[小中大阵]?[雨雪](?![\u4e00-\u9fff]{3})|气温|空气质量)"
)
DEGREES = (
    r"(?:零下)?[-－−]?\d{1,2}(?:\.\d)?\s*(?:℃|°C|度|摄氏度)?\s*[～~至到—－-]\s*(?:零下)?[-－−]?\d{1,2}(?:\.\d)?\s*(?:℃|°C|摄氏度)"
    r"|最[高低](?:气?温)?\D{0,2}[-－−]?\d{1,2}|空气质量\s*[优良轻]"
)


class Part(NamedTuple):
    """One kind of thing that imprints tell."""

    name: str
    pattern: re.Pattern[str]
    is_sure: bool
    """Stands nowhere else, so that it makes an imprint by itself."""


@cache
def parts() -> tuple[Part, ...]:
    """In the order in which they are taken out of a line."""
    heads = rf"(?:{alternation('edition_heads')}|(?<=[值本执主刊部][班版行任期报])(?:{alternation('ranked_heads')}))"
    names = rf"{HAN}{{2,5}}(?:·{HAN}{{1,8}})*"
    rank = rf"(?:{alternation('edition_ranks')})*"
    rows = (
        # www.example.cn  xx@example.com
        ("web", r"(?:https?://|www\.)[\w./?=&-]+|[\w.]+@[\w-]+(?:\.[\w-]+)+", True),
        # 国内统一连续出版物号CN 43-0099  邮发代号41-88
        (
            "code",
            r"(?:国内)?统一(?:连续出版物号|刊号)\W{0,2}(?:CN)?[\s\d—–－-]*|CN\s*\d{2}[\s—–－-]+\d{4}(?:/\w+)?|(?:邮发)?代号\W{0,2}\d+[—–－-]\d+|ISSN[\s\d—–－-]+",
            True,
        ),
        # 第10234期  总第5621号
        ("issue", r"(?:总\s*)?第\s*\d{2,6}\s*[期号]|第\s*\d{1,6}\s*期|总第\s*\d+", True),
        (
            "licence",
            rf"准印证(?:号)?\W{{0,3}}.{{3,16}}$|广告{HAN}{{0,6}}证\w{{0,3}}\W{{0,2}}[\w\u4e00-\u9fff]+",
            True,
        ),
        ("post", r"邮(?:政)?编(?:码)?\W{0,3}\d{6}", True),
        # 零售价每份1.50元
        (
            "price",
            r"(?:本报)?(?:每份|零售价?|定价|订价|[月季年]价|全年(?:定价|订价)|报价)\W{0,2}(?:每份|零售价?)?\W{0,2}\d+(?:\.\d+)?\s*元(?:/?[份月季年])?",
            True,
        ),
        # 新闻热线：0855-8221234
        (
            "telephone",
            rf"{HAN}{{0,8}}(?:热线|电话|传真|投诉|手机|QQ群?){HAN}{{0,2}}(?:{SEP}|{GAP})[（(]?\d{{3,4}}[)）]?[\d\s—–－-]{{0,14}}",
            True,
        ),
        ("number", r"(?<!\d)(?:0\d{2,3}[-－—]\d{7,8}|1[3-9]\d{9})(?!\d)", False),
        # 今日四开十六版
        ("pages", rf"(?:本报)?(?:今日|本期|共)(?:[对四]开)?(?:{NUMERAL})\s*个?版", True),
        (
            "day",
            r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|(?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)",
            False,
        ),
        (
            "day",
            rf"(?:[一二][{DIGITS}]{{3}}年)?(?<!{HAN})[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日|[一二][{DIGITS}]{{3}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日",
            False,
        ),
        (
            "weekday",
            rf"(?:星\s?期|周|礼拜)[一二三四五六日天](?!{HAN})|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b",
            False,
        ),
        # 农历甲辰年十月廿三, 藏历水兔年十一月
        (
            "lunar",
            rf"(?:农|夏|阴|[藏傣]|回)历(?:{HAN}{{2,4}}年)?(?:大|小)?(?:{LUNAR_MONTH})?(?:[大小])?{LUNAR_DAY}?|{STEMS}年(?:{LUNAR_MONTH}{LUNAR_DAY}?)?",
            False,
        ),
        (
            "page",
            rf"(?:第\s*)?[A-Za-z]{{0,2}}[\d０-９]{{1,3}}(?:\s*[-—－/、]\s*[A-Za-z]?\d{{1,3}})?\s*版(?![式面画本权])|第\s*(?:{NUMERAL})\s*版(?![式面画本权])|版次\W{{0,2}}\w{{1,4}}|(?<![^\s|｜])[A-Z]{{1,2}}\d{{1,2}}(?![^\s|｜])",
            False,
        ),
        # 责编 白雪, 值班总编：马永胜
        (
            "makers",
            rf"(?<!{HAN}){rank}{heads}(?:部?主任)?(?:{SEP}|[ \u3000]+){names}(?:[ \u3000、]+(?!{rank}{heads}){names}){{0,2}}",
            True,
        ),
    )
    return tuple(Part(name, re.compile(p, re.IGNORECASE), sure) for name, p, sure in rows)


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    """Whole lines that say who makes the paper, and where more is to be seen."""
    body = r"(?:委|委员会|社|政府|中心|集团|宣传部|总工会|厂|公司)"
    account = (
        r"(?:微信|微博|公众号|视频号|抖音|快手|头条号|客户端|小程序|QQ群?|邮箱|信箱|网站|网址|APP)"
    )
    return tuple(
        re.compile(rf"^[■●◆▲★\s]*(?:{pattern})\s*$", re.IGNORECASE)
        for pattern in (
            # 中共青石市委主管主办　青石日报社出版
            rf"(?:(?:中共)?{HAN}{{2,14}}{body}(?:主管|主办|编辑|出版|编印|承办|承印|印刷){{1,3}}[\s·|｜]*){{1,3}}",
            r"(?:(?:主管|主办|出版|编印|承印|印刷|印制)(?:单位)?[:：\s]+\S{2,20}[\s·|｜]*){1,4}",
            rf"(?:中共)?{HAN}{{2,10}}委机关报",
            rf"(?:中共)?{HAN}{{2,14}}{body}[ \u3000]+(?:主管|主办|出版|编印|承办|承印)",
            r"(?:编辑出版|印刷单位|出版单位|印刷时间|开印|今日开印|付印)[:：\s].{2,30}",
            rf"《{HAN}{{2,8}}》编辑部|内部资料[，\s]*免费(?:交流|赠阅)|天天读报.{{0,8}}",
            r"更多.{0,8}请关注.{2,24}",
            rf"(?:本报)?(?:常年)?法律顾问[:：\s]*{HAN}{{2,}}律师.*",
            # 扫码观看视频, 更多新闻请扫二维码
            rf"{HAN}{{0,12}}{account}?[\s]*(?:请|微信)?(?:扫码|扫一扫|扫描|扫(?:上方|下方|左侧|右侧)?二维码)(?:上方|下方|右侧|左侧)?(?:二维码)?[\s，,]*(?:{alternation('scan_acts')}.{{0,20}})",
            r"(?:更多|查看|观看|阅读|收听|下载).{0,12}请?(?:微信)?扫(?:码|一扫|描?.{0,2}二维码)",
            # 官方微信：青石发布
            rf"(?:官方|本报|本版|投稿|电子)?{account}{HAN}?(?:{SEP}|\s+)[\w\u4e00-\u9fff@-]{{2,20}}(?:\s+{account}{HAN}?(?:{SEP}|\s+)[\w\u4e00-\u9fff@-]{{2,20}})*",
            # —3—   · 5 ·   05/06
            r"[—–－\-·•・~～\s]+[A-Z]?\d{1,3}[—–－\-·•・~～\s]+|\d{2}[/／\-—]\d{2}",
            rf"[A-Za-z]{{0,2}}[\d０-９]{{1,2}}\s*版?[\s·•|｜]+{HAN}{{2,4}}(?:[·•]{HAN}{{2,4}})?(?<![月日年时点分秒岁])",
            rf"{HAN}{{2,4}}(?:[·•]{HAN}{{2,4}})?[\s·•|｜]+[A-Za-z]{{0,2}}\d{{1,2}}\s*版?",
            # ZONGHE 综合
            rf"[A-Z]{{4,}}[\s·]+{HAN}{{2,6}}|{HAN}{{2,6}}[\s·]+[A-Z]{{4,}}(?:[\s][A-Z]{{2,}})*",
            # QINGSHI DAILY
            r"[A-Z][A-Z .&'’-]{2,30}\b(?:DAILY|NEWS|WEEKLY|POST|TIMES|EVENING|RIBAO|WANBAO|ZAOBAO|CHENBAO|BAO)",
        )
    )


TITLED = re.compile(r"^(?:\d{1,2}[ \u3000]+\D{2,9}|\D{2,9}[ \u3000]+\d{1,2})$")  # 03 社会·民生


def is_page_title(text: str) -> bool:
    """The number of the page beside the name of its section; only at the edge of a page."""
    return TITLED.match(text) is not None and STOPS.search(text) is None


def is_running_title(text: str) -> bool:
    """A day and nothing but short words; only at the edge of a page.

    At its foot 县供电公司 2023年11月6日 signs a notice: the caller asks for more there.
    """
    found, rest = read_parts(unspread(text))
    is_short = max(map(len, rest), default=0) <= NAME_MAX and sum(map(len, rest)) <= REST_MAX
    return is_short and "day" in {part.name for part in found} and STOPS.search(text) is None


def is_told_by_parts(text: str) -> bool:
    """Day, weekday, lunar day or page and nothing else: 星期四; only at the edge of a page."""
    found, rest = read_parts(unspread(text))
    return bool(found) and not rest and SENTENCE.search(text) is None


def unspread(text: str) -> str:
    """Without the spaces between single characters: 编　辑　何　静."""
    words = text.split()
    han = [word for word in words if re.search(HAN, word)]
    if len(han) < 3 or sum(len(word) == 1 for word in han) < SPREAD_SHARE * len(han):
        return text
    text = re.sub(r"(?<=\d)[ \u3000](?=\d)", "", text)
    joined = re.sub(rf"(?<={HAN})[ \u3000]+(?={HAN})", "", text)
    return re.sub(rf"({alternation('edition_heads')})(?={HAN})", r" \1 ", joined).strip()


def read_parts(text: str) -> tuple[list[Part], list[str]]:
    """What kinds of parts a line holds, and the words that are left."""
    found: list[Part] = []
    for part in parts():
        text, count = part.pattern.subn(" ", text)
        if count:
            found.append(part)
    return found, [word for word in LEFT.split(text) if word]


def is_imprint(text: str) -> bool:
    """Whether a line of any place on the page is an imprint."""
    if len(text) > IMPRINT_MAX or SENTENCE.search(text):
        return False
    if EAR.match(text) and re.search(DEGREES, text) and len(text) <= EAR_MAX:
        return True
    if STOPS.search(text):
        return False
    return any(form.match(text) for form in forms()) or _is_made_of_parts(text)


def _is_made_of_parts(text: str) -> bool:
    found, rest = read_parts(unspread(text))
    longest, size = max(map(len, rest), default=0), sum(map(len, rest))
    if not found or longest > WORD_MAX or re.search(alternation("reporters"), text):
        return False
    names = {part.name for part in found}
    if len(names) > 1 and names != {"number", "day"}:
        return True
    if any(part.is_sure for part in found):
        return size <= REST_MAX and longest <= NAME_MAX
    if names == {"lunar"}:
        return not rest
    is_named = all(map(_is_name, rest))
    if names == {"page"}:
        return size <= NAME_MAX and len(rest) <= PAGE_WORDS and is_named
    return names == {"day"} and bool(rest) and is_named


def _is_name(word: str) -> bool:
    """A paper, a section, a number of a page."""
    if word in word_set("labels") or re.fullmatch(r"[A-Z]{0,2}\d{1,3}|[A-Z]+", word):
        return True
    return len(word) <= NAME_MAX and word.endswith(tuple(word_set("section_ends")))
