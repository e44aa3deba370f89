"""PROJECT -> articles and queries for candidates.mjs, on standard output.

    python bench/search/candidates.py PROJECT > ARTICLES.json

PROJECT is a folder that bench/phases.py has read. The queries are stretches of letters and
characters without punctuation, which every candidate folds alike.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from asked import Picker, number

from wenzhai.corpus import Corpus

QUERIES = 64
LONGEST = 10  # characters


def main(project: Path) -> None:
    corpus = Corpus(*pickle.loads((project / "corpus.pickle").read_bytes()))  # noqa: S301 - ours
    picker = Picker(corpus)
    articles = ["\n".join(picker.scan.lines[id_]) for id_ in picker.articles]
    queries = [
        picker.stretch(number(f"candidate {turn}"), 1 + turn % LONGEST) for turn in range(QUERIES)
    ]
    json.dump({"articles": articles, "queries": queries}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
