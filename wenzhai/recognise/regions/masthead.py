"""Furniture -> where the page is at home, as its masthead and edition lines print it.

中共盐池县委机关报, 忻州日报, 安吉新闻: what stands around the articles is no mention, but it tells
which county a bare 安吉 is.
"""

from __future__ import annotations

from itertools import accumulate

from wenzhai.gazetteer import Gazetteer
from wenzhai.model import Layout, Page
from wenzhai.recognise.regions.hits import settle
from wenzhai.recognise.regions.lexicon import Lexicon
from wenzhai.recognise.regions.reading import Reading
from wenzhai.recognise.regions.table import table_hits
from wenzhai.recognise.words import tagged

TELLING = frozenset({"edition line", "box label"})
"""Reasons of furniture that may name the newspaper; an advertisement names anything."""
FORMS = frozenset({"full", "former", "short"})
LINE_MAX = 60  # code points of a line of furniture; more are notices


def masthead(layout: Layout, page: Page, gazetteer: Gazetteer, lexicon: Lexicon) -> frozenset[str]:
    """Ids of the places named there that are nothing else."""
    found: set[str] = set()
    for piece in layout.furniture:
        text = "".join(page.text[slice(*piece.span)].split())
        if piece.reason not in TELLING or len(text) > LINE_MAX:
            continue
        words = tagged(text)
        starts = (0, *accumulate(len(word) for word, _ in words))
        hits = settle(table_hits(Reading(text, (), starts, words, ()), gazetteer, lexicon), ())
        for hit in hits:
            is_word = text[hit.start : hit.end] in lexicon.ordinary
            if hit.sort in FORMS and len(hit.ids) == 1 and not is_word:
                found.update(hit.ids)
    return frozenset(found)
