"""Scene -> initiatives."""

from wenzhai.recognise.initiatives.find import find_initiatives, initiative_id

__all__ = ["find_initiatives", "initiative_id"]
