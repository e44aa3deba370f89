"""The register of places: every division of China with its forms, and what is no division."""

from wenzhai.gazetteer.gazetteer import Form, Gazetteer
from wenzhai.gazetteer.load import load_gazetteer

__all__ = ["Form", "Gazetteer", "load_gazetteer"]
