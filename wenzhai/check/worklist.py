"""Findings -> findings in the order in which an editor should look at them."""

from __future__ import annotations

from collections.abc import Iterable

from wenzhai.model import Finding

# From what costs a reader most to what costs least; order is priority.
LOSS: tuple[tuple[str, str], ...] = (
    # A page or a part of it is not there at all.
    ("bad-editorial-file", "nothing that an editor decided about the page is carried out"),
    ("unreadable-file", "a whole page is missing"),
    ("missing-path", "a whole page is missing"),
    ("undecodable-page", "a whole page is missing"),
    ("binary-page", "a whole page is missing"),
    ("oversized-page", "a whole page is missing"),
    ("empty-page", "a whole page is missing"),
    ("slug-clash", "a whole page is missing"),
    ("lost-character", "printed words are missing or stand twice"),
    ("foreign-file", "a page of the digest cannot be written"),
    ("edited-output", "a page of the digest is not renewed"),
    ("search-mismatch", "what is there cannot be found"),
    ("publisher-warning", "a link or a page may be broken"),
    # An editor knows better, and readers do not see it.
    ("stale-correction", "a mistake that was mended once is back"),
    ("stale-authority", "a decision about a person is not carried out"),
    ("contradicting-corrections", "one of two decisions is not carried out"),
    # An article says what nobody wrote.
    ("doubtful-split", "an article ends early, and its rest stands under another headline"),
    ("doubtful-join", "an article goes on with words of another"),
    ("doubtful-order", "an article reads in the wrong order"),
    ("doubtful-headline", "an article stands under another's headline"),
    ("damaged-text", "sentences break off or loop"),
    ("doubtful-furniture", "a sentence may be missing"),
    ("person-id-clash", "two people share a page"),
    ("doubtful-namesakes", "two people may share a page"),
    ("no-headline", "an article is hard to find"),
    # A name leads nowhere, or a fact is missing.
    ("undecided-person", "a name does not lead to its person"),
    ("undecided-region", "a name does not lead to its place"),
    ("missing-page-fact", "readers cannot cite the page"),
    ("no-date", "an article stands nowhere in time"),
    # Nothing that a reader sees.
    ("duplicate-id", "an address may lead to the wrong article"),
    ("lost-id", "an old address leads to a note only"),
    ("duplicate-page", "nothing is missing, but a file is superfluous"),
    ("unknown-editorial-file", "an editor's file has no effect"),
    ("unknown-file", "a file has no effect"),
    ("no-pages", "there is nothing to read"),
    ("unregistered-article", "the address of an article may change"),
    ("idle-correction", "an entry is superfluous"),
)
_RANK = {code: rank for rank, (code, _) in enumerate(LOSS)}


def by_loss(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What a reader loses most by first; equals in the order of the pages."""
    return tuple(
        sorted(
            set(findings),
            key=lambda f: (
                _RANK.get(f.code, len(LOSS)),
                f.path,
                f.line or 0,
                f.span or (0, 0),
                f.message,
            ),
        )
    )
