"""What makes a page good to read: beginnings, names of pages, line ends of headlines, room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from command import make_project, run_build

from wenzhai.model import Article, Page, Paragraph, Passage
from wenzhai.render.describe import DESCRIPTION_LENGTH, description
from wenzhai.render.here import links_for, rows_for
from wenzhai.render.inline import html_link, mark_up
from wenzhai.render.phrased import phrased, unbroken
from wenzhai.render.phrases import page_label

SENTENCE = "市农业农村局昨日在城关镇举行春耕现场会，推广节水灌溉和测土配方施肥等新的办法。"  # 38


def article_of(*texts: str, speaker: str | None = None) -> Article:
    return Article(
        kicker=None,
        headline=None,
        headline_source="none",
        subheadlines=(),
        genre="news",
        byline=(),
        dateline=None,
        confidence=1.0,
        body=tuple(Paragraph("paragraph", Passage(text, ()), speaker) for text in texts),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("短讯。", "短讯。"),
        (SENTENCE * 3, SENTENCE * 2),
        (SENTENCE[:-1] + "，" + SENTENCE[:-1] + "，后来又说", None),
        ("一" * 200, "一" * DESCRIPTION_LENGTH + "…"),
    ],
    ids=["whole", "whole sentences", "up to a pause", "nowhere to pause"],
)
def test_a_beginning_ends_where_one_may_stop(text: str, expected: str | None) -> None:
    found = description(article_of(text))
    if expected is None:
        assert text.startswith(found.removesuffix("…") + "，")
        assert found.endswith("…")
    else:
        assert found == expected


@pytest.mark.parametrize("printed", ["王建国 今年春耕早。", "王建国：今年春耕早。"])
def test_a_speaker_is_set_off_in_a_beginning(printed: str) -> None:
    assert description(article_of(printed, speaker="王建国")) == "王建国：今年春耕早。"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("000_ca3dcd9ea2d6df08.txt", "000"),
        ("2023-08-02-A3-ca3dcd9ea2d6df08.txt", "2023-08-02-A3"),
        ("ca3dcd9ea2d6df08.txt", "ca3dcd9ea2d6df08"),
        ("page_ca3dcd9ea2d6df08.txt", "page_ca3dcd9ea2d6df08"),  # "page" tells nothing
        ("第三版.txt", "第三版"),
    ],
)
def test_a_page_is_called_by_what_tells_it_apart(name: str, label: str) -> None:
    assert page_label(Page(name, "slug", "", "utf-8", "")) == label


def test_a_headline_breaks_between_words_only() -> None:
    text = "在高质量发展新征程上勇担当善作为"
    pieces = mark_up(text, phrased(text, ())).split("<wbr>")
    assert pieces == ["在高质量", "发展", "新征程上", "勇担当", "善作为"]
    text = "围绕大局多层次协商见实效"
    pieces = mark_up(text, phrased(text, ())).split("<wbr>")
    assert "".join(pieces) == text
    assert pieces == ["围绕", "大局", "多层次", "协商", "见实效"]
    text = "助推贵阳贵安发展"  # 贵安 is no word to the segmenter
    assert "贵<wbr>安" not in mark_up(text, phrased(text, ()))


def test_a_line_never_begins_with_the_point_of_a_name() -> None:
    text = "“代表·委员·局长通道”采访仁青·东珠"
    link = html_link(14, 19, "a.html", "wz-person")
    shown = mark_up(text, unbroken(text, (link,)))
    assert shown.count('<span class="wz-point">') == 3
    assert '<span class="wz-point">表·</span>委<span' in shown
    assert '>仁<span class="wz-point">青·</span>东珠</a>' in shown


def test_a_break_in_a_headline_never_costs_a_link() -> None:
    text = "开阳县委书记调研磷化工产业"
    link = html_link(0, 3, "a.html", "wz-region")
    shown = mark_up(text, phrased(text, (link,)))
    assert '<a class="wz-region" href="a.html">开阳县</a>' in shown.replace("<wbr>", "")
    assert "<wbr>" in shown


def test_rows_are_shared_and_the_last_list_has_the_rest() -> None:
    short = article_of("一" * 100)
    assert rows_for(short, [3, 2, 1]) == (3, 2, 1)
    assert rows_for(short, [300, 300, 300]) == (21, 11, 10)
    long = replace(short, body=short.body * 100)
    assert sum(rows_for(long, [300, 300, 300])) == 40 + 10_000 // 50
    assert links_for(long) > links_for(short) > 0


def test_a_list_of_300_names_is_no_heavier_than_its_text_allows(tmp_path: Path) -> None:
    """24 kB, and 6 bytes for each character of the text that is no space."""
    project = make_project(tmp_path / "project")
    names = [a + b + c for a in "王李张刘陈杨赵黄周吴" for b in "永宏光文" for c in "国强燕军东"]
    people = "、".join(
        f"{name}（{place}）" for name, place in zip(names, PLACES * 40, strict=False)
    )
    text = f"    青禾县政协委员名单公布\n  本报青禾讯　青禾县政协昨日公布委员名单：委员{people}。\n"
    (project / "seeds" / "list.txt").write_text(text, encoding="utf-8")
    done = run_build("build", cwd=project)
    assert done.returncode == 0, done.stderr
    pages = list((project / "site/articles").glob("list-*.html"))
    assert pages
    for path in pages:
        assert path.stat().st_size <= 24_000 + 6 * len("".join(text.split()))


PLACES = ["开阳县", "息烽县", "修文县", "清镇市", "白云区", "南明区", "云岩区", "花溪区", "乌当区"]
