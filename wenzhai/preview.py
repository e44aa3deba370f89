"""Two revisions -> what changed in the digest, in its own terms.

The base is the merge-base with REV, read by its own code from a git worktree; both sides are
compared as the data that `extract` gives, by id.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from wenzhai.corpus import Corpus
from wenzhai.extract import ArticleOutput, PageOutput, extract
from wenzhai.git import GitError, git
from wenzhai.record import region_of
from wenzhai.render.escape import escape

COMMENT_MAX = 60_000  # characters; a comment on GitHub holds 65,536
COMPARED = (
    "headline", "kicker", "subheadlines", "byline", "dateline", "date", "genre", "topics", "body",
)  # fmt: skip
WORDS = {"pages": "Pages", "articles": "Articles", "persons": "Persons", "regions": "Regions"}
READING_MAX = 1800  # seconds the base's code may take; then something is wrong with it


class CannotCompare(Exception):
    """The base cannot be had; the message says why."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs, for each kind: ids with the words to name them by."""

    new: Mapping[str, Mapping[str, str]]
    gone: Mapping[str, Mapping[str, str]]
    changed: Mapping[str, Mapping[str, str]]
    note: str = ""
    """Something to know about the comparison; "" when nothing."""

    def __str__(self) -> str:
        return ", ".join(
            f"{kind} +{len(self.new[kind])} -{len(self.gone[kind])} ~{len(self.changed[kind])}"
            for kind in WORDS
        )


def write_preview(corpus: Corpus, root: Path, base: str, target: Path) -> Changes:
    """Compare and write `changes.json` and `comment.md`."""
    try:
        commit = git(root, "merge-base", base, "HEAD").strip()
    except GitError as error:
        raise CannotCompare(str(error)) from error
    old, note = _extract_base(root, commit)
    new = [extract(record, region_of) for record in corpus.records]
    closed = frozenset(record.page.name for record in corpus.records if record.hidden)
    changes = compare(*_open(old, json.loads(json.dumps(new)), closed), _told(note, len(closed)))
    target.mkdir(parents=True, exist_ok=True)
    data = {"base": commit, "note": note} | {
        "new": dict(changes.new),
        "gone": dict(changes.gone),
        "changed": dict(changes.changed),
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    (target / "changes.json").write_text(text, encoding="utf-8", newline="\n")
    comment = capped("".join(_comment(changes, commit)))
    (target / "comment.md").write_text(comment, encoding="utf-8", newline="\n")
    return changes


def compare(old: list[PageOutput], new: list[PageOutput], note: str = "") -> Changes:
    """The differences between two extractions."""
    before = _named(old)
    after = _named(new)
    changed: dict[str, dict[str, str]] = {kind: {} for kind in WORDS}
    old_articles = _articles(old)
    for key, article in _articles(new).items():
        was = old_articles.get(key)
        fields = [name for name in COMPARED if was and _field(was, name) != _field(article, name)]
        if fields:
            changed["articles"][key] = f"{_title(article)}: {', '.join(fields)}"
    for kind in ("persons", "regions"):
        is_in_before = _whereabouts(old, kind)
        for key, articles in _whereabouts(new, kind).items():
            was_in = is_in_before.get(key)
            if was_in is not None and was_in != articles:
                name = after[kind][key]
                changed[kind][key] = f"{name}: in {len(was_in)} articles, now {len(articles)}"
    return Changes(
        {kind: _minus(after[kind], before[kind]) for kind in WORDS},
        {kind: _minus(before[kind], after[kind]) for kind in WORDS},
        changed,
        note,
    )


def _open(
    old: list[PageOutput], new: list[PageOutput], closed: frozenset[str]
) -> tuple[list[PageOutput], list[PageOutput]]:
    """Both sides without pages that hide something now: the base may still show it."""
    return (
        [page for page in old if page["page"] not in closed],
        [page for page in new if page["page"] not in closed],
    )


def _told(note: str, closed: int) -> str:
    if not closed:
        return note
    entries = "one entry" if closed == 1 else f"{closed} entries"
    return f"{note} {entries} hidden: pages with hidden text are not compared.".strip()


def capped(comment: str) -> str:
    """The comment, cut where it would be too long, saying so."""
    if len(comment) <= COMMENT_MAX:
        return comment
    pointer = "\n\n... and more: see changes.json.\n"
    whole_lines = comment[: COMMENT_MAX - len(pointer)].rsplit("\n", 1)[0]
    return whole_lines + pointer


def _extract_base(root: Path, commit: str) -> tuple[list[PageOutput], str]:
    with tempfile.TemporaryDirectory(prefix="wenzhai-base-") as folder:
        tree = Path(folder) / "base"
        git(root, "worktree", "add", "--quiet", "--detach", str(tree), commit)
        try:
            if not (tree / "build.py").is_file() or not (tree / "seeds").is_dir():
                return [], "The base holds no digest: everything is new."
            output = Path(folder) / "base.jsonl"
            command = [sys.executable, "build.py", "extract", "seeds", "--output", str(output)]
            done = subprocess.run(
                [*command, "--quiet"],
                cwd=tree,
                capture_output=True,
                text=True,
                timeout=READING_MAX,
                check=False,
            )
            if not output.is_file():
                raise CannotCompare(f"the base's own code failed: {done.stderr.strip()[-500:]}")
            lines = output.read_text(encoding="utf-8").split("\n")
            note = "" if done.returncode == 0 else "Some pages of the base could not be read."
            return [cast(PageOutput, json.loads(line)) for line in lines if line], note
        finally:
            git(root, "worktree", "remove", "--force", str(tree))


def _named(pages: list[PageOutput]) -> dict[str, dict[str, str]]:
    """For each kind, id -> the words to name it by."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in WORDS}
    for page in pages:
        found["pages"][page["page"]] = f"{page['page']} ({len(page['articles'])} articles)"
        for article in page["articles"]:
            found["articles"][article["id"]] = _title(article)
            for person in article["persons"]:
                if person["id"]:
                    found["persons"][person["id"]] = person["name"]
            for region in article["regions"]:
                if region["id"]:
                    found["regions"][region["id"]] = region["path"] or region["name"]
    return found


def _articles(pages: list[PageOutput]) -> dict[str, ArticleOutput]:
    return {article["id"]: article for page in pages for article in page["articles"]}


def _whereabouts(pages: list[PageOutput], kind: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for page in pages:
        for article in page["articles"]:
            entities = article["persons"] if kind == "persons" else article["regions"]
            for entity in entities:
                if entity["id"]:
                    found.setdefault(entity["id"], set()).add(article["id"])
    return found


def _field(article: ArticleOutput, name: str) -> object:
    return cast(Mapping[str, object], article).get(name)


def _title(article: ArticleOutput) -> str:
    return article["headline"] or f"〔无题〕{''.join(article['body'])[:16]}"


def _minus(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    return {key: one[key] for key in sorted(one) if key not in other}


def _comment(changes: Changes, commit: str) -> Iterator[str]:
    yield f"## What this does to the digest\n\nCompared with {commit[:12]}: {changes}.\n"
    if changes.note:
        yield f"\n{changes.note}\n"
    parts: tuple[tuple[str, Callable[[str], Mapping[str, str]]], ...] = (
        ("new", lambda kind: changes.new[kind]),
        ("gone", lambda kind: changes.gone[kind]),
        ("changed", lambda kind: changes.changed[kind]),
    )
    for kind, word in WORDS.items():
        for what, of_kind in parts:
            yield from _list(f"{word} {what}", of_kind(kind).items())


def _list(title: str, items: Iterable[tuple[str, str]]) -> Iterator[str]:
    rows = [f"- {escape(text)} ({escape(key)})\n" for key, text in sorted(items)]
    if rows:
        yield f"\n### {title} ({len(rows)})\n\n"
        yield from rows
