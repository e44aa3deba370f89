"""Pictures of the finished site: every kind of page, both widths, both colours.

    python bench/screenshots.py [SITE] [FOLDER]      all of them, to be looked at
    python bench/screenshots.py --manual             the few that the README shows

Needs Chromium and Chinese fonts (Debian: fonts-noto-cjk).
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
WIDTHS = {"phone": 360, "desktop": 1280}
HEIGHT = 900
COLOURS = ("light", "dark")
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
QUALITY = 80  # of JPEG; keeps each picture of the manual under 150 kB


def kinds(site: Path) -> Iterator[tuple[str, Path]]:
    """(name, page): one page of each kind, and every page of the top."""
    for path in sorted(site.glob("*.html")):
        yield path.stem, path
    for folder in sorted(path for path in site.iterdir() if path.is_dir()):
        pages = sorted(folder.glob("*.html"), key=lambda path: path.stat().st_size)
        if pages:
            yield folder.name, pages[-1]
        if (folder / "index.html").is_file():
            yield f"{folder.name}-index", folder / "index.html"


def shoot(browser: Browser, page: Path, target: Path, width: int, colour: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme="dark" if colour == "dark" else "light",
    )
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.wait_for_timeout(300)
    jpeg = target.suffix == ".jpg"
    tab.screenshot(
        path=str(target), type="jpeg" if jpeg else "png", quality=QUALITY if jpeg else None
    )
    context.close()


def main() -> None:
    arguments = [word for word in sys.argv[1:] if not word.startswith("--")]
    site = (Path(arguments[0]) if arguments else ROOT / "site").resolve()
    executable = next(found for name in NAMES if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        if "--manual" in sys.argv:
            folder = ROOT / "manual" / "images"
            folder.mkdir(exist_ok=True)
            article = max((site / "articles").glob("004-*.html"), key=lambda p: p.stat().st_size)
            shoot(browser, article, folder / "article.jpg", WIDTHS["desktop"], "light")
            home = site / "index.html"
            shoot(browser, home, folder / "home-phone.jpg", WIDTHS["phone"], "light")
            regions = site / "regions" / "index.html"
            shoot(browser, regions, folder / "regions-dark.jpg", WIDTHS["desktop"], "dark")
            return
        folder = Path(arguments[1]) if len(arguments) > 1 else ROOT / "screenshots"
        folder.mkdir(parents=True, exist_ok=True)
        for name, page in kinds(site):
            for size, width in WIDTHS.items():
                for colour in COLOURS:
                    shoot(browser, page, folder / f"{name}-{size}-{colour}.png", width, colour)


if __name__ == "__main__":
    main()
