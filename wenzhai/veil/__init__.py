"""Record -> record: what of a page may be shown, the one place where rights and hiding act."""

from wenzhai.veil.veil import veil, veil_findings
from wenzhai.veil.view import CannotShow, View, public_view

__all__ = ["CannotShow", "View", "public_view", "veil", "veil_findings"]
