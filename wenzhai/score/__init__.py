"""How good is what the program finds? Labelled pages against layouts and records."""

from wenzhai.score.baseline import naive_layout
from wenzhai.score.gold import GoldArticle, GoldPage, GoldPerson, GoldRegion
from wenzhai.score.load import GoldError, load_gold
from wenzhai.score.names import NameScore, score_names
from wenzhai.score.oracle import layout_of
from wenzhai.score.report import Report, print_report, report, score_pages
from wenzhai.score.segmentation import LayoutScore, score_layout

__all__ = [
    "GoldArticle",
    "GoldError",
    "GoldPage",
    "GoldPerson",
    "GoldRegion",
    "LayoutScore",
    "NameScore",
    "Report",
    "layout_of",
    "load_gold",
    "naive_layout",
    "print_report",
    "report",
    "score_layout",
    "score_names",
    "score_pages",
]
