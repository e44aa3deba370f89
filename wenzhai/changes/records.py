"""What `extract` gives -> records to compare.

Read as data from anywhere, perhaps written by an older program: a field that is missing is
empty, a field that is not known is told as a fact, and every list of objects that name
something is a register.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wenzhai.changes.values import Article, Name, Records, Told

FIELDS = ("headline_source", "kicker", "subheadlines", "genre", "byline", "dateline", "kinds")
"""Fields of an article that are compared as they are."""
OWN = frozenset({"id", "name", "roles", "mentions", "printed", "implied", "candidates", "kinds"})
"""Fields of an entity that say who and where, not what is told of it."""
UNTITLED = 16  # characters of the body that name an article without a headline

Object = Mapping[str, object]


def records_of(
    pages: Iterable[Object],
    findings: Iterable[Told] = (),
    scores: Mapping[str, float] | None = None,
    counts: Mapping[str, int] | None = None,
) -> Records:
    """`pages` are objects as `extract` writes them, one a source page; the counts that they
    tell by themselves are added."""
    names: list[str] = []
    articles: dict[str, Article] = {}
    for page in pages:
        name = _text(page.get("page"))
        names.append(name)
        for one in _objects(page.get("articles")):
            article = article_of(one, name)
            articles[article.id] = article
    told = tuple(findings)
    own = {**_counted(names, articles, told), **(counts or {})}
    return Records(tuple(sorted(names)), articles, told, own, dict(scores or {}))


def article_of(one: Object, page: str) -> Article:
    """One article, as `extract` writes it."""
    body = tuple(_texts(one.get("body")))
    headline = _text(one.get("headline"))
    start = "".join("".join(body[:3]).split())[:UNTITLED]
    return Article(
        id=_text(one.get("id")),
        page=page,
        title=headline or f"〔{start}〕",
        headline=headline,
        date=_text(one.get("date")),
        fields=tuple((key, _text(one.get(key))) for key in FIELDS),
        body=body,
        tags=tuple(_texts(one.get("topics"))),
        names=tuple(_names(one)),
    )


def _names(article: Object) -> Iterator[Name]:
    for register, value in article.items():
        for one in _objects(value):
            if "name" not in one:
                continue
            identity = one.get("id")
            yield Name(
                register=register,
                id=identity if isinstance(identity, str) else None,
                name=_text(one["name"]),
                roles=tuple(_texts(one.get("roles"))),
                places=tuple(_spans(one.get("mentions"))) + tuple(_spans(one.get("implied"))),
                facts=tuple((key, _text(fact)) for key, fact in one.items() if key not in OWN),
            )


def _counted(
    pages: Sequence[str], articles: Mapping[str, Article], findings: Sequence[Told]
) -> dict[str, int]:
    registers: dict[str, set[str]] = {}
    for article in articles.values():
        for name in article.names:
            if name.id is not None:
                registers.setdefault(name.register, set()).add(name.id)
    return {
        "pages": len(pages),
        "articles": len(articles),
        "characters": sum(len(text) for one in articles.values() for text in one.body),
        **{register: len(ids) for register, ids in sorted(registers.items())},
        "findings": len(findings),
    }


def _objects(value: object) -> Iterator[Object]:
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, (list, tuple)):
        yield from (_text(one) for one in value)


def _spans(value: object) -> Iterator[tuple[int, int]]:
    if isinstance(value, (list, tuple)):
        for one in value:
            if isinstance(one, (list, tuple)) and len(one) == 2:
                yield int(one[0]), int(one[1])


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "\n".join(map(_text, value))
    return str(value)
