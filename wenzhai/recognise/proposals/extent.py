"""Proposal -> the sentences that go on with it, and the paragraphs of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenzhai.model import Detail, Place
from wenzhai.recognise.proposals.setting import Sentence, Setting
from wenzhai.recognise.proposals.spoken import quotation
from wenzhai.recognise.words import words_of

WHOLE_FROM = 4  # code points into a paragraph at which 建议 makes imperatives of what follows
NEAR = 12  # code points of a sentence in which a name says that another speaks
TITLE_MAX = 24  # code points of a title and the name behind it: 县教育体育局党组书记项正明
CLAUSE_END = re.compile(r"[，。；：“]")
ACTING = frozenset(["v", "vd", "vn", "d", "ad", "p"])
"""Tags of the first word of a sentence that asks: 制定……, 从源头……."""
PAST = re.compile(r"了(?!解)|[^通]过(?![程度于])|着(?![力重眼手])|已|目前|现有|去年|如今")
SPEECH = re.compile(r"不能|不要|要|应|让|得|别")


def extent(
    sentences: Sequence[Sentence],
    number: int,
    match: re.Match[str],
    place: Place,
    setting: Setting,
) -> int:
    """Where the last sentence that goes on ends."""
    text = setting.texts[place]
    first = sentences[number]
    is_whole = match.lastgroup == "verb" and match.start() - first.start < WHOLE_FROM
    is_proposed = match.lastgroup in ("verb", "told")
    is_listed = text[first.start : first.end].rstrip().endswith(("：", ":"))
    is_framed = text[match.end() : match.end() + 1] == "“" and match.lastgroup == "colon"
    marks = quotation(match.end() + is_framed, text)
    if match.lastgroup in ("titled", "ask"):
        return first.end
    end = first.end
    for one in sentences[number + 1 :]:
        words = text[one.start : one.end].lstrip("“ \u3000")
        if is_another(one, words, place, setting):
            break
        goes_on = (
            setting.lexicon.going_on.match(words)
            or (is_listed and setting.lexicon.list_item.match(words))
            or ((is_whole or not PAST.search(words)) and is_proposed and _acts(words))
            or (_is_spoken(one, match, marks) and (is_framed or SPEECH.search(words)))
        )
        if not goes_on:
            break
        end = one.end
    return end


def _is_spoken(one: Sentence, match: re.Match[str], marks: Sentence | None) -> bool:
    """By who speaks on: 我的建议是……, or in one quotation."""
    return match.lastgroup == "mine" or (marks is not None and one.start < marks.end)


def is_another(one: Sentence, words: str, place: Place, setting: Setting) -> bool:
    if setting.lexicon.narrating.match(words):
        return True
    text = setting.texts[place]
    clause = CLAUSE_END.search(text, one.start + 1)
    titled = clause.start() if clause and clause.start() <= one.start + TITLE_MAX else one.start
    for link in setting.within(place, one.start, max(one.start + NEAR, titled)):
        end = link.mention.end
        if link.mention.kind == "person" or setting.lexicon.narrating.match(text[end : end + 6]):
            return True
    return False


def _acts(words: str) -> bool:
    first = words_of(words[:NEAR])
    return bool(first) and first[0].tag in ACTING


def listed(place: Place, end: int, setting: Setting) -> Iterator[Detail]:
    """Paragraphs of a list behind a colon at the end of one."""
    text = setting.texts[place]
    if place.field != "body" or text[end:].strip() or text.rstrip()[-1:] not in "：:；;":
        return
    for number in range(place.number + 1, len(setting.article.body)):
        there = Place("body", number)
        words = setting.texts[there]
        if setting.lexicon.list_item.match(words.lstrip()) is None:
            return
        yield Detail("more", there, 0, len(words), "")
