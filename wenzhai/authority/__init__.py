"""Records, the authority file -> records: who is who, over all pages, as editors decided."""

from wenzhai.authority.apply import Settled, apply_authority
from wenzhai.authority.format import PersonsFile
from wenzhai.authority.read import PERSONS_NAME, read_authority

__all__ = ["PERSONS_NAME", "PersonsFile", "Settled", "apply_authority", "read_authority"]
