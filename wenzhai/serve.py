"""A local server that builds again when something changes."""

from __future__ import annotations

from collections.abc import Callable

from wenzhai.build import Plan


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
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
