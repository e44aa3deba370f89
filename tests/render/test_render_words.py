"""A second language is one file: with every word of it replaced, nothing of the first is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import yaml
from command import ROOT, make_project, run_build

CODE = frozenset({"script", "style", "pre"})  # pre: entries for an editor's file, in its language
HAN = re.compile("[\u3400-\u9fff]+")
GAP = re.compile("{[a-z_]+}")
PAGE = """                    青禾县举办春耕现场会
  本报青禾讯（记者李明远）3月5日，青禾县农业农村局在城关镇举办春耕现场会，县长王建国到会讲话。
王建国说：“今年全县计划播种小麦20万亩，同比增长5%。”
  县政协委员赵永清建议加快水渠改造，推进“清渠行动”。
"""
# What is shown as it is in every language: the thesaurus, the data dictionary, provinces.
DATA = ("wenzhai/data/topics.yml", "wenzhai/data/dataset", "wenzhai/data/render/provinces.tsv")


class Shown(HTMLParser):
    """What a reader sees or hears of a page: its text, and attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_code = tag in CODE
        for name, value in attrs:
            if name in {"title", "aria-label", "placeholder", "alt", "content"} and value:
                self.pieces.append(value)

    def handle_endtag(self, _tag: str) -> None:
        self.is_code = False

    def handle_data(self, data: str) -> None:
        if not self.is_code:
            self.pieces.append(data)


def known_text() -> str:
    """The page, and what is data: names of places, topics, tables and columns."""
    files = [path for one in DATA for path in _files(ROOT / one)]
    return "".join(PAGE.split()) + "".join(path.read_text(encoding="utf-8") for path in files)


def _files(path: Path) -> Iterator[Path]:
    yield from sorted(path.iterdir()) if path.is_dir() else [path]


def test_no_word_of_the_interface_stands_anywhere_else(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    words_file = project / "templates" / "words.yml"
    words = yaml.safe_load(words_file.read_text(encoding="utf-8"))
    foreign = {key: " ".join(["word", *GAP.findall(word)]) for key, word in words.items()}
    foreign |= {"language": "en", "locale": "en_GB"}
    words_file.write_text(yaml.safe_dump(foreign), encoding="utf-8")
    config = project / "mkdocs.yml"
    own = "site_name: digest\nsite_description: pages of newspapers\n"
    text = config.read_text(encoding="utf-8").partition("# The address of the published")[2]
    config.write_text(f"{own}#{text}", encoding="utf-8")
    (project / "seeds" / "page.txt").write_text(PAGE, encoding="utf-8")
    done = run_build("build", cwd=project)
    assert done.returncode == 0, done.stderr
    known = known_text()
    found: dict[str, str] = {}
    pages = sorted((project / "site").rglob("*.html"))
    for path in pages:
        shown = Shown()
        shown.feed(path.read_text(encoding="utf-8"))
        for run in HAN.findall("\n".join(shown.pieces)):
            if run not in known:
                found.setdefault(run, path.relative_to(project / "site").as_posix())
    assert len(pages) > 20
    assert 'lang="en"' in pages[0].read_text(encoding="utf-8")
    assert found == {}
