"""Permanent ids survive what happens to a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from wenzhai.ids import IdEntry, Register, anchor_of, append_ids, match_ids, read_register
from wenzhai.model import Article, Page, Paragraph, Passage, Run

TEXT = "雨情\n昨夜全县下了大雨，山塘都满了水。\n粮价\n今年稻谷收购价每斤涨了一角二分钱。\n"
PAGE = Page("a.txt", "a", TEXT, "utf-8", "0" * 64)


def article(page: Page, *parts: tuple[str, str]) -> Article:
    """An article of (kind, printed text) paragraphs."""
    body = []
    for kind, printed in parts:
        start = page.text.index(printed)
        passage = Passage(printed, (Run(0, start, len(printed)),))
        body.append(Paragraph(kind, passage))  # type: ignore[arg-type]
    return Article(None, "none", None, (), "news", (), None, tuple(body), 1.0)


RAIN = article(PAGE, ("paragraph", "昨夜全县下了大雨，山塘都满了水。"))
RICE = article(PAGE, ("paragraph", "今年稻谷收购价每斤涨了一角二分钱。"))


def test_the_anchor_is_the_first_sixteen_printed_characters() -> None:
    assert anchor_of(RAIN, PAGE) == "昨夜全县下了大雨，山塘都满了水。"
    assert anchor_of(RICE, PAGE) == "今年稻谷收购价每斤涨了一角二分钱"


def test_a_byline_is_no_anchor() -> None:
    signed = article(PAGE, ("byline", "雨情"), ("paragraph", "昨夜全县下了大雨，山塘都满了水。"))
    assert anchor_of(signed, PAGE) == anchor_of(RAIN, PAGE)


def test_a_new_id_is_slug_and_hash_and_the_same_every_time() -> None:
    matched = match_ids((RAIN, RICE), PAGE, Register())
    assert all(entry.id.startswith("a-") and len(entry.id) == 8 for entry in matched.ids)
    assert matched == match_ids((RAIN, RICE), PAGE, Register())
    assert matched.is_registered == (False, False)


def test_equal_anchors_get_different_ids() -> None:
    ids = match_ids((RAIN, RAIN), PAGE, Register()).ids
    assert ids[0].id != ids[1].id


def test_a_registered_id_is_found_by_its_anchor_in_any_order() -> None:
    known = IdEntry(id="old-name", page="a.txt", anchor=anchor_of(RICE, PAGE))
    matched = match_ids((RAIN, RICE), PAGE, Register((known,)))
    assert matched.ids[1].id == "old-name"
    assert matched.is_registered == (False, True)


def test_an_article_that_now_begins_elsewhere_keeps_its_id() -> None:
    known = IdEntry(id="old-name", page="a.txt", anchor=anchor_of(RICE, PAGE))
    longer = article(PAGE, ("lead", "粮价"), ("paragraph", "今年稻谷收购价每斤涨了一角二分钱。"))
    assert match_ids((RAIN, longer), PAGE, Register((known,))).ids[1].id == "old-name"


def test_a_retired_id_is_never_given_again() -> None:
    fresh = match_ids((RAIN,), PAGE, Register()).ids[0]
    retired = fresh.model_copy(update={"retired": True})
    assert match_ids((RAIN,), PAGE, Register((retired,))).ids[0].id != fresh.id


def test_appending_changes_nothing_that_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "ids.yml"
    first = IdEntry(id="a-1", page="a.txt", anchor="“引号: #井号")
    assert append_ids(path, [first]) == 1
    edited = path.read_text(encoding="utf-8") + "# an editor's remark"
    path.write_text(edited, encoding="utf-8")
    second = IdEntry(id="a-2", page="页.txt", anchor="{[&*!|>'\"%@`")
    assert append_ids(path, [second]) == 1
    assert path.read_text(encoding="utf-8").startswith(edited)
    assert read_register(path) == (Register((first, second)), ())


def test_nothing_to_append_writes_nothing(tmp_path: Path) -> None:
    assert append_ids(tmp_path / "ids.yml", []) == 0
    assert not (tmp_path / "ids.yml").exists()


def test_a_bad_register_says_which_line(tmp_path: Path) -> None:
    path = tmp_path / "ids.yml"
    path.write_text("version: 1\narticles:\n- {id: A B, page: a.txt, anchor: x}\n", "utf-8")
    register, findings = read_register(path)
    assert register == Register()
    assert [(finding.code, finding.line) for finding in findings] == [("bad-editorial-file", 3)]


def test_an_id_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "ids.yml"
    row = "- {id: a-1, page: a.txt, anchor: x}\n"
    path.write_text("version: 1\narticles:\n" + row + row, "utf-8")
    assert [finding.code for finding in read_register(path)[1]] == ["duplicate-id"]


def test_moved_text_does_not_matter() -> None:
    known = match_ids((RAIN,), PAGE, Register()).ids[0]
    shifted = replace(PAGE, text="新增一行\n" + PAGE.text)
    again = article(shifted, ("paragraph", "昨夜全县下了大雨，山塘都满了水。"))
    assert match_ids((again,), shifted, Register((known,))).ids[0].id == known.id
