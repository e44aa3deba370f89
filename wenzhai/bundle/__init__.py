"""site/ -> a zip that opens offline, anywhere."""

from wenzhai.bundle.bundle import About, Bundled, CannotBundle, write_bundle

__all__ = ["About", "Bundled", "CannotBundle", "write_bundle"]
