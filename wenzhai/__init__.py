"""Newspaper pages -> a browsable digest in Chinese."""

__version__ = "0.1.0"
