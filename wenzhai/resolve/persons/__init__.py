"""Mentions of persons -> who is meant; a person's id and entry in the index."""

from wenzhai.resolve.persons.identity import describe_person, person_id, surname_of
from wenzhai.resolve.persons.links import resolve_persons

__all__ = [
    "describe_person",
    "person_id",
    "resolve_persons",
    "surname_of",
]
