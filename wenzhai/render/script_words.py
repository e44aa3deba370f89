"""words.yml -> the words that scripts show, as a script."""

from __future__ import annotations

import json
from collections.abc import Iterator

from wenzhai.model import Document
from wenzhai.render.atlas import Atlas
from wenzhai.render.press import Press

PREFIX = "search_"
OTHERS = ("untitled",)


def script_words(atlas: Atlas, press: Press) -> Iterator[Document]:
    """One object, `wenzhaiWords`; ASCII, so that no server can misread it."""
    del atlas  # a section like the others; the words are the same whatever the digest holds
    told = {key: w for key, w in press.words.items() if key.startswith(PREFIX) or key in OTHERS}
    content = f"var wenzhaiWords = {json.dumps(told, indent=0)};\n"
    yield Document("assets/generated/words.js", content.encode("ascii"))
