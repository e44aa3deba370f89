"""The vocabularies of fields."""

from __future__ import annotations

from typing import Literal

Level = Literal["error", "warning", "doubt"]

HeadlineSource = Literal["printed", "editor", "none"]
Kind = Literal[
    "paragraph", "lead", "crosshead", "question", "answer", "caption", "list", "note", "byline"
]
"""What a paragraph of a body is. "byline" (a byline on a line of its own) is
published as "note" in `extract`, whose contract has no such kind."""

Genre = Literal[
    "news", "report", "feature", "interview", "speech", "opinion", "list", "photo", "notice"
]
DatePrecision = Literal["day", "month", "year", "none"]
Field = Literal["kicker", "headline", "subheadline", "body"]
EntityKind = Literal["person", "region", "organisation", "initiative", "figure", "proposal"]
DetailName = Literal[
    "value",
    "unit",
    "what",
    "when",
    "where",
    "change",
    "who",
    "whom",
    "more",
    "answer",
    "reply",
    "step",
    "about",
]
"""What is told of a mention beside its name: of a figure value, unit, what, when, where and
change (同比增长); of a proposal who, whom, more (the further
paragraphs of its list), answer and reply
(a paragraph of another article: numbers of both as value, the place its own); of an initiative its steps and what the
text says of it; of an organisation where it belongs."""
Part = Literal["speaker", "subject", "mentioned", "reporter", "photographer", "editor"]
Rights = Literal["full", "excerpt", "index-only"]
RegionKind = Literal["administrative", "functional", "river", "macro"]
