"""Article -> addresses under which a reader reports an error, and an editor mends it."""

from __future__ import annotations

from urllib.parse import quote

from wenzhai.model import Record
from wenzhai.render.escape import Safe, clean
from wenzhai.render.press import Press

TITLE_MAX = 40  # characters; a mail address of 2,000 characters is cut by some programs


def report_address(press: Press, identity: str, title: str) -> Safe | None:
    """A mail with the article's id and room for the paragraph; None without a contact."""
    if press.site.contact is None:
        return None
    subject = quote(press.word("report_subject", id=identity))
    shown = clean(title)[:TITLE_MAX]
    body = quote(press.word("report_body", id=identity, title=shown))
    return Safe(f"mailto:{quote(press.site.contact, safe='@')}?subject={subject}&amp;body={body}")


def edit_address(press: Press, record: Record) -> Safe | None:
    """The page's corrections file in the repository, a new one where nothing is corrected yet."""
    if press.site.repository is None:
        return None
    place = f"{press.site.repository}/{{verb}}/{quote(press.site.branch)}/seeds"
    name = quote(f"{record.page.name.rpartition('.')[0]}.yml")
    if record.corrections:
        return Safe(f"{place.format(verb='edit')}/{name}")
    return Safe(f"{place.format(verb='new')}?filename={name}")
