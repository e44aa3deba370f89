"""Scene -> initiatives."""

from wenzhai.recognise.initiatives.find import find_initiatives
from wenzhai.recognise.initiatives.home import home_province, initiative_id

__all__ = ["find_initiatives", "home_province", "initiative_id"]
