"""Search in a generated digest of 1,000 articles: precision and recall are 1.0."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT

from bench.search.asked import Asked, questions
from wenzhai.corpus import Corpus
from wenzhai.digest import Options, read_digest
from wenzhai.render import SiteFacts
from wenzhai.render.press import open_press
from wenzhai.search import files, index_files
from wenzhai.search.engine import Engine

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("search")]

ARTICLES = 1000


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The generated pages as they are read; some articles are not told apart."""
    seeds = tmp_path_factory.mktemp("generated")
    command = [sys.executable, str(ROOT / "bench/corpus.py"), str(ARTICLES), str(seeds)]
    subprocess.run(command, check=True, capture_output=True)
    found = read_digest([seeds], Options())
    assert len(found.entries) > ARTICLES * 0.9
    return found


@pytest.fixture(scope="module")
def asked(corpus: Corpus) -> tuple[Asked, ...]:
    found = tuple(questions(corpus))
    assert sum(len(one.expected) > 1 for one in found) > len(found) / 2  # not beside the point
    return found


@pytest.mark.parametrize("large", [0, 2000])
def test_every_question_is_answered_as_a_scan_answers_it(
    corpus: Corpus, asked: tuple[Asked, ...], large: int, tmp_path: Path
) -> None:
    press = open_press(ROOT / "templates", SiteFacts("文摘", "", None, "full"))
    shutil.copytree(ROOT / "docs/assets/search", tmp_path / "assets/search")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "LARGE", large)
        for document in index_files(corpus, press):
            path = tmp_path / document.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(document.content)
    with Engine(tmp_path) as engine:
        answers = [engine.ask([one.query], **one.options)[0] for one in asked]
    for one, answer in zip(asked, answers, strict=True):
        articles = answer.articles()
        assert set(articles) == one.expected, (one.kind, one.query)
        assert len(articles) == len(one.expected)
