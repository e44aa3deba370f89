"""N -> a folder of newspaper pages with about N invented articles, for measuring.

    python bench/corpus.py 1000 FOLDER

Deterministic: the same N gives the same bytes. Five articles a page, printed and wrapped as the
five seeds are. Persons are invented and come back (a few often, most once or twice); places are
real. The text reads as officialese and means nothing.

Weight (`gzip -9`, each page by itself; `python bench/corpus.py --weigh FOLDER N`): the seeds have
34,611 bytes for 25 articles, 1,384 an article of 1,097 characters. Generated: 1,000 articles
1,421 an article of 1,198 characters, 10,000 articles 1,380 of 1,155. All pages in one stream,
where gzip looks back over some ten articles: seeds 1,254 an article, generated 1,102 and 1,064.
"""

from __future__ import annotations

import gzip
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus_knowledge import County, read_counties, read_subjects, read_words

SUBJECTS_AN_ARTICLE = 4
COMMON_NOUNS = 40  # of those that go with any subject
ARTICLES_A_PAGE = 5  # as on the seeds, 25 articles on 5 pages
SLOT = re.compile(r"\{(\w)\}")
KNOWN_SHARE = 0.7  # of the persons of an article, those who stand in earlier articles too
NAMED_SHARE = 0.3  # of the people in the text; the seeds name some 3 an article, bylines included
HOMES = 400  # counties that pages are at home in, the first ones most often
POOL = 40  # people known before the first page
POOL_A_PAGE = 3  # how many more are known with each page
REGULARS_POWER = 2.5  # the higher, the more often the same few come back
SENTENCE_CLAUSES = (2, 3, 3, 4)
PARAGRAPH_SENTENCES = (2, 3, 3, 4)
ARTICLE_PARAGRAPHS = (1, 2, 4, 5, 6, 8, 10, 14)  # mean 6.25: lengths as uneven as on the seeds
WRAPS = (17, 19, 23, 28, 45, 0, 0)  # code points a line; 0 prints a paragraph as one line
YEARS = (2021, 2022, 2023, 2024)


class Writer:
    """A page's writer: random numbers, words, home and the people of the corpus so far."""

    def __init__(self, number: int, words: dict[str, list[str]], home: County) -> None:
        self.random = random.Random(f"page {number}")
        self.words = words
        self.home = home
        self.year = self.random.choice(YEARS)
        self.month = self.random.randint(1, 12)
        self.nouns = words["nouns"]
        self.number = number

    def pick(self, section: str) -> str:
        return self.random.choice(self.words[section])

    def person(self) -> str:
        """Somebody; those with low numbers come back on many pages."""
        if self.random.random() < KNOWN_SHARE:
            number = int(
                (self.number * POOL_A_PAGE + POOL) * self.random.random() ** REGULARS_POWER
            )
            maker = random.Random(f"person {number}")
        else:
            maker = self.random
        surname = (
            maker.choice(maker.choice(self.words["surnames"])) if maker.random() < 0.97 else ""
        )
        surname = surname or maker.choice(["欧阳", "司马", "上官"])
        given = self.words["given"]
        return surname + maker.choice(given) + (maker.choice(given) if maker.random() < 0.7 else "")

    def somebody(self) -> str:
        """村民张某某, or only 一位村民."""
        if self.random.random() < NAMED_SHARE:
            return self.pick("citizens") + self.person()
        return self.random.choice(("一位", "两名", "几位", "不少", "这位")) + self.pick("citizens")

    def fill(self, frame: str) -> str:
        return SLOT.sub(lambda slot: self._slot(slot.group(1)), frame)

    def _slot(self, name: str) -> str:
        makers: dict[str, Callable[[], str]] = {
            "v": lambda: self.pick("verbs"),
            "n": lambda: self.random.choice(self.nouns),
            "m": lambda: self.pick("nouns"),
            "a": lambda: self.pick("modifiers"),
            "p": lambda: self.home.name,
            "q": lambda: self.random.choice(self.home.towns),
            "c": self._count,
            "k": lambda: f"{self.random.uniform(0.3, 99):.1f}",
            "t": self._time,
            "w": self.somebody,
            "o": lambda: self.pick("organisations"),
        }
        return makers[name]()

    def _count(self) -> str:
        digits = self.random.choice((1, 2, 2, 3, 3, 4))
        return str(self.random.randint(10 ** (digits - 1) + 1, 10**digits - 1))

    def _time(self) -> str:
        month, day = self.random.randint(1, 12), self.random.randint(1, 28)
        year = self.random.randint(2012, self.year)
        forms = (f"{month}月{day}日", f"{month}月", f"{year}年", "今年以来", "去年底", "近年来")
        return self.random.choice(forms)

    def sentence(self) -> str:
        count = self.random.choice(SENTENCE_CLAUSES)
        return "，".join(self.fill(self.pick("frames")) for _ in range(count)) + "。"

    def paragraph(self) -> str:
        count = self.random.choice(PARAGRAPH_SENTENCES)
        text = "".join(self.sentence() for _ in range(count))
        if self.random.random() < 0.35:
            text += f"{self.somebody()}说：“{self.sentence()}”"
        return text

    def headline(self) -> str:
        return self.fill(self.pick("lines"))


def news(writer: Writer) -> list[str]:
    home, reporter = writer.home, writer.person()
    day = writer.random.randint(1, 28)
    lead = writer.random.choice(
        (
            f"本报{home.name.rstrip('县市区')}讯（通讯员{reporter}）{writer.month}月{day}日，",
            f"本报讯（记者 {reporter}）近日，",
            f"{writer.month}月{day}日，",
            f"本报{home.name.rstrip('县市区')}讯 {writer.year}年{writer.month}月{day}日，",
        )
    )
    where = home.city + home.name if writer.random.random() < 0.3 else home.name
    who = f"{where}{writer.pick('officials').removeprefix('县')}{writer.person()}"
    return [f"{lead}{who}{writer.fill('到{q}{v}{a}{n}')}。{writer.sentence()}", *_body(writer)]


def report(writer: Writer) -> list[str]:
    """A feature with crossheads."""
    parts = [f"本报记者 {writer.person()} 通讯员 {writer.person()}"]
    body = _body(writer)
    for number, text in enumerate(body):
        if number % 2 == 0 and len(body) > 2:
            parts.append(f"■ {writer.headline()}")
        parts.append(text)
    return parts


def interview(writer: Writer) -> list[str]:
    name = writer.person()
    parts = [f"{writer.home.name}{writer.pick('officials').removeprefix('县')}{name}："]
    for text in _body(writer):
        parts.append(f"记者：{writer.fill('请问{p}在{n}方面如何{v}{a}{n}？')}")
        parts.append(f"{name}：{text}")
    return parts


def speech(writer: Writer) -> list[str]:
    home, day = writer.home, writer.random.randint(1, 28)
    return [
        f"——在{home.name}工作会议上的讲话",
        f"({writer.year}年{writer.month}月{day}日)",
        writer.person(),
        "各位代表，同志们！" + writer.paragraph(),
        *(
            f"{order}、{text}"
            for order, text in zip("一二三四五六七八九", _body(writer), strict=False)
        ),
    ]


def photo(writer: Writer) -> list[str]:
    day = writer.random.randint(1, 28)
    text = f"{writer.month}月{day}日，在{writer.home.name}{writer.fill('{q}')}，{writer.sentence()}"
    return [f"{text}通讯员 {writer.person()} 摄影报道", writer.paragraph()]


KINDS = (news, news, news, report, report, interview, speech, photo)


def _body(writer: Writer) -> list[str]:
    return [writer.paragraph() for _ in range(writer.random.choice(ARTICLE_PARAGRAPHS))]


def page(number: int, articles: int, words: dict[str, list[str]], counties: list[County]) -> str:
    """The text of one page."""
    chooser = random.Random(f"home {number}")
    subjects = read_subjects()
    home = counties[int(min(HOMES, len(counties)) * chooser.random() ** REGULARS_POWER)]
    writer = Writer(number, words, home)
    blocks: list[str] = []
    for _ in range(articles):
        writer.nouns = writer.random.sample(words["nouns"], COMMON_NOUNS)
        for subject in writer.random.sample(subjects, SUBJECTS_AN_ARTICLE):
            writer.nouns.extend(subject)
        width = writer.random.choice(WRAPS)
        gap = writer.random.choice(("\n", "\n\n")) if width else "\n\n"
        text = gap.join(
            line for part in writer.random.choice(KINDS)(writer) for line in _wrap(part, width)
        )
        headline = writer.headline()
        is_below = writer.random.random() < 0.15  # 004 prints four of its headlines so
        blocks.append(f"{text}\n\n{headline}" if is_below else f"{headline}\n\n{text}")
        if writer.random.random() < 0.15:
            blocks.append(writer.pick("labels"))
    return "\n\n\n".join(blocks) + "\n"


def _wrap(text: str, width: int) -> Iterator[str]:
    if width == 0:
        yield text
        return
    for start in range(0, len(text), width):
        yield text[start : start + width]


def homes(words: dict[str, list[str]]) -> list[County]:
    """All counties in an order that does not follow the map."""
    counties = read_counties(words)
    random.Random("homes").shuffle(counties)
    return counties


def write_corpus(articles: int, folder: Path) -> int:
    """Write the pages; how many there are."""
    words = read_words()
    counties = homes(words)
    folder.mkdir(parents=True, exist_ok=True)
    pages = -(-articles // ARTICLES_A_PAGE)
    for number in range(pages):
        count = min(ARTICLES_A_PAGE, articles - number * ARTICLES_A_PAGE)
        text = page(number, count, words, counties)
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8", newline="\n")
    return pages


def weigh(folder: Path, articles: int) -> str:
    """Bytes of gzip and characters an article."""
    contents = [path.read_bytes() for path in sorted(folder.glob("*.txt"))]
    packed = sum(len(gzip.compress(content, 9, mtime=0)) for content in contents)
    length = sum(len(content.decode("utf-8")) for content in contents)
    return f"{packed / articles:.0f} bytes of gzip, {length / articles:.0f} characters an article"


def main(arguments: list[str]) -> None:
    match arguments:
        case ["--weigh", folder, count] if count.isdigit():
            print(weigh(Path(folder), int(count)))
        case [count, folder] if count.isdigit() and int(count) > 0:
            pages = write_corpus(int(count), Path(folder))
            print(f"{folder}: {pages} pages, {weigh(Path(folder), int(count))}")
        case _:
            sys.exit("usage: python bench/corpus.py N FOLDER")


if __name__ == "__main__":
    main(sys.argv[1:])
