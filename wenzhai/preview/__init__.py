"""What a change does to the digest: three digests compared, a site that shows it, a report."""

from wenzhai.preview.preview import Preview, build_preview
from wenzhai.preview.state import CannotCompare

__all__ = ["CannotCompare", "Preview", "build_preview"]
