"""Search in a digest: the index that ships, and the proof that it is right."""

from wenzhai.search.files import index_files

__all__ = ["index_files"]
