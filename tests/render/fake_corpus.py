"""A small digest made by hand, before any other pass: invented people, real places."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from wenzhai.corpus import Corpus, Retired
from wenzhai.model import (
    Article,
    Entry,
    Finding,
    Furniture,
    Kind,
    Layout,
    Link,
    Mention,
    Page,
    Paragraph,
    Part,
    Passage,
    Person,
    Place,
    Record,
    Region,
    Run,
    Span,
)


@dataclass
class Writer:
    """Prints text on a page and gives back passages that know where they stand."""

    printed: list[str] = field(default_factory=list)
    at: int = 0

    def passage(self, text: str) -> Passage:
        start = self.at
        self.white(text + "\n\n")
        return Passage(text, (Run(0, start, len(text)),))

    def white(self, text: str) -> None:
        self.printed.append(text)
        self.at += len(text)

    def furniture(self, text: str, reason: str) -> Furniture:
        start = self.at
        self.white(text + "\n")
        return Furniture(Span(start, start + len(text)), reason)


def person(name: str, pinyin: str) -> Person:
    key = pinyin.lower().replace(" ", "")
    digest = hashlib.sha256(name.encode()).hexdigest()[:4]
    plain = key.translate(str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", "aaaaeeeeiiiioooouuuuvvvv"))
    return Person(f"{plain}-{digest}", name, name[:1], pinyin, f"{plain}{name}")


def region(code: str, *path: str, parents: Sequence[str] = ()) -> Region:
    return Region(code, path[-1], "administrative", path, tuple(parents), code[:6], code)


GUIZHOU = region("520000", "贵州省")
GUIYANG = region("520100", "贵州省", "贵阳市", parents=("520000",))
KAIYANG = region("520121", "贵州省", "贵阳市", "开阳县", parents=("520000", "520100"))
GUIAN = Region(
    "guian-xinqu", "贵安新区", "functional", ("贵州省", "贵安新区"), ("520000",), None, None
)

LV = person("吕怀远", "Lǚ Huáiyuǎn")
CHEN = person("陈安国", "Chén Ānguó")
HUANG = person("黄小静", "Huáng Xiǎojìng")

PERSONS = {one.id: one for one in (LV, CHEN, HUANG)}
REGIONS = {one.id: one for one in (GUIZHOU, GUIYANG, KAIYANG, GUIAN)}


def mention(
    article: Article,
    place: Place,
    name: str,
    entity: str | None,
    *,
    part: Part | None = None,
    role: str | None = None,
    candidates: tuple[str, ...] = (),
) -> Link:
    text = dict(article.passages())[place].text
    start = text.index(name)
    span = None if role is None else Span(text.index(role), text.index(role) + len(role))
    kind = "region" if part is None else "person"
    found = Mention(
        "person" if kind == "person" else "region",
        place,
        start,
        start + len(name),
        name,
        "full",
        "test",
        0.9,
        candidates,
        part,
        span,
    )
    return Link(found, entity, candidates or ((entity,) if entity else ()), "test", "made up", 0.9)


def paragraph(writer: Writer, kind: Kind, text: str, speaker: str | None = None) -> Paragraph:
    return Paragraph(kind, writer.passage(text), speaker)


def page_of(name: str, writer: Writer) -> Page:
    text = "".join(writer.printed)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Page(f"{name}.txt", name.replace("_", "-"), text, "utf-8", digest)


def interview() -> Record:
    writer = Writer()
    box = writer.furniture("主题发布", "box label")
    article = Article(
        kicker=writer.passage("——市两会“代表·委员·局长通道”集中采访活动实录(六)"),
        headline=writer.passage("在高质量发展新征程上勇担当善作为"),
        headline_source="printed",
        subheadlines=(writer.passage("开阳：在新型工业化上当好旗帜"),),
        genre="interview",
        byline=("本报记者 黄小静",),
        dateline="本报贵阳讯",
        date="2024-01-12",
        date_precision="day",
        confidence=0.93,
        body=(
            paragraph(writer, "byline", "本报记者 黄小静"),
            paragraph(
                writer,
                "lead",
                "（本报贵阳讯）1月12日，市人大代表，开阳县委副书记、县长吕怀远走上通道，围绕工业发展、社区协商等方面进行主题发布，并接受媒体集中采访。政协委员陈安国在场。",
            ),
            paragraph(writer, "crosshead", "突出精确探矿，全面夯实底气"),
            paragraph(
                writer,
                "question",
                "记者：开阳县是全国磷矿资源富集之地，在将资源优势转化为发展优势的过程中，有什么好的做法？",
                "记者",
            ),
            paragraph(
                writer,
                "answer",
                "吕怀远：近年来，开阳县积极抢抓省、市“富矿精开”政策红利，P₂O₅（五氧化二磷）含量高于32%的优质富矿储量占全国80%以上，2024年实现产值280.15亿元，占全县规模以上工业总产值的94.4%。",
                "吕怀远",
            ),
            Paragraph(
                "paragraph",
                writer.passage(
                    "贵安新区与贵阳市共同建设产业园区，贵州省有关部门到场祝贺，白云区代表发言。" * 2
                ),
                None,
                True,
                "此段与上一段的衔接没有把握",
            ),
            paragraph(writer, "list", "1. 多找矿、找好矿、找大矿；"),
            paragraph(writer, "list", "2. 精准配矿，增强企业信心；"),
            paragraph(writer, "caption", "图为采访活动现场。黄小静 摄"),
        ),
    )
    body = [Place("body", i) for i in range(len(article.body))]
    links = (
        mention(article, body[0], "黄小静", HUANG.id, part="reporter"),
        mention(article, body[1], "贵阳", GUIYANG.id),
        mention(article, body[1], "开阳县", KAIYANG.id),
        mention(
            article,
            body[1],
            "吕怀远",
            LV.id,
            part="speaker",
            role="市人大代表，开阳县委副书记、县长",
        ),
        mention(article, body[1], "陈安国", CHEN.id, part="mentioned", role="政协委员"),
        mention(article, body[4], "吕怀远", LV.id, part="speaker"),
        mention(article, body[4], "开阳县", KAIYANG.id),
        mention(article, body[5], "贵安新区", GUIAN.id),
        mention(article, body[5], "贵州省", GUIZHOU.id),
        mention(article, body[5], "白云区", None, candidates=("440111", "520113")),
        mention(article, body[8], "黄小静", HUANG.id, part="photographer"),
    )
    untitled = Article(
        kicker=None,
        headline=None,
        headline_source="none",
        subheadlines=(),
        genre="news",
        byline=("南方",),
        dateline=None,
        confidence=0.6,
        body=(
            paragraph(
                writer, "paragraph", "近日，开阳县禾丰乡组织干部走村入户，了解群众所思所盼。" * 6
            ),
            paragraph(writer, "paragraph", "目前，各项工作正有序推进。（南方）"),
        ),
    )
    links_2 = (mention(untitled, Place("body", 0), "开阳县", KAIYANG.id),)
    edition = writer.furniture("责编：某某　版式：某某", "edition line")
    return Record(
        page_of("000_sample", writer),
        Layout((article, untitled), (box, edition)),
        (
            Entry("000-sample-aaaaaa", article, links, ("政治", "经济"), True),
            Entry("000-sample-bbbbbb", untitled, links_2, ("乡村",), False),
        ),
        (Finding("unregistered-article", "seeds/000_sample.txt", "000-sample-bbbbbb is new", 12),),
    )


def corpus(*records: Record) -> Corpus:
    return Corpus(
        records or (interview(),),
        dict(sorted(PERSONS.items())),
        dict(sorted(REGIONS.items())),
        (Retired("000-sample-cccccc", "000_sample.txt", "近日开阳县", "000-sample-bbbbbb"),),
    )
