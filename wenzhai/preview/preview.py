"""Base, working tree -> `preview/`: the marked site, the changes page, data and a comment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from wenzhai import __version__
from wenzhai.build import Built, Files, Plan, build_digest
from wenzhai.changes import Changes, compare
from wenzhai.corpus import Corpus
from wenzhai.git import commit_of
from wenzhai.preview.compared import Compared
from wenzhai.preview.marks import marked
from wenzhai.preview.report import changes_json, comment
from wenzhai.preview.state import (
    SITE_BYTES,
    mask_of,
    read_base,
    records_of_corpus,
    site_bytes,
)
from wenzhai.render import site_facts
from wenzhai.render.press import open_press


@dataclass(frozen=True, slots=True)
class Preview:
    built: Built
    compared: Compared
    comment_file: Path


def build_preview(plan: Plan, base: str, target: Path, address: str = "") -> Preview:
    """Build the plan's site with what changed since the merge-base marked on it.

    Raises `CannotCompare` where the base cannot be read.
    """
    found: list[Compared] = []

    def dress(corpus: Corpus, documents: Files) -> Files:
        plan.say(f"reading {base}")
        found.append(_compared(corpus, plan, base))
        facts = site_facts(plan.project.config_file, __version__, commit_of(plan.project.root))
        yield from marked(documents, found[0], open_press(plan.project.templates, facts))

    words = open_press(plan.project.templates, site_facts(plan.project.config_file, "", None)).words
    extra = {"preview": {"note": words["preview_note"], "changes": words["changes_all"]}}
    built = build_digest(replace(plan, dress=dress, extra=extra))
    (compared,) = found
    if built.is_published:
        compared = _with_size(compared, site_bytes(plan.site))
    target.mkdir(parents=True, exist_ok=True)
    comment_file = target / "comment.md"
    for path, text in (
        (target / "changes.json", changes_json(compared)),
        (comment_file, comment(compared, address.rstrip("/"))),
    ):
        path.write_text(text, encoding="utf-8", newline="\n")
    return Preview(built, compared, comment_file)


def _compared(corpus: Corpus, plan: Plan, base: str) -> Compared:
    hidden = mask_of(corpus, plan.project)
    before = read_base(plan.project, base, plan.reading, hidden)
    now = records_of_corpus(corpus, plan.project, hidden)
    return Compared(
        before.commit,
        compare(before.by_its_code, before.by_our_code),
        compare(before.by_our_code, now),
        before.notes,
        hidden.count,
    )


def _with_size(compared: Compared, size: int) -> Compared:
    """The size of our site is known last; nothing tells it of the digest in between."""
    changes = compared.by_pages
    before, _ = compared.by_code.counts.get(SITE_BYTES, (0, 0))
    counts = {**changes.counts, SITE_BYTES: (before, size)}
    return replace(compared, by_pages=Changes(changes.changes, counts, changes.scores))
