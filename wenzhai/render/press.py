"""Template, view -> document.

The press holds the compiled templates and the words of the interface; it knows
nothing about articles. A document is YAML front matter, written by PyYAML and
never by a template, and the Markdown that the template printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import jinja2
import yaml

from wenzhai.model import Document
from wenzhai.render.escape import clean, finalize
from wenzhai.render.site import SiteFacts

Meta: TypeAlias = str | int | list["Meta"] | dict[str, "Meta"]

_ONE_LINE = 1 << 30  # columns; a folded title is hard to read and to diff


@dataclass(frozen=True, slots=True)
class Press:
    site: SiteFacts
    words: Mapping[str, str]
    environment: jinja2.Environment

    def print(
        self, path: str, template: str, meta: Mapping[str, Meta | None], view: object
    ) -> Document:
        """One document; entries of `meta` that are None or empty are left out."""
        body = self.environment.get_template(template).render(v=view)
        return Document(path, f"---\n{_front_matter(meta)}---\n\n{body}".encode())

    def word(self, key: str, **values: str | int) -> str:
        """A word or a sentence of the interface, its gaps filled."""
        return self.words[key].format_map(values)


def open_press(templates: Path, site: SiteFacts) -> Press:
    """Read words.yml and make ready the templates beside it."""
    words: dict[str, str] = yaml.safe_load((templates / "words.yml").read_text(encoding="utf-8"))
    environment = jinja2.Environment(  # noqa: S701  (finalize escapes, for Markdown too)
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.globals.update(w=words, site=site)
    environment.filters["fill"] = _fill
    return Press(site, words, environment)


def _fill(sentence: str, **values: str | int) -> str:
    return sentence.format_map(values)


def _front_matter(meta: Mapping[str, Meta | None]) -> str:
    kept = {key: _cleaned(value) for key, value in meta.items() if value}
    return yaml.dump(
        kept,
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        width=_ONE_LINE,
    )


def _cleaned(value: Meta | None) -> Meta | None:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [part for part in map(_cleaned, value) if part is not None]
    if isinstance(value, dict):
        return {key: _cleaned(part) or "" for key, part in value.items()}
    return value
