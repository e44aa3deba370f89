"""A local server, which can build again when something changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wenzhai.build import Plan

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


def serve_site(plan: Plan, rebuild: Callable[[], None], host: str, port: int) -> None:
    """Serve until interrupted; open pages reload after each build."""
    from mkdocs.livereload import LiveReloadServer  # 0.2 s, for this verb only

    rebuild()
    server = LiveReloadServer(
        builder=rebuild, host=host, port=port, root=str(plan.site), mount_path="/"
    )
    project = plan.project
    for path in (plan.seeds, project.templates, project.config_file):
        server.watch(str(path))
    for path in sorted(project.docs.glob("*.md")):
        if path.name != "index.md":  # generated, as all sub-folders but assets
            server.watch(str(path))
    if (project.docs / "assets").is_dir():
        for path in sorted((project.docs / "assets").iterdir()):
            if path.name != "generated":
                server.watch(str(path))
    plan.say(f"serving http://{host}:{port}/ until interrupted")
    _run(server)


def show_site(site: Path, host: str, port: int) -> None:
    """Serve a finished site until interrupted."""
    from mkdocs.livereload import LiveReloadServer

    _run(LiveReloadServer(lambda: None, host=host, port=port, root=str(site), mount_path="/"))


def _run(server: LiveReloadServer) -> None:
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
