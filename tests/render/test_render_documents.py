"""The documents of a small digest: what stands in them, and that they say the same each time."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from render.fake_corpus import GUIYANG, KAIYANG, LV, corpus, interview, person

from wenzhai.corpus import Corpus
from wenzhai.findings import FINDINGS
from wenzhai.model import Person
from wenzhai.render import SiteFacts, render
from wenzhai.render.paging import ROWS_MAX, sheets

ROOT = Path(__file__).parents[2]
SITE = SiteFacts(
    "文摘",
    "1.2.3",
    "abcdef012345",
    "full",
    "desk@example.invalid",
    repository="https://forge.invalid/a/b",
)

# A Markdown link or a raw one, without what stands after "#".
TARGET = re.compile(r'(?:\]\(|href=")([^)"#]*)')


def printed(digest: Corpus) -> dict[str, str]:
    found = {d.path: d.content.decode() for d in render(digest, ROOT / "templates", SITE)}
    assert found
    return found


@pytest.fixture(scope="module")
def documents() -> dict[str, str]:
    return printed(corpus())


@pytest.fixture(scope="module")
def article(documents: dict[str, str]) -> str:
    return documents["articles/000-sample-aaaaaa.md"]


def test_paths_are_ascii_and_unlike_each_other_in_any_case(documents: dict[str, str]) -> None:
    assert all(re.fullmatch(r"[a-z0-9./-]+", path) for path in documents)
    assert "assets/generated/words.js" in documents
    assert len({path.lower() for path in documents}) == len(documents)


def test_every_link_leads_to_a_document(documents: dict[str, str]) -> None:
    known = set(documents)
    for path, text in documents.items():
        for target in TARGET.findall(text):
            if target and not target.startswith(("mailto:", "https:")):
                found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
                if re.fullmatch(r"data/[a-z]+\.csv", found):
                    continue  # of the data package, which is written beside the pages
                assert found.replace(".html", ".md") in known, (path, target)


def test_front_matter_tells_the_article(article: str) -> None:
    meta = yaml.safe_load(article.split("---\n")[1])
    assert meta["title"] == "在高质量发展新征程上勇担当善作为"
    assert meta["date"] == "2024-01-12"
    assert meta["tags"] == ["政治", "经济"]
    assert meta["source_page"] == "000_sample.txt"
    assert meta["persons"] == ["黄小静", "吕怀远", "陈安国"]
    assert meta["regions"] == ["贵阳市", "开阳县", "贵安新区", "贵州省"]
    assert len(meta["description"]) <= 81


def test_the_first_mention_is_linked_and_only_that(article: str) -> None:
    assert article.count(f"](../persons/{LV.id}.md){{: .wz-person }}") == 1
    assert f"[开阳县](../regions/{KAIYANG.id}.md){{: .wz-region }}委副书记" in article
    assert f"本报[贵阳](../regions/{GUIYANG.id}.md){{: .wz-region }}讯" in article


def test_an_undecided_name_is_not_linked(article: str) -> None:
    assert "白云区]" not in article
    assert "<li>白云区 " in article


def test_each_paragraph_has_its_number_even_where_the_byline_moved_up(article: str) -> None:
    numbers = re.findall(
        r'(?:\{: #|<figure class="wz-caption" id="|^    \{: #)(p\d+)', article, re.MULTILINE
    )
    assert numbers == [f"p{n}" for n in range(1, 10)]
    assert article.index("#p1 .wz-byline") < article.index("#p2 .wz-lead")


def test_a_caption_is_a_figure_and_its_names_are_links(article: str) -> None:
    caption = re.search(r'<figure class="wz-caption" id="p9">(.*?)</figure>', article)
    assert caption is not None
    assert caption[1] == "<figcaption>图为采访活动现场。黄小静 摄</figcaption>"


def test_the_doubt_of_a_crosshead_is_no_text_of_the_table_of_contents() -> None:
    record = interview()
    first = record.layout.articles[0]
    crosshead = dataclasses.replace(first.body[2], is_doubtful=True, doubt="题与文不相接")
    told = dataclasses.replace(first, body=(*first.body[:2], crosshead, *first.body[3:]))
    layout = dataclasses.replace(record.layout, articles=(told, *record.layout.articles[1:]))
    entry = dataclasses.replace(record.entries[0], article=told)
    doubted = dataclasses.replace(record, layout=layout, entries=(entry, *record.entries[1:]))
    article = printed(corpus(doubted))["articles/000-sample-aaaaaa.md"]
    heading = next(line for line in article.split("\n") if line.startswith("## 突出"))
    assert '<a class="wz-doubt" href="#n3" aria-label="疑"></a>' in heading
    assert ">疑<" not in heading


def test_speakers_dateline_and_doubt_are_set_apart(article: str) -> None:
    assert '<span class="wz-speaker">记者：</span>开阳县' in article
    assert '（<span class="wz-dateline">本报' in article
    assert '<a class="wz-doubt" href="#n6">疑</a>' in article
    assert '<li id="n6"><a href="#p6">第 6 段</a>：此段与上一段的衔接没有把握</li>' in article


def test_an_article_without_headline_is_called_by_its_first_16_characters(
    documents: dict[str, str],
) -> None:
    text = documents["articles/000-sample-bbbbbb.md"]
    assert "title: 〔无题〕近日，开阳县禾丰乡组织干部走村入…\n" in text
    assert ".wz-untitled" in text


def test_a_byline_at_the_end_stands_in_the_byline_position_too(documents: dict[str, str]) -> None:
    assert '<p class="wz-byline">南方</p>' in documents["articles/000-sample-bbbbbb.md"]


def test_a_person_page_tells_the_role_and_the_articles_that_say_so(
    documents: dict[str, str],
) -> None:
    text = documents[f"persons/{LV.id}.md"]
    assert "<li>市人大代表，开阳县委副书记、县长 " in text
    assert "<mark>吕怀远</mark>" in text
    assert "../articles/000-sample-aaaaaa.html#p2" in text
    assert ">陈安国</a> 1" in text


def test_reporters_have_a_register_of_their_own(documents: dict[str, str]) -> None:
    assert "黄小静" not in documents["persons/index.md"]
    assert "黄小静" in documents["persons/reporters.md"]
    assert "陈安国" not in documents["persons/reporters.md"]


def test_every_name_has_its_evidence_on_a_page_that_needs_no_script(
    documents: dict[str, str], article: str
) -> None:
    links = re.findall(r'href="\.\./(pages/[^"]+\.evidence)\.html#([^"]+)"', article)
    assert links == [("pages/000-sample.evidence", "000-sample-aaaaaa")]
    page = documents["pages/000-sample.evidence.md"]
    found = page.split(">吕怀远</a> <small>")[1].split("<h3")[0]
    assert 'id="000-sample-aaaaaa"' in page
    assert found.count("<li>") == 2
    assert "职务：市人大代表，开阳县委副书记、县长" in found
    assert "把握 0.90" in found
    assert "made up" not in page  # the program's own English
    undecided = page.split("<h3")[8]
    assert "白云区" in undecided
    assert "另有 2 种可能" in undecided


def test_a_report_names_the_article_and_an_edit_leads_to_its_corrections(article: str) -> None:
    subject = quote("文摘 000-sample-aaaaaa 有误")
    assert f'href="mailto:desk@example.invalid?subject={subject}&amp;body=' in article
    assert quote("编号：000-sample-aaaaaa\r\n段落：") in article
    assert 'href="https://forge.invalid/a/b/new/main/seeds?filename=000_sample.yml"' in article


def test_people_are_listed_by_surname_place_and_role(documents: dict[str, str]) -> None:
    surnames = documents["persons/surnames.md"]
    assert surnames.index("<small>Chén</small> 陈") < surnames.index("<small>Lǚ</small> 吕")
    assert "黄" not in surnames.split("wz-filter")[1]  # she only reports
    roles = documents["persons/roles.md"]
    headings = re.findall(r'<h2 [^>]*id="t-[^>]*>([^ <]+) <small>1 人', roles)
    assert headings == ["副书记", "人大代表", "县长", "政协委员"]
    places = documents["persons/places.md"]
    assert '<small>贵州省 › 贵阳市</small> <a href="../regions/520121.html">开阳县</a>' in places
    county = places.split("开阳县</a> <small>")[1]
    assert f'<a href="../persons/{LV.id}.html">吕怀远</a> 1' in county.split("<h2")[0]


def test_a_long_register_is_split_and_its_contents_lead_to_each_group() -> None:
    many: dict[str, Person] = {}
    for number in range(ROWS_MAX + 2):
        surname = "吕" if number % 2 else "陈"
        pinyin = "Lǚ" if number % 2 else "Chén"
        one = dataclasses.replace(person(f"{surname}怀远", pinyin), id=f"p{number:04}-{number:04x}")
        many[one.id] = one
    digest = corpus()
    found = printed(Corpus(digest.records, many, digest.regions))
    contents = found["persons/surnames.md"]
    assert "<h2" not in contents
    for url in re.findall(r'<li><a href="(surnames\.[23]\.html#[^"]+)"', contents):
        path, _, heading = url.partition("#")
        assert f'id="{heading}"' in found[f"persons/{path.replace('.html', '.md')}"]
    rows = sum(found[f"persons/surnames.{n}.md"].count("\n<li>") for n in (2, 3))
    assert rows == ROWS_MAX + 2


def test_region_counts_roll_up_and_count_an_article_once(documents: dict[str, str]) -> None:
    tree = documents["regions/index.md"]
    shown = re.sub("<a[^>]*>|</a>|\n", "", tree)
    lines = (
        "<li>贵州省 2<ul><li>贵阳市 2<ul><li>开阳县 2</li></ul></li><li>贵安新区 1</li></ul></li>"
    )
    assert lines in shown
    assert "本地及下辖共 2 篇文章，其中写到本地的 1 篇" in documents["regions/520000.md"]


def test_a_source_page_keeps_all_its_text(documents: dict[str, str]) -> None:
    printed_text = documents["pages/000-sample.md"].split('<div class="wz-print">')[1]
    printed_text = printed_text.split("</div>")[0]
    shown = re.sub(r"<a[^>]* href=[^>]*>[^<]*</a>|<[^>]*>", "", printed_text)
    assert shown.rstrip() == interview().page.text.rstrip()
    assert '<span class="wz-furniture" title="栏目标签">主题发布</span>' in printed_text
    assert '<a id="s1-4" href="#c1-4">1·4</a>记者' in printed_text


def test_a_retired_id_names_its_successor(documents: dict[str, str]) -> None:
    text = documents["articles/000-sample-cccccc.md"]
    assert "../articles/000-sample-bbbbbb.html" in text
    assert "robots: noindex" in text
    assert "successor: 000-sample-bbbbbb.html" in text  # the theme leads there


def test_version_and_commit_stand_on_one_page_only(documents: dict[str, str]) -> None:
    telling = {path for path, text in documents.items() if "abcdef012345" in text}
    assert telling == {"about.md", "version.json"}


def test_the_same_corpus_gives_the_same_bytes(documents: dict[str, str]) -> None:
    assert printed(corpus()) == documents


def test_every_word_of_the_interface_is_used() -> None:
    words = yaml.safe_load((ROOT / "templates" / "words.yml").read_text(encoding="utf-8"))
    sources = [
        *ROOT.glob("templates/*.*"),
        *ROOT.glob("templates/theme/**/*.html"),
        *ROOT.glob("wenzhai/render/**/*.py"),
    ]
    sources += ROOT.glob("wenzhai/dataset/*.py")
    sources += ROOT.glob("wenzhai/preview/*.py")
    used = "\n".join(p.read_text(encoding="utf-8") for p in sources if p.name != "words.yml")
    families = (
        "finding_",
        "genre_",
        "part_",
        "region_",
        "date_",
        "certainty_",
        "level_",
        "reason_",
        "rights_",
        "correction_",
        "kind_",
        "persons_",
        "confirmed_",
        "continued_",
        "told_",
        "uncertain_",
        "factname_",
        "why_",
        "type_",
        "rule_",
        "topic_rule_",
        "because_",
        "change_",
        "field_",
        "counted_",
        "search_",
        "quality_",
        "score_",
    )
    spelled = [word for word in words if not word.startswith(families)]
    unused = [
        word
        for word in spelled
        if not re.search(rf"\b{word}\b", used)
        and not word.endswith(("_unit", "_door", "_lead", "_description", "_tab"))
    ]
    assert not unused


def test_no_chinese_stands_in_templates_or_scripts() -> None:
    han = re.compile("[\u3400-\u9fff]+")
    files = [
        path
        for folder in ("templates", "docs/assets")
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in {".md", ".inc", ".html", ".xml", ".js", ".css", ".py"}
        and "generated" not in path.parts
    ]
    assert len(files) > 40
    found = {
        (path.relative_to(ROOT).as_posix(), text)
        for path in files
        for text in han.findall(path.read_text(encoding="utf-8"))
    }
    assert not found


def test_the_words_for_findings_name_findings_that_exist() -> None:
    words = yaml.safe_load((ROOT / "templates" / "words.yml").read_text(encoding="utf-8"))
    named = {word.removeprefix("finding_") for word in words if word.startswith("finding_")}
    assert named
    assert named <= set(FINDINGS)


def test_every_reason_of_a_name_has_a_rule_that_readers_can_read() -> None:
    words = yaml.safe_load((ROOT / "templates" / "words.yml").read_text(encoding="utf-8"))
    rules = {word.removeprefix("because_") for word in words if word.startswith("because_")}
    assert rules
    assert {f"rule_{rule}" for rule in rules} <= set(words)


def test_evidence_speaks_chinese(documents: dict[str, str]) -> None:
    pages = [text for path, text in documents.items() if path.endswith(".evidence.md")]
    assert pages
    for page in pages:
        assert 'lang="en"' not in page
        assert not re.search(r"stands|named in full|only .* has", page)


def test_a_long_list_is_split_and_loses_nothing() -> None:
    rows = list(range(ROWS_MAX * 2 + 1))
    parts = list(sheets("persons/index.l", rows, ROWS_MAX))
    assert [sheet.path for sheet, _ in parts] == [
        "persons/index.l.md", "persons/index.l.2.md", "persons/index.l.3.md",
    ]  # fmt: skip
    assert [row for _, shown in parts for row in shown] == rows
    assert [step.url for step in parts[1][0].steps] == ["index.l.html", None, "index.l.3.html"]


def test_a_long_person_index_is_split_by_initial() -> None:
    many: dict[str, Person] = {}
    for number in range(ROWS_MAX + 1):
        one = dataclasses.replace(person("吕怀远", "Lǚ"), id=f"p{number:04}-{number:04x}")
        many[one.id] = one
    digest = corpus()
    found = printed(Corpus(digest.records, {**many, **digest.persons}, digest.regions))
    assert f'<a href="index.l.html">L</a> {ROWS_MAX + 2}' in found["persons/index.md"]
    assert found["persons/index.l.md"].count("\n<li>") == ROWS_MAX
    assert found["persons/index.l.2.md"].count("\n<li>") == 2
