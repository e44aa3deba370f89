"""Corpus -> the search index as files of the site.

Each file is a script that hands one value to the search code, because over file:// a page
may load scripts and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from wenzhai.corpus import Corpus
from wenzhai.model import Document
from wenzhai.render.phrases import page_called
from wenzhai.search.aliases import aliases
from wenzhai.search.codes import Coder, alphabet
from wenzhai.search.entries import KINDS, Searchable, searchables
from wenzhai.search.facts import facts
from wenzhai.search.grams import LONGEST, UNLISTED, grams
from wenzhai.search.readings import readings
from wenzhai.search.shards import shards as list_shards
from wenzhai.search.shards import unit_texts
from wenzhai.search.traditional import traditional

FOLDER = "assets/generated/search/"
LARGE = 2000  # articles; up to here the reader loads all text (about 1.25 kB gzip an article)
SMALL_SHARD = 250  # documents in a file of a small digest: about 0.3 MB gzip
LARGE_SHARD = 24  # ... of a large one: about 30 kB gzip, so that one snippet costs little


def index_files(corpus: Corpus) -> Iterator[Document]:
    """Every file of the index."""
    known = aliases(corpus.regions.values())
    found = searchables(corpus, known.other)
    is_large = len(corpus.entries) > LARGE
    shards = tuple(_divided(found, LARGE_SHARD if is_large else SMALL_SHARD))
    firsts = [sum(len(shard) for shard in shards[:i]) for i in range(len(shards))]
    letters = alphabet(line for one in found for line in (*one.lines(), "\n"))
    coder = Coder(letters)
    head: dict[str, object] = {
        "alphabet": letters,
        "documents": len(found),
        "isLarge": is_large,
        "kinds": [
            [kind, sum(KINDS.index(o.kind) < i for o in found)] for i, kind in enumerate(KINDS)
        ],
        "pages": [[page_called(record), record.page.slug] for record in corpus.records],
        "texts": firsts,
    }
    if is_large:
        texts = unit_texts(found)
        directory = []
        for number, lists in enumerate(list_shards(grams(texts))):
            directory.append(lists.first)
            yield _file(f"gram-{number}", lists.text)
        head |= {"units": len(texts), "unlisted": UNLISTED, "longest": LONGEST, "firsts": directory}
    yield _file("head", head)
    yield _file("names", _names(found, known.former))
    yield _file("readings", readings(corpus, found))
    yield _file("traditional", traditional())
    yield _file("facts", facts(corpus, found))
    for number, shard in enumerate(shards):
        yield _file(f"text-{number}", [_record(one, coder) for one in shard])


def _names(
    found: Sequence[Searchable], former_names: Mapping[str, tuple[str, ...]]
) -> dict[str, object]:
    """Names of persons and regions, by document number."""
    entities = [one for one in found if one.kind != "article"]
    former = [
        [name, number]
        for number, one in enumerate(entities)
        if one.kind == "region"
        for name in former_names.get(one.id, ())
    ]
    return {"names": ["\n".join(one.stack) for one in entities], "former": former}


def _record(one: Searchable, coder: Coder) -> list[str | int]:
    stack = len(one.stack)
    return [
        one.id,
        one.date,
        one.page,
        stack,
        -1 if one.headline is None else one.headline,
        -1 if one.lead is None else one.lead + stack,
        coder.encode("\n".join(one.lines())),
    ]


def _divided(found: Sequence[Searchable], size: int) -> Iterable[Sequence[Searchable]]:
    return (found[start : start + size] for start in range(0, len(found), size))


def _file(name: str, data: object) -> Document:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Document(f"{FOLDER}{name}.js", f'wenzhaiSearchShard("{name}",{safe})\n'.encode())


def indexed_text(documents: Iterable[Document]) -> str:
    """All that the files of an index say, readable: for tests of what must not be in it."""
    data = {document.path: _data(document) for document in documents}
    coder = Coder(cast("dict[str, str]", data[f"{FOLDER}head.js"])["alphabet"])
    found: list[str] = []
    for path, value in data.items():
        found.append(json.dumps(value, ensure_ascii=False))
        if path.startswith(f"{FOLDER}text-"):
            found += (coder.decode(record[-1]) for record in cast("list[list[str]]", value))
    return "\n".join(found)


def _data(document: Document) -> object:
    text = document.content.decode()
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])
