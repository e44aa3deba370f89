"""What the rules ask about one printed date of an article."""

from __future__ import annotations

from wenzhai.dates.case import Case, iso
from wenzhai.dates.cues import load_cues
from wenzhai.dates.find import find_dates
from wenzhai.dates.judge import sentence_of
from wenzhai.dates.told import Told
from wenzhai.model import Article

HEARD_WINDOW = 25  # code points; 近日,记者从市公安局交通管理支队获悉 has 18
STRONG_YEAR = 3.0  # weight from which an older date in the lead is a look back
SHARED_MAX = 3  # a headline's bigram in more sentences of the body says nothing


def is_to_come(case: Case, value: str | None) -> bool:
    """A day after that of the issue, or after the one that signs the article."""
    limits = [case.issue.day.isoformat()] if case.issue is not None else []
    for told in case.told:
        if told.zone == "signature":
            limits.append(iso(told.printed.year, told.printed.month, told.printed.day))
    return value is not None and any(value > limit for limit in limits)


def is_only_heard(told: Told) -> bool:
    """近日 in "近日,记者从…获悉" is when the newspaper heard of it."""
    after = told.passage.text[told.printed.end : told.printed.end + HEARD_WINDOW]
    heard = [at for word in load_cues().heard if (at := after.find(word)) >= 0]
    if not heard or "。" in after[: min(heard)]:
        return False
    return any(
        each.day is not None and each.start > told.printed.end and each.kind == "date"
        for each in find_dates(sentence_of(told.passage.text, told.printed))
    )


def is_look_back(case: Case, told: Told) -> bool:
    """A printed year well before the year of writing."""
    year = told.year()
    writing = year_written(case)
    if year is None or writing is None:
        return False
    is_last_winter = writing - year == 1 and (told.printed.month or 0) >= 11
    return year < writing and not is_last_winter


def year_written(case: Case) -> int | None:
    """The year of writing where it is sure enough to tell a look back."""
    if case.issue is not None:
        return case.issue.day.year
    if case.writing is None or case.writing.weight < STRONG_YEAR:
        return None
    return case.writing.year


def event_rank(case: Case, told: Told) -> tuple[int, int, int]:
    """How well the sentence tells the headline's event; then the latest day."""
    sentence = sentence_of(told.passage.text, told.printed)
    has_verb = any(word in sentence for word in load_cues().event)
    shared = _shared_bigrams(case.article, sentence)
    rank = (2 if has_verb else 0) + shared if has_verb or shared > 1 else 0
    return rank, told.printed.month or 0, told.printed.day or 0


def _shared_bigrams(article: Article, sentence: str) -> int:
    """Bigrams of the heads in the sentence, those found all over the body not counted."""
    heads = (article.kicker, article.headline, *article.subheadlines)
    title = "\n".join(passage.text for passage in heads if passage is not None)
    body = "\n".join(paragraph.passage.text for paragraph in article.body)
    pairs = {title[i : i + 2] for i in range(len(title) - 1)}
    return sum(1 for pair in pairs if pair in sentence and body.count(pair) <= SHARED_MAX)
