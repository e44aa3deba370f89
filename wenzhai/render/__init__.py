"""Corpus -> Markdown documents, through templates that only loop and test."""

from wenzhai.render.render import render
from wenzhai.render.site import SiteFacts, site_facts

__all__ = ["SiteFacts", "render", "site_facts"]
