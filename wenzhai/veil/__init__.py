"""Record -> record: what of a page may be shown, the one place where rights and hiding act."""

from wenzhai.veil.addresses import addresses, readdressed, readdressed_finding, tells
from wenzhai.veil.veil import veil, veil_findings
from wenzhai.veil.view import CannotShow, View, public_view

__all__ = [
    "CannotShow",
    "View",
    "addresses",
    "public_view",
    "readdressed",
    "readdressed_finding",
    "tells",
    "veil",
    "veil_findings",
]
