"""Line -> the reason why it can be nothing but furniture, and whether it is a label.

What only its neighbours tell (the rest of a wrapped imprint, the telephone of a notice) is decided
later.
"""

from __future__ import annotations

import re
from functools import cache

from wenzhai.segment.imprints import is_imprint
from wenzhai.segment.lines import ARROW_JUMP, ARROWS, JUMP, JUMP_PAGE, Line
from wenzhai.segment.words import alternation, word_set

DATE = r"(?:\d{2,4}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:\s*(?:至|—|-|～|~|到)\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*日)?"
EDITION_DATE = re.compile(
    r"^(?:[A-Za-z]?\d{0,3}\s*版?\s*[\u4e00-\u9fff]{0,6}\s*)?\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"(?:\s*(?:星期|周)[一二三四五六日天])?[^。，]{0,30}$"
)  # 2023年12月5日 星期二 农历癸卯年十月廿三
WEEKDAY = re.compile(
    r"星期[一二三四五六日天]|农历|第\s*\d+\s*期|总第|第\s*[A-Za-z]?[\d一二三四五六七八九十]+\s*版"
)
PLAIN_DATE = re.compile(
    r"^[（(]?\s*\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*[）)]?$"
)  # (2021年12月18日)
PAGE_NUMBER = re.compile(
    r"^第\s*[A-Za-z]?[\d一二三四五六七八九十]{1,3}\s*版(?:[\s·:：|｜]*[\u4e00-\u9fff·]{0,6})?$"
    r"|^(?:第\s*)?[A-Za-z]?\s*[\d０-９]{1,2}\s*版?$|^[A-Za-z]{1,2}\d{1,2}(?:[-—－]\d{1,2})?\b.{0,8}$|^(?:第?[一二三四五六七八九十]{1,2}|头)版$"
    r"|^\d{1,2}[ \u3000]+(?![月日年时点分秒个名位人岁只头条项次元万亿度家户亩吨米公千克比])[\u4e00-\u9fff]{2,4}$|^0\d[\u4e00-\u9fff]{2,4}$"
)  # 第3版　要闻; A07; 6 基层政协
PICTURE_NOTE = re.compile(
    r"^[（(【]?(?:[本此][版文组].{0,8}(?:图片|照片|摄影|绘图|图)|图片均?(?:由|为|来源|来自)|照片均?(?:由|为)).{0,24}$"
)  # 本版图片均为资料图片; 图片由受访者提供
DRAWN = re.compile(
    r"^[（(]?(?:制图|绘图|漫画|插图|插画|题图|图表|图)(?:[ \u3000]*[:：/／|丨][ \u3000]*|[ \u3000]+)[\u4e00-\u9fff ]{2,8}[）)]?$"
)  # 制图 本报美编
SOURCE = re.compile(
    r"^[（(【]?(?:(?:受访者|网络|网友|通讯员|视觉中国|新华社|中新社|资料|档案|效果|示意|CFP|ICphoto|IC|AI)\s*(?:供图|图片|照片|图|发|制图|生成|合成图?))[）)】]?$",
    re.IGNORECASE,
)  # （受访者供图）; 新华社发; AI制图
ADVERTISED = re.compile(
    r"^(?:(?:公益|分类)?(?:广告|信息)(?:[·:： \u3000].{0,30})?|(?:欢迎|敬请)(?:订阅|刊登)[^，。]{0,24})$"
)  # 广告·征订 全年定价 168 元
HOTLINE = re.compile(r"(?:热线|电话|传真|刊登|广告)\D{0,6}\d{7,8}")
# The end of a notice: whom to ask.
ENQUIRY = re.compile(
    r"^(?:联系|咨询|报名|举报|监督|预约|求助|应聘|订购|查询|征稿|来稿|来信|地点|时间|详情)"
)
CONTACT = re.compile(r"\d{3,4}[-－—]\d{7,8}|1[3-9]\d{9}|[\w.]+@[\w.]+|https?://|www\.")
NUMBERED = re.compile(r"[:：\s]\d{3,}")  # 咨询电话：96777
POINTER = re.compile(
    rf"^[（(【\[{ARROWS}\s]*(?:(?:更多|相关|详细|有关|后续|具体)?(?:报道|内容|新闻|全文|图文|文|评论|图|照片|社论|详情|视频|消息))?详?(?:见|请看|刊于?){JUMP_PAGE}[）)】\]{ARROWS}\s]*$"
)  # （相关报道见第二版）
ORNAMENT = re.compile(r"^[^\w，。！？、；：“”‘’（）《》()\"',!?;:%％+−]+$")  # ◇◇◇
ORNAMENT_MAX = 30  # Han characters
SHORT = 30  # Han characters of an imprint with one head: 责任编辑 田七
CONTACT_MAX = 24  # Han characters of a line that is hardly more than a telephone number


def furniture_reason(line: Line) -> str | None:
    """Why the line is no text of an article; None where it may be."""
    text = line.text
    if JUMP.fullmatch(text) or ARROW_JUMP.match(text):
        return "jump line"
    if POINTER.match(text):
        return "box label"
    if PICTURE_NOTE.match(text) or DRAWN.match(text) or SOURCE.match(text):
        return "picture credit"
    if ADVERTISED.match(text):
        return "advertisement"
    if text in word_set("labels"):
        return None
    if _is_edition_line(line):
        return "edition line"
    return "stray marks" if ORNAMENT.match(text) and line.width <= ORNAMENT_MAX else None


@cache
def _edition_head() -> re.Pattern[str]:
    head = alternation("edition_heads")
    return re.compile(rf"^[■●□○◎\s]*(?:本版|本报)?\s*{head}\s*(?:[:：/／]|[\s　]+|(?=\d))\s*(?=\S)")


def _is_edition_line(line: Line) -> bool:
    text = line.text
    if ENQUIRY.match(text):
        return False
    if is_imprint(text):
        return True
    is_short = line.width <= SHORT or CONTACT.search(text) is not None
    if is_short and _edition_head().match(text) and "。" not in text:
        return True
    if EDITION_DATE.match(text) and WEEKDAY.search(text):
        return True
    is_contact = CONTACT.search(text) or HOTLINE.search(text)
    if is_contact and line.width <= CONTACT_MAX and "。" not in text:
        return True
    return PAGE_NUMBER.match(text) is not None and re.search(r"[\d０-９版]", text) is not None


def is_enquiry(text: str) -> bool:
    """Whom to ask, with a number: 举报电话：025-83520000."""
    return ENQUIRY.match(text) is not None and (
        CONTACT.search(text) is not None or NUMBERED.search(text) is not None
    )
