"""Entry -> relations: who is at which place, who is named together, each with its sentence."""

from wenzhai.relate.relate import RULES, relations
from wenzhai.relate.titles import titles_of

__all__ = ["RULES", "relations", "titles_of"]
