"""Previews of pull requests, on the web: put there, commented on, taken away.

    python tools/previews.py HOSTED ADDRESS

Run by a schedule from main's own code (manual/previews/). For each open pull request it takes what
`preview.yml` uploaded, unpacks it into HOSTED/pr-N, and comments; folders of closed ones go. What it
takes was made by the pull request's code, so it is hostile: nothing of it is run here, its sizes and
paths are checked, and its report is quoted as it is, in a block where nothing is a link, a mention
or markup.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

PACKED_MAX = 200_000_000  # bytes of an artifact; the five pages' preview has 3 MB
UNPACKED_MAX = 1_000_000_000  # bytes of all its files
FILES_MAX = 100_000
PATH_MAX = 200  # characters
REPORT_MAX = 60_000  # characters; a comment on GitHub holds 65,536
PLAIN = re.compile(r"[A-Za-z0-9_+@-][A-Za-z0-9._+@-]*(?:/[A-Za-z0-9_+@-][A-Za-z0-9._+@-]*)*")
COMMIT = re.compile(r"[0-9a-f]{40}")
MARK = "<!-- wenzhai preview -->"
COMMIT_FILE = ".commit"  # no path of an artifact begins with a dot

Ask = Callable[[str, str, object], bytes]
"""GitHub's API: method, path, what is sent (None for nothing) -> the answer."""


class Hostile(Exception):
    """An artifact that is not taken; the message says why."""


def unpack(packed: bytes, target: Path) -> None:
    """Unpack an artifact into a new folder, or refuse all of it."""
    if len(packed) > PACKED_MAX:
        raise Hostile(f"{len(packed)} bytes packed; {PACKED_MAX} are allowed")
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > FILES_MAX:
            raise Hostile(f"{len(entries)} files; {FILES_MAX} are allowed")
        seen: set[str] = set()
        for entry in entries:
            _check(entry, seen)
        left = UNPACKED_MAX
        for entry in entries:
            with archive.open(entry) as file:
                content = file.read(left + 1)  # what an entry says of its size may be a lie
            left -= len(content)
            if left < 0:
                raise Hostile(f"more than {UNPACKED_MAX} bytes unpacked")
            path = target / entry.filename
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _check(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename
    if len(name) > PATH_MAX or not PLAIN.fullmatch(name):
        raise Hostile(f"a path that is not plain: {name[:PATH_MAX]!r}")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        raise Hostile(f"{name} is no plain file")
    if name.casefold() in seen:
        raise Hostile(f"{name} is there twice")
    seen.add(name.casefold())


def comment(report: str, commit: str, address: str) -> str:
    """What is said on the pull request: our own words, and the report as a quotation."""
    quoted = report[:REPORT_MAX].replace("\r", "")
    fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", quoted)), default=2))
    return (
        f"{MARK}\nPreview of {commit[:12]}: {address}index.html, what changed: "
        f"{address}changes.html\n\nThe report, made by the code of this pull request:\n\n"
        f"{fence}text\n{quoted}\n{fence}\n"
    )


def update(ask: Ask, hosted: Path, address: str) -> None:
    """Bring the hosted previews to the state of the open pull requests."""
    pulls: dict[str, tuple[int, str]] = {}
    for pull in _pages(ask, "pulls?state=open"):
        if COMMIT.fullmatch(pull["head"]["sha"]):
            pulls[f"pr-{int(pull['number'])}"] = (int(pull["number"]), pull["head"]["sha"])
    for folder in sorted(hosted.glob("pr-*")):
        if folder.name not in pulls:
            shutil.rmtree(folder)
    for name, (number, commit) in pulls.items():
        told = hosted / name / COMMIT_FILE
        if told.is_file() and told.read_text(encoding="ascii") == commit:
            continue
        try:
            _host(ask, hosted, name, number, commit, f"{address.rstrip('/')}/{name}/")
        except (Hostile, zipfile.BadZipFile) as error:
            print(f"{name}: not taken: {error}", file=sys.stderr)


def _host(ask: Ask, hosted: Path, name: str, number: int, commit: str, address: str) -> None:
    query = f"head_sha={commit}&event=pull_request&status=completed&per_page=1"
    runs = json.loads(ask("GET", f"actions/workflows/preview.yml/runs?{query}", None))
    if not runs["workflow_runs"]:
        return
    run = int(runs["workflow_runs"][0]["id"])
    listed = json.loads(ask("GET", f"actions/runs/{run}/artifacts", None))["artifacts"]
    artifacts = {artifact["name"]: artifact for artifact in listed}
    if not {"preview-site", "preview-report"} <= set(artifacts):
        return
    fresh = hosted / f".{name}"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        unpack(_download(ask, artifacts["preview-site"]), fresh / "site")
        unpack(_download(ask, artifacts["preview-report"]), fresh / "report")
        report = fresh / "report" / "comment.md"
        text = report.read_text(encoding="utf-8", errors="replace") if report.is_file() else ""
        (fresh / "site" / COMMIT_FILE).write_text(commit, encoding="ascii")
        shutil.rmtree(hosted / name, ignore_errors=True)
        (fresh / "site").rename(hosted / name)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _say(ask, number, comment(text, commit, address))


def _download(ask: Ask, artifact: dict[str, Any]) -> bytes:
    if int(artifact["size_in_bytes"]) > PACKED_MAX:
        raise Hostile(f"{artifact['size_in_bytes']} bytes packed; {PACKED_MAX} are allowed")
    return ask("GET", f"actions/artifacts/{int(artifact['id'])}/zip", None)


def _say(ask: Ask, number: int, body: str) -> None:
    """One comment a pull request, brought up to date."""
    for said in _pages(ask, f"issues/{number}/comments?"):
        if said["user"]["type"] == "Bot" and said["body"].startswith(MARK):
            ask("PATCH", f"issues/comments/{int(said['id'])}", {"body": body})
            return
    ask("POST", f"issues/{number}/comments", {"body": body})


def _pages(ask: Ask, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while True:
        number = len(found) // 100 + 1
        page = json.loads(ask("GET", f"{path}&per_page=100&page={number}", None))
        found += page
        if len(page) < 100:
            return found


def gh(method: str, path: str, sent: object) -> bytes:
    """GitHub's own command, with the workflow's token."""
    repository = os.environ["GH_REPO"]
    command = ["gh", "api", "--method", method, f"repos/{repository}/{path}"]
    if sent is not None:
        command += ["--input", "-"]
    data = json.dumps(sent).encode() if sent is not None else None
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


if __name__ == "__main__":
    update(gh, Path(sys.argv[1]), sys.argv[2])
