"""Line -> signs: what a line shows by itself, before it is compared with any other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wenzhai.segment.lines import ARROW_JUMP, JUMP, Line
from wenzhai.segment.numbers import read_series
from wenzhai.segment.running import is_imprint, is_running_title
from wenzhai.segment.words import alternation, word_set, words

CLOSERS = "”’」』）)】》〉\"'*"
TERMINAL = re.compile(rf"(?:[。！？!?]|……|…|\.)[{CLOSERS}]*$")  # ends a sentence: 。”
MIDDLE = re.compile(r"[，,、；;：:—－-]$")  # a sentence goes on
BAD_START = re.compile(
    r"^[，。、；：！？）》〉」』】”’%％,;:!?)\]…]"
)  # no line of its own begins so
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")

DASH_START = re.compile(r"^(?:[—─－–―-]{1,4}|一 )\s*(?=[\u4e00-\u9fff“\"《‘])")  # ——在…上的讲话

DATE = r"(?:\d{2,4}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:\s*(?:至|—|-|～|~|到)\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*日)?"
DATED_START = re.compile(rf"^(?:本报讯\s*)?{DATE}(?:上午|下午|晚|晚间|凌晨|清晨|中午|，|,|\s|在)?")
EDITION_DATE = re.compile(
    r"^(?:[A-Za-z]?\d{0,3}\s*版?\s*[\u4e00-\u9fff]{0,6}\s*)?\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"(?:\s*(?:星期|周)[一二三四五六日天])?[^。，]{0,30}$"
)  # 2023年12月5日 星期二 农历癸卯年十月廿三
WEEKDAY = re.compile(
    r"星期[一二三四五六日天]|农历|第\s*\d+\s*期|总第|第\s*[A-Za-z]?[\d一二三四五六七八九十]+\s*版"
)
PAGE_NUMBER = re.compile(
    r"^第\s*[A-Za-z]?[\d一二三四五六七八九十]{1,3}\s*版(?:[\s·:：|｜]*[\u4e00-\u9fff·]{0,6})?$|^(?:第\s*)?[A-Za-z]?\s*[\d０-９一二三四五六七八]{1,3}\s*版?$|^[A-Za-z]\d{1,2}\b.{0,8}$|^\d{1,2}\s*[\u4e00-\u9fff]{2,4}$"
)
PLAIN_DATE = re.compile(
    r"^[（(]?\s*\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*[）)]?$"
)  # (2021年12月18日)
PICTURE_NOTE = re.compile(r"^本版.{0,8}(?:图片|照片|摄影|图).{0,20}$")  # 本版图片均为资料图片
DRAWN = re.compile(r"^(?:制图|绘图|漫画)[ \u3000:：/／]+[\u4e00-\u9fff]{2,8}$")  # 制图 本报美编
ADVERTISED = re.compile(r"^(?:公益)?广告[·:： \u3000].{0,30}$")  # 广告·征订 全年定价 168 元
HOTLINE = re.compile(r"(?:热线|电话|传真|刊登|广告)\D{0,6}\d{7,8}")
ENQUIRY = re.compile(r"^(?:联系人|联系电话|联系方式|咨询|报名)")  # the end of a notice
CONTACT = re.compile(r"\d{3,4}[-－—]\d{7,8}|1[3-9]\d{9}|[\w.]+@[\w.]+|https?://|www\.")


@dataclass(frozen=True, slots=True)
class Signs:
    """What one line shows."""

    is_closed: bool
    """Its last sentence ends."""
    is_middle: bool
    """It ends with a comma or the like."""
    is_bad_start: bool
    has_stop: bool
    """A full stop stands anywhere in it."""
    dateline: str | None
    byline: bool
    """The whole line names its makers."""
    furniture: str | None
    """Reason, when the line can be nothing else."""
    is_caption: bool
    label: bool
    """The whole line is a known label."""
    series: str | None
    """Kind of number or mark it begins with: "han", "paren", "digit", ..., "■"."""
    value: int | None
    """The number itself."""
    speaker: str | None
    is_dated: bool
    is_opener: bool
    is_continuer: bool
    is_note: bool
    is_sub: bool
    """Begins with the dash of a subheadline."""
    is_titled: bool
    """Office and name with a colon, which stand above a headline."""
    signature: str | None
    """Makers named at its end, after the last sentence."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    signature: re.Pattern[str]
    credit: re.Pattern[str]
    edition: re.Pattern[str]
    caption: re.Pattern[str]
    note: re.Pattern[str]
    continuer: re.Pattern[str]
    opener: re.Pattern[str]
    titled: re.Pattern[str]


@cache
def patterns() -> _Patterns:
    """The expressions that are built from word lists."""
    agency = alternation("agencies")
    role = rf"(?:(?:{agency}|本报)?\s*(?:{alternation('byline_roles')}))"
    photo = alternation("photo_roles")
    names = r"[\u4e00-\u9fff·]{2,5}(?:[\s、，,　]+[\u4e00-\u9fff·]{1,5}){0,7}"
    place = r"[\u4e00-\u9fff]{0,10}?"
    makers = (
        rf"(?:{role}|{photo})[:：/／\s]*{names}(?:\s*(?:{role}|{photo})(?:[:：/／\s]*{names})?)*"
    )
    return _Patterns(
        # 本报嘉峪关讯（通讯员苏天泰） / 新华社北京11月3日电（记者 …） / 庄浪讯
        dateline=re.compile(
            rf"^[【\[（(■●]?\s*(?:(?:{agency}|[\u4e00-\u9fff]{{2,6}}报)\s*{place}(?:{DATE})?\s*(?:综合)?(?:讯|电|消息)"
            rf"|(?:[\u4e00-\u9fff]{{2,8}}?)(?:{DATE}\s*)?讯(?=[\s　（(]))"
            rf"\s*[】\]）)]?\s*(?:[（(][^（）()]{{2,60}}[）)]|{role}\s*{names}(?:\s*报道)?)?"
            rf"|^[（(]\s*(?:{agency})?\s*(?:{alternation('byline_roles')})(?!\s*(?:系|单位|为|是))[^（）()。]{{2,40}}[）)]"
        ),
        byline=re.compile(
            rf"^[○〇●□■◎◆—\-\s（(]*(?:{makers}|{names}\s*(?:{photo}|报道|文)(?:\s*{names}\s*(?:{photo}))?)"
            rf"\s*(?:报道)?[）)\s]*$"
        ),
        signature=re.compile(
            rf"(?:[。！？…!?][”’」』）)\"]*|\s)\s*(?P<who>[（(](?:{role}|{photo})?[:：\s]*{names}(?:\s*(?:{role}|{photo})?[:：\s]*{names}|{photo}|报道|整理)*[）)]"
            rf"|(?:{role})[:：\s]*{names}(?:\s*(?:{photo}|报道))?|{names}\s+(?:摄影报道|文/图|图/文|摄)|(?<=。)[\u4e00-\u9fff]{{2,4}}摄)\s*$"
        ),
        credit=re.compile(
            rf"^[（(]?\s*(?:(?:{agency})?\s*(?:{alternation('byline_roles')})?[:：\s]*{names}\s*(?:摄|摄影|供图|图)|(?:{agency})?(?:资料|档案|效果)(?:图片|照片|图)|"
            rf"(?:摄影|供图|图片|图片来源|图)[:：/／\s]+{names}|{agency}发)\s*[）)]?$"
        ),
        edition=re.compile(
            rf"^[■●□○◎\s]*(?:本版|本报)?\s*{alternation('edition_heads')}\s*(?:[:：/／]|[\s　]+|(?=\d))\s*(?=\S)"
        ),
        caption=re.compile(rf"^[▲△▼◀▶←→↑↓●■◎]?\s*{alternation('photo_starts')}"),
        note=re.compile(rf"^[【\[■●（(]?\s*{alternation('notes')}\s*(?:[】\]）)：:\s]|$)"),
        continuer=re.compile(rf"^[“\"]?{alternation('continuers')}"),
        opener=re.compile(rf"^(?:{alternation('openers')}|记者\d)"),
        # 市人大代表,开阳县委副书记、县长吕槐乐: / 省政协委员张鹏：
        titled=re.compile(
            rf"^[^。！？]{{2,36}}{alternation('offices')}[\u4e00-\u9fff·]{{2,4}}[:：]$"
        ),
    )


SPEAKER = re.compile(r"^(?P<who>[\u4e00-\u9fff·]{1,5})[ \u3000]?[:：](?=\S|\s|$)")
SPEAKER_WORDS = frozenset(["记者", "问", "答", "主持人", "本报记者", "嘉宾", "网友"])


NOTICES = re.compile(r"(?:公告|通告|公示|启事|声明|通知)$")  # 公 is a surname too


def is_name(text: str) -> bool:
    """Whether the text can be a Chinese name: surname and one or two characters."""
    if not 2 <= len(text) <= 4 or not all(HAN.match(c) for c in text) or NOTICES.search(text):
        return False
    if text[:2] in word_set("compound_surnames"):
        return len(text) in (3, 4)
    return len(text) <= 3 and text[0] in word_set("surnames")


def read_signs(line: Line) -> Signs:
    """Everything one line shows by itself."""
    text = line.text
    short = line.width <= 45
    look = patterns()
    series, value = read_series(text)
    byline = short and "。" not in text and _is_byline(text)
    speaker = SPEAKER.match(text)
    signature = look.signature.search(text[-60:])
    return Signs(
        is_closed=TERMINAL.search(text[-6:]) is not None or signature is not None,
        is_middle=MIDDLE.search(text) is not None,
        is_bad_start=BAD_START.match(text) is not None,
        has_stop="。" in text,
        dateline=_dateline(text),
        byline=byline or PLAIN_DATE.match(text) is not None,
        furniture=_furniture(line) if short or line.is_cut or is_imprint(text) else None,
        is_caption=look.caption.match(text) is not None,
        label=_is_label(text),
        series=series,
        value=value,
        speaker=speaker["who"] if speaker else None,
        is_dated=DATED_START.match(text) is not None and not PLAIN_DATE.match(text),
        is_opener=look.opener.match(text) is not None,
        is_continuer=look.continuer.match(text) is not None,
        is_note=look.note.match(text) is not None,
        is_sub=DASH_START.match(text) is not None,
        is_titled=short and look.titled.match(text) is not None,
        signature=signature["who"] if signature else None,
    )


SUPPLIER = re.compile(
    r"^[（(](?:[\u4e00-\u9fff\s·]{2,16}(?:供稿|供图|来稿|提供|撰稿|整理)"
    r"|(?:读者|作者|来源)[:：\s]*[\u4e00-\u9fff·\s:：、]{2,40}"
    r"|[\u4e00-\u9fff·\s]{2,5}系[\u4e00-\u9fff\s]{4,30})[）)]$"
)  # （市植保站供稿） （作者单位：县文化馆）
BRACKETED = re.compile(r"^[（(]([\u4e00-\u9fff·\s、　]{2,24})[）)]$")  # （南章林 陈雪梅）
ROLE_FIRST = re.compile(
    r"^[○〇●□■◎◆—\-\s（(]*(?:本报)?(?:[\u4e00-\u9fff]{0,3}记者|通讯员|实习生)[:：\s]"
)
SPREAD = re.compile(r"^[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,5}$")  # 草 原 周 末
PART_MAX = 8  # code points of either half of 文教周刊·山区教育
LABEL_MAX = 6  # Han characters; 民生观察, 委员之声


def _is_label(text: str) -> bool:
    bare = text.strip("■●◆◎□○【】[]|｜ \u3000:：·")
    if bare in word_set("labels"):
        return True
    solid = re.sub(r"[\s·・•|｜]", "", bare)
    if SPREAD.match(bare):
        return not is_name(solid) and not NOTICES.search(solid)
    parts = re.split(r"[·・•]", bare)
    if len(parts) == 2 and max(map(len, parts)) <= PART_MAX and not re.search(r"[，：？！]", bare):
        return any(
            part in word_set("labels") or part.endswith(words("label_ends")) for part in parts
        )
    return 3 <= len(solid) <= LABEL_MAX and solid.endswith(words("label_ends")) and _is_han(solid)


def _is_han(text: str) -> bool:
    return all(HAN.match(c) for c in text)


def _is_byline(text: str) -> bool:
    bracketed = BRACKETED.match(text)
    if bracketed and all(is_name(name) for name in re.split(r"[\s、　]+", bracketed[1].strip())):
        return True
    if SUPPLIER.match(text):
        return True
    if patterns().byline.match(text) is None:
        return False
    if ROLE_FIRST.match(text):
        return True
    return any(
        is_name(part.lstrip("○〇●□■◎◆—-（("))
        for part in re.split(r"[\s、，,　:：/／()（）]+", _without_roles(text))
    ) or is_name(re.sub(r"[\s　]", "", _without_roles(text)))


def _without_roles(text: str) -> str:
    roles = sorted(
        (*words("byline_roles"), *words("photo_roles"), *words("agencies"), "报道"), key=len
    )
    for role in reversed(roles):
        text = text.replace(role, " ")
    return text.strip()


def _dateline(text: str) -> str | None:
    match = patterns().dateline.match(text)
    if match is None:
        return None
    found = match.group()
    head = re.split(r"[（(\s]", found.lstrip("（(【["))[0]
    if any(head.endswith(word) for word in words("false_datelines")):
        return None
    return found.strip()


def _furniture(line: Line) -> str | None:
    text = line.text
    if JUMP.fullmatch(text) or ARROW_JUMP.match(text):
        return "jump line"
    if text in word_set("labels"):
        return None
    if PICTURE_NOTE.match(text) or DRAWN.match(text):
        return "picture credit"
    if ADVERTISED.match(text):
        return "advertisement"
    if _is_edition_line(line):
        return "edition line"
    if not HAN.search(text) and not re.search(r"[A-Za-z0-9]{2}", text) and line.width <= 12:
        return "stray marks" if not line.text.strip("—─-－_=*·.•…　 |｜~+＋") else None
    return None


def _is_edition_line(line: Line) -> bool:
    text = line.text
    is_enquiry = ENQUIRY.match(text) is not None
    if is_imprint(text) and not is_enquiry:
        return True
    is_short = line.width <= 30 or CONTACT.search(text) is not None
    if is_short and patterns().edition.match(text) and "。" not in text:
        return True
    if EDITION_DATE.match(text) and (WEEKDAY.search(text) or _is_labelled_date(text)):
        return True
    is_contact = (CONTACT.search(text) or HOTLINE.search(text)) and not is_enquiry
    if is_contact and line.width <= 24 and "。" not in text:
        return True
    is_number = PAGE_NUMBER.match(text) and re.search(r"[\d０-９版]", text)
    return not PLAIN_DATE.match(text) and (is_running_title(text) or is_number is not None)


def _is_labelled_date(text: str) -> bool:
    """A date with the name of the page beside it: 2023年9月28日 · 要闻."""
    rest = re.sub(DATE, "", text, count=1).strip(" \u3000·|｜/／-—")
    return rest in word_set("labels")
