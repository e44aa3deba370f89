"""Sentences of an article -> traits: what is seen of each and of its neighbours, for the tagger.

`learnt` weighs them; `bench/fit_proposals.py` fits the weights. Whoever changes a trait fits anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from wenzhai.model import Place
from wenzhai.recognise.proposals.setting import Sentence, Setting
from wenzhai.recognise.proposals.voices import opening_voice
from wenzhai.recognise.words import Word, words_of

NAMES = frozenset({"nr", "nrt", "ns", "m", "x"})
"""Classes of words that are no traits."""
# Words and parts of words in which people ask, and others in which they do not.
MODAL = re.compile(
    r"能不能|能否|可否|是否|不妨|最好|应当|应该|应|该|要|宜|需|请|恳|盼|求|愿|期待|希望|呼吁|建议|提议|主张"
    r"|如果|若|让|把|由|给|别|再|多|才|先|都|尽快|早日|何不|为何|怎么|吗|呢|提案|报告|信|意见"
    r"|[一二三]是|其[一二]|第[一二]|委员|代表|答复|回复|采纳|已|了|过|去年|今年|会议|强调|指出|要求|记者|介绍|表示|说"
)
FAR = ("modal", "cue", "spotted", "found", "end", "begins", "kind", "voice")
"""Traits by their first word that are told of the neighbours, too."""
STEP = 15  # code points; a sentence is so much longer than another
LONGEST = 6  # steps
NEAR = 6  # code points in front of a person; further off they are told apart no more
NEAR_MOST = 3


class Seen(NamedTuple):
    """A sentence of the body, and what the grammar made of it."""

    place: Place
    sentence: Sentence
    is_first: bool
    """Of its paragraph."""
    spotted: tuple[str, ...]
    """Groups of the cues in it; `cues` those that propose."""
    cues: tuple[str, ...]
    found: int
    """Number of the proposal that the grammar has it in; 0 for none."""


def read_traits(rows: Sequence[Seen], setting: Setting) -> list[list[str]]:
    """Parallel to the sentences, which are in reading order."""
    places = dict.fromkeys(row.place for row in rows)
    words = {place: words_of(setting.texts[place]) for place in places}
    settings = {place: _setting(place, setting) for place in places}
    own = [
        [
            *_own(row, words[row.place], setting),
            *settings[row.place],
            *_people(row.place, row.sentence, setting),
        ]
        for row in rows
    ]
    near = [[trait for trait in row if trait.startswith(FAR)] for row in own]
    traits: list[list[str]] = []
    for at, row in enumerate(own):
        found = [*row]
        if at == 0:
            found.append("first")
        elif rows[at].found:
            same = rows[at - 1].found == rows[at].found
            found.append("found goes on" if same else "found begins")
        if at == 0 and rows[at].found:
            found.append("found begins")
        if at == len(own) - 1:
            found.append("last")
        found += [f"-1 {trait}" for trait in near[at - 1]] if at else []
        found += [f"+1 {trait}" for trait in near[at + 1]] if at + 1 < len(own) else []
        traits.append(found)
    return traits


def _own(row: Seen, words: Sequence[Word], setting: Setting) -> list[str]:
    place, one = row.place, row.sentence
    text = setting.texts[place][one.start : one.end].strip()
    inside = [w for w in words if one.start <= w.start < one.end and w.text.strip()]
    found = sorted({f"word {w.text}" for w in inside if w.tag not in NAMES})
    found += sorted({f"pair {_class(a)} {_class(b)}" for a, b in pairwise(inside)})
    found += sorted({f"modal {m}" for m in MODAL.findall(text)})
    found += [f"begins {k} {w.text}" for k, w in enumerate(inside[:2]) if w.tag not in NAMES]
    found += [f"begins-as {k} {w.tag}" for k, w in enumerate(inside[:2])]
    found += [f"spotted {name}" for name in sorted(set(row.spotted))]
    found += [f"cue {name}" for name in sorted(set(row.cues))]
    found += [f"end {text[-1:]}", f"length {min(LONGEST, len(text) // STEP)}"]
    before = setting.texts[place][: one.start]
    is_so = {
        "begins a quotation": text.startswith("“"),
        "quotation": "“" in text,
        "in a quotation": before.count("“") > before.count("”"),
        "colon": "：" in text,
        "ends a quotation": text.endswith(("。”", "！”", "？”")),
        "begins a paragraph": row.is_first,
        "found": row.found > 0,
    }
    return found + [name for name, is_there in is_so.items() if is_there]


def _class(word: Word) -> str:
    """The word; of names its class."""
    return f"#{word.tag}" if word.tag in NAMES else word.text


def _setting(place: Place, setting: Setting) -> list[str]:
    """What all sentences of a paragraph show."""
    voice = opening_voice(place, setting, setting.speaker_of(place))
    is_so = {
        f"kind {setting.article.body[place.number].kind}": True,
        "voice": voice is not None,
        "letter": setting.is_letter,
        "forum": setting.is_forum,
        "reported": setting.is_reported,
        "own": setting.is_own(),
    }
    return [name for name, is_there in is_so.items() if is_there]


def _people(place: Place, one: Sentence, setting: Setting) -> list[str]:
    named = setting.within(place, one.start, one.end)
    people = [x.mention for x in named if x.mention.kind == "person"]
    found = [f"people {min(2, len(people))}"]
    if len(people) < len(named):
        found.append("body")
    if people:
        behind = setting.texts[place][people[0].end : people[0].end + 2]
        found.append(f"person at {min(NEAR_MOST, (people[0].start - one.start) // NEAR)}")
        found += [f"behind person {behind[:1]}", f"behind person {behind}"]
    return found
