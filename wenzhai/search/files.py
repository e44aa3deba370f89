"""Corpus -> the search index as files of the site.

Each file is a script that hands one value to the search code, because over file:// a page
may load scripts and nothing else.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import cast

from wenzhai.corpus import Corpus
from wenzhai.model import Document
from wenzhai.render.phrases import page_title
from wenzhai.render.press import Press
from wenzhai.search.aliases import aliases
from wenzhai.search.codes import Coder, alphabet
from wenzhai.search.facts import facts
from wenzhai.search.grams import LONGEST, UNLISTED, grams
from wenzhai.search.kinds import KINDS, searchables, source_of
from wenzhai.search.readings import readings
from wenzhai.search.searchable import Searchable
from wenzhai.search.shards import shards as list_shards
from wenzhai.search.shards import unit_texts
from wenzhai.search.traditional import traditional

FOLDER = "assets/generated/search/"
LARGE = 2000  # articles; up to here the reader loads all text (about 1.25 kB gzip an article)
SMALL_SHARD = 250_000  # characters in a file of a small digest: about 0.3 MB gzip
LARGE_SHARD = 14_000  # ... of a large one: about 16 kB gzip, so that one snippet costs little


def index_files(corpus: Corpus, press: Press) -> Iterator[Document]:
    """Every file of the index."""
    known = aliases(corpus.regions.values())
    source = source_of(corpus, press, known)
    found = searchables(source)
    is_large = len(corpus.entries) > LARGE
    shards = tuple(_divided(found, LARGE_SHARD if is_large else SMALL_SHARD))
    pieces = alphabet([one.text() for one in found])
    head: dict[str, object] = {
        "alphabet": pieces,
        "documents": len(found),
        "isLarge": is_large,
        "kinds": list(_kinds(found, press)),
        "pages": [[page_title(press, record), record.page.slug] for record in corpus.records],
        "texts": [0, *accumulate(map(len, shards))][:-1],
    }
    if is_large:
        texts = unit_texts(found)
        directory = []
        for number, lists in enumerate(list_shards(grams(texts))):
            directory.append(lists.first)
            yield _file(f"gram-{number}", lists.text)
        head |= {"units": len(texts), "unlisted": UNLISTED, "longest": LONGEST, "firsts": directory}
        del texts
    yield _file("head", head)
    yield _file("names", _names(found, known.former))
    yield _file("readings", readings(corpus, found))
    yield _file("traditional", traditional())
    yield _file("facts", facts(source, found))
    coder = Coder(pieces)
    for number, shard in enumerate(shards):
        yield _file(f"text-{number}", [_record(one, coder) for one in shard])


def _kinds(found: Sequence[Searchable], press: Press) -> Iterator[list[str | int | bool]]:
    """Name, number of the first, folder, what readers call it, whether shown after articles."""
    counts = Counter(one.kind for one in found)
    first = 0
    for kind in KINDS:
        yield [kind.name, first, kind.folder, press.words[kind.folder], kind.is_last]
        first += counts[kind.name]


def _names(
    found: Sequence[Searchable], former_names: Mapping[str, tuple[str, ...]]
) -> dict[str, object]:
    """Names of all but articles, by document number."""
    named = [one for one in found if one.kind != "article"]
    former = [
        [name, number]
        for number, one in enumerate(named)
        if one.kind == "region"
        for name in former_names.get(one.id, ())
    ]
    return {"names": ["\n".join(one.stack) for one in named], "former": former}


def _record(one: Searchable, coder: Coder) -> list[str | int]:
    stack = len(one.stack)
    return [
        one.id,
        one.date,
        one.page,
        stack,
        -1 if one.headline is None else one.headline,
        -1 if one.lead is None else one.lead + stack,
        coder.encode(one.text()),
    ]


def _divided(found: Sequence[Searchable], length: int) -> Iterator[Sequence[Searchable]]:
    """Neighbours in files that end when they hold so many characters."""
    start = 0
    held = 0
    for end, one in enumerate(found, 1):
        held += len(one.text())
        if held >= length or end == len(found):
            yield found[start:end]
            start, held = end, 0


def _file(name: str, data: object) -> Document:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Document(f"{FOLDER}{name}.js", f'wenzhaiSearchShard("{name}",{safe})\n'.encode())


def indexed_text(documents: Iterable[Document]) -> str:
    """All that the files of an index say, readable: for tests of what must not be in it."""
    data = {document.path: _data(document) for document in documents}
    coder = Coder(cast("dict[str, list[str]]", data[f"{FOLDER}head.js"])["alphabet"])
    found: list[str] = []
    for path, value in data.items():
        found.append(json.dumps(value, ensure_ascii=False))
        if path.startswith(f"{FOLDER}text-"):
            found += (coder.decode(record[-1]) for record in cast("list[list[str]]", value))
    return "\n".join(found)


def _data(document: Document) -> object:
    text = document.content.decode()
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])
