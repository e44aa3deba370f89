"""What the shipped search code answers on a small digest, asked of both kinds of index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from search.search_digest import digest, write_site

from wenzhai.search import files
from wenzhai.search.engine import Engine

EXACT: tuple[tuple[str, tuple[str, ...]], ...] = (
    # query, ids in the order shown
    ("石邦林", ("shibanglin-0001", "b-000001", "a-000001", "a-000002")),
    ("开阳县", ("520121", "a-000001")),
    ("磷煤", ("a-000001",)),
    ("静", ("b-000002",)),
    ("代表委员", ("a-000001",)),  # no punctuation of its own: 代表、委员
    ("代表、委员", ("a-000001",)),
    ("代表，委员", ()),
    ("6.5", ("a-000001",)),
    ("6.5%", ("a-000001",)),
    ("６．５", ("a-000001",)),
    ("65", ()),  # a point inside a number counts
    ("5%", ("a-000001",)),
    ("235", ("a-000001",)),
    ("WTO", ("a-000002",)),
    ("wto写法", ("a-000002",)),
    ("𠮷野家", ("a-000002",)),
    ("新能源汽车", ("b-000001",)),
    ("了新能源汽车", ()),  # never across a paragraph
    ("石邦林 新能源", ("b-000001",)),
    ("石邦林 -新能源", ("shibanglin-0001", "a-000001", "a-000002")),
    ("石邦林 －新能源", ("shibanglin-0001", "a-000001", "a-000002")),
    ("“强省会”", ("a-000002",)),
    ('"代表、委员"', ("a-000001",)),
    ("研“强省会”行", ("a-000002",)),
    ("“强省会", ("a-000002",)),
    ("黄静陈雪梅", ("b-000002",)),
    ('"黄静 陈雪梅"', ("b-000002",)),
    ("《求是》", ("b-000002",)),
    ("求是杂志", ("b-000002",)),
    ("贵州省 开阳县", ("520121",)),  # a region by its path
    ("工业", ("gongye", "a-000001")),  # a topic of that name first
    ("毕节晚报", ("b",)),  # a newspaper's page
    ("\u200b石邦\u200b林谈", ("b-000001",)),  # as copied from some pages
    ("阳县", ("a-000001", "520121")),  # a headline before longer names
    (
        "石邦",
        ("b-000001", "shibanglin-0001", "a-000001", "a-000002"),
    ),  # headline, name, lead of either
    ("毕节晚报 2024年", ("b",)),
    ("收尾", ("a-000002",)),
    ("收尾。", ()),
    ("。", ("a-000001", "a-000002", "b-000001", "b-000002")),  # leads before other paragraphs
    ("不存在的词", ()),
    ("", ()),
    ("   ", ()),
    ("-石邦林", ()),  # alone it excludes from nothing: sought as printed
)
OTHERS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    # query, the second group: (id, how it matched)
    ("開陽縣", (("520121", "traditional"), ("a-000001", "traditional"))),
    ("shibanglin", (("shibanglin-0001", "pinyin"), ("b-000001", "pinyin"))),
    ("Shí Bānglín", (("shibanglin-0001", "pinyin"), ("b-000001", "pinyin"))),
    ("sbl", (("shibanglin-0001", "pinyin"),)),
    ("zengli", (("zengli-0002", "pinyin"),)),  # not céng
    ("lvhong", (("lvhong-0003", "pinyin"),)),
    ("kaiyang", (("520121", "pinyin"), ("a-000001", "pinyin"))),
    ("ky", (("520121", "pinyin"),)),
    ("xinnengyuan", (("b-000001", "pinyin"),)),
    ("bijiewanbao", (("b", "pinyin"),)),
    ("襄樊", (("420600", "former"),)),
)
NEAR: tuple[tuple[str, str], ...] = (
    ("石帮林", "石邦林"),
    ("石邦林 不存在", "石邦林"),
    ("磷煤化工业", "磷煤化工"),
    ("「石邦林」", "石邦林"),  # without its marks
    ("235万", "235"),
    ("石邦林/新能源", "石邦林 新能源"),
    ('"石邦林 新能源"', "石邦林 新能源"),
    ("石邦林：6.5%", "石邦林 6.5%"),
    ("开阳县 石邦林 -县长", "开阳县 石邦林"),
)


@pytest.fixture(scope="module", params=["small", "large"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    site = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "large":
            patch.setattr(files, "LARGE", 0)
            patch.setattr(files, "LARGE_SHARD", 20)
            patch.setattr("wenzhai.search.grams.UNLISTED", 0)
            patch.setattr(files, "UNLISTED", 0)
            patch.setattr("wenzhai.search.shards.SHARD_LENGTH", 300)
        write_site(digest(), site)
    with Engine(site) as engine:
        yield engine


@pytest.mark.parametrize(("query", "expected"), EXACT)
def test_finds_every_place_and_no_other(
    engine: Engine, query: str, expected: tuple[str, ...]
) -> None:
    (answer,) = engine.ask([query])
    assert tuple(id_ for _, id_, match in answer.hits if match == "exact") == expected
    assert answer.total == len(expected)


@pytest.mark.parametrize(("query", "expected"), OTHERS)
def test_says_how_else_it_matched(
    engine: Engine, query: str, expected: tuple[tuple[str, str], ...]
) -> None:
    (answer,) = engine.ask([query])
    assert answer.total == 0
    assert tuple((id_, match) for _, id_, match in answer.hits) == expected


@pytest.mark.parametrize(("query", "expected"), NEAR)
def test_offers_what_would_be_found(engine: Engine, query: str, expected: str) -> None:
    (answer,) = engine.ask([query])
    assert answer.hits == ()
    assert expected in answer.near


@pytest.mark.parametrize("query", ["6.7", "<script>", "…", "😀"])
def test_offers_no_part_of_a_number_and_nothing_for_marks(engine: Engine, query: str) -> None:
    (answer,) = engine.ask([query])
    assert (answer.hits, answer.near) == ((), ())


def test_limit_shortens_the_hits_and_not_the_number(engine: Engine) -> None:
    (answer,) = engine.ask(["石邦林"], limit=1)
    assert (answer.total, [id_ for _, id_, _ in answer.hits]) == (4, ["shibanglin-0001"])


def test_shards_are_only_read_when_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGE", 0)
    monkeypatch.setattr(files, "LARGE_SHARD", 1)
    write_site(digest(), tmp_path)
    shards = sorted((tmp_path / "assets/generated/search").glob("text-*.js"))
    for path in shards:
        if '"b-000002"' not in path.read_text("utf-8"):
            path.unlink()
    with Engine(tmp_path) as engine:
        (answer,) = engine.ask(["陈雪梅"])
    assert answer.articles() == ("b-000002",)
    assert len(shards) > 1
