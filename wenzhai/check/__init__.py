"""Record -> findings."""

from wenzhai.check.record import check_record, line_of, uncovered
from wenzhai.check.worklist import by_loss

__all__ = ["by_loss", "check_record", "line_of", "uncovered"]
