"""Article -> how it begins, for search engines, previews and feeds."""

from __future__ import annotations

from wenzhai.model import Article
from wenzhai.render.escape import clean

DESCRIPTION_LENGTH = 80  # characters; what search engines and previews show of a page


def description(article: Article) -> str:
    """How the body begins, for search engines."""
    texts = (p.passage.text for p in article.body if p.kind not in ("crosshead", "byline"))
    start = clean("".join(text for text, _ in zip(texts, range(4), strict=False))).strip()
    return start[:DESCRIPTION_LENGTH] + ("…" if len(start) > DESCRIPTION_LENGTH else "")
