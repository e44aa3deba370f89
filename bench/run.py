"""What a build costs, phase by phase.

    python bench/run.py 1000            the phases for 1,000 generated articles
    python bench/run.py 1000 10000      ... for both
    python bench/run.py seeds           ... for the pages in seeds/
    python bench/run.py --speed         characters per CPU second of each pass, and its growth

Every phase runs in a fresh process, one at a time, on one core. `mkdocs build` alone is MkDocs's
own command on the tree that rendering wrote, with the project's mkdocs.yml (Material, no search
plugin); it is run once more with Material's own search plugin, without jieba, which costs more.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
PHASES = (  # in their order: each needs what the one before left
    ("start", "starting Python, importing the program"),
    ("read", "reading and recognising"),
    ("render", "rendering and writing"),
    ("data", "the data package"),
    ("mkdocs", "MkDocs"),
    ("index", "the search index"),
    ("asked", "asking the site's search"),
)
RATIO_MAX = 1.3  # rendering and MkDocs together, in terms of `mkdocs build` alone
SHARE_MAX = 15  # percent that the search index may add to everything else but its self-test
SEEDS = "seeds"
PLAIN = "mkdocs.yml"
SEARCHED = "material-search.yml"
WITH_SEARCH = """\
INHERIT: mkdocs.yml
plugins:
  - search
  - tags:
      listings: false
      export: false
"""


@dataclass(frozen=True, slots=True)
class Cost:
    cpu: float
    """Seconds, user and system, children included."""
    peak: float
    """Mebibytes."""
    notes: str


def main(arguments: list[str]) -> None:
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    if arguments == ["--speed"]:
        subprocess.run(
            [sys.executable, str(ROOT / "bench" / "speed.py")], env=ENVIRONMENT, check=True
        )
        return
    if not arguments or not all(
        each == SEEDS or (each.isdigit() and int(each) > 0) for each in arguments
    ):
        sys.exit("usage: python bench/run.py N|seeds [N ...] | --speed")
    for count in arguments:
        with tempfile.TemporaryDirectory(prefix="wenzhai-bench-") as folder:
            report(None if count == SEEDS else int(count), Path(folder))


def report(articles: int | None, folder: Path) -> None:
    """Prepare a project with so many articles, or of the seeds; print what each phase costs."""
    project = prepare(articles, folder)
    title = SEEDS if articles is None else f"{articles:,} articles"
    print(f"\n## {title}\n\n| phase | CPU seconds | peak MiB | |\n|---|--:|--:|---|")
    costs: dict[str, Cost] = {}
    for name, title in PHASES:
        costs[name] = phase(name, project)
        show(title, costs[name])
    alone = mkdocs_alone(project, PLAIN)
    show("`mkdocs build` alone", alone)
    (project / SEARCHED).write_text(WITH_SEARCH, encoding="utf-8")
    searched = mkdocs_alone(project, SEARCHED)
    show("`mkdocs build` with Material's own search", searched)
    ratio = (costs["render"].cpu + costs["mkdocs"].cpu) / alone.cpu
    print(f"\n(rendering + MkDocs) / `mkdocs build` alone: {ratio:.2f} (at most {RATIO_MAX})")
    rest = sum(cost.cpu for name, cost in costs.items() if name not in {"index", "asked"})
    share = 100 * costs["index"].cpu / rest
    print(f"the search index adds {share:.1f}% (at most {SHARE_MAX})")
    ours = costs["index"].cpu + costs["asked"].cpu
    theirs = searched.cpu - alone.cpu
    print(f"search: {ours:.1f} CPU seconds, its self-test included; Material's own {theirs:.1f}")


def prepare(articles: int | None, folder: Path) -> Path:
    """A digest project of its own: generated seeds (None: the real ones), the real templates and
    hand-written pages."""
    project = folder / "project"
    tracked = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "mkdocs.yml", "docs", "templates"],
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, tracked.stdout.split("\0")):
        target = project / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    if articles is None:
        shutil.copytree(ROOT / "seeds", project / "seeds")
        return project
    command = [
        sys.executable,
        str(ROOT / "bench" / "corpus.py"),
        str(articles),
        str(project / "seeds"),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return project


def phase(name: str, project: Path) -> Cost:
    script = ROOT / "bench" / "phases.py"
    done = subprocess.run(
        [sys.executable, str(script), name, str(project)],
        env=ENVIRONMENT,
        check=True,
        stdout=subprocess.PIPE,  # what goes wrong is seen
        text=True,
    )
    told = json.loads(done.stdout.strip().split("\n")[-1])
    notes = ", ".join(
        f"{value:,} {key}" for key, value in told.items() if key not in {"cpu", "peak"}
    )
    return Cost(told["cpu"], told["peak"], notes)


def mkdocs_alone(project: Path, config: str) -> Cost:
    """MkDocs's own command; its folder is thrown away."""
    site = project.parent / "alone"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file"]
    command += [str(project / config), "--site-dir", str(site)]
    process = subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"mkdocs build ended with {process.returncode}")
    unit = 1024**2 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes on macOS
    pages = sum(1 for _ in site.rglob("*.html"))
    shutil.rmtree(site)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, f"{pages:,} pages")


def show(title: str, cost: Cost) -> None:
    print(f"| {title} | {cost.cpu:.1f} | {cost.peak:.0f} | {cost.notes} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
