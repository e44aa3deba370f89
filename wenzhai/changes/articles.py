"""Old articles, new articles -> what changed in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from wenzhai.changes.kinship import parts, same, shares, sources
from wenzhai.changes.text import edits
from wenzhai.changes.values import Article, Change

Articles = Mapping[str, Article]


def article_changes(old: Articles, new: Articles) -> Iterator[Change]:
    """Articles added, lost, split, merged, renamed, moved, re-dated, with another text."""
    lost = sorted(old.keys() - new.keys())
    added = sorted(new.keys() - old.keys())
    kept = sorted(old.keys() & new.keys())
    touched = [key for key in kept if old[key].body != new[key].body]
    found = shares((old[k] for k in (*lost, *touched)), (new[k] for k in (*added, *touched)))
    split, merged = parts(found), sources(found)
    explained_old = {*split, *(key for keys in merged.values() for key in keys)}
    explained_new = {*merged, *(key for keys in split.values() for key in keys)}
    renamed = same(
        found,
        [key for key in lost if key not in explained_old],
        [key for key in added if key not in explained_new],
    )
    for key, heirs in split.items():
        yield Change(
            "article-split", "article", key, old[key].title, old=(key,), new=tuple(heirs),
            articles=tuple(heirs),
        )  # fmt: skip
    for key, origins in merged.items():
        yield Change(
            "article-merged", "article", key, new[key].title, old=tuple(origins), new=(key,),
            articles=(key,),
        )  # fmt: skip
    for before, after in sorted(renamed.items()):
        yield Change(
            "article-renamed", "article", after, new[after].title, old=(before,), new=(after,),
            articles=(after,),
        )  # fmt: skip
    for key in lost:
        if key not in explained_old and key not in renamed:
            yield Change("article-lost", "article", key, old[key].title, old=(old[key].page,))
    for key in added:
        if key not in explained_new and key not in renamed.values():
            yield Change(
                "article-added", "article", key, new[key].title, new=(new[key].page,),
                articles=(key,),
            )  # fmt: skip
    is_another = {*explained_old, *explained_new}
    pairs = [(key, key) for key in kept] + sorted(renamed.items())
    for before, after in pairs:
        is_rewritten = before in is_another or after in is_another
        yield from _within(old[before], new[after], is_rewritten=is_rewritten)


def _within(old: Article, new: Article, *, is_rewritten: bool) -> Iterator[Change]:
    """What changed in one article; the text of one that was split or merged is told by that."""
    about = (new.id, new.title)
    here = (new.id,)
    if old.page != new.page:
        yield Change(
            "article-moved", "article", *about, old=(old.page,), new=(new.page,), articles=here
        )
    if old.date != new.date:
        yield Change(
            "article-re-dated", "article", *about, old=(old.date,), new=(new.date,), articles=here
        )
    if old.headline != new.headline:
        yield Change(
            "headline", "article", *about, old=(old.headline,), new=(new.headline,),
            edits=edits(old.headline, new.headline), articles=here,
        )  # fmt: skip
    was = dict(old.fields)
    for key, text in new.fields:
        before = was.get(key, "")
        is_told = not (is_rewritten and key == "kinds")
        if before != text and is_told and not (key == "kinds" and len(old.body) != len(new.body)):
            yield Change(
                "field", "article", *about, field=key, old=(before,), new=(text,),
                edits=edits(before, text), articles=here,
            )  # fmt: skip
    if set(old.tags) != set(new.tags):
        gone = tuple(tag for tag in old.tags if tag not in new.tags)
        come = tuple(tag for tag in new.tags if tag not in old.tags)
        yield Change("tags", "article", *about, old=gone, new=come, articles=here)
    if not is_rewritten:
        yield from _text(old, new)


def _text(old: Article, new: Article) -> Iterator[Change]:
    """Paragraph by paragraph; the number is the new one's, or the old one's of what is gone."""
    matcher = SequenceMatcher(None, old.body, new.body, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if b - a == d - c:
            pairs = [(old.body[a + i], new.body[c + i], c + i) for i in range(b - a)]
        else:
            pairs = [("\n".join(old.body[a:b]), "\n".join(new.body[c:d]), min(c, a))]
        for before, after, number in pairs:
            yield Change(
                "text", "article", new.id, new.title, field=str(number + 1), old=(before,),
                new=(after,), edits=edits(before, after), articles=(new.id,),
            )  # fmt: skip
