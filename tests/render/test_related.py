"""Articles are related by the people in their news and by places, not by set phrases."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command import ROOT

from wenzhai.digest import Options, read_digest
from wenzhai.model import Entry
from wenzhai.render.atlas import Atlas, survey
from wenzhai.render.related import related

PHRASE = "大家认真学习贯彻习近平总书记关于治水的重要论述。"
PAGES = {
    "canal": "开阳县修渠\n\n本报开阳讯（记者 李文）2031年5月5日，贵州省开阳县水务局局长陈安国到"
    f"禾丰乡检查水渠。{PHRASE}\n",
    "pumps": "开阳县添水泵\n\n本报开阳讯（记者 李文）2031年5月8日，贵州省开阳县水务局局长陈安国验收"
    f"一批水泵。{PHRASE}\n",
    "trees": "毕节市植树\n\n本报毕节讯（记者 张立）2031年5月6日，贵州省毕节市林业局局长王大山带队"
    f"上山植树。{PHRASE}\n",
    "hall": "社区开起议事厅\n\n本报黄石讯（记者 张立）2031年5月7日，黄石市胜利社区的“板凳议事”开场，居民议的是停车。\n",
    "roof": "屋顶不再漏水\n\n本报宜昌讯（记者 李文）2031年5月9日，宜昌市的居民用“板凳议事”商定了修屋顶的办法。\n",
}


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    (tmp_path / "seeds").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for name, text in PAGES.items():
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return survey(read_digest([tmp_path / "seeds"], Options()), "〔无题〕")


def article(atlas: Atlas, word: str) -> Entry:
    return next(one for one in atlas.corpus.entries.values() if word in atlas.titles[one.id])


def test_a_shared_person_and_county_relate_two_articles(atlas: Atlas) -> None:
    (pumps,) = related(atlas, article(atlas, "修渠"))
    assert pumps.ref.text == "开阳县添水泵"
    assert "陈安国" in pumps.people
    assert "开阳县" in pumps.places


def test_an_invoked_statesman_and_a_whole_province_are_no_reason(atlas: Atlas) -> None:
    trees = article(atlas, "植树")
    named = {ref.text for ref in (atlas.persons[one] for one in atlas.persons_in[trees.id])}
    assert "习近平" in named  # he is in the article and has his page
    assert related(atlas, trees) == ()


def test_a_shared_initiative_relates_two_articles(atlas: Atlas) -> None:
    (roof,) = related(atlas, article(atlas, "议事厅"))
    assert roof.ref.text == "屋顶不再漏水"
    assert roof.initiatives == ("板凳议事",)
    assert (roof.people, roof.places) == ((), ())
