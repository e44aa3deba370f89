"""Laws of search: Python and JavaScript fold alike; lists say what a plain scan says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from wenzhai.search import grams as grams_module
from wenzhai.search.codes import Coder, alphabet
from wenzhai.search.fold import bare, full, marked
from wenzhai.search.grams import grams
from wenzhai.search.shards import keys_of, shards

CODE = Path(__file__).resolve().parents[2] / "docs/assets/search"
AWKWARD = '中国省ａＢb1２9.．,，、。%％"“”·-－~～|`\\ \u3000İßﬁ①𠮷é\u200b'


@pytest.fixture(scope="module")
def script() -> MiniRacer:
    context = MiniRacer()
    for name in ("codes", "query", "grams"):
        context.eval((CODE / f"{name}.js").read_text("utf-8"))
    return context


@given(text=st.text(AWKWARD, max_size=12))
@example(text="3.5%")
@example(text="a, b")
@example(text="１　２")
@example(text="。 3 . 5 。")
@example(text="\U000d002c")  # where keys have their commas: no text has characters there
@settings(max_examples=300, deadline=None)
def test_javascript_folds_as_python_does(script: MiniRacer, text: str) -> None:
    code = "[true, false].map((b) => wenzhaiQuery.fold({}, b).join('')).join('\\n')"
    folded = cast("str", script.eval(code.format(json.dumps(text))))
    assert folded == f"{bare(text)}\n{full(text)}"
    keys = cast("str", script.eval(f"wenzhaiQuery.word({json.dumps(text)}).keys.join('')"))
    assert keys == (bare(text) if bare(text) == full(text) else marked(text))


@given(text=st.text(AWKWARD, max_size=12) | st.text("ab, .中", max_size=6), data=st.data())
@example(text="ａ３.５b", data=None)
@settings(max_examples=500, deadline=None)
def test_a_word_matches_as_folding_says(
    script: MiniRacer, text: str, data: st.DataObject | None
) -> None:
    sought = (
        "3.5"
        if data is None
        else data.draw(
            st.text(AWKWARD, min_size=1, max_size=4) | st.text("ab, .中", min_size=1, max_size=3)
        )
    )
    if not full(sought):
        return
    is_punctuated = full(sought) != bare(sought)
    expected = full(sought) in full(text) if is_punctuated else bare(sought) in bare(text)
    code = f"new RegExp(wenzhaiQuery.word({json.dumps(sought)}, false).source, 'u')"
    found = script.eval(f"{code}.test({json.dumps(text)})")
    assert found is expected, (sought, text)


@given(texts=st.lists(st.text(max_size=20)), rare=st.text(max_size=5))
@example(texts=['\n甲"乙\\~'], rare="𠮷\x00~")
@settings(max_examples=200, deadline=None)
def test_coded_text_comes_back(script: MiniRacer, texts: list[str], rare: str) -> None:
    letters = alphabet(texts)
    for text in (*texts, rare):
        coded = Coder(letters).encode(text)
        code = f"wenzhaiCodes.decoder({json.dumps(letters)})({json.dumps(coded)})"
        assert json.loads(cast("str", script.eval(f"JSON.stringify({code})"))) == text


LINES = st.lists(st.text("甲乙丙\n1，. ", max_size=9), min_size=1, max_size=40)


@given(lines=LINES, sought=st.text("甲乙丙1，.", min_size=1, max_size=5))
@example(lines=["甲，乙"] * 9 + ["甲乙"] * 9, sought="甲，乙")
@example(lines=["1.1"] * 9 + ["1. 1"] * 9, sought="1.")
@settings(max_examples=200, deadline=None)
def test_lists_leave_out_nothing(script: MiniRacer, lines: list[str], sought: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grams_module, "UNLISTED", 2)
        patch.setattr(grams_module, "LONGEST", 4)
        patch.setattr("wenzhai.search.shards.SHARD_LENGTH", 20)
        made = list(shards(grams([keys_of(text.split("\n")) for text in lines])))
    is_punctuated = bare(sought) != full(sought)
    fold = full if is_punctuated else bare
    expected = [
        unit
        for unit, text in enumerate(lines)
        if any(fold(sought) in fold(line) for line in text.split("\n"))
    ]
    keys = marked(sought) if is_punctuated else bare(sought)
    units, is_exact = _find(script, made, len(lines), keys)
    if is_exact:
        assert units == expected
    else:
        assert set(expected) <= set(units)
        assert len(units) <= 2 or len(keys) > 4


def _find(
    script: MiniRacer, made: Sequence[object], units: int, sought: str
) -> tuple[list[int], bool]:
    firsts, texts = zip(*made, strict=True) if made else ((), ())
    head = json.dumps({"units": units, "unlisted": 2, "longest": 4, "firsts": firsts})
    script.eval(
        f"var shardTexts = {json.dumps(texts)}; var answer = null;"
        f"wenzhaiGrams.finder({head}, async (name) => shardTexts[Number(name.slice(5))] || '')"
        f"(Array.from({json.dumps(sought)}))"
        ".then((one) => { answer = JSON.stringify([Array.from(one.units), one.isExact]); }); 0"
    )
    found, is_exact = json.loads(cast("str", script.eval("answer")))
    return found, is_exact


def test_a_large_digest_keeps_the_texts_that_were_sought_last() -> None:
    with MiniRacer() as context:
        context.eval((CODE / "texts.js").read_text("utf-8"))
        context.eval(
            """
            var loads = [];
            var shelf = wenzhaiTexts.shelf(
              (name) => { loads.push(name); return Promise.resolve([name]); },
              (head, number, record) => record,
            );
            var head = { isLarge: true, texts: Array.from({ length: 70 }, (_, i) => i) };
            shelf.readAll(head).then(() => shelf.read(head, [0])).then(() => {
              shelf.trim(head);
              return shelf.read(head, [1]);
            });
            0;
            """
        )
        kept = "JSON.stringify([0, 1, 2, 6, 7, 69].map((n) => Boolean(shelf.documents[n])))"
        assert json.loads(cast("str", context.eval(kept))) == [True, True, False, False, True, True]
        assert context.eval("loads.length") == 71
