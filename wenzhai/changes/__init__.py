"""Two states of a digest -> what changed between them, in the digest's own terms.

Values in, values out: `compare` works on records, wherever they come from (a released data
package, what `extract` gives), and knows neither files nor revisions.
"""

from wenzhai.changes.compare import compare
from wenzhai.changes.group import Group, group
from wenzhai.changes.records import records_of
from wenzhai.changes.tell import as_data, tell, tell_group
from wenzhai.changes.values import Article, Change, Changes, Edit, Name, Records, Told

__all__ = [
    "Article",
    "Change",
    "Changes",
    "Edit",
    "Group",
    "Name",
    "Records",
    "Told",
    "as_data",
    "compare",
    "group",
    "records_of",
    "tell",
    "tell_group",
]
