"""Article -> proposals that its form tells: under 对策建议, and contributions of one each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.model import Detail, Place
from wenzhai.recognise.proposals.roles import standing_of
from wenzhai.recognise.proposals.setting import Setting, Told, detail, sentences

LINE_MOST = 16  # code points of a line that heads paragraphs
SPEAKER_MOST = 30  # code points from the beginning of a contribution to its colon
DEMAND = re.compile(
    r"(?:应|应该|应当|需要|亟需|尽快|建议|希望|[一二三]要|(?<![主重需首次])要(?![求素点领害])|可以|不妨)"
)
MARK = re.compile(r"[：:]")
END = re.compile(r"[。！？；]")


def headed(setting: Setting) -> Iterator[Told]:
    """The paragraphs behind 对策建议, as far as the next line that heads some."""
    who = setting.head_person() or next(iter(setting.authors), None)
    if who is None:
        return
    body = setting.article.body
    for number, paragraph in enumerate(body):
        words = paragraph.passage.text.strip()
        if setting.lexicon.heading.fullmatch(words) is None:
            continue
        places: list[Place] = []
        for later in range(number + 1, len(body)):
            text = body[later].passage.text
            if body[later].kind in ("crosshead", "note", "caption") or _is_line(text):
                break
            places.append(Place("body", later))
        if places:
            first, *rest = places
            more = (Detail("more", at, 0, len(setting.texts[at]), "") for at in rest)
            end = len(setting.texts[first])
            yield Told(first, 0, end, "told", (detail(who), *more))


def _is_line(text: str) -> bool:
    words = text.strip()
    return len(words) <= LINE_MOST and END.search(words) is None


def places_of(told: Told) -> tuple[Place, ...]:
    """All paragraphs of a proposal."""
    return (told.place, *(d.place for d in told.details if d.name == "more"))


def contributed(place: Place, setting: Setting) -> Iterator[Told]:
    """某某委员：……，要……。 where delegates have their say: from the first demand on."""
    text = setting.texts[place]
    colon = MARK.search(text, 0, SPEAKER_MOST)
    is_interview = any(one.kind == "question" for one in setting.article.body)
    if not setting.is_forum or is_interview or colon is None:
        return
    people = [x for x in setting.within(place, 0, colon.start()) if x.mention.kind == "person"]
    if not people or standing_of(people[0], setting) is None:
        return
    asking = [
        one for one in sentences(text) if DEMAND.search(text, max(one.start, colon.end()), one.end)
    ]
    if asking:
        yield Told(place, asking[0].start, asking[-1].end, "opinion", (detail(people[0]),))
