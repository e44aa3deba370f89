"""What MkDocs calls: the words of the interface for the theme, and a frame without indents."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

# Material's checkboxes behind drawer and search: without a name, and with an attribute that HTML
# does not allow there.
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]* id="__(drawer|search)") autocomplete="off"')
_INDENT = re.compile(r"\n\s+")  # the theme's templates leave 3 kB of them on each page
_KEEPS_SPACES = ("wz-print", "<pre", "<textarea")
WORDS = Path(__file__).with_name("words.yml")


@cache
def words() -> dict[str, str]:
    """The same words as those of the generated pages."""
    found: dict[str, str] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return found


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The theme's language, and what its buttons for light and dark are called."""
    w = words()
    config.theme["language"] = w["language"]
    for one in config.theme.get("palette") or ():
        name = w["to_light" if one.get("scheme") == "slate" else "to_dark"]
        one.get("toggle", {}).setdefault("name", name)
    return config


def on_nav(nav: Navigation, **_: object) -> Navigation:
    """What mkdocs.yml gives no title has that of its section: articles/index.md is "articles"."""
    w = words()
    for page in nav.pages:
        key = section_of(page)
        title = w.get(f"{key}_tab", w.get(key))
        if title is not None and "title" not in vars(page):
            page.title = title
    return nav


def section_of(page: Page) -> str:
    """Of a folder's index its name, of other pages their own; "home"."""
    path = page.file.src_uri.removesuffix(".md")
    return "home" if page.is_homepage else path.removesuffix("/index")


def on_env(env: jinja2.Environment, **_: object) -> jinja2.Environment:
    env.globals["w"] = words()
    return env


def on_post_page(output: str, **_: object) -> str:
    """The finished page; where spaces are shown as they are, only its frame is made smaller."""
    output = _named_toggles(output)
    if not any(sign in output for sign in _KEEPS_SPACES):
        return _INDENT.sub("\n", output)
    before, start, rest = output.partition("<article")
    inside, end, after = rest.rpartition("</article>")
    return "".join((_INDENT.sub("\n", before), start, inside, end, _INDENT.sub("\n", after)))


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """404.html is no page to MkDocs."""
    return _named_toggles(output_content) if template_name.endswith(".html") else output_content


def _named_toggles(html: str) -> str:
    w = words()
    names = {"drawer": w["open_drawer"], "search": w["search"]}
    return _TOGGLE.sub(lambda toggle: f'{toggle[1]} aria-label="{escape(names[toggle[2]])}"', html)
