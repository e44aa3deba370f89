"""The command line: verbs over the passes."""

from wenzhai.cli.main import main

__all__ = ["main"]
