"""Places in the articles of a page: what names one, and what it can mean anywhere."""

from wenzhai.recognise.regions.find import find_regions

__all__ = ["find_regions"]
