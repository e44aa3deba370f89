"""The example for nginx, run by nginx: compression, caching, headers, and the whole site."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import NamedTuple

import pytest
from command import ROOT
from ways.reader import Reader, opened

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("site")]
EXAMPLE = ROOT / "manual/nginx/digest.conf"
# What Debian's nginx.conf has around conf.d, with every path inside one folder.
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    include {folder}/digest.conf;
}}
"""
START_MAX = 10.0  # seconds


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


def get(url: str, method: str = "GET", **headers: str) -> Answer:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, headers=names, method=method)  # noqa: S310 - ours
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 - as above
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


@pytest.fixture(scope="module")
def home(seeds_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/opt/homebrew/bin")
    if nginx is None:
        pytest.skip("nginx is missing; on Debian: apt-get install nginx-light")
    folder = tmp_path_factory.mktemp("nginx")
    folder.parent.chmod(0o755)  # nginx's workers are somebody else when this runs as root
    folder.chmod(0o755)
    shutil.copytree(seeds_site / "site", folder / "site")
    (folder / "site/.git").mkdir()
    (folder / "site/.git/config").write_text("secret", encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    example = EXAMPLE.read_text(encoding="utf-8")
    for old, new in (("listen 80;", f"listen {port};"), ("/srv/www/digest", str(folder / "site"))):
        assert old in example
        example = example.replace(old, new)
    (folder / "digest.conf").write_text(example, encoding="utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(user + AROUND.format(folder=folder), encoding="utf-8")
    command = [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(command)
    try:
        deadline = time.monotonic() + START_MAX
        while process.poll() is None and time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        assert process.poll() is None, "nginx ended; it says why above"
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_text_is_compressed(home: str, seeds_site: Path) -> None:
    for path in ("index.html", "assets/search/core.js", "assets/stylesheets/wenzhai.css"):
        answer = get(home + path, Accept_Encoding="gzip")
        assert answer.headers["Content-Encoding"] == "gzip", path
        assert gzip.decompress(answer.body) == (seeds_site / "site" / path).read_bytes()
    assert "charset=utf-8" in get(home).headers["Content-Type"]


def test_an_unchanged_page_is_not_sent_again(home: str) -> None:
    first = get(home + "index.html")
    assert first.headers["Cache-Control"] == "no-cache"
    assert get(home + "index.html", If_None_Match=first.headers["ETag"]).status == 304
    assert get(home + "assets/search/core.js").headers["Cache-Control"] == "no-cache"


def test_what_has_a_hash_in_its_name_is_kept(home: str, seeds_site: Path) -> None:
    style = next((seeds_site / "site/assets/stylesheets").glob("main.*.min.css"))
    cache = get(f"{home}assets/stylesheets/{style.name}").headers["Cache-Control"]
    assert "immutable" in cache


@pytest.mark.parametrize("path", ["index.html", "no-such.html", "assets/search/core.js"])
def test_every_answer_has_the_headers(home: str, path: str) -> None:
    headers = get(home + path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["Referrer-Policy"]
    assert headers["Server"] == "nginx"


def test_what_is_not_there_and_what_is_nobody_s_business(home: str) -> None:
    missing = get(home + "no-such.html")
    assert (missing.status, "没有这一页" in missing.body.decode()) == (404, True)
    for path in (".git/config", "assets/", "../etc/passwd"):
        assert get(home + path).status in {400, 404}, path
    assert get(home, method="POST").status in {403, 405}


def test_the_whole_site_works_on_it(home: str, seeds_site: Path) -> None:
    with opened() as browser:
        reader = Reader(browser, home)
        reader.walk(seeds_site / "site")
        assert reader.troubles == []
