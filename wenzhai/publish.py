"""docs/, mkdocs.yml -> site/.

MkDocs builds into a folder beside the site; only a whole site takes the old one's place, so a
failed build leaves the last good one standing. Nothing of the day or the machine gets in.
"""

from __future__ import annotations

import contextlib
import logging
import os
import runpy
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

from wenzhai.finish import finish
from wenzhai.model import Finding
from wenzhai.settings import address_of
from wenzhai.shipped import shipped

VERSION_FILE = "version.json"  # every site of ours has one; another folder is never replaced
FIXED_EPOCH = "0"  # seconds; MkDocs would stamp the day of the build

NOTHING_MORE: Mapping[str, object] = MappingProxyType({})


class CannotPublish(Exception):
    """The publisher cannot run at all; the message says why."""


@dataclass(frozen=True, slots=True)
class Published:
    """What the publisher did."""

    site: Path
    is_replaced: bool
    """The new site is in place; False when it failed and the old one stands."""
    findings: tuple[Finding, ...]


def publish(
    docs: Path,
    config_file: Path,
    site: Path,
    *,
    is_strict: bool,
    extra: Mapping[str, object] = NOTHING_MORE,
) -> Published:
    """Build the site from a tree of Markdown; strict also fails on the publisher's warnings.

    What `extra` holds is added to the configuration's own.
    """
    site = site.resolve()
    if site.exists() and any(site.iterdir()) and not (site / VERSION_FILE).is_file():
        raise CannotPublish(f"{site} holds something that is no digest; it is left as it is")
    fresh = site.with_name(f".{site.name}.building")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        findings = _run_mkdocs(docs.resolve(), config_file.resolve(), fresh, extra)
        if findings and is_strict:
            return Published(site, False, findings)
        finish(fresh, address_of(config_file))
        _swap(fresh, site)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return Published(site, True, findings)


def _run_mkdocs(
    docs: Path, config_file: Path, site: Path, extra: Mapping[str, object]
) -> tuple[Finding, ...]:
    from mkdocs.commands.build import build  # 0.4 s, which verbs without a site need not pay
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    if not config_file.is_file():
        raise CannotPublish(f"{config_file} is missing; the publisher needs it")
    with _fixed_day(), _collected_warnings() as warnings:
        try:
            config = load_config(
                config_file=config_file.as_posix(), docs_dir=str(docs), site_dir=str(site)
            )
            config.extra.update(extra)
            if not config.theme.custom_dir:
                config.theme.dirs.insert(0, str(shipped() / "templates" / "theme"))
                config.plugins["hooks"] = _hooks(shipped() / "templates" / "hooks.py")
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except (Abort, ConfigurationError) as error:
            raise CannotPublish(f"MkDocs: {error}") from error
    return tuple(Finding("publisher-warning", config_file.name, text) for text in warnings)


def _hooks(path: Path) -> Any:  # noqa: ANN401 - MkDocs takes any object with on_... methods
    """What MkDocs calls for the program's own theme; the templates' folder is no package."""
    return SimpleNamespace(**runpy.run_path(str(path)))


def _swap(fresh: Path, site: Path) -> None:
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def _fixed_day() -> Iterator[None]:
    name = "SOURCE_DATE_EPOCH"
    before = os.environ.get(name)
    os.environ[name] = FIXED_EPOCH
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


class _Collector(logging.Handler):
    def __init__(self, found: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.found = found

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage())


@contextlib.contextmanager
def _collected_warnings() -> Iterator[list[str]]:
    """MkDocs's warnings as a list, instead of on the terminal."""
    found: list[str] = []
    handler = _Collector(found)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    before, logger.propagate = logger.propagate, False
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = before
