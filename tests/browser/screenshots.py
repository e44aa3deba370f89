"""Pictures of the finished site, for people to look at: `make screenshots`.

    PYTHONPATH=.:tests python -m browser.screenshots SITE TARGET [KIND...]

Of each kind of page the fullest one, at two widths, light and dark, the phone also in large type;
and on paper, as PDF. Nothing compares them: what is looked at changes with every page that is added.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page
from ways.reader import kind_of, opened, served

WIDTHS = (360, 1280)  # pixels
SCHEMES = ("light", "dark")
TALL_MAX = 3000  # pixels of a picture; a whole page of print would be unreadably long


def fullest_pages(site: Path) -> dict[str, str]:
    """The longest page of each kind in each folder: its name for a file -> path in the site."""
    longest: dict[str, Path] = {}
    for path in sorted(site.rglob("*.html")):
        name = kind_of(site, path).replace("/", "-").replace(":", "-").removeprefix(".-")
        if name not in longest or path.stat().st_size > longest[name].stat().st_size:
            longest[name] = path
    return {name: path.relative_to(site).as_posix() for name, path in longest.items()}


def take(page: Page, target: Path) -> None:
    tall = int(page.evaluate("document.documentElement.scrollHeight"))
    width = (page.viewport_size or {"width": WIDTHS[0]})["width"]
    clip = {"x": 0.0, "y": 0.0, "width": float(width), "height": float(min(tall, TALL_MAX))}
    page.screenshot(path=target, full_page=True, clip=clip)  # type: ignore[arg-type]


def look(browser: Browser, home: str, paths: dict[str, str], target: Path) -> None:
    for width in WIDTHS:
        for scheme in SCHEMES:
            for is_large in (False, True) if (width, scheme) == (WIDTHS[0], "light") else (False,):
                page = browser.new_page(
                    viewport={"width": width, "height": 800},
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                page.goto(f"{home}index.html")
                if is_large:
                    page.locator("button.wz-large").click()
                for name, path in paths.items():
                    page.goto(home + path)
                    page.wait_for_load_state("networkidle")
                    style = f"{width}-{scheme}{'-large' if is_large else ''}"
                    take(page, target / f"{name}.{style}.png")
                page.close()


def printed(browser: Browser, home: str, paths: dict[str, str], target: Path) -> None:
    page = browser.new_page()
    for name, path in paths.items():
        page.goto(home + path)
        page.pdf(path=target / f"{name}.pdf", format="A4", prefer_css_page_size=True)
    page.close()


def main(site: Path, target: Path, *kinds: str) -> None:
    target.mkdir(parents=True, exist_ok=True)
    paths = fullest_pages(site)
    if kinds:
        paths = {name: path for name, path in paths.items() if name in kinds}
    paths["search"] = "search.html?q=%E8%B4%B5%E5%B7%9E"
    with served(site) as home, opened() as browser:
        look(browser, home, paths, target)
        printed(browser, home, paths, target)
    print(f"{target}: {', '.join(sorted(paths))}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: python -m browser.screenshots SITE TARGET [KIND...]")
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
