"""Signs of candidates, and the file of their weights."""

from __future__ import annotations

import pytest

from wenzhai.recognise.persons import load_lexicon
from wenzhai.recognise.persons.candidate import ACCEPT
from wenzhai.recognise.persons.find import read_candidates
from wenzhai.recognise.persons.signs import read_signs, weighed
from wenzhai.recognise.persons.tokens import cut
from wenzhai.weights import read_weights, write_weights


def test_weights_are_read_as_they_were_written() -> None:
    table = {"always": 0.0, "before 的": -0.125, "class-behind v": 2.5, "between # x": 1e-3}
    assert read_weights("# a comment\n" + write_weights(table)) == table


def test_a_line_without_a_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="could not convert"):
        read_weights("much\tbefore 的\n")


def test_a_name_is_offered_in_every_length_and_a_better_one_speaks_against_it() -> None:
    lexicon, text = load_lexicon(), "护林员冯石养巡山时看见山脚塌了一块。"
    tokens = cut(text)
    candidates = read_candidates(text, tokens, False, lexicon)
    signs = {c.name: own for c, own in read_signs(candidates, text, tokens, lexicon)}
    assert {"冯石", "冯石养"} <= set(signs)
    assert ("beaten" in signs["冯石"]) != ("beaten" in signs["冯石养"])
    assert max(c.score for c in weighed(candidates, text, tokens, lexicon)) >= ACCEPT


def test_what_a_byline_names_is_left_as_it_is() -> None:
    lexicon, text = load_lexicon(), "本报记者 王小明"
    tokens = cut(text)
    before = [c for c in read_candidates(text, tokens, False, lexicon) if c.part is not None]
    after = weighed(read_candidates(text, tokens, False, lexicon), text, tokens, lexicon)
    assert before
    assert set(before) <= set(after)
