"""Scene -> figures."""

from wenzhai.recognise.figures.find import find_figures
from wenzhai.recognise.figures.lexicon import load_figures
from wenzhai.recognise.figures.where import sentence

__all__ = ["find_figures", "load_figures", "sentence"]
