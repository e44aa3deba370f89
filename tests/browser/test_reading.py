"""What a reader of the finished site meets: lines, cards, paper, filings."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import ROOT, make_project, run_build
from playwright.sync_api import Browser, expect
from ways.reader import kinds_of_pages, opened

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]
LINE = """(one) => {
  const size = parseFloat(getComputedStyle(one).fontSize);
  return one.getBoundingClientRect().width / size;
}"""
FILINGS = {
    "contact": "editors@news.example.cn",
    "takedown": "takedown@news.example.cn",
    "icp": "黔ICP备2025012345号-1",
    "police_filing": "贵公网安备 52010302003456号",
    "rights_statement": "版面文字的权利属于青禾县融媒体中心，未经书面许可不得转载、摘编或以其他方式使用。",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


def test_a_line_has_32_to_38_characters_on_a_wide_screen(
    browser: Browser, seeds_site: Path
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for path in sorted((seeds_site / "site/articles").glob("*.html"))[:6]:
        page.goto(path.as_uri())
        for paragraph in page.locator("p.wz-paragraph").all()[:3]:
            assert 32 <= paragraph.evaluate(LINE) <= 38, path
    page.close()


@pytest.mark.parametrize("kind", ["person", "region", "organisation", "initiative"])
def test_every_kind_of_name_has_a_card(browser: Browser, seeds_site: Path, kind: str) -> None:
    page = browser.new_page()
    for path in sorted((seeds_site / "site/articles").glob("*.html")):
        page.goto(path.as_uri())
        name = page.locator(f".wz-paragraph a.wz-{kind}")
        if name.count():
            break
    address = name.first.get_attribute("href") or ""
    name.first.focus()
    card = page.locator(".wz-card")
    expect(card).to_be_visible()
    assert card.locator("a").first.get_attribute("href") == address
    page.close()


def test_paper_has_the_text_its_citation_and_its_address_and_no_frame(
    browser: Browser, seeds_site: Path
) -> None:
    page = browser.new_page(viewport={"width": 700, "height": 1000})
    page.emulate_media(media="print")
    site = seeds_site / "site"
    for kind, path in kinds_of_pages(site).items():
        page.goto((site / path).as_uri())
        for gone in (".md-header", ".md-tabs", ".wz-ways", ".md-sidebar--secondary", ".wz-filter"):
            for one in page.locator(gone).all():
                assert not one.is_visible(), (path, gone)
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".wz-paper")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        if kind == "articles:article":
            expect(page.locator(".wz-reference")).to_be_visible()
            assert not page.locator(".wz-screen").first.is_visible()
            lines = page.locator("a.wz-region, a.wz-person").evaluate_all(
                "(all) => all.map((one) => getComputedStyle(one).textDecorationLine)"
            )
            assert set(lines) <= {"none"}
    page.close()


def test_filings_contact_and_takedown_stand_on_every_page(browser: Browser, tmp_path: Path) -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for key, value in FILINGS.items():
        assert f'  {key}: ""' in config
        config = config.replace(f'  {key}: ""', f'  {key}: "{value}"')
    config = config.replace('!ENV [WENZHAI_SITE_URL, ""]', "https://news.example.cn/wenzhai/")
    for name in ("templates", "docs/assets"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("generated"))
    (tmp_path / "seeds").mkdir()
    shutil.copy(ROOT / "seeds/004_173ba6f4d9020420.txt", tmp_path / "seeds")
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = run_build("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for width in (360, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900})
        for path in kinds_of_pages(tmp_path / "site").values():
            page.goto((tmp_path / "site" / path).as_uri())
            footer = page.locator(".wz-footer")
            for key in ("icp", "police_filing", "rights_statement"):
                expect(footer.get_by_text(FILINGS[key])).to_be_visible()
            links = footer.locator("a").evaluate_all("(all) => all.map((one) => one.href)")
            assert f"mailto:{FILINGS['contact']}" in links
            assert f"mailto:{FILINGS['takedown']}" in links
            assert "https://beian.miit.gov.cn/" in links
            assert any(link.endswith("?code=52010302003456") for link in links)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        page.close()


def test_the_date_picker_goes_to_the_last_day_before_the_one_chosen(
    browser: Browser, tmp_path: Path
) -> None:
    project = make_project(tmp_path / "project")
    for day in ("2023-08-11", "2023-12-01"):
        (project / "seeds" / f"{day}.txt").write_text(f"    要闻\n  {day}本报讯。\n", "utf-8")
        facts = f'version: 1\npage: {{newspaper: 青禾日报, date: "{day}"}}\n'
        (project / "seeds" / f"{day}.yml").write_text(facts, encoding="utf-8")
    done = run_build("build", cwd=project)
    assert done.returncode == 0, done.stderr
    page = browser.new_page()
    page.goto((project / "site/pages/index.html").as_uri())
    for chosen, shown in (("2023-11-30", "2023-08-11"), ("2023-12-01", "2023-12-01")):
        page.locator(".wz-day input").fill(chosen)
        page.locator(".wz-day input").dispatch_event("change")
        page.wait_for_url(f"**#d{shown}")
        assert page.locator(f"#d{shown}").is_visible()
    page.close()
