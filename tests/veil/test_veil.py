"""What must not be shown stands in nothing that is published, and offsets stay true."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from command import ROOT, make_project, run
from search.search_digest import PRESS

from wenzhai.digest import Options, read_digest
from wenzhai.model import Rights
from wenzhai.search import index_files, indexed_text
from wenzhai.veil import View, public_view, veil
from wenzhai.veil.words import secrets_of

PAGE = """雨后山塘满

本报贵阳讯（记者 陈敏）11月3日，贵州省开阳县连夜下了大雨。县水务局局长王大
山说，山塘都满了，请拨打13800001111。王局长还说，今后要再修三座山塘，让下游的农户都用上水。

粮价涨了

本报遵义讯（通讯员 李小河）今年稻谷收购价每斤涨一角，粮站门前排起长队，农户忙着卖粮。农户赵
秀英家住桃源小区八号楼，她说，今年一共收了三千斤稻谷，比去年多出五百斤。后来大家又谈到明年的打算，
都想多种一些优质稻，少用一些化肥，把地养得更肥。县农业农村局副局长周文远表示，明年将请专家下乡。
"""
HIDE = """
version: 1
hide:
  - {printed: 王大山, reason: asked for it}
  - {printed: "13800001111", reason: private}
  - {printed: 家住, to: 八号楼, nth: 1, reason: private}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = make_project(tmp_path / "project")
    (root / "seeds/rain.txt").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(root)  # `extract` asks the mkdocs.yml of the present folder
    return root


def everything(project: Path) -> str:
    """All that is published, without white space: tree, site, search index, data, messages."""
    built = run("build", "--project", str(project))
    assert built.returncode in (0, 1), built.stderr
    assert "search-mismatch" not in built.stderr
    written = [
        path.read_text(encoding="utf-8")
        for folder in (project / "docs", project / "site")
        for path in folder.rglob("*")
        if path.suffix in {".md", ".html", ".js", ".json", ".xml"}
    ]
    view = public_view(project / "mkdocs.yml")
    index = indexed_text(index_files(read_digest([project / "seeds"], Options(view=view)), PRESS))
    told = [
        run("extract", str(project / "seeds")).stdout,
        run("check", "--project", str(project)).stdout,
        run("explain", "rain.txt", "--project", str(project)).stdout,
        built.stdout,
    ]
    return "".join("".join([*written, index, *told]).split())


def test_hidden_words_are_published_nowhere(project: Path) -> None:
    (project / "seeds/rain.yml").write_text(HIDE, encoding="utf-8")
    found = everything(project)
    for secret in ("王大山", "wangdashan", "13800001111", "80000111", "桃源", "家住", "八号楼"):
        assert secret not in found, secret
    assert "局长■■■说" in found
    assert "■" * len("家住桃源小区八号楼") + "，她说" in found


def test_without_editorial_nothing_is_hidden(project: Path) -> None:
    (project / "seeds/rain.yml").write_text(HIDE, encoding="utf-8")
    assert "王大" in run("extract", "--no-editorial", str(project / "seeds")).stdout


def test_offsets_stay_true(project: Path) -> None:
    seeds = project / "seeds"
    before = json.loads(run("extract", str(seeds)).stdout)
    (seeds / "rain.yml").write_text(HIDE, encoding="utf-8")
    after = json.loads(run("extract", str(seeds)).stdout)
    for one, other in zip(before["articles"], after["articles"], strict=True):
        assert one["spans"] == other["spans"]
        assert [len(text) for text in one["body"]] == [len(text) for text in other["body"]]
    names = {p["name"] for a in after["articles"] for p in a["persons"]}
    assert "赵秀英" in names


def test_an_excerpt_shows_the_beginning_and_says_so(project: Path) -> None:
    (project / "seeds/rain.yml").write_text(
        "version: 1\npage: {rights: excerpt}\n", encoding="utf-8"
    )
    found = everything(project)
    assert "今年稻谷收购价每斤涨一角" in found
    assert "少用一些化肥" not in found
    assert "明年将请专家下乡" not in found
    assert "此版面只刊节录" in found
    assert "周文远" in found  # a name, listed
    (page,) = map(json.loads, run("extract", str(project / "seeds")).stdout.splitlines())
    assert page["rights"] == "excerpt"
    shown = "".join(page["articles"][1]["body"][:1])
    assert len("".join(shown.split())) == 100


def test_index_only_shows_headlines_and_names(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("rights: full", "rights: index-only")
    settings.write_text(text, encoding="utf-8")
    found = everything(project)
    for printed in ("稻谷收购价", "连夜下", "忙着卖", "请拨打"):
        assert printed not in found, printed
    for shown in ("雨后山塘满", "粮价涨了", "开阳县", "赵秀英", "此版面只供检索"):
        assert shown in found, shown


def test_rights_of_the_page_stand_above_the_default(project: Path) -> None:
    (project / "seeds/rain.yml").write_text("version: 1\npage: {rights: full}\n", encoding="utf-8")
    corpus = read_digest([project / "seeds"], Options(view=View("index-only")))
    assert "连夜" in corpus.records[0].page.text


def test_rights_that_nobody_knows_stop_the_build(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("rights: full", "rights: none")
    settings.write_text(text, encoding="utf-8")
    for verb in ("build", "check"):
        done = run(verb, "--project", str(project))
        assert (done.returncode, "extra.rights" in done.stderr) == (2, True)


def test_a_broken_file_that_speaks_of_hiding_shows_nothing(project: Path) -> None:
    (project / "seeds/rain.yml").write_text(
        "version: 1\nhide: [{printed: 王大山}]\n", encoding="utf-8"
    )
    found = everything(project)
    for secret in ("王大山", "连夜", "稻谷", "雨后"):
        assert secret not in found, secret


def test_an_entry_that_does_not_fit_does_not_tell_its_words(project: Path) -> None:
    (project / "seeds/rain.yml").write_text(
        "version: 1\nhide: [{printed: 钱三多, reason: gone by now}]\n", encoding="utf-8"
    )
    assert "stale-correction" in run("check", "--project", str(project)).stdout
    assert "钱三多" not in everything(project)


def test_a_hidden_name_is_hidden_on_every_page(project: Path) -> None:
    (project / "seeds/again.txt").write_text(
        "又是王大 山\n\n本报讯 11月4日，开阳县水务局局长王大山到场，王局长讲了话。\n",
        encoding="utf-8",
    )
    (project / "seeds/again.yml").write_text(
        "version: 1\nheadline: [{article: 本报讯, own: 王大山讲话, reason: 王大山到场}]\n",
        encoding="utf-8",
    )
    view = View(hidden_names=frozenset({"王大山"}))
    corpus = read_digest([project / "seeds"], Options(view=view))
    assert "王大山" not in "".join(repr(corpus.records).replace("\\n", "").split())
    assert "王大山" not in repr(corpus.findings)
    assert "王大山" not in indexed_text(index_files(corpus, PRESS))
    assert not any("wangdashan" in key for key in corpus.persons)
    assert not any("wangdashan" in repr(entry.links) for entry in corpus.entries.values())


def test_nothing_to_hide_changes_nothing(project: Path) -> None:
    (record,) = read_digest([project / "seeds"], Options()).records
    assert veil(record, View()) == replace(record, facts=replace(record.facts, rights="full"))


@pytest.mark.parametrize("rights", ["full", "excerpt", "index-only"])
def test_links_stay_inside_their_passages(rights: Rights) -> None:
    corpus = read_digest([ROOT / "seeds"], Options(view=View(rights)))
    for entry in corpus.entries.values():
        passages = dict(entry.article.passages())
        for link in entry.links:
            assert link.mention.end <= len(passages[link.mention.place].text)


@pytest.mark.parametrize(
    ("hidden", "text", "shown"),
    [
        ("王大山", "局长王大山说", "局长■■■说"),
        ("王大山", "局长王大", "局长■■"),
        ("王大山", "王 大\n山", "■ ■\n■"),
        ("13800001111", "第1380号，共13800页", "第■■■■号，共■■■■■页"),
        ("13800001111", "confidence 0.11", "confidence 0.11"),
        ("山", "山塘", "■塘"),
    ],
)
def test_messages_lose_pieces_of_what_is_hidden(hidden: str, text: str, shown: str) -> None:
    assert secrets_of([hidden], frozenset()).mask(text) == shown


@pytest.mark.parametrize("verb", ["build", "check", "extract"])
def test_when_nobody_knows_who_is_hidden_nothing_is_shown(project: Path, verb: str) -> None:
    (project / "seeds/authority").mkdir()
    (project / "seeds/authority/persons.yml").write_text(
        "version: 1\nhidden: [王大山\n", encoding="utf-8"
    )
    where = [str(project / "seeds")] if verb == "extract" else ["--project", str(project)]
    done = run(verb, *where)
    assert (done.returncode, "persons.yml" in done.stderr) == (2, True)
    assert "王大山" not in done.stdout
