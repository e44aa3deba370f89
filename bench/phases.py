"""The phases of a build, each to be measured in a process of its own.

    python bench/phases.py PHASE WORK

WORK is a digest project that `run.py` prepared. Prints one line of JSON: CPU seconds (user and
system, children included) of what the phase does, and the peak memory of its process. Starting
Python and importing the program is the first phase, and so is not counted in the others; the
hand-over from phase to phase is not counted at all.
"""

from __future__ import annotations

import json
import pickle
import resource
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from wenzhai import __version__
from wenzhai.build import Project
from wenzhai.corpus import Corpus
from wenzhai.dataset import data_files
from wenzhai.digest import Options, read_digest
from wenzhai.model import Filed
from wenzhai.publish import publish
from wenzhai.render import render, site_facts
from wenzhai.render.press import open_press
from wenzhai.search import index_files, self_test
from wenzhai.write import write_documents

HAND_OVER = "corpus.pickle"
IS_KILOBYTES = sys.platform != "darwin"  # ru_maxrss is in bytes on macOS


def main(phase: str, work: Path) -> None:
    meter = Meter()
    if phase == "start":
        meter.tell()
        return
    meter.leave_out()
    PHASES[phase](Project(work), meter)


class Meter:
    """What a process has used so far, less what it was told to leave out."""

    def __init__(self) -> None:
        self.left_out = 0.0

    def leave_out(self) -> None:
        """What was used until now belongs to another phase or to the hand-over."""
        self.left_out = _cpu()

    def tell(self, **more: int) -> None:
        print(json.dumps({"cpu": _cpu() - self.left_out, "peak": _peak(), **more}))


def read(project: Project, meter: Meter) -> None:
    """Reading and recognising."""
    corpus = read_digest([project.seeds], Options())
    length = sum(len(record.page.text) for record in corpus.records)
    meter.tell(articles=len(corpus.entries), characters=length)
    values = (
        corpus.records,
        dict(corpus.persons),
        dict(corpus.regions),
        corpus.retired,
        corpus.findings,
    )
    (project.root / HAND_OVER).write_bytes(pickle.dumps(values))


def render_pages(project: Project, meter: Meter) -> None:
    """Rendering and writing, the search index left out."""
    corpus = _handed_over(project)
    meter.leave_out()
    facts = site_facts(project.config_file, __version__, None)
    written = write_documents(render(corpus, project.templates, facts), project.docs)
    meter.tell(files=written.total)


def index(project: Project, meter: Meter) -> None:
    """The search index, put straight into the site."""
    corpus = _handed_over(project)
    meter.leave_out()
    press = open_press(project.templates, site_facts(project.config_file, __version__, None))
    size = 0
    for document in index_files(corpus, press):
        path = project.site / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.content)
        size += len(document.content)
    meter.tell(bytes=size)


def data(project: Project, meter: Meter) -> None:
    """The data package, put straight into the tree."""
    corpus = _handed_over(project)
    meter.leave_out()
    before = _peak()
    facts = site_facts(project.config_file, __version__, None)
    size = 0
    for document in data_files(corpus, open_press(project.templates, facts)):
        path = project.docs / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(document, Filed):
            shutil.move(document.source, path)
        else:
            path.write_bytes(document.content)
        size += path.stat().st_size
    meter.tell(bytes=size, MiB_more=round(_peak() - before))


def mkdocs(project: Project, meter: Meter) -> None:
    """MkDocs as the program runs it."""
    published = publish(project.docs, project.config_file, project.site, is_strict=False)
    meter.tell(warnings=len(published.findings))


def asked(project: Project, meter: Meter) -> None:
    """The finished site's search asked for what it must find."""
    corpus = _handed_over(project)
    meter.leave_out()
    meter.tell(findings=len(self_test(project.site, corpus)))


PHASES: dict[str, Callable[[Project, Meter], None]] = {
    "read": read,
    "render": render_pages,
    "data": data,
    "mkdocs": mkdocs,
    "index": index,
    "asked": asked,
}


def _handed_over(project: Project) -> Corpus:
    written = (project.root / HAND_OVER).read_bytes()
    return Corpus(*pickle.loads(written))  # noqa: S301  # our own file, written by `read`


def _peak() -> float:
    """Mebibytes so far."""
    usage = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = max(resource.getrusage(who).ru_maxrss for who in usage)
    return peak / 1024 if IS_KILOBYTES else peak / 1024**2


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
