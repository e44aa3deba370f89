"""Scene -> organisations."""

from wenzhai.recognise.organisations.find import find_organisations, organisation_id

__all__ = ["find_organisations", "organisation_id"]
