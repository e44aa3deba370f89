"""A digest -> records to compare: our own, and the base's, read by its code and by ours.

The base is read from a git worktree in the present environment. What its own code and ours make
of the same pages differs by code; what ours makes of the base's pages and of today's, by pages.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import cast

from wenzhai.authority import PERSONS_NAME, read_authority
from wenzhai.build import Project
from wenzhai.changes import Records, Told, records_of
from wenzhai.corpus import Corpus
from wenzhai.digest import Options, read_digest
from wenzhai.edit import corrections_path, may_hide, read_corrections
from wenzhai.extract import extract
from wenzhai.findings import sort_findings
from wenzhai.git import GitError, git
from wenzhai.ids import Register
from wenzhai.preview.mask import Mask, mask
from wenzhai.read import list_sources
from wenzhai.record import record_of, region_of
from wenzhai.score import GoldError, report
from wenzhai.veil import public_view

READING_MAX = 3600  # seconds that a command of the base may take; then something is wrong with it
JUDGED_BY = PurePath("tests/gold/report")
"""Labelled pages of a project, where it has some."""
LEVEL = "all"  # of the scores that are told
SCORES = (
    "overlap 0.8", "overlap 0.98", "headlines", "order", "lost", "furniture precision",
    "furniture recall", "persons f1", "roles f1", "regions f1", "codes precision", "codes recall",
)  # fmt: skip
LIMITED = ("excerpt", "index-only")
SITE_BYTES = "site bytes"

Object = Mapping[str, object]


class CannotCompare(Exception):
    """The base cannot be had; the message says why."""


@dataclass(frozen=True, slots=True)
class Base:
    """The digest before the change."""

    commit: str
    by_its_code: Records
    by_our_code: Records
    notes: tuple[str, ...] = ()
    """What could not be had of it."""


def records_of_corpus(corpus: Corpus, project: Project, hidden: Mask) -> Records:
    """Our own digest as it stands."""
    pages = [json.loads(json.dumps(extract(one, region_of))) for one in corpus.records]
    told = [
        Told(one.code, PurePath(one.path).name, one.message)
        for one in sort_findings(corpus.all_findings())
    ]
    return _records(pages, told, _scores(project), None, hidden)


def mask_of(corpus: Corpus, project: Project) -> Mask:
    """What must not be told of any side of the comparison."""
    told, _ = read_authority(project.seeds / PERSONS_NAME)
    closed = {one.page.name for one in corpus.records if one.facts.rights in LIMITED}
    for source in list_sources([project.seeds])[0]:
        path = corrections_path(source.path)
        corrections, findings = read_corrections(path)
        if corrections.hide or (findings and may_hide(path)):
            closed.add(source.name)
    return Mask(told.hidden_names(), frozenset(closed))


def read_base(project: Project, base: str, reading: Options, hidden: Mask) -> Base:
    """The digest at the merge-base with a revision."""
    root = project.root.resolve()
    try:
        commit = git(root, "merge-base", base, "HEAD").strip()
        inside = git(root, "rev-parse", "--show-prefix").strip()
    except GitError as error:
        raise CannotCompare(str(error)) from error
    with _worktree(root, commit) as tree:
        then = Project(tree / inside)
        if not then.seeds.is_dir() or not then.config_file.is_file():
            return Base(commit, Records(), Records(), ("The base holds no digest: all is new.",))
        shown = replace(public_view(then.config_file), hidden_names=hidden.names)
        # kept records name the worktree's folder, which no later run has
        corpus = read_digest([then.seeds], replace(reading, view=shown, kept=None))
        hidden = _with_renamed(hidden, corpus, project)
        ours = records_of_corpus(corpus, project, hidden)
        if not (then.root / "build.py").is_file():
            note = "The base has no code of its own: nothing can be told by code."
            return Base(commit, ours, ours, (note,))
        notes: list[str] = []
        return Base(commit, _by_its_code(then, notes, hidden), ours, tuple(notes))


def site_bytes(site: Path) -> int:
    """Size of all files of a site."""
    return sum(path.stat().st_size for path in site.rglob("*") if path.is_file())


def _with_renamed(hidden: Mask, base: Corpus, project: Project) -> Mask:
    """A page that hides something and is new may be one of the base under another name."""
    then = {record.page.name for record in base.records}
    if hidden.pages <= then:
        return hidden
    now = {source.name for source in list_sources([project.seeds])[0]}
    return replace(hidden, pages=hidden.pages | (then - now))


def _by_its_code(then: Project, notes: list[str], hidden: Mask) -> Records:
    output = then.root / ".preview"
    output.mkdir()
    pages_file = output / "pages.jsonl"
    done = _ask(then.root, "extract", "seeds", "--quiet", "--output", str(pages_file))
    pages = _lines(pages_file.read_text("utf-8")) if pages_file.is_file() else None
    if pages is None:
        raise CannotCompare(f"the base's own code failed: {done.stderr.strip()[-500:]}")
    if done.returncode != 0:
        notes.append("Some pages of the base could not be read by its own code.")
    findings = _lines(_ask(then.root, "check", "--json").stdout)
    if findings is None:
        notes.append("The base's code cannot tell its findings as data.")
    scores = None
    if (then.root / JUDGED_BY).is_dir():
        scores = _lines(_ask(then.root, "score", "--json", str(JUDGED_BY)).stdout)
    site = output / "site"
    _ask(then.root, "build", "--quiet", "--docs", str(output / "docs"), "--site", str(site))
    return _records(
        pages,
        [_told(row) for row in findings or ()],
        _flat(cast("Mapping[str, Mapping[str, float]]", scores[0])) if scores else {},
        site_bytes(site) if site.is_dir() else None,
        hidden,
    )


def _records(
    pages: Iterable[Object],
    findings: Iterable[Told],
    scores: Mapping[str, float],
    size: int | None,
    hidden: Mask,
) -> Records:
    counts = {} if size is None else {SITE_BYTES: size}
    shown, told = mask(pages, findings, hidden)
    return records_of(shown, told, scores, counts)


def _ask(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "build.py", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=READING_MAX,
        check=False,
    )


def _lines(text: str) -> list[Object] | None:
    """JSON Lines; None when it is something else, as older code prints."""
    try:
        return [json.loads(line) for line in text.split("\n") if line]
    except json.JSONDecodeError:
        return None


def _told(row: Object) -> Told:
    return Told(str(row["code"]), PurePath(str(row["path"])).name, str(row["message"]))


def _scores(project: Project) -> dict[str, float]:
    folder = project.root / JUDGED_BY
    if not folder.is_dir():
        return {}
    try:
        return _flat(report(folder, lambda page: record_of(page, page.name, Register())).by_level())
    except GoldError:
        return {}


def _flat(levels: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    figures = levels.get(LEVEL, {})
    return {name: round(figures[name], 3) for name in SCORES if name in figures}


@contextmanager
def _worktree(root: Path, commit: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="wenzhai-base-") as folder:
        tree = Path(folder) / "base"
        try:
            git(root, "worktree", "add", "--quiet", "--detach", str(tree), commit)
        except GitError as error:
            raise CannotCompare(str(error)) from error
        try:
            yield tree
        finally:
            git(root, "worktree", "remove", "--force", str(tree))
