"""Record -> findings."""

from wenzhai.check.record import check_record, line_of, uncovered

__all__ = ["check_record", "line_of", "uncovered"]
