"""What programs read of the pages is valid and says what the pages say: JSON-LD, feeds, citations."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from command import ROOT
from lxml import etree  # type: ignore[import-untyped]
from render.fake_corpus import corpus, interview
from render.hostile_record import HOSTILE_PERSON, hostile_record

from wenzhai.corpus import Corpus
from wenzhai.dataset import data_files
from wenzhai.digest import Options, read_digest
from wenzhai.model import Document
from wenzhai.render import SiteFacts, render
from wenzhai.render.feeds import ENTRIES_MAX, NO_DATE
from wenzhai.render.press import open_press
from wenzhai.veil import View

TEMPLATES = ROOT / "templates"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
VOCABULARY: dict[str, Any] = json.loads(
    (Path(__file__).parent / "schema_org.json").read_text(encoding="utf-8")
)
ATOM = etree.RelaxNG(etree.parse(str(Path(__file__).parent / "atom.rng")))
NAMESPACE = {"a": "http://www.w3.org/2005/Atom"}
SITES = [
    SiteFacts("文<摘>", "1", None, "full"),
    SiteFacts("文<摘>", "1", None, "full", site_url="https://example.org/wenzhai/"),
]


def hostile() -> Corpus:
    found = corpus(interview(), hostile_record())
    persons = {**found.persons, HOSTILE_PERSON.id: HOSTILE_PERSON}
    return Corpus(found.records, dict(sorted(persons.items())), found.regions, found.retired)


def printed(digest: Corpus, site: SiteFacts) -> dict[str, str]:
    press = open_press(TEMPLATES, site)
    data = [one for one in data_files(digest, press) if isinstance(one, Document)]
    return {one.path: one.content.decode() for one in (*render(digest, TEMPLATES, site), *data)}


@pytest.fixture(scope="module", params=SITES, ids=["no address", "address"])
def files(request: pytest.FixtureRequest) -> dict[str, str]:
    return printed(hostile(), request.param)


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return read_digest([ROOT / "seeds"], Options(view=View()))


def graphs(files: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for path, text in files.items():
        if path.endswith(".md"):
            scripts = SCRIPT.findall(text)
            assert len(scripts) <= 1, path
            for script in scripts:
                told = json.loads(script)
                assert told["@context"] == "https://schema.org"
                found[path] = told["@graph"]
    return found


def check_node(node: dict[str, Any], where: str) -> None:
    """Type, properties and what they hold are in schema.org's vocabulary."""
    known = VOCABULARY[node["@type"]]["properties"]
    for key, value in node.items():
        if key.startswith("@"):
            continue
        assert key in known, f"{where}: {node['@type']} has no {key}"
        for one in value if isinstance(value, list) else [value]:
            assert one not in ("", None, [], {}), f"{where}: {key} is empty"
            if isinstance(one, dict):
                kinds = {one["@type"], *VOCABULARY[one["@type"]]["above"]}
                assert kinds & set(known[key]), f"{where}: {key} holds no {one['@type']}"
                check_node(one, where)
            elif isinstance(one, bool):
                assert "Boolean" in known[key], where
            else:
                plain = {"Text", "URL", "Date", "DateTime", "Integer", "Number", "Thing"}
                assert plain & set(known[key]), f"{where}: {key} holds no plain value"


def test_structured_data_is_in_the_vocabulary(files: dict[str, str], seeds: Corpus) -> None:
    for found in (graphs(files), graphs(printed(seeds, SITES[1]))):
        types = {node["@type"] for nodes in found.values() for node in nodes}
        assert types >= {"NewsArticle", "Person", "AdministrativeArea", "BreadcrumbList", "Dataset"}
        for path, nodes in found.items():
            for node in nodes:
                check_node(node, path)


def test_every_article_person_and_region_has_structured_data(files: dict[str, str]) -> None:
    found = graphs(files)
    digest = hostile()
    for folder, keys in (
        ("articles", digest.entries), ("persons", digest.persons), ("regions", digest.regions)
    ):  # fmt: skip
        for key in keys:
            nodes = found[f"{folder}/{key}.md"]
            assert nodes[-1]["@type"] == "BreadcrumbList"
            assert nodes[0]["@id"].endswith(f"{folder}/{key}.html")


def test_hostile_text_cannot_leave_its_script(files: dict[str, str]) -> None:
    for text in files.values():
        for script in SCRIPT.findall(text):
            assert not set(script) & set("<>&\u2028\u2029")
    nodes = graphs(files)["articles/666-hostile-aaaaaa.md"]
    assert "<script>" in nodes[0]["headline"]  # as data it is whole


def feeds(files: dict[str, str]) -> dict[str, Any]:
    return {
        path: etree.fromstring(text.encode())
        for path, text in files.items()
        if path.endswith(".xml")
    }


def test_feeds_are_valid(files: dict[str, str], seeds: Corpus) -> None:
    for found in (feeds(files), feeds(printed(seeds, SITES[1]))):
        assert len(found) > 10
        for path, tree in found.items():
            assert ATOM.validate(tree), f"{path}: {ATOM.error_log.last_error}"


def test_the_whole_each_person_region_and_topic_has_a_feed(seeds: Corpus) -> None:
    files = printed(seeds, SITES[0])
    found = feeds(files)
    assert "feed.xml" in found
    for folder, keys in (("persons", seeds.persons), ("regions", seeds.regions)):
        for key in keys:
            assert f"{folder}/{key}.xml" in found
            assert f'<a href="{key}.xml"' in files[f"{folder}/{key}.md"]
    assert sum(path.startswith("topics/") for path in found) == len(seeds.topic_entries)
    below = found["regions/520000.xml"].findall("a:entry", NAMESPACE)
    assert len(below) == min(ENTRIES_MAX, len(seeds.region_articles()["520000"]))


def test_an_entry_keeps_its_id_wherever_the_digest_is_published(seeds: Corpus) -> None:
    here, there = (feeds(printed(seeds, site))["feed.xml"] for site in SITES)
    names = [
        [entry.findtext("a:id", None, NAMESPACE) for entry in feed.findall("a:entry", NAMESPACE)]
        for feed in (here, there)
    ]
    assert names[0] == names[1]
    assert len(set(names[0])) == len(seeds.entries)


def test_dates_come_from_the_pages(seeds: Corpus) -> None:
    record = seeds.records[0]
    dated = replace(record, facts=replace(record.facts, date="2025-01-13", newspaper="示例日报"))
    digest = Corpus((dated, *seeds.records[1:]), seeds.persons, seeds.regions)
    feed = feeds(printed(digest, SITES[1]))["feed.xml"]
    told = {
        link.get("href").rpartition("/")[2].removesuffix(".html"): entry
        for entry in feed.findall("a:entry", NAMESPACE)
        for link in entry.findall("a:link", NAMESPACE)
    }
    for one in digest.records:
        for entry in one.entries:
            updated = told[entry.id].findtext("a:updated", None, NAMESPACE)
            date = one.facts.date or entry.article.date
            assert updated.startswith(date) if date else updated == NO_DATE
            published = told[entry.id].findtext("a:published", None, NAMESPACE)
            assert published == (f"{one.facts.date}T00:00:00+08:00" if one.facts.date else None)


def test_a_feed_is_capped_and_newest_first(seeds: Corpus) -> None:
    entries = [replace(one, id=f"{one.id}-{n}") for n in range(4) for one in seeds.entries.values()]
    record = seeds.records[0]
    article = [one.article for one in entries]
    layout = replace(record.layout, articles=tuple(article))
    digest = Corpus(
        (replace(record, layout=layout, entries=tuple(entries), corrections=()),),
        seeds.persons,
        seeds.regions,
    )
    feed = feeds(printed(digest, SITES[0]))["feed.xml"]
    dates = [e.findtext("a:updated", None, NAMESPACE) for e in feed.findall("a:entry", NAMESPACE)]
    assert len(dates) == ENTRIES_MAX
    assert dates == sorted(dates, reverse=True)


def test_every_article_is_cited(files: dict[str, str]) -> None:
    for key in hostile().entries:
        page = files[f"articles/{key}.md"]
        assert "GB/T 7714-2025" in page
        for suffix in ("bib", "ris", "csl.json"):
            assert f'href="{key}.{suffix}"' in page
            assert files[f"articles/{key}.{suffix}"]
        anchors = re.findall(r'<a href="#p(\d+)">', page.split("{: #cite")[1])
        assert all(
            re.search(rf'(#|id=")p{number}\b', page.split("{: #cite")[0]) for number in anchors
        )


def test_the_standard_is_a_choice(seeds: Corpus) -> None:
    site = replace(SITES[1], citation="GB/T 7714-2015")
    files = printed(seeds, site)
    key = next(iter(seeds.entries))
    assert "GB/T 7714-2015" in files[f"articles/{key}.md"]
    assert "引用日期" in files[f"articles/{key}.md"]
