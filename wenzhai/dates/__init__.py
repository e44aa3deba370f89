"""Layout -> layout whose articles carry the date that their text tells.

Finding is not deciding: `find` reads every time expression, `judge` says what it is the date
of, `year` weighs which year the page was written in, `decide` chooses.
"""

from wenzhai.dates.decide import date_articles

__all__ = ["date_articles"]
