"""A page that tries to break out of every place where its text is shown."""

from __future__ import annotations

from render.fake_corpus import REGIONS, Writer, mention, page_of, paragraph

from wenzhai.model import Article, Entry, Finding, Layout, Person, Place, Record

BREAKOUT = (
    "</title></a>\"'><script>alert(1)</script>{{ 7*7 }}{% raw %}\n\n# x {: onclick=alert(1) }"
)

HOSTILE_PERSON = Person("ou-0bad", "欧<b>\"'", "欧", "Ōu <i>", "ou")


def hostile_record() -> Record:
    writer = Writer()
    article = Article(
        kicker=writer.passage(f"眉{BREAKOUT}"),
        headline=writer.passage(f"题{BREAKOUT}"),
        headline_source="printed",
        subheadlines=(writer.passage(f"副{BREAKOUT}"),),
        genre="news",
        byline=(f"记者{BREAKOUT}",),
        dateline=None,
        confidence=0.9,
        body=(
            paragraph(writer, "lead", f"开阳县{BREAKOUT}县长欧<b>\"'说"),
            paragraph(writer, "crosshead", f"节{BREAKOUT}"),
            paragraph(writer, "question", f"记者：{BREAKOUT}", "记者"),
            paragraph(writer, "list", f"1. {BREAKOUT}"),
            paragraph(writer, "caption", f"图{BREAKOUT}"),
            paragraph(writer, "paragraph", "[x](javascript:alert(1)) \u202e倒\0 </div></main>"),
        ),
    )
    links = (
        mention(article, Place("body", 0), "开阳县", next(key for key in REGIONS if "121" in key)),
        mention(
            article, Place("body", 0), "欧<b>\"'", HOSTILE_PERSON.id, part="speaker", role="县长"
        ),
    )
    writer.furniture(BREAKOUT, "edition line")
    return Record(
        page_of("666_hostile", writer),
        Layout((article,), ()),
        (Entry("666-hostile-aaaaaa", article, links, ("政<i>治",), True),),
        (Finding("doubtful-join", "seeds/666_hostile.txt", BREAKOUT, 1),),
    )
