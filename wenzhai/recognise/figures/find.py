"""Scene -> figures: value, unit, what, when, where, each with its place.

A cardinal number counts with a unit or measure word; ordinals, dates, numbers of documents and
what stands inside a name do not.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from wenzhai.model import Article, Detail, Layout, Link, Mention, Place
from wenzhai.recognise.figures.candidates import HISTORY, Earlier, Text, read_text
from wenzhai.recognise.figures.clauses import subject, topic
from wenzhai.recognise.figures.lexicon import FigureLexicon, load_figures
from wenzhai.recognise.figures.signs import Asked, Whole, choose
from wenzhai.recognise.figures.value import read_number, read_share
from wenzhai.recognise.figures.what import Around, Span, what_of
from wenzhai.recognise.figures.where import SENTENCE_END, own_place, sentence, where_of
from wenzhai.recognise.words import words_of

Links = tuple[tuple[Link, ...], ...]
Decide = Callable[[Asked, Text, Whole], Span | None]
"""What a figure counts; half-open, code points of its passage."""
FORMS = {">": "more", "~": "about", "<": "less", "": "exact"}
ANY = re.compile(r"[\d〇零一二两三四五六七八九十百千万亿]")
BEHIND_WHAT = frozenset(["%", "‰", "", "成", "倍", "百分点"])
"""Units of what is printed before them: 增加值增长21.3%."""
NEGATIVE = ("没有", "没", "不", "未", "无")
DOING_TAGS = frozenset(["v", "vd", "d", "ad", "p", "f", "r"])
SAME_UNIT = 40  # code points between two figures of one thing, with one unit
SAME_WHAT = 9  # code points between two figures of one thing: 达281.76亿元，年均增长5.9%
RULE = "number-with-unit"
CONFIDENCE = 0.9


def find_figures(layout: Layout, known: Links, decide: Decide = choose) -> Links:
    """Figures article by article; `known` are the links of names, which hold no figure."""
    lexicon = load_figures()
    return tuple(
        tuple(_of_article(article, links, lexicon, decide))
        for article, links in zip(layout.articles, known, strict=True)
    )


def _of_article(
    article: Article, links: Sequence[Link], lexicon: FigureLexicon, decide: Decide
) -> Iterator[Link]:
    names: dict[Place, list[Mention]] = {}
    regions: dict[Place, list[Link]] = {}
    for link in links:
        names.setdefault(link.mention.place, []).append(link.mention)
        if link.mention.kind == "region" and link.entity:
            regions.setdefault(link.mention.place, []).append(link)
    own = own_place(article, regions)
    whole = _whole(article)
    for place, passage in article.passages():
        text = passage.text
        if ANY.search(text) is None:
            continue
        named = names.get(place, ())
        nobody = _nobody(named)
        counted = _of_passage(place, text, nobody, lexicon)
        for mention in _chosen(counted, text, nobody, whole, decide):
            inside = any(n.start < mention.end and mention.start < n.end for n in named)
            if inside:
                continue
            where = where_of(mention, text, regions.get(place, ()), own)
            yield _link(replace(mention, details=(*mention.details, *where)), text)


def _whole(article: Article) -> Whole:
    texts = [(place.field, passage.text) for place, passage in article.passages()]
    display = "".join(text for field, text in texts if field != "body")
    return Whole("".join(text for _, text in texts), display)


def _nobody(names: Sequence[Mention]) -> list[Span]:
    """Places and people, which nobody counts."""
    return [(n.start, n.end) for n in names if n.kind in ("region", "person")]


def _chosen(
    counted: Iterable[Mention], text: str, names: Sequence[Span], whole: Whole, decide: Decide
) -> list[Mention]:
    """What each counts, by the rules' answer and all other signs."""
    mentions = list(counted)
    if not mentions:
        return []
    around = read_text(text, [(m.start, m.end) for m in mentions], names)
    made: list[Mention] = []
    earlier: tuple[Earlier, ...] = ()
    time = load_figures().time
    for mention in mentions:
        details = {detail.name: detail for detail in mention.details}
        unit = details["unit"].value
        if unit in time:
            made.append(mention)
            continue
        rules = details.get("what")
        asked = Asked(
            mention.place,
            mention.start,
            mention.end,
            details["value"].value,
            unit,
            (rules.start, rules.end) if rules else None,
            earlier,
        )
        what = _detail(mention.place, decide(asked, around, whole), text)
        rest = [detail for detail in mention.details if detail.name != "what"]
        made.append(replace(mention, details=(*rest[:2], *([what] if what else []), *rest[2:])))
        earlier = (Earlier(mention.end, unit, what.value if what else ""), *earlier)[:HISTORY]
    return made


def _of_passage(
    place: Place, text: str, names: Sequence[Span], lexicon: FigureLexicon
) -> Iterator[Mention]:
    """By rules alone."""
    shares = list(lexicon.share.finditer(text)) if "分之" in text else []
    taken = [m.span() for m in shares]
    found = [(m.start(), m, True) for m in shares]
    for match in lexicon.pattern.finditer(text):
        if not any(s < match.end() and match.start() < e for s, e in taken):
            found.append((match.start(), match, False))
    last: tuple[int, Detail | None] = (-1, None)
    same: dict[str, tuple[int, Detail]] = {}
    earlier = 0
    for _, match, is_share in sorted(found, key=lambda one: one[0]):
        read = read_share(match, lexicon) if is_share else read_number(match, text, lexicon)
        if read is None:
            continue
        value, unit = read
        start, end = match.span()
        around = Around(text, max(last[0], 0), earlier, names, lexicon)
        what = _what(place, start, end, unit, around)
        if unit not in lexicon.time:
            what = _gone_on(what, start, around, last, same.get(unit)) or what
            what = what or _detail(place, _of_clauses(start, unit, around), text)
        if what is not None and unit not in lexicon.small:
            same[unit] = end, what
        details = [
            Detail("value", place, start, end, value),
            Detail("unit", place, *match.span("above" if is_share else "unit"), fold(unit)),
        ]
        if what is not None:
            details.append(what)
        details.extend(_when(place, text, start, lexicon))
        change = lexicon.change.search(text, max(0, start - 8), start)
        if change:
            details.append(Detail("change", place, *change.span(), ""))
        last = (end, what)
        earlier = earlier if unit in lexicon.time else end
        name = "".join(text[start:end].split())
        mark = value[0] if value[0] in "<>~" else ""
        form = "range" if ".." in value else FORMS[mark]
        yield Mention(
            "figure", place, start, end, name, form, RULE, CONFIDENCE, details=tuple(details)
        )


def _gone_on(
    what: Detail | None,
    start: int,
    around: Around,
    last: tuple[int, Detail | None],
    same: tuple[int, Detail] | None,
) -> Detail | None:
    """What the figure before counts, of this or of one with its unit: 小事52件，办结|47件."""
    between = around.text[max(last[0], 0) : start]
    if what is None and len(between) <= SAME_WHAT and not SENTENCE_END.search(between):
        found = last[1]
    else:
        found = None
    is_open = what is None or _is_doing(what, start, around.lexicon)
    if is_open and same is not None and start - same[0] <= SAME_UNIT:
        return same[1]
    return found


def _of_clauses(start: int, unit: str, around: Around) -> Span | None:
    """What the clauses in front tell of; of money and shares the subject first."""
    told = topic(start, around)
    return (subject(start, around) or told) if told is None or _is_measure(unit) else told


def _is_measure(unit: str) -> bool:
    """Of what is printed before it."""
    return unit in BEHIND_WHAT or unit.endswith("元")


def _what(place: Place, start: int, end: int, unit: str, around: Around) -> Detail | None:
    lexicon = around.lexicon
    if unit in lexicon.time:
        return None
    is_behind = _is_measure(unit) or unit in lexicon.degrees
    return _detail(place, what_of(start, end, unit, around, is_behind=is_behind), around.text)


def _is_doing(what: Detail, start: int, lexicon: FigureLexicon) -> bool:
    """Only what is done with what is counted: 小事52件，|办结|47件, 6个站点，有4个|没有候车亭."""
    if what.value.startswith(NEGATIVE):
        return True
    words = words_of(what.value)
    return what.end <= start and all(
        word.tag in DOING_TAGS and word.text not in lexicon.measured for word in words
    )


def _detail(place: Place, span: Span | None, text: str) -> Detail | None:
    if span is None:
        return None
    return Detail("what", place, *span, "".join(text[slice(*span)].split()))


def _when(place: Place, text: str, start: int, lexicon: FigureLexicon) -> Iterator[Detail]:
    """The last words of time before the number, in its sentence."""
    low, _ = sentence(text, start)
    found = [m for m in lexicon.when.finditer(text, low, start) if m.end() <= start]
    if found:
        yield Detail("when", place, *found[-1].span(), found[-1][0])


def fold(unit: str) -> str:
    """场（次） is 场(次)."""
    return unit.translate(str.maketrans("（）％", "()%"))


def _link(mention: Mention, text: str) -> Link:
    low, end = sentence(text, mention.start)
    told = "".join(text[low:end].split()) + f"@{mention.start - low}"
    identity = "f-" + hashlib.sha256(told.encode()).hexdigest()[:10]
    reason = f"“{mention.name}” is a number with a unit"
    return Link(mention, identity, (identity,), RULE, reason, CONFIDENCE)
