"""Record -> what readers are told to doubt in an article, and how sure its making is.

A paragraph is doubtful when its text is damaged, or when nobody knows for sure that it stands where
it belongs; what an editor has answered is no doubt any more.
"""

from __future__ import annotations

from wenzhai.edit.passage import position_of
from wenzhai.model import Finding, Passage, Record
from wenzhai.render.phrases import FAIR, SURE
from wenzhai.render.press import Press

UNCERTAIN = frozenset({"doubtful-join", "doubtful-split", "doubtful-order"})
"""Findings about how the text was put together."""


def doubts_of(press: Press, record: Record, number: int) -> dict[int, str]:
    """By the index of the paragraph: why it is doubtful. Damage is told before joins."""
    found: dict[int, str] = {}
    uncertain = [one for one in record.findings if one.code in UNCERTAIN]
    for index, paragraph in enumerate(record.entries[number].article.body):
        if paragraph.is_doubtful:
            found[index] = paragraph.doubt or press.words["doubt_unexplained"]
            continue
        here = (one for one in uncertain if _is_in(paragraph.passage, one))
        code = next((one.code for one in here), None)
        if code is not None:
            found[index] = press.words[f"uncertain_{code}"]
    return found


def certainty(press: Press, record: Record, number: int) -> str:
    """How sure the making of an article is."""
    article = record.entries[number].article
    if doubts_of(press, record, number):
        return press.words["certainty_doubtful"]
    if article.confidence >= SURE:
        return press.words["certainty_sure"]
    is_answered = not any(one.code in UNCERTAIN for one in record.findings)
    is_fair = article.confidence >= FAIR or is_answered
    return press.words["certainty_fair" if is_fair else "certainty_low"]


def _is_in(passage: Passage, finding: Finding) -> bool:
    return finding.span is not None and position_of(passage, finding.span.start) is not None
