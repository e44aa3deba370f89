"""Line -> signs: what a line shows by itself, before it is compared with any other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wenzhai.segment.bylines import is_byline
from wenzhai.segment.furniture import DATE, PLAIN_DATE, furniture_reason, is_enquiry
from wenzhai.segment.imprints import is_imprint
from wenzhai.segment.lines import Line
from wenzhai.segment.names import HAN, NOTICES, is_han, is_name
from wenzhai.segment.numbers import read_series
from wenzhai.segment.words import alternation, word_set, words

__all__ = ["FRAME", "HAN", "SPEAKER_WORDS", "Signs", "is_name", "patterns", "read_signs"]

CLOSERS = "”’」』）)】》〉\"'*"
TERMINAL = re.compile(rf"(?:[。！？!?]|……|…|\.)[{CLOSERS}]*$")  # ends a sentence: 。”
MIDDLE = re.compile(r"[，,、；;：:—－-]$")  # a sentence goes on
BAD_START = re.compile(
    r"^[，。、；：！？）》〉」』】”’%％,;:!?)\]…]"
)  # no line of its own begins so

DASH_START = re.compile(r"^(?:[—─－–―-]{1,4}|一 )\s*(?=[\u4e00-\u9fff“\"《‘])")  # ——在…上的讲话

DATED_START = re.compile(rf"^(?:本报讯\s*)?{DATE}(?:上午|下午|晚|晚间|凌晨|清晨|中午|，|,|\s|在)?")


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
    signature: re.Pattern[str]
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
    return _Patterns(
        # 本报嘉峪关讯（通讯员苏天泰） / 新华社北京11月3日电（记者 …） / 庄浪讯
        dateline=re.compile(
            rf"^[【\[（(■●]?\s*(?:(?:{agency}|[\u4e00-\u9fff]{{2,6}}报)\s*{place}(?:{DATE})?\s*(?:综合)?(?:讯|电|消息)"
            rf"|(?:[\u4e00-\u9fff]{{2,8}}?)(?:{DATE}\s*)?讯(?=[\s　（(]))"
            rf"\s*[】\]）)]?\s*(?:[（(][^（）()]{{2,60}}[）)]|{role}\s*{names}(?:\s*报道)?)?"
            rf"|^[（(]\s*(?:{agency})?\s*(?:{alternation('byline_roles')})(?!\s*(?:系|单位|为|是))[^（）()。]{{2,40}}[）)]"
        ),
        signature=re.compile(
            rf"(?:[。！？…!?][”’」』）)\"]*|\s)\s*(?P<who>[（(](?:{role}|{photo})?[:：\s]*{names}(?:\s*(?:{role}|{photo})?[:：\s]*{names}|{photo}|报道|整理)*[）)]"
            rf"|(?:{role})[:：\s]*{names}(?:\s*(?:{photo}|报道))?|{names}\s+(?:摄影报道|文/图|图/文|摄)|(?<=。)[\u4e00-\u9fff]{{2,4}}摄)\s*$"
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


def read_signs(line: Line) -> Signs:
    """Everything one line shows by itself."""
    text = line.text
    short = line.width <= 45
    look = patterns()
    series, value = read_series(text)
    byline = short and "。" not in text and is_byline(text)
    speaker = SPEAKER.match(text)
    signature = look.signature.search(text[-60:])
    return Signs(
        is_closed=TERMINAL.search(text[-6:]) is not None
        or signature is not None
        or (short and is_enquiry(text)),
        is_middle=MIDDLE.search(text) is not None,
        is_bad_start=BAD_START.match(text) is not None,
        has_stop="。" in text,
        dateline=_dateline(text),
        byline=byline or PLAIN_DATE.match(text) is not None,
        furniture=furniture_reason(line) if short or line.is_cut or is_imprint(text) else None,
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


SPREAD = re.compile(r"^[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,5}$")  # 草 原 周 末
PART_MAX = 8  # code points of either half of 文教周刊·山区教育
LABEL_MAX = 6  # Han characters; 民生观察, 委员之声
SERIES_MAX = 9  # ... of a column that says that it is one: 乡村振兴进行时
FRAME = "■●◆◎□○▲★◇☆【】[]|｜ \u3000:：·"
TELLING = re.compile(r"[的了着过吗呢]")  # in a headline, seldom in a label


def _is_label(text: str) -> bool:
    bare = text.strip(FRAME)
    if text[-1] in ":：":
        return False  # 附 件：
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
    if not is_han(solid) or TELLING.search(solid):
        return False
    longest = SERIES_MAX if solid.endswith(words("series_ends")) else LABEL_MAX
    return 3 <= len(solid) <= longest and solid.endswith(words("label_ends"))


def _dateline(text: str) -> str | None:
    match = patterns().dateline.match(text)
    if match is None:
        return None
    found = match.group()
    head = re.split(r"[（(\s]", found.lstrip("（(【["))[0]
    if any(head.endswith(word) for word in words("false_datelines")):
        return None
    return found.strip()
