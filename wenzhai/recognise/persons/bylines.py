"""Text -> the people of the byline: reporters, photographers, editors.

After a label (记者, 通讯员, 摄影, 责编) names stand between white space, 、 and further
labels; before 摄 and its like stands one name; at the very end of a text parentheses
may hold nothing but names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import rjieba

from wenzhai.model import Part
from wenzhai.recognise.persons.bodies import behind_body
from wenzhai.recognise.persons.candidate import CERTAIN, Candidate
from wenzhai.recognise.persons.glued import ETHNIC_MAX, split_names
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon, alternation
from wenzhai.recognise.persons.tokens import is_word

NO_NAMES = frozenset(
    [
        *("采访", "特约", "特派", "了解", "获悉", "见到", "看到", "走进", "来到", "资料"),
        *("管理", "方面", "时间", "单位", "文字", "图文", "万元", "全文", "发自", "代表"),
        *("供稿", "供图"),
    ]
)
"""Words that stand where a byline has names."""
OF_BODIES = frozenset("部局委办镇乡县村族")  # （党委宣传部 张三）, （黄潭镇）
APART = ("byline", "signature")
"""Rules of bylines that hold nothing but labels and names."""
INSIDE_MAX = 30  # code points between a parenthesis and the last label inside it
LINE_MAX = 40  # code points of a byline on a line of its own
LEAD_MAX = 8  # code points before the first label of such a line: 新华社记者
BOTH = frozenset({"摄影报道", "文/图", "图/文", "文并图", "文图", "/文图"})
"""Credits of who wrote and took the pictures."""
FIRM_LABELS = ("记者", "通讯员", "实习生", "报道员")
"""Need no mark between themselves and a name."""
SHORT_LABELS = ("作者", "读者", *(f"{what}{mark}" for what in "文图摄" for mark in ":：/／＼"))
"""What the short labels begin with."""
NO_HAN = re.compile(f"[^{HAN}]")
CREDITED = re.compile(r"摄|供图|文[/并图]|图[/／]|[/／][文图]|绘|制图|作[）)]?$")
"""Without one of these no credit stands in a text."""
ASKS = re.compile(r"[？?！!，,。；;“”]")
"""记者：那退费怎么办？ is what somebody says, and no list of names."""
COLONS = frozenset(":：")
GAP = r"[ \u3000\t\n]"


@dataclass(frozen=True, slots=True)
class BylineGrammar:
    """The patterns, composed once from the labels."""

    label: re.Pattern[str]
    hint: re.Pattern[str]
    """Without a match no label stands in a text; the engine looks for nothing but words faster."""
    name: re.Pattern[str]
    run: re.Pattern[str]
    """Names side by side, up to a mark or a label."""
    separator: re.Pattern[str]
    credit: re.Pattern[str]
    dateline: re.Pattern[str]
    signature: re.Pattern[str]
    of_office: re.Pattern[str]
    """（富锦市气象台 阎冬雪） at the end: who signs, behind an organisation."""


@lru_cache(maxsize=1)
def byline_grammar(lexicon: PersonLexicon) -> BylineGrammar:
    """The patterns for the lexicon's labels, composed once."""
    labels = lexicon.reporter | lexicon.photographer | lexicon.editor
    long_labels = alternation(word for word in labels if len(word) > 1)
    firm = alternation(word for word in labels if word.endswith(FIRM_LABELS))
    loose = alternation(word for word in labels if len(word) > 1)
    # 文/图 张三, 图：李四
    short_label = r"(?<![\u4e00-\u9fff])(?:[文图摄][/／＼][文图摄]|[文图](?=[:：/／＼])|作者(?=[:：])|(?<=[（(])作者|读者(?=[ \u3000]))"
    ends = rf"$|[^{HAN}]|(?:{long_labels}|报道|发自|摄影报道|文/图|图/文|摄(?![{HAN}])|[文图](?=[/／＼：:])|[/／＼])"
    # 梁 钰 | 黄静 | 欧阳明高
    # ... | 叶尔江·木拉提
    name = rf"[{HAN}]{GAP}{{1,2}}[{HAN}](?![{HAN}])|[{HAN}]{{2,8}}(?:·[{HAN}]{{2,8}})+?(?={ends})|[{HAN}]{{2,4}}?(?={ends})"
    one = rf"(?:[{HAN}]{GAP}[{HAN}]|[{HAN}]{{2,4}})"
    names = rf"{one}(?:[ \u3000、]*{one})*"
    credited = r"摄影报道|摄影|摄|供图|文/图|图/文|文并图|/文图|/文|/图|/摄|绘|制图|作(?=[）)]?$)"
    return BylineGrammar(
        label=re.compile(
            rf"(?P<label>{firm}|(?:{loose})(?=[:：/／＼ \u3000])|{short_label}){GAP}*[:：/／＼]?{GAP}*"
        ),
        hint=re.compile(alternation((*labels, *SHORT_LABELS))),
        name=re.compile(name),
        run=re.compile(rf"[{HAN}]{{4,16}}?(?={ends})"),
        # 李金枝/文何万山/图
        separator=re.compile(
            rf"[/／＼]文{GAP}*(?=[{HAN}]{{2,4}}[/／＼][图摄])|{GAP}*[、/／＼]?{GAP}*"
        ),
        # （新华社 张三 摄）
        credit=re.compile(
            rf"(?:(?<![{HAN}·])(?!文[{HAN}]{{2,4}}[/／＼]图|文[{HAN}]{{3}}{GAP}*摄)|(?<=[/／＼]文)|(?<=[ \u3000]文)(?=[{HAN}]{{3}}{GAP}*摄))(?P<name>[{HAN}]{GAP}[{HAN}]|[{HAN}]{{2,8}}(?:·[{HAN}]{{2,8}})+?|[{HAN}]{{2,4}}?){GAP}*/?{GAP}*(?P<credit>{credited})(?![{HAN}])"
        ),
        # 本报会昌讯（赖鹏飞）; （南章林 陈雪梅） at the end
        dateline=re.compile(rf"[讯电][ \u3000]*[（(]{GAP}*({names}){GAP}*(?=[）)]|{long_labels})"),
        of_office=re.compile(
            rf"[（(](?:作者[:：])?{GAP}*[{HAN}]{{1,18}}[院台局校室馆所处科办会社站团县市区镇队级班]{GAP}+(?P<name>{one}){GAP}*[）)]{GAP}*$"
        ),
        signature=re.compile(rf"[（(]{GAP}*({names}){GAP}*[）)]{GAP}*$"),
    )


# （温又宁系县茶业质量检测中心工程师）, （蔡 缅 作者系市政协委员）
AUTHOR = re.compile(
    rf"[（(](?P<name>[{HAN}]{{2,4}}|[{HAN}]{GAP}[{HAN}]{{1,2}})(?:{GAP}+作者)?系(?=[^（）()，。]{{4,40}}[）)]$)"
)


def byline_candidates(
    text: str, grammar: BylineGrammar, lexicon: PersonLexicon
) -> Iterator[Candidate]:
    """Everybody whom a label, a credit or a signature names, in no fixed order."""
    yield from _labelled(text, grammar, lexicon)
    if CREDITED.search(text):
        yield from _credited(text, grammar, lexicon)
    yield from _signed(text, grammar, lexicon)
    author = AUTHOR.search(text)
    if author is not None and _has_surname(author["name"], lexicon):
        yield _candidate(author.start("name"), author["name"], "reporter", "signature")


def _labelled(text: str, grammar: BylineGrammar, lexicon: PersonLexicon) -> Iterator[Candidate]:
    if grammar.hint.search(text) is None:
        return
    labels = list(grammar.label.finditer(text))
    is_line = len(text) <= LINE_MAX and labels != [] and labels[0].start() <= LEAD_MAX
    for match in labels:
        part = _part(match.group("label"), lexicon)
        opening = max(text.rfind(mark, 0, match.start()) for mark in "（(")
        if _is_said(text, match, lexicon):
            continue
        is_apart = is_line or (opening >= 0 and match.start() - opening <= INSIDE_MAX)
        rule = "byline" if is_apart else "byline-in-text"
        also = _also(match.group("label"))
        is_colon = text[match.end() - 1] in COLONS
        for one in _names(text, match.end(), len(text), part, rule, grammar, lexicon):
            if is_colon and text[one.end : one.end + 1].isdigit():
                break  # 记者：太原|60岁以上老人有多少？
            yield replace(one, also=also) if also else one


def _is_said(text: str, label: re.Match[str], lexicon: PersonLexicon) -> bool:
    """记者|在现场, 记者|走访城区, 记者|探班: what reporters do stands right behind the label."""
    first = text[label.end() : label.end() + 1]
    if label.end() != label.end("label") or not first or first in lexicon.surnames:
        return False
    _, tag = rjieba.tag(text[label.end() : label.end() + 2])[0]
    return first in lexicon.function or tag in ("v", "vn")


def _credited(text: str, grammar: BylineGrammar, lexicon: PersonLexicon) -> Iterator[Candidate]:
    for match in grammar.credit.finditer(text):
        name = match.group("name")
        if not _is_name(name, lexicon) or not ("·" in name or _has_surname(name, lexicon)):
            continue
        credit = match.group("credit")
        is_both = credit in BOTH
        part: Part = "reporter" if is_both or credit == "/文" else "photographer"
        named = _candidate(match.start("name"), name, part, "picture-credit")
        yield replace(named, score=CERTAIN + 1, also="photographer" if is_both else None)


def _signed(text: str, grammar: BylineGrammar, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """Names alone in parentheses behind a dateline or at the very end."""
    patterns = [grammar.dateline]
    if text.rstrip()[-1:] in ("）", ")"):
        patterns.append(grammar.signature)
        office = grammar.of_office.search(text)
        if office is not None:
            name = office["name"]
            if _is_name(name, lexicon) and _has_surname(name, lexicon):
                yield _candidate(office.start("name"), name, "reporter", "signature")
    for pattern in patterns:
        signed = pattern.search(text)
        if signed is None or not (pattern is grammar.dateline or _all_surnames(signed, lexicon)):
            continue
        start, end = signed.span(1)
        found = list(_names(text, start, end, "reporter", "signature", grammar, lexicon))
        if sum(len(c.name) for c in found) == len(NO_HAN.sub("", signed.group(1))):
            yield from found


def _all_surnames(signed: re.Match[str], lexicon: PersonLexicon) -> bool:
    return all(
        _has_surname(name, lexicon) or lexicon.syllables.match(name) is not None
        for name in re.split(r"[ \u3000、]+", signed.group(1))
        if len(name) > 1
    )


def _also(label: str) -> Part | None:
    """文/图 张三."""
    return "photographer" if label[:1] == "文" and label[-1:] in "图摄" and len(label) > 1 else None


def _part(label: str, lexicon: PersonLexicon) -> Part:
    if label in lexicon.reporter or label.startswith(("文", "作者", "读者")):
        return "reporter"
    return "editor" if label in lexicon.editor else "photographer"


def _names(
    text: str,
    position: int,
    limit: int,
    part: Part,
    rule: str,
    grammar: BylineGrammar,
    lexicon: PersonLexicon,
) -> Iterator[Candidate]:
    while position < limit:
        if rule in APART:
            position = behind_body(text, position, limit, grammar.label, lexicon)
        match = _next_name(text, position, limit, grammar, lexicon)
        if match is not None:
            names = _accepted(match.group(), part, rule, lexicon)
        else:
            run = grammar.run.match(text, position, limit) if rule in APART else None
            names = split_names(run.group(), lexicon) if run is not None else ()
            match = run
        if not names or (match is not None and ASKS.match(text, match.end())):
            return
        for name in names:
            yield _candidate(position, name, part, rule)
            position += len(name)
        separator = grammar.separator.match(text, position)
        if separator is None or separator.end() == position:
            return
        position = separator.end()


def _next_name(
    text: str, position: int, limit: int, grammar: BylineGrammar, lexicon: PersonLexicon
) -> re.Match[str] | None:
    """What stands up to the next mark, white space or label."""
    match = lexicon.ethnic.match(text, position, limit)
    if match is None or (
        match.end() < limit and (text[match.end()].isalpha() or text[match.end()] == "·")
    ):
        match = grammar.name.match(text, position, limit)
    return match


def _accepted(name: str, part: Part, rule: str, lexicon: PersonLexicon) -> tuple[str, ...]:
    """The name, the two names that it is, or nothing."""
    is_firm = rule in APART and part == "reporter"
    if lexicon.ethnic.fullmatch(name):
        return (name,) if len(name) <= ETHNIC_MAX else split_names(name, lexicon)
    is_glued = name[:2] not in lexicon.compound and name[:2] not in lexicon.units
    if len(name) == 4 and name.isalpha() and is_glued:
        halves = (name[:2], name[2:])
        if _is_half(halves[0], is_firm, lexicon) and _is_half(halves[1], False, lexicon):
            return halves
        return (name,) if is_firm and _is_name(name, lexicon) else ()
    is_named = _is_name(name, lexicon) and (is_firm or _has_surname(name, lexicon))
    return (name,) if is_named else ()


def _is_half(half: str, is_firm: bool, lexicon: PersonLexicon) -> bool:
    """One of two names of two characters side by side."""
    surnames = lexicon.surnames if is_firm else lexicon.common
    return half[0] in surnames and _is_name(half, lexicon)


def _is_name(printed: str, lexicon: PersonLexicon) -> bool:
    name = "".join(printed.split())
    if (
        name[:2] in NO_NAMES
        or name.startswith(FIRM_LABELS)
        or any(character in "报道讯摄" for character in name)
    ):
        return False
    if name in lexicon.head.words or name[1:] in lexicon.head.words:
        return False
    if (
        name.endswith("族")
        or name in lexicon.organisation.words
        or (len(name) > 2 and name[-1] in OF_BODIES)
    ):
        return False
    return not (is_word(name) and (len(name) > 2 or not _has_surname(name, lexicon)))


def _has_surname(printed: str, lexicon: PersonLexicon) -> bool:
    return printed[0] in lexicon.surnames or printed[:2] in lexicon.compound


def _candidate(start: int, printed: str, part: Part, rule: str) -> Candidate:
    name = "".join(printed.split())
    form = "full" if name.isalpha() else "foreign"
    return Candidate(start, start + len(printed), name, form, rule, CERTAIN, part)
