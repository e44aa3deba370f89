"""Article -> what it is about, by a thesaurus and rules that an editor can read."""

from wenzhai.topics.assign import Ground, explain_topics, grounds_of, topics_of
from wenzhai.topics.thesaurus import Thesaurus, Topic, load_topics

__all__ = [
    "Ground",
    "Thesaurus",
    "Topic",
    "explain_topics",
    "grounds_of",
    "load_topics",
    "topics_of",
]
