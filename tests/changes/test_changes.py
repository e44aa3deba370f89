"""What changed is told in the digest's own terms: case by case."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenzhai.changes import Told, as_data, compare, group, records_of, tell
from wenzhai.changes.text import edits

RAIN = "11月3日，贵州省开阳县连夜下了大雨，山塘都满了，农户忙着引水灌田，镇里派人上坝值守。"
POND = "县水务局局长王大山说，今后要再修三座山塘，让下游的农户都用上水，明年春天动工建设。"
RICE = "今年稻谷收购价每斤涨一角，粮站门前排起长队，农户忙着卖粮，仓库连夜清点腾空。"

Object = dict[str, Any]  # as JSON gives it


def person(key: str | None, name: str, *places: int, roles: tuple[str, ...] = ()) -> Object:
    return {
        "id": key, "name": name, "roles": list(roles),
        "mentions": [[at, at + len(name)] for at in places], "candidates": [],
    }  # fmt: skip


def article(key: str, headline: str, *body: str, **more: object) -> Object:
    return {
        "id": key, "headline": headline, "headline_source": "printed", "kicker": None,
        "subheadlines": [], "genre": "news", "byline": [], "dateline": None, "date": None,
        "topics": ["水利"], "body": list(body), "kinds": ["paragraph"] * len(body),
        "persons": [], "regions": [], **more,
    }  # fmt: skip


def digest() -> list[Object]:
    rain = article(
        "a-1", "雨后山塘满", RAIN, POND, persons=[person("wang-1", "王大山", 9, roles=("局长",))]
    )
    rice = article("a-2", "粮价涨了", RICE, persons=[person("zhao-1", "赵秀英", 99)])
    return [{"page": "rain.txt", "articles": [rain, rice], "furniture": []}]


def split(pages: list[Object]) -> None:
    rain = pages[0]["articles"][0]
    rain["body"] = [RAIN]
    rain["persons"] = []
    pages[0]["articles"].append(article("a-3", "再修山塘", POND))


def merge(pages: list[Object]) -> None:
    rain, rice = pages[0]["articles"]
    rain["body"].append(rice["body"][0])
    pages[0]["articles"].remove(rice)


def rename(pages: list[Object]) -> None:
    pages[0]["articles"][1]["id"] = "a-9"


def lose(pages: list[Object]) -> None:
    del pages[0]["articles"][1]


def redate(pages: list[Object]) -> None:
    pages[0]["articles"][0]["date"] = "2023-11-03"


def head(pages: list[Object]) -> None:
    pages[0]["articles"][0]["headline"] = "雨后山塘漫"


def correct(pages: list[Object]) -> None:
    pages[0]["articles"][1]["body"][0] = RICE.replace("一角", "两角")


def tag(pages: list[Object]) -> None:
    pages[0]["articles"][0]["topics"] = ["农业"]


def promote(pages: list[Object]) -> None:
    pages[0]["articles"][0]["persons"][0]["roles"] = ["副局长"]


def one_person(pages: list[Object]) -> None:
    pages[0]["articles"][1]["persons"] = [person("wang-1", "王大山", 99)]


def two_persons(pages: list[Object]) -> None:
    rain = pages[0]["articles"][0]
    rain["persons"] = [person("wang-1", "王大山", 9), person("wang-1-b", "王大山", 50)]


def unsettle(pages: list[Object]) -> None:
    pages[0]["articles"][0]["persons"][0]["id"] = None


def other_key(pages: list[Object]) -> None:
    pages[0]["articles"][0]["persons"][0]["id"] = "wang-2"


def add_page(pages: list[Object]) -> None:
    pages.append({"page": "snow.txt", "articles": [article("s-1", "下雪", "下雪了。" * 9)]})


CASES: tuple[tuple[Callable[[list[Object]], None], list[tuple[str, str, str]]], ...] = (
    (split, [("article-split", "article", "a-1"), ("entity-gone", "persons", "wang-1")]),
    (merge, [("article-merged", "article", "a-1"), ("entity-gone", "persons", "zhao-1")]),
    (rename, [("article-renamed", "article", "a-9")]),
    (lose, [("article-lost", "article", "a-2"), ("entity-gone", "persons", "zhao-1")]),
    (redate, [("article-re-dated", "article", "a-1")]),
    (head, [("headline", "article", "a-1")]),
    (correct, [("text", "article", "a-2")]),
    (tag, [("tags", "article", "a-1")]),
    (promote, [("roles", "persons", "wang-1")]),
    (one_person, [("entity-merged", "persons", "wang-1")]),
    (other_key, [("entity-renamed", "persons", "wang-2")]),
    (
        unsettle,
        [("entity-gone", "persons", "wang-1"), ("entity-re-linked", "persons", "wang-1")],
    ),
    (add_page, [("page-added", "page", "snow.txt"), ("article-added", "article", "s-1")]),
)


@pytest.mark.parametrize(
    ("change", "expected"), CASES, ids=lambda one: getattr(one, "__name__", "")
)
def test_a_change_is_told_as_what_it_is(
    change: Callable[[list[Object]], None], expected: list[tuple[str, str, str]]
) -> None:
    new = digest()
    change(new)
    found = compare(records_of(digest()), records_of(new)).changes
    assert [(one.what, one.kind, one.id) for one in found] == expected


def test_one_person_parted_in_two() -> None:
    old, new = digest(), digest()
    old[0]["articles"][0]["persons"] = [person("wang-1", "王大山", 9, 50)]
    two_persons(new)
    (found,) = compare(records_of(old), records_of(new)).changes
    assert (found.what, found.old, found.new) == (
        "entity-split", ("wang-1",), ("wang-1", "wang-1-b")
    )  # fmt: skip


def test_the_same_digest_did_not_change() -> None:
    changes = compare(records_of(digest()), records_of(digest()))
    assert changes.changes == ()
    assert list(tell(changes)) == []


def test_findings_come_and_go() -> None:
    one, other = Told("no-date", "a.txt", "x"), Told("no-headline", "a.txt", "y")
    found = compare(records_of([], [one, one]), records_of([], [one, other])).changes
    assert [(f.what, f.id) for f in found] == [
        ("finding-new", "no-headline"), ("finding-settled", "no-date")
    ]  # fmt: skip


def test_the_same_change_on_many_articles_is_told_once() -> None:
    old: list[Object] = [
        {
            "page": f"{n}.txt",
            "articles": [article(f"a-{n}", f"第{n}条", f"第{n}号，永大公司建成。")],
        }
        for n in range(214)
    ]
    new = copy.deepcopy(old)
    for page in new:
        body = page["articles"][0]["body"]
        body[0] = body[0].replace("永大", "永太")
    changes = compare(records_of(old), records_of(new))
    (cause,) = group(changes.changes)
    assert (cause.cause, len(cause.articles)) == ((("大", "太"),), 214)
    (line,) = tell(changes)
    assert "214 times" in line
    assert "and 211 more" in line


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("山塘满了，农户引水。", "山塘漫了，农户引水。", [("满", "漫")]),
        ("山塘满了，农户引水。", "山塘满了，农户忙着引水。", [("", "忙着")]),
        ("一密生产线", "一窑生产线", [("密", "窑")]),
        ("天下大雨，路断。", "路断。", [("天下大雨，", "")]),
        ("共12个，比去年多。", "共十二个，比去年多。", [("12", "十二")]),
        ("甲乙丙丁", "子丑寅卯", [("甲乙丙丁", "子丑寅卯")]),
    ],
)
def test_text_is_compared_by_characters(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert [(edit.old, edit.new) for edit in edits(old, new)] == expected


@given(st.text("山塘，。a\n", max_size=40), st.text("山塘，。a\n", max_size=40))
def test_edits_lead_from_the_old_text_to_the_new(old: str, new: str) -> None:
    made = old
    for edit in reversed(edits(old, new)):
        assert old[edit.at :].startswith(edit.old + edit.after)
        assert new[edit.new_at :].startswith(edit.new)
        made = made[: edit.at] + edit.new + made[edit.at + len(edit.old) :]
    assert made == new


def test_what_is_told_is_plain_data() -> None:
    new = digest()
    head(new)
    data = as_data(compare(records_of(digest()), records_of(new)))
    (change,) = json.loads(json.dumps(data, ensure_ascii=False))["changes"]
    (edit,) = change["edits"]
    assert edit == {
        "old": "满", "new": "漫", "before": "雨后山塘", "after": "", "at": 4, "new_at": 4
    }  # fmt: skip


def test_an_older_record_without_a_field_is_compared_all_the_same() -> None:
    old = digest()
    for one in old[0]["articles"]:
        del one["topics"], one["kicker"]
    found = compare(records_of(old), records_of(digest())).changes
    assert {one.what for one in found} == {"tags"}
