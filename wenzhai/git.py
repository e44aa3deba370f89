"""Git, asked; the only place that runs it."""

from __future__ import annotations

import subprocess
from pathlib import Path


class GitError(Exception):
    """Git said no; the message is its own."""


def git(root: Path, *arguments: str) -> str:
    """What a git command prints, run in a folder."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from error
    if done.returncode != 0:
        raise GitError(f"git {' '.join(arguments[:2])}: {done.stderr.strip()}")
    return done.stdout


def commit_of(root: Path) -> str | None:
    """The commit a folder stands at; None outside a repository."""
    try:
        return git(root, "rev-parse", "--short=12", "HEAD").strip()
    except GitError:
        return None
