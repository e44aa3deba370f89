"""Page -> layout.

Lines are read and their roles found; lines become paragraphs, paragraphs articles; headlines are
matched to articles over the whole page; what is no article text is set aside. Nothing is lost:
every character that is not white lies in one passage or in one piece of furniture.
"""

from __future__ import annotations

from wenzhai.model import Layout, Page
from wenzhai.segment.blocks import build_blocks
from wenzhai.segment.boxes import Boxed, read_boxes
from wenzhai.segment.cuts import find_cuts
from wenzhai.segment.drafts import draft_articles
from wenzhai.segment.finish import finish_layout
from wenzhai.segment.joins import Reading, read_page
from wenzhai.segment.pieces import put_together
from wenzhai.segment.reports import relate
from wenzhai.segment.roles import read_roles
from wenzhai.segment.sheets import make_sheet
from wenzhai.segment.tears import mend

__all__ = ["read_blocks", "relate", "segment"]


def segment(page: Page) -> Layout:
    """A page separated into its articles and what was left over."""
    reading = read_page(page.text)
    boxed = read_blocks(reading)
    sheet = make_sheet(reading, boxed.blocks)
    cuts = find_cuts(sheet)
    whole, drafts = put_together(sheet, draft_articles(sheet, cuts))
    return finish_layout(page, whole, drafts, cuts, boxed.decisions)


def read_blocks(reading: Reading) -> Boxed:
    """The lines of a page as blocks, sentences put together."""
    reads = mend(reading, read_roles(reading))
    return read_boxes(reading, build_blocks(reading, reads))
