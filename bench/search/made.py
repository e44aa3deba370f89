"""Made-up articles for search benchmarks: a Corpus of any size, the same each time.

Words of the seed pages are strung together by chance, each mostly followed by one that
followed it in print, so that lengths, vocabulary and weight come near to real pages while
nothing is said. Names and numbers are made up.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import rjieba
from pypinyin import lazy_pinyin

from wenzhai.corpus import Corpus
from wenzhai.model import (
    Article,
    Entry,
    Layout,
    Link,
    Mention,
    Page,
    Paragraph,
    Passage,
    Person,
    Place,
    Record,
    Region,
)

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ARTICLE_LENGTH = 1042  # code points; the mean of the 25 seed articles
ARTICLES_A_PAGE = 8
JUMP = 0.35  # how often a word is followed by just any; tuned to the seeds' gzip per article
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文辉力永健世广志义兴良海山"
ROLES = ("县长", "市委书记", "记者", "村党支部书记", "政协委员", "副主席", "局长", "种植户")
TOPICS = ("农业", "工业", "教育", "医疗", "文化", "生态", "交通", "政协")


def corpus(articles: int, seed: int = 1) -> Corpus:
    """A digest of `articles` articles about invented people in numbered towns."""
    chance = random.Random(seed)
    words = _Words(chance)
    persons = _persons(chance, max(20, articles * 4 // 5))
    regions = _regions(max(5, articles // 20))
    records = []
    for number in range(0, articles, ARTICLES_A_PAGE):
        count = min(ARTICLES_A_PAGE, articles - number)
        slug = f"page-{number // ARTICLES_A_PAGE:05d}"
        entries = tuple(
            _entry(f"{slug}-{i:06x}", chance, words, persons, regions) for i in range(count)
        )
        page = Page(f"{slug}.txt", slug, "", "utf-8", "")
        layout = Layout(tuple(entry.article for entry in entries), ())
        records.append(Record(page, layout, entries))
    used = {link.entity for record in records for e in record.entries for link in e.links}
    return Corpus(
        tuple(records),
        {person.id: person for person in sorted(persons, key=lambda p: p.id) if person.id in used},
        {region.id: region for region in sorted(regions, key=lambda r: r.id)},
    )


class _Words:
    """Words of the seed pages with those that followed them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        text = "\n".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
        words = [word for word in rjieba.cut("".join(text.split())) if word.strip()]
        self.all = words
        self.after: defaultdict[str, list[str]] = defaultdict(list)
        for word, following in pairwise(words):
            self.after[word].append(following)

    def run(self, length: int) -> str:
        """About `length` characters."""
        word = self.chance.choice(self.all)
        found = ""
        while len(found) < length:
            found += str(self.chance.randint(1, 9999)) if word.isdigit() else word
            is_free = self.chance.random() < JUMP or word not in self.after
            word = self.chance.choice(self.all if is_free else self.after[word])
        return found


def _persons(chance: random.Random, count: int) -> list[Person]:
    names = {
        chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2, 2))))
        for _ in range(count * 2)
    }
    return [_person(name) for name in sorted(names)[:: max(1, len(names) // count)]]


def _person(name: str) -> Person:
    latin = "".join(lazy_pinyin(name))
    return Person(f"{latin}-{ord(name[-1]):04x}", name, name[0], latin, latin + name)


def _regions(count: int) -> list[Region]:
    province = Region("520000", "贵州省", "administrative", ("贵州省",), (), "520000", "520000")
    digits = "零一二三四五六七八九"
    towns = []
    for number in range(count):
        name = "".join(digits[int(d)] for d in str(number)) + "河镇"
        code = f"520{number:06d}"
        path = ("贵州省", name)
        towns.append(Region(code, name, "administrative", path, ("520000",), "520000", code))
    return [province, *towns]


def _entry(
    id_: str,
    chance: random.Random,
    words: _Words,
    persons: Sequence[Person],
    regions: Sequence[Region],
) -> Entry:
    length = int(ARTICLE_LENGTH * chance.uniform(0.3, 1.7))
    texts: list[str] = []
    links: list[Link] = []
    while sum(map(len, texts)) < length:
        place = Place("body", len(texts))
        text = words.run(chance.randint(30, 110))
        if chance.random() < 0.4:
            text, link = _with_person(text, place, chance.choice(persons), chance)
            links.append(link)
        if chance.random() < 0.3:
            text, link = _with_region(text, place, chance.choice(regions))
            links.append(link)
        texts.append(text + "。")
    headline = words.run(chance.randint(8, 24))
    article = Article(
        headline=Passage(headline, ()) if chance.random() < 0.95 else None,
        headline_source="printed",
        kicker=Passage(words.run(12), ()) if chance.random() < 0.2 else None,
        subheadlines=(Passage(words.run(16), ()),) if chance.random() < 0.2 else (),
        genre="news",
        byline=(),
        dateline=None,
        body=tuple(Paragraph("paragraph", Passage(text, ())) for text in texts),
        confidence=1.0,
        date=f"20{chance.randint(10, 25)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
        date_precision="day",
    )
    topics = tuple(sorted(set(chance.choices(TOPICS, k=2))))
    return Entry(id_, article, tuple(links), topics, True)


def _with_person(
    text: str, place: Place, person: Person, chance: random.Random
) -> tuple[str, Link]:
    role = chance.choice(ROLES)
    start = len(text) + 1
    mention = Mention(
        kind="person",
        place=place,
        start=start + len(role),
        end=start + len(role) + len(person.name),
        name=person.name,
        form="full",
        rule="made",
        confidence=1.0,
        part="mentioned",
        role=None,
    )
    return f"{text}，{role}{person.name}", _link(mention, person.id)


def _with_region(text: str, place: Place, region: Region) -> tuple[str, Link]:
    start = len(text) + 2
    end = start + len(region.name)
    mention = Mention("region", place, start, end, region.name, "full", "made", 1.0)
    return f"{text}，在{region.name}", _link(mention, region.id)


def _link(mention: Mention, entity: str) -> Link:
    return Link(mention, entity, (entity,), "made", "made", 1.0)


def texts_of(found: Corpus) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Id and published lines of each article."""
    for id_, entry in found.entries.items():
        yield id_, tuple(passage.text for _, passage in entry.article.passages())
