"""Records kept between builds: used while nothing changed, never instead of what did."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import ROOT, make_project, run

from wenzhai import digest
from wenzhai.corpus import Corpus
from wenzhai.digest import Options, read_digest
from wenzhai.ids import Register
from wenzhai.kept import Kept
from wenzhai.model import Page, Record
from wenzhai.record import record_of

PAGE = "示例县新闻两则\n\n本报讯 （记者 王立）5月6日，示例镇小学举行开学典礼，校长李敏致辞。\n"
OTHER = "另一页\n\n本报讯 昨天，县医院来了新医生，名叫周平，乡亲们都说好。\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "001_one.txt").write_text(PAGE, encoding="utf-8")
    (folder / "002_two.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the pages that were really read."""
    names: list[str] = []

    def counted(page: Page, shown: str, register: Register, told: Path | None) -> Record:
        names.append(page.name)
        return record_of(page, shown, register, told)

    monkeypatch.setattr(digest, "record_of", counted)
    return names


def read(seeds: Path) -> Corpus:
    return read_digest([seeds], Options(kept=Kept(seeds.parent / "kept")))


def test_what_did_not_change_is_not_read_again(seeds: Path, made: list[str]) -> None:
    first = read(seeds)
    assert made == ["001_one.txt", "002_two.txt"]
    assert read(seeds) == first == read_digest([seeds], Options())
    assert made == ["001_one.txt", "002_two.txt"] * 2  # the one without records reads both


def test_a_changed_page_is_read_again_alone(seeds: Path, made: list[str]) -> None:
    read(seeds)
    (seeds / "001_one.txt").write_text(PAGE.replace("李敏", "赵敏"), encoding="utf-8")
    made.clear()
    corpus = read(seeds)
    assert made == ["001_one.txt"]
    assert "赵敏" in {person.name for person in corpus.persons.values()}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("001_one.yml", "version: 1\npage: {newspaper: 示例日报}\n"),
        ("001_one.yml", "version: ["),
        ("ids.yml", "version: 1\narticles:\n- {id: a-1, page: 001_one.txt, anchor: 示例县新闻}\n"),
    ],
)
def test_what_editors_write_makes_a_page_anew(
    seeds: Path, made: list[str], name: str, text: str
) -> None:
    before = read(seeds)
    (seeds / name).write_text(text, encoding="utf-8")
    made.clear()
    after = read(seeds)
    assert made == ["001_one.txt"]
    assert after == read_digest([seeds], Options())
    (seeds / name).unlink()
    assert read(seeds) == before


@pytest.mark.parametrize("harm", [b"", b"\x00" * 40, None])
def test_a_torn_record_is_made_anew(seeds: Path, made: list[str], harm: bytes | None) -> None:
    first = read(seeds)
    for path in (seeds.parent / "kept").glob("*.record"):
        path.write_bytes(path.read_bytes()[:-1] if harm is None else harm)
    made.clear()
    assert read(seeds) == first
    assert len(made) == len(first.records)
    made.clear()
    assert read(seeds) == first
    assert made == []


def test_what_changes_while_it_is_read_is_not_kept(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(seeds)
    told = seeds / "001_one.yml"
    hiding = "version: 1\nhide: [{printed: 王立, reason: 隐私}]\n"
    told.write_text(hiding, encoding="utf-8")

    def changed(page: Page, shown: str, register: Register, beside: Path | None) -> Record:
        told.unlink(missing_ok=True)
        return record_of(page, shown, register, beside)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(digest, "record_of", changed)
        assert read(seeds) == first
    told.write_text(hiding, encoding="utf-8")
    assert read(seeds).records[0].hidden


def test_a_full_disk_leaves_nothing_behind(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_bytes = Path.write_bytes

    def torn(path: Path, data: bytes) -> int:
        write_bytes(path, data[:10])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", torn)
        assert read(seeds) == read_digest([seeds], Options())
    assert {path.name for path in (seeds.parent / "kept").iterdir()} == {
        ".gitignore",
        "CACHEDIR.TAG",
    }


def test_a_sweep_takes_what_an_ended_run_left(tmp_path: Path) -> None:
    left = [tmp_path / f"{'a' * 64}.4711", tmp_path / f"{'b' * 64}.record"]
    own = [tmp_path / "notes.4711", tmp_path / "mine.record"]
    for path in (*left, *own):
        path.write_text("x", encoding="utf-8")
    Kept(tmp_path).sweep()
    assert sorted(tmp_path.iterdir()) == sorted(own)


def test_another_program_makes_everything_anew(
    seeds: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(seeds)
    made.clear()
    monkeypatch.setattr("wenzhai.kept._program", lambda: b"another")
    read(seeds)
    assert len(made) == 2


def test_a_folder_that_cannot_be_written_keeps_nothing(seeds: Path) -> None:
    (seeds.parent / "kept").write_text("a file stands here", encoding="utf-8")
    assert read(seeds) == read_digest([seeds], Options())
    assert (seeds.parent / "kept").read_text(encoding="utf-8") == "a file stands here"


def test_a_build_keeps_what_it_used_and_nothing_else(seeds: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    for page in seeds.iterdir():
        page.rename(project / "seeds" / page.name)
    folder = project / ".wenzhai-cache"
    arguments = ("build", "--no-site", "--quiet", "--project", str(project))
    assert run(*arguments).returncode == 0
    before = {path.name for path in folder.glob("*.record")}
    assert len(before) == 2
    (folder / "mine.txt").write_text("a user's own", encoding="utf-8")
    (project / "seeds" / "002_two.txt").write_text(OTHER + "又及。\n", encoding="utf-8")
    assert run(*arguments).returncode == 0
    after = {path.name for path in folder.glob("*.record")}
    assert len(after) == 2
    assert len(after & before) == 1
    assert (folder / "mine.txt").is_file()
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_fresh_neither_asks_nor_keeps(seeds: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    for page in seeds.iterdir():
        page.rename(project / "seeds" / page.name)
    assert run("build", "--no-site", "--fresh", "--project", str(project)).returncode == 0
    assert not (project / ".wenzhai-cache").exists()


def test_git_never_sees_the_folder() -> None:
    assert "/.wenzhai-cache/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
