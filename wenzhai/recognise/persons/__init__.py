"""Layout -> who is named in each of its articles."""

from wenzhai.recognise.persons.find import find_persons
from wenzhai.recognise.persons.lexicon import PersonLexicon, load_lexicon

__all__ = ["PersonLexicon", "find_persons", "load_lexicon"]
