"""Corpus -> open data beside the pages: JSON Lines, CSV, SQLite and their description."""

from wenzhai.dataset.files import DATA_FOLDER, data_files
from wenzhai.dataset.read import BadPackage, read_package

__all__ = ["DATA_FOLDER", "BadPackage", "data_files", "read_package"]
