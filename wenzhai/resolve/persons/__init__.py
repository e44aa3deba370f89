"""Mentions of persons -> who is meant; a person's id and entry in the index."""

from wenzhai.resolve.persons.identity import describe_person, person_id, surname_of
from wenzhai.resolve.persons.links import resolve_persons
from wenzhai.resolve.persons.merge import Namesakes, propose_namesakes

__all__ = [
    "Namesakes",
    "describe_person",
    "person_id",
    "propose_namesakes",
    "resolve_persons",
    "surname_of",
]
