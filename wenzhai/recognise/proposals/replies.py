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

GRAM = 3  # code points that two texts share: 动力电|池, 酱香白|酒
SHARED_LEAST = 6  # different ones; 高质量发展 and 充分发挥 alone are five
ALONE = 3  # paragraphs of an article that holds one proposal and no more
HAN = re.compile(r"[一-鿿]{3,}")


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
    return tuple(
        tuple(_answered(link, article, paragraphs) for link in links)
        for article, links in zip(layout.articles, found, strict=True)
    )


def _answers(article: Article, lexicon: ProposalLexicon) -> bool:
    heads = (article.kicker, article.headline)
    return any(head is not None and lexicon.answer_head.search(head.text) for head in heads)


def _answered(link: Link, article: Article, paragraphs: Sequence[tuple[int, Place, str]]) -> Link:
    """The headline speaks with it where one person's proposal is all of the article."""
    if any(detail.name == "answer" for detail in link.mention.details):
        return link
    headline = article.headline.text if article.headline else ""
    is_alone = len(article.body) <= ALONE
    own = set(_grams(f"{headline}，{link.mention.name}" if is_alone else link.mention.name))
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
