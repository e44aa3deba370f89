"""What the recognition of proposals reads of an article, and what it finds there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wenzhai.model import Article, Detail, Link, Passage, Place
from wenzhai.recognise.proposals.lexicon import ProposalLexicon

SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]?[”’]?")
HEADS = ("kicker", "headline", "subheadline")
REPORTING = frozenset({"reporter", "photographer", "editor"})
DASHED_MAX = 14  # code points of a signature behind a dash
SIGNATURE_MAX = 30  # code points of a paragraph that is a signature

NOTE_MAX = 60  # ... that says who wrote it: （某某 作者系市政协委员、某某会主委）
AUTHOR = re.compile(r"作者|系.{2,20}[）)]$")
FIRST = re.compile(r"(?<![你自])我|笔者|本人")

SIGNED = re.compile(r"(?:读者|市民|村民|居民|网友|一位|一名|热心)*[\s:：]*(?P<name>[一-鿿·]{2,8})")

MARKS = re.compile(r"[，。；：、“”]")

SPEECH = re.compile(r"讲话|致辞|报告$|社论|评论员")
EDITOR = re.compile(r"\s*编(?:后|者|辑)|.{0,60}整理[）)]?$")
OF_PAPER = re.compile(r"本报|记者|通讯员|[讯电](?=[（　 ])")
REPORTER = re.compile(r"记者|通讯员|编辑|编者")


SPEAKER_MAX = 12  # code points in front of the colon of an answer


class Sentence(NamedTuple):
    """Half-open, code points of the passage."""

    start: int
    end: int


class Told(NamedTuple):
    """A proposal: where it begins, and what belongs to it."""

    place: Place
    start: int
    end: int
    cue: str
    details: tuple[Detail, ...]
    """who, whom, more."""


@dataclass(frozen=True, slots=True)
class Setting:
    """An article and the names in it."""

    article: Article
    lexicon: ProposalLexicon
    texts: Mapping[Place, str]
    rank: Mapping[Place, int]
    named: tuple[Link, ...]
    """Persons that do not report, and organisations, in reading order."""
    signed: tuple[Link, ...]
    """Who stands below: a signature of its own, or in brackets at the very end."""
    authors: tuple[Link, ...]
    """Who wrote the article and does not report for the paper: （作者：某某）."""
    is_letter: bool
    is_forum: bool
    """Each paragraph is what somebody contributes."""
    is_reported: bool
    """A reporter tells it (本报讯, 本报记者), or it is the speech of somebody who leads."""

    def before(self, place: Place, at: int) -> list[Link]:
        """Named before a position, wherever."""
        here = (self.rank[place], at)
        return [x for x in self.named if (self.rank[x.mention.place], x.mention.start) < here]

    def within(self, place: Place, start: int, end: int) -> list[Link]:
        return [
            x for x in self.named if x.mention.place == place and start <= x.mention.start < end
        ]

    def head_person(self) -> Link | None:
        """Whose piece it is: 市政协委员石宝玲： above the headline."""
        return next(
            (
                x
                for x in self.named
                if x.mention.kind == "person" and x.mention.place.field in HEADS
            ),
            None,
        )

    def fullest(self, link: Link) -> Link:
        """Where the same person is named in full: 米洛什·约维奇."""
        same = [x for x in self.named if _is_same(x, link)]
        return max(same, key=lambda x: len(x.mention.name), default=link)

    def meant(self, place: Place, at: int) -> Link | None:
        """Who 他 is: named last in the paragraph, else named most before, in full."""
        people = [x for x in self.before(place, at) if x.mention.kind == "person"]
        here = [x for x in people if x.mention.place == place]
        if here or not people:
            return self.fullest(here[-1]) if here else None
        named = Counter(x.entity for x in people)
        return self.fullest(max(reversed(people), key=lambda x: named[x.entity]))

    def own(self) -> Link | None:
        """Who wrote what stands in the first person: signed, printed as its author, or above it."""
        signed = [x for x in self.signed if x.mention.kind == "person"]
        found = next(iter((*signed, *self.authors)), None) or self.head_person() or self.sender()
        return None if found is None else self.fullest(found)

    def sender(self) -> Link | None:
        """市民|某女士|来信：……."""
        first = next((p for p in self.texts if p.field == "body"), None)
        for link in self.named:
            end = link.mention.end
            if link.mention.place == first and link.mention.kind == "person":
                is_sender = self.lexicon.writes.match(self.texts[first][end:]) is not None
                return link if is_sender else None
        return None

    def speaker_of(self, place: Place) -> str | None:
        """某某：, in front of an answer."""
        if place.field != "body":
            return None
        paragraph = self.article.body[place.number]
        if paragraph.speaker is not None or paragraph.kind != "answer":
            return paragraph.speaker
        front, colon, _ = paragraph.passage.text.partition("：")
        name = front.partition("（")[0]
        return name if colon and len(name) <= SPEAKER_MAX else None

    def is_answer(self, place: Place) -> bool:
        """In an interview."""
        return place.field == "body" and self.article.body[place.number].kind == "answer"

    def signature(self) -> Detail | None:
        """A signature in which no name was found: 市民幸福."""
        for place, text in self.texts.items():
            match = SIGNED.fullmatch(text.strip()) if place.field == "body" else None
            if match is not None:
                start = text.index(match["name"], match.start("name"))
                return Detail("who", place, start, start + len(match["name"]), match["name"])
        return None

    def is_own(self) -> bool:
        """Told in the first person by who wrote it."""
        return (
            not self.is_reported
            and self.own() is not None
            and any(FIRST.search(text) for place, text in self.texts.items() if place.number < 3)
        )


def _is_signed(link: Link, article: Article, texts: Mapping[Place, str]) -> bool:
    place = link.mention.place
    if place.field != "body":
        return False
    is_note = article.body[place.number].kind == "note"
    return _is_signature(texts[place], link.mention.end, is_note=is_note)


def _is_signature(text: str, end: int, *, is_note: bool) -> bool:
    if len(text) <= NOTE_MAX and (AUTHOR.search(text) or (is_note and "。" not in text)):
        return True
    rest = text[end:].strip("）)。 \u3000")
    opening = max(text.rfind("（", 0, end), text.rfind("(", 0, end))
    is_bracketed = opening >= 0 and not rest and end - opening <= SIGNATURE_MAX
    dash = text.rfind("——", 0, end)  # ……？——市民李女士
    is_dashed = dash >= 0 and len(text) - dash <= DASHED_MAX
    return is_bracketed or is_dashed or len(text) <= SIGNATURE_MAX


def setting_of(article: Article, links: Sequence[Link], lexicon: ProposalLexicon) -> Setting:
    passages: tuple[tuple[Place, Passage], ...] = article.passages()
    rank = {place: number for number, (place, _) in enumerate(passages)}
    texts = {place: curled(passage.text) for place, passage in passages}
    heads = " ".join(text for place, text in texts.items() if place.field in HEADS)
    opening = next((text for place, text in texts.items() if place.field == "body"), "")
    is_letter = lexicon.letters.search(heads) is not None or (
        lexicon.letters.match(opening.lstrip()) is not None
    )
    named = sorted(
        (link for link in links if _may_propose(link, texts, is_letter=is_letter)),
        key=lambda link: (rank[link.mention.place], link.mention.start),
    )
    authors = tuple(link for link in links if _is_author(link, texts))
    is_forum = lexicon.forum.search(heads) is not None
    bodies = [text for place, text in texts.items() if place.field == "body"]
    is_reported = SPEECH.search(heads) is not None or (
        not is_letter
        and any(OF_PAPER.search(x) and not EDITOR.match(x) for x in (*bodies[:1], *bodies[-1:]))
    )
    return Setting(
        article,
        lexicon,
        texts,
        rank,
        tuple(named),
        tuple(x for x in named if _is_signed(x, article, texts)),
        authors,
        is_letter=is_letter,
        is_forum=is_forum,
        is_reported=is_reported,
    )


def _is_same(one: Link, other: Link) -> bool:
    """One person, as decided, or by the first part of a long name."""
    if one.mention.kind != other.mention.kind:
        return False
    is_decided = one.entity is not None and one.entity == other.entity
    return is_decided or f"·{one.mention.name}·".find(f"·{other.mention.name}·") >= 0


def _is_author(link: Link, texts: Mapping[Place, str]) -> bool:
    mention = link.mention
    text = texts[mention.place]
    return (
        mention.kind == "person"
        and mention.part == "reporter"
        and mention.place.field == "body"
        and REPORTER.search(text, max(0, mention.start - SIGNATURE_MAX), mention.start) is None
    )


def _may_propose(link: Link, texts: Mapping[Place, str], *, is_letter: bool) -> bool:
    mention = link.mention
    if mention.kind != "person":
        return mention.kind == "organisation"
    if mention.part not in REPORTING or mention.place.field in HEADS:
        return True
    return is_letter and REPORTER.search(texts[mention.place], 0, mention.start) is None


def curled(text: str) -> str:
    """Straight quotation marks as opening and closing ones, each in its place."""
    if '"' not in text:
        return text
    pieces = text.split('"')
    return pieces[0] + "".join("“”"[number % 2] + piece for number, piece in enumerate(pieces[1:]))


def sentences(text: str) -> list[Sentence]:
    return [Sentence(*m.span()) for m in SENTENCE.finditer(text) if m[0].strip()]


def detail(link: Link) -> Detail:
    mention = link.mention
    return Detail("who", mention.place, mention.start, mention.end, mention.name)
