"""site/ as the publisher left it -> as it goes out.

Every page gets a Content-Security-Policy of its own: nothing is loaded but from the site itself,
and of scripts inside a page only those run that stand in it now, told by their hashes. So the
policy holds where no server sends headers, from file:// too. Search engines get robots.txt, and a
sitemap only when the site has an address.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

CHARSET = '<meta charset="utf-8">'  # main.html's first line; the policy must precede all scripts
INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
NOT_INLINE = re.compile(r"\b(?:src|type)=")  # elsewhere, or data: `type="application/json"`
RULES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",  # Material's style sheet draws icons from data:
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)
# Of Material's own search, which this site has not: 0.4 MB of word lists, and a worker.
UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers")
SEARCH_INDEX = "search/search_index.json"  # there when somebody switched that search on
UNREPRODUCIBLE = "sitemap.xml.gz"  # its bytes depend on the machine's zlib


def finish(site: Path, address: str) -> None:
    """Finish a site in place; its address is "" when it has none."""
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        path.write_text(with_policy(html), encoding="utf-8", newline="\n")
    (site / UNREPRODUCIBLE).unlink(missing_ok=True)
    if not (site / SEARCH_INDEX).exists():
        for name in UNUSED:
            shutil.rmtree(site / name, ignore_errors=True)
    if not address:
        (site / "sitemap.xml").unlink(missing_ok=True)
    robots = "".join(f"{line}\n" for line in _robots(address))
    (site / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")


def with_policy(html: str) -> str:
    """A page with the policy that allows just its own scripts."""
    hashes = dict.fromkeys(
        _hash(script["code"])
        for script in INLINE_SCRIPT.finditer(html)
        if not NOT_INLINE.search(script["attributes"])
    )
    policy = "; ".join(RULES).format(hashes="".join(f" '{value}'" for value in hashes))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(CHARSET, f"{CHARSET}\n  {meta}", 1)


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _robots(address: str) -> Iterator[str]:
    yield "User-agent: *"
    yield "Allow: /"
    if address:
        yield f"Sitemap: {address.rstrip('/')}/sitemap.xml"
