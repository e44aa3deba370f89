"""Search in a digest: the index that ships, and the proof that it is right."""

from wenzhai.search.files import index_files, indexed_text
from wenzhai.search.selftest import self_test

__all__ = ["index_files", "indexed_text", "self_test"]
