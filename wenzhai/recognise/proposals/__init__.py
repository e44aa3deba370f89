"""Scene -> proposals."""

from wenzhai.recognise.proposals.find import find_proposals

__all__ = ["find_proposals"]
