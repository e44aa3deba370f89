"""What several tests share: the seeds' finished site; figures are printed after the tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import run_build
from hypothesis import settings

settings.register_profile("house", deadline=None)  # a busy machine is no fault
settings.load_profile("house")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests measured and no gate judges: their properties "figure"."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.getreports(kind)]
    for report in reports:
        for name, value in getattr(report, "user_properties", ()):
            if name == "figure" and report.when == "call":
                terminalreporter.write_line(str(value))


@pytest.fixture(scope="session")
def seeds_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with docs/ and site/ of the five pages, built strictly from an empty folder."""
    folder = tmp_path_factory.mktemp("seeds")
    done = run_build(
        "build", "--strict", "--docs", str(folder / "docs"), "--site", str(folder / "site")
    )
    assert done.returncode == 0, done.stderr
    return folder
