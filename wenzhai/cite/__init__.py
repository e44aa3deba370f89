"""An article -> how it is cited: a reference by the national standard, files for programs."""

from wenzhai.cite.formats import FORMATS, Format
from wenzhai.cite.reference import Author, Reference
from wenzhai.cite.standard import STANDARDS, reference_text

__all__ = ["FORMATS", "STANDARDS", "Author", "Format", "Reference", "reference_text"]
