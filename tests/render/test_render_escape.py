"""Page text stays text, whatever stands in it and wherever a template puts it."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wenzhai.render.escape import Safe, clean, escape, escape_lines, finalize
from wenzhai.render.inline import link, mark_up, snippet

EXTENSIONS = [
    "attr_list", "toc", "md_in_html", "tables", "footnotes", "def_list", "abbr", "fenced_code",
    "admonition", "smarty", "sane_lists", "wikilinks", "meta",
    "pymdownx.snippets", "pymdownx.emoji", "pymdownx.magiclink", "pymdownx.tilde",
    "pymdownx.caret", "pymdownx.mark", "pymdownx.keys", "pymdownx.tasklist", "pymdownx.details",
    "pymdownx.superfences", "pymdownx.critic", "pymdownx.betterem", "pymdownx.inlinehilite",
]  # fmt: skip
"""Many more than the digest uses: nobody who adds one must think of escaping."""

HOSTILE = [
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](http://example.invalid/x.png)",
    "[x]: http://example.invalid",
    "# 大标题",
    "标题\n===",
    "---",
    "{: onclick=alert(1) }",
    "text {: #id .c }",
    "{{ page.title }} {% raw %}",
    "***",
    "**粗** _斜_ ~~删~~ ^^上^^ ==标==",
    "1. 一",
    "１. 一",
    "- 一",
    "+ 一",
    "* 一",
    "    四格",
    "\t制表",
    "　　全角",
    "`code` ``x``",
    "```\ncode\n```",
    "~~~",
    "&lt;b&gt; &amp; &#60; &copy",
    '--8<-- "mkdocs.yml"',
    ":smile: :material-account:",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[^1]\n\n[^1]: note",
    "*[HTML]: x",
    "词\n: 释",
    "!!! note",
    "??? note",
    "/// note\n///",
    "[TOC]",
    "[[wiki]]",
    "<!-- 注 -->",
    "<?php ?>",
    "<http://example.invalid> a@example.invalid http://example.invalid www.example.invalid",
    "++ctrl++ {++加++} {--减--}",
    "[ ] 任务",
    "a  \nb",
    "\\*",
    "行尾 ",
    "\x02klzzwxh:0001\x03 \x02wzxhzdk:0\x03 \x02amp\x03",
    "",
    "  ",
]

UNPRINTABLE = ["\0", "\x08", "\x7f", "\u202e", "\u2066", "\ud800", "\ufffe"]

AWKWARD = st.text(
    st.sampled_from(
        "，——\n\r\t 　\U00020000一a1.-+*_#`~!|[](){}<>&:;/\\^=$@'\"%\x02\x03\x85\u2028"
    ),
    max_size=24,
)


def rendered(source: str) -> str:
    return markdown.markdown(source, extensions=EXTENSIONS)


def visible(text: str) -> str:
    """What a browser shows of a text: runs of white space are one space."""
    return " ".join(clean(text).split())


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub("<[^>]*>", "", page)).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    page = rendered(f"{mark_up(text, ())}\n{{: #p1 .wz-paragraph }}\n")
    assert re.findall("<[^>]*>", page) == ['<p class="wz-paragraph" id="p1">', "</p>"]
    assert text_of(page).replace("\u200b", "") == visible(text)


@settings(deadline=None)  # a busy machine is no failure
@given(AWKWARD)
@example("1. ")
@example("\n    x")
def test_any_text_is_one_paragraph(text: str) -> None:
    page = rendered(f"{mark_up(text, ())}\n{{: #p1 }}\n")
    assert re.findall("<[^>]*>", page) == ['<p id="p1">', "</p>"]
    assert text_of(page).replace("\u200b", "") == visible(text)


@settings(deadline=None)  # a busy machine is no failure
@given(AWKWARD, AWKWARD)
def test_any_text_stays_inside_its_line(before: str, after: str) -> None:
    page = rendered(f"- x{escape(before)}[甲](a.md){escape(after)}y\n- 乙\n")
    assert re.findall("<[^>]*>", page) == [
        "<ul>", "<li>", '<a href="a.md">', "</a>", "</li>", "<li>", "</li>", "</ul>",
    ]  # fmt: skip


@settings(deadline=None)  # a busy machine is no failure
@given(AWKWARD)
def test_any_heading_is_one_heading(text: str) -> None:
    page = rendered(f"# x{escape(text)} {{: #h }}\n")
    assert re.findall("<[^>]*>", page) == ['<h1 id="h">', "</h1>"]


@settings(deadline=None)  # a busy machine is no failure
@given(AWKWARD)
def test_any_text_stays_inside_raw_html(text: str) -> None:
    page = rendered(f'<div class="wz-print"><span>{escape_lines(text)}</span></div>\n\n后文\n')
    tags = ['<div class="wz-print">', "<span>", "</span>", "</div>", "<p>", "</p>"]
    assert re.findall("<[^>]*>", page) == tags
    assert text_of(page) == " ".join(f"{visible(text)} 后文".split())


@pytest.mark.parametrize("character", UNPRINTABLE)
def test_what_must_not_be_published_is_shown_as_a_mark(character: str) -> None:
    assert clean(f"甲{character}乙") == "甲\ufffd乙"
    assert escape_lines(f"甲{character}乙") == "甲\ufffd乙"


def test_safe_loses_its_safety_when_joined() -> None:
    assert type(Safe("<b>") + "<i>") is str
    assert finalize(Safe("<b>")) == "<b>"
    assert finalize("<b>") == "&#60;b&#62;"


def test_only_text_and_numbers_are_printed() -> None:
    with pytest.raises(TypeError, match="NoneType"):
        finalize(None)


def test_marks_may_lie_inside_each_other_but_not_cross() -> None:
    outer = link(0, 4, "a.html", "wz-person")
    assert (
        mark_up("甲乙丙丁", (link(2, 6, "b.html", "x"), outer)) == "[甲乙丙丁](a.md){: .wz-person }"
    )
    inside = mark_up("甲乙丙丁", (link(1, 2, "b.html", "x"), outer))
    assert inside == "[甲[乙](b.md){: .x }丙丁](a.md){: .wz-person }"


def test_a_snippet_marks_the_name() -> None:
    text = "前" * 40 + "吕怀远" + "*后*" * 20
    assert snippet(text, 40, 43).startswith("…" + "前" * 26 + "<mark>吕怀远</mark>&#42;后")
