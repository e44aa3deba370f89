"""mkdocs.yml -> what it says, for the parts of the program that are not the publisher.

The publisher's own tags are understood as far as they are data: `!ENV NAME` is the environment's
value; a tag that names code (`!!python/name:...`) is nothing to us.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml
from yaml_env_tag import add_env_tag  # type: ignore[import-untyped]


class _Loader(yaml.SafeLoader):
    pass


def read_settings(mkdocs_yml: Path) -> Mapping[str, object]:
    """The top of the configuration; nothing when it is no mapping."""
    add_env_tag(_Loader)
    _Loader.add_multi_constructor("", lambda *_: None)
    text = mkdocs_yml.read_text(encoding="utf-8")
    loaded = yaml.load(text, _Loader)  # noqa: S506 - a safe loader with one tag more
    return loaded if isinstance(loaded, dict) else {}


def extra_of(settings: Mapping[str, object]) -> Mapping[str, object]:
    """Its part `extra`, which is ours to define."""
    extra = settings.get("extra")
    return extra if isinstance(extra, dict) else {}


def address_of(mkdocs_yml: Path) -> str:
    """Where the site is published, `site_url`; "" when that is not said."""
    return str(read_settings(mkdocs_yml).get("site_url") or "")
