"""Scene -> figures."""

from wenzhai.recognise.figures.find import find_figures, sentence

__all__ = ["find_figures", "sentence"]
