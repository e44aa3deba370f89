"""Evidence at a gap that the text itself gives: datelines, makers, sentences, numbers, speakers."""

from __future__ import annotations

import re

from wenzhai.segment.numbers import MARK
from wenzhai.segment.sheets import Evidence, Gap, Sheet, displays
from wenzhai.segment.signs import FRAME
from wenzhai.segment.words import word_set

WINDOW = 4  # paragraphs on either side whose vocabulary is compared
COLUMN_STEP = 2.0  # Han characters; smaller differences come from punctuation
COLUMN_LINES = 4  # lines from which a paragraph shows the width of its column
COLUMN_MAX = 45.0  # Han characters; wider lines are whole paragraphs
PICTURE_SHARED = 0.05  # shared vocabulary of a caption and a text that it does not belong to
PLACE = r"[\u4e00-\u9fff]{2,4}?(?:市|县|区|旗|镇|乡|村|街道)"
OPENING_PLACE = re.compile(
    rf"^(?:(?:在|走进|来到){PLACE}(?!委|政|级|域|里)|{PLACE}{PLACE}(?:的|，|,))"
)  # 在若尔盖县麦溪乡，柯桥区平水镇的
NOTE = re.compile(r"^[（(][^（）()]{6,60}[）)]$")  # （作者系县茶业质量检测中心工程师）
OPENING_LETTER = re.compile(
    r"^[\u4e00-\u9fff]{2,14}(?:来信|来电|来函|反映|投诉)(?:说|称)?[:：，,]"
)  # 林西县统部镇村民那顺来信：
ANNOUNCED = re.compile(r"如下|下列|以下")  # 现公开征集下列被执行人财产线索
SIGN_OFF = re.compile(r"^[（(]|\d日$|报道$|摄$|(?:局|委|办|院|会|部|公司|中心|编辑部)$")


def dateline(sheet: Sheet, gap: Gap) -> Evidence | None:
    found = sheet.page.signs[sheet.first(gap.below)].dateline
    if found and sheet.page.signs[sheet.first(gap.above)].is_note and not displays(sheet, gap):
        return None  # the editors' note stands between headline and dateline
    return Evidence("dateline", 6.0, f"the paragraph begins with “{found}”") if found else None


def byline_between(sheet: Sheet, gap: Gap) -> Evidence | None:
    for b in gap.between:
        if sheet.blocks[b].kind == "byline":
            if b == gap.above + 1 and (
                b + 1 == gap.below
                or SIGN_OFF.search(sheet.blocks[b].text)
                or _is_followed_by_head(sheet, gap, b)
            ):
                return Evidence("sign-off", 3.0, f"“{sheet.blocks[b].text}” ends the text above")
            return Evidence("byline", 3.0, f"“{sheet.blocks[b].text}” names the makers")
    return None


def _is_followed_by_head(sheet: Sheet, gap: Gap, b: int) -> bool:
    """Between makers and the text below stands display type, so that they signed what is above."""
    rest = [sheet.blocks[k].kind for k in range(b + 1, gap.below)]
    last = max((k for k, kind in enumerate(rest) if kind == "byline"), default=-1)
    return "display" in rest[last + 1 :] and "display" not in rest[: last + 1]


def signature(sheet: Sheet, gap: Gap) -> Evidence | None:
    found = sheet.page.signs[sheet.last(gap.above)].signature
    return Evidence("signature", 4.0, f"“{found}” ends the text above") if found else None


def open_sentence(sheet: Sheet, gap: Gap) -> Evidence | None:
    signs = sheet.page.signs[sheet.last(gap.above)]
    if signs.is_closed or NOTE.match(sheet.blocks[gap.above].text):
        return None
    end = sheet.blocks[gap.above].text[-6:]
    if signs.is_middle and end[-1] in "；;：:":
        return Evidence("unfinished-list", -1.0, f"“{end}” asks for more")
    return Evidence("unfinished-sentence", -3.0, f"“{end}” is no end of a sentence")


def jump(sheet: Sheet, gap: Gap) -> Evidence | None:
    for b in gap.between:
        if sheet.page.signs[sheet.first(b)].furniture == "jump line":
            return Evidence("jump-line", 4.0, f"“{sheet.blocks[b].text}” sends to another page")
    return None


def marked_list(sheet: Sheet, gap: Gap) -> Evidence | None:
    """A column of short news, each with the same mark before it, is an article of its own."""
    above, below = (_list_mark(sheet, b) for b in (gap.above, gap.below))
    if displays(sheet, gap):
        is_list = below and sum(_list_mark(sheet, b) == below for b in gap.texts_below[:2]) == 2
        if not is_list or above == below:
            return None
        return Evidence("marked-list", 2.0, f"“{below}” begins a list under a heading")
    if not (above or below):
        return None
    if above == below:
        return Evidence("marked-items", -4.0, f"“{above}” begins each item")
    if below and sum(_list_mark(sheet, b) == below for b in gap.texts_below[:2]) == 2:
        return Evidence("marked-list", 4.0, f"“{below}” begins a list that nothing announces")
    if above and sum(_list_mark(sheet, b) == above for b in gap.texts_above[-2:]) == 2:
        return Evidence("marked-list", 2.0, f"a list whose items begin with “{above}” ends")
    return None


def _list_mark(sheet: Sheet, b: int) -> str | None:
    found = MARK.match(sheet.blocks[b].text)
    return found.group().strip() if found else None


def picture(sheet: Sheet, gap: Gap) -> Evidence | None:
    """A caption with its photographer that has nothing of the text above is a picture by itself."""
    found = sheet.page.signs[sheet.last(gap.below)].signature
    if found is None or not found.rstrip("）)").endswith("摄") or displays(sheet, gap):
        return None
    if sheet.topics.shared(gap.texts_above, (gap.below,)) > PICTURE_SHARED:
        return None
    return Evidence("picture", 4.0, f"“{found}” took a picture of something else")


def list_start(sheet: Sheet, gap: Gap) -> Evidence | None:
    i, last = sheet.first(gap.below), sheet.last(gap.above)
    signs = sheet.page.signs
    if signs[i].value != 1 or i not in sheet.page.in_series or last in sheet.page.in_series:
        return None
    if (
        not signs[last].is_closed
        or sum(sheet.first(b) in sheet.page.in_series for b in gap.texts_below) < WINDOW
    ):
        return None
    return Evidence("list-begins", 1.5, "a numbered list begins that nothing announces")


def opening(sheet: Sheet, gap: Gap) -> Evidence | None:
    signs = sheet.page.signs[sheet.first(gap.below)]
    text = sheet.blocks[gap.below].text[:8]
    if NOTE.match(sheet.blocks[gap.below].text) and not signs.dateline:
        return Evidence("closing-note", -2.5, f"“{text}” is a note on what stands above")
    if signs.is_opener and OPENING_PLACE.match(sheet.blocks[gap.below].text):
        return Evidence("opening-place", 2.0, f"“{text}” leads to a place")
    if signs.is_dated or signs.is_opener:
        return Evidence("opening-words", 1.2, f"“{text}” opens a report")
    if OPENING_LETTER.match(sheet.blocks[gap.below].text):
        return Evidence("opening-letter", 1.6, f"“{text}” tells who wrote in")
    if OPENING_PLACE.match(sheet.blocks[gap.below].text):
        return Evidence("opening-place", 1.6, f"“{text}” leads to a place")
    if signs.is_continuer:
        return Evidence("continuing-words", -1.5, f"“{text}” carries on a report")
    return None


def numbering(sheet: Sheet, gap: Gap) -> Evidence | None:
    i = sheet.first(gap.below)
    value = sheet.page.signs[i].value
    if i in sheet.page.in_series and value == 1 and not displays(sheet, gap):
        announced = ANNOUNCED.search(sheet.blocks[gap.above].text)
        if announced:
            return Evidence("running-numbers", -5.0, f"“{announced.group()}” announces a list")
    if i in sheet.page.in_series and value and value > 1:
        return Evidence("running-numbers", -5.0, f"number {value} of a series")
    return None


def same_speaker(sheet: Sheet, gap: Gap) -> Evidence | None:
    who = sheet.page.signs[sheet.first(gap.below)].speaker
    if who is None or displays(sheet, gap):
        return None
    for b in gap.texts_above:
        if sheet.page.signs[sheet.first(b)].speaker:
            return Evidence("dialogue", -2.5, f"“{who}” speaks in a dialogue that is under way")
    return None


def column_label(sheet: Sheet, gap: Gap) -> Evidence | None:
    """The label of a column that always begins an article: 图片新闻 over a caption."""
    if displays(sheet, gap):
        return None
    for b in gap.between:
        block = sheet.blocks[b]
        if block.kind == "label" and block.text.strip(FRAME) in word_set("starting_labels"):
            return Evidence("column-label", 3.0, f"“{block.text}” heads a column")
    return None


def verse(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Between two verses no article begins."""
    if not (sheet.blocks[gap.above].is_verse and sheet.blocks[gap.below].is_verse):
        return None
    return Evidence("verse", -6.0, "one verse after another")


def column_change(sheet: Sheet, gap: Gap) -> Evidence | None:
    left, right = _full_width(sheet, gap.above), _full_width(sheet, gap.below)
    if left is None or right is None or abs(left - right) < COLUMN_STEP:
        return None
    return Evidence(
        "column-width", 1.5, f"the column changes from {left:g} to {right:g} characters"
    )


def _full_width(sheet: Sheet, b: int) -> float | None:
    """The width of the full lines of a paragraph; None when it has too few or is not wrapped."""
    lines = [sheet.page.lines[i].width for i in sheet.blocks[b].lines]
    if len(lines) < COLUMN_LINES or lines[0] > COLUMN_MAX:
        return None
    middle = sorted(lines[:-1])
    return middle[len(middle) // 2]
