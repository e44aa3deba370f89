"""Proposals of a page -> the paragraph of another article in which they are answered.

省长回应, 部门答复: an article whose head says that it answers. What it answers is told by shared
words; where none are shared nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wenzhai.model import Article, Detail, Layout, Link, Place
from wenzhai.recognise.proposals.lexicon import ProposalLexicon

GRAM = 4  # code points that two texts share: 东数西算, 酱香白酒
SHARED_LEAST = 3  # different ones; two can be one name of five characters
HAN = re.compile(r"[一-鿿]{4,}")


def with_replies(
    layout: Layout, found: Sequence[tuple[Link, ...]], lexicon: ProposalLexicon
) -> tuple[tuple[Link, ...], ...]:
    """Proposals article by article; those without an answer of their own get one."""
    answering = [
        (number, article)
        for number, article in enumerate(layout.articles)
        if not found[number] and _answers(article, lexicon)
    ]
    if not answering:
        return tuple(found)
    paragraphs = [
        (number, Place("body", at), paragraph.passage.text)
        for number, article in answering
        for at, paragraph in enumerate(article.body)
    ]
    return tuple(tuple(_answered(link, paragraphs) for link in links) for links in found)


def _answers(article: Article, lexicon: ProposalLexicon) -> bool:
    heads = (article.kicker, article.headline)
    return any(head is not None and lexicon.answer_head.search(head.text) for head in heads)


def _answered(link: Link, paragraphs: Sequence[tuple[int, Place, str]]) -> Link:
    if any(detail.name == "answer" for detail in link.mention.details):
        return link
    own = set(_grams(link.mention.name))
    shared = [len(own.intersection(_grams(text))) for _, _, text in paragraphs]
    most = max(shared, default=0)
    if most < SHARED_LEAST:
        return link
    number, place, _ = paragraphs[shared.index(most)]
    mention = link.mention
    reply = Detail("reply", mention.place, mention.start, mention.end, f"{number}:{place.number}")
    return replace(link, mention=replace(mention, details=(*mention.details, reply)))


def _grams(text: str) -> Iterator[str]:
    for run in HAN.findall(text):
        yield from (run[at : at + GRAM] for at in range(len(run) - GRAM + 1))
