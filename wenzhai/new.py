"""NAME -> a fresh digest project: configuration, one sample page with its corrections, workflows.

The templates, the style and the search stay in the program, so a project takes part in what the
program learns; one that wants its own copies the folder `templates/` into it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

from wenzhai import __version__
from wenzhai.model import Document
from wenzhai.shipped import shipped

RENAMED = {"gitignore": ".gitignore"}  # a file of that name would rule the program's own folder
CUSTOM_DIR = re.compile(r"^  custom_dir: .*\n", re.MULTILINE)
HOOKS = re.compile(r"^# Gives .*\nhooks:\n  - .*\n\n", re.MULTILINE)
SITE_NAME = re.compile(r"^site_name: .*$", re.MULTILINE)


class CannotMake(Exception):
    """The message says why."""


def make_project(folder: Path, name: str, source: str | None) -> tuple[str, ...]:
    """Write a project into a new or empty folder; the paths written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotMake(f"{folder} is there already and not empty")
    written = []
    for document in _documents(name, source):
        path = folder / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.content)
        written.append(document.path)
    return tuple(sorted(written))


def source_of_program() -> str | None:
    """The address that pip had the program from (PEP 610); None for a folder or a checkout."""
    try:
        told = distribution("wenzhai").read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    origin = json.loads(told) if told else {}
    if "vcs_info" not in origin:
        return None
    return f"{origin['vcs_info']['vcs']}+{origin['url']}@{origin['vcs_info']['commit_id']}"


def _documents(name: str, source: str | None) -> Iterator[Document]:
    quoted = json.dumps(name, ensure_ascii=False)  # JSON's strings are YAML's
    config = (shipped() / "mkdocs.yml").read_text(encoding="utf-8")
    config = HOOKS.sub("", CUSTOM_DIR.sub("", config))
    config = SITE_NAME.sub(lambda _: f"site_name: {quoted}", config, count=1)
    yield Document("mkdocs.yml", config.encode())
    requirement = (
        f"wenzhai @ {source}" if source else f"# wenzhai @ git+https://...@COMMIT   ({__version__})"
    )
    words = {"NAME": " ".join(name.split()), "WHERE": _page(source), "REQUIREMENT": requirement}
    folder = Path(str(files("wenzhai") / "data" / "new"))
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        parts = path.relative_to(folder).parts
        content = path.read_bytes()
        if parts[0] in {"README.md", "requirements.txt"}:
            content = re.sub(
                r"\b(?:NAME|WHERE|REQUIREMENT)\b",
                lambda word: words[word[0]],
                content.decode("utf-8"),
            ).encode()
        yield Document("/".join((*parts[:-1], RENAMED.get(parts[-1], parts[-1]))), content)


def _page(source: str | None) -> str:
    """The page of a git address, for people."""
    found = re.match(r"git\+(https://[^@]+?)(?:\.git)?(?:@|$)", source or "")
    return found[1] if found else "requirements.txt"
