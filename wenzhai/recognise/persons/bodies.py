"""A byline -> where it goes on behind the body whose people it names.

整理：区政协文化文史和学习委 巫静: a run that begins with a place or a level and ends as bodies do holds no
names, however many surnames stand in it.
"""

from __future__ import annotations

import re

from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon

LEVELS = frozenset("省市州盟县旗区镇乡")
"""Begin bodies whose place goes without saying."""
NAME_MAX = 4  # code points of a Han name; a longer run may be a body
BODY = re.compile(rf"(?P<body>[{HAN}]{{3,24}})[ \u3000]+")


def behind_body(
    text: str, position: int, limit: int, label: re.Pattern[str], lexicon: PersonLexicon
) -> int:
    """The position itself where no body stands."""
    run = BODY.match(text, position, limit)
    if run is None or label.search(run["body"]) is not None:
        return position
    return run.end() if _is_body(run["body"], lexicon) else position


def _is_body(run: str, lexicon: PersonLexicon) -> bool:
    ends = lexicon.organisation.before(run, len(run))
    if not ends or not (run[0] in LEVELS or lexicon.full_places.after(run, 0)):
        return False
    return len(run) > NAME_MAX or ends > 1 or lexicon.organisation.after(run, 1) > 1
