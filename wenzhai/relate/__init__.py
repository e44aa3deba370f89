"""Entry -> relations: who is at which place, who is named together, each with its sentence."""

from wenzhai.relate.relate import RULES, is_only_invoked, relations
from wenzhai.relate.titles import titles_of

__all__ = ["RULES", "is_only_invoked", "relations", "titles_of"]
