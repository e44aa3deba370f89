"""Name of an initiative -> its id, which keeps 强省会 of one province apart from that of another.

A short name (强省会, 五有) is made anew everywhere; it belongs to the province in which the page
is at home. A long one, or one that is national (河长制), is the same wherever it stands.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from pypinyin import lazy_pinyin

from wenzhai.model import Link
from wenzhai.recognise.initiatives.lexicon import load_initiatives

SHORT_MAX = 4  # code points, class word left out, up to which a name is made anew elsewhere
SHARE = 0.5  # of the articles' votes, to call a province the page's home
PROVINCE = 2  # digits of a code that name the province
SPELLED_MAX = 40  # letters of an id
CLASS = re.compile(r"(?:战略行动|行动|战略|工程|计划|平台)$")
"""Left out of the id, so that 强省会 and 强省会行动 are one."""


def home_province(links: Sequence[Sequence[Link]], home: str | None) -> str | None:
    """Two digits; `links` hold the regions, article by article, `home` is where the newspaper is
    known to be at home. None where neither tells."""
    if home:
        return home[:PROVINCE]
    votes: defaultdict[str, float] = defaultdict(float)
    for of_article in links:
        named = Counter(
            link.entity[:PROVINCE]
            for link in of_article
            if link.mention.kind == "region" and link.entity and link.entity.isdigit()
        )
        for province, times in named.items():
            votes[province] += times / named.total()
    best = min(votes, key=lambda province: (-votes[province], province), default=None)
    return best if best is not None and votes[best] > SHARE * sum(votes.values()) else None


@lru_cache(maxsize=1 << 14)
def initiative_id(name: str, province: str | None = None) -> str:
    """Pinyin, cut, and digits of the SHA-256 of the name without marks and class word; of a
    short name with the province."""
    bare = re.sub(r"[\s·•・，、,“”\"]", "", name)
    short = CLASS.sub("", bare)
    bare = short if len(short) > 2 else bare
    is_national = load_initiatives().whole.fullmatch(bare) is not None
    is_local = province is not None and len(bare) <= SHORT_MAX and not is_national
    spelled = "".join(c for c in "".join(lazy_pinyin(bare)).lower() if c.isascii() and c.isalnum())
    digits = hashlib.sha256((bare + province if is_local and province else bare).encode())
    return f"{spelled[:SPELLED_MAX] or 'initiative'}-{digits.hexdigest()[:4]}"
