"""Which place each mention means, decided by what is printed around it."""

from wenzhai.resolve.regions.resolve import resolve_regions

__all__ = ["resolve_regions"]
