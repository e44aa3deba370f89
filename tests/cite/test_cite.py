"""References after the standard, and the files for programs."""

from __future__ import annotations

import json
import re

import pytest
from jsonschema import Draft202012Validator

from wenzhai.cite import FORMATS, STANDARDS, Author, Reference, reference_text

NEW, OLD = STANDARDS
URL = "https://example.org/articles/a-1.html"


def one(**told: object) -> Reference:
    known: dict[str, object] = {
        "id": "a-1", "authors": (Author("丁文详", "丁"),), "title": "数字革命与竞争国际化",
        "is_own_title": False, "newspaper": "中国青年报", "date": "2000-11-20",
        "page_number": "15", "edition": None, "url": None, "digest": "文摘", **told,
    }  # fmt: skip
    return Reference(**known)  # type: ignore[arg-type]


FOUR = tuple(Author(name, name[0]) for name in ("黄静", "陈敏", "李小河", "王大山"))

# The first line is the example of both editions of the standard, 8.5.3 and 4.4.3.
CASES = [
    (one(), NEW, "丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15)."),
    (one(), OLD, "丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15)."),
    (one(url=URL), NEW, f"丁文详. 数字革命与竞争国际化[N/OL]. 中国青年报, 2000-11-20(15). {URL}."),
    (
        one(url=URL), OLD,
        f"丁文详. 数字革命与竞争国际化[N/OL]. 中国青年报, 2000-11-20(15)[引用日期]. {URL}.",
    ),
    (one(authors=()), NEW, "数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15)."),
    (one(authors=FOUR[:3]), NEW, "黄静, 陈敏, 李小河. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15)."),
    (one(authors=FOUR), NEW, "黄静, 陈敏, 李小河, 等. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15)."),
    (one(is_own_title=True, title="雨后"), NEW, "丁文详. [雨后][N]. 中国青年报, 2000-11-20(15)."),
    (one(page_number=None), NEW, "丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20."),
    (one(date=None), NEW, "丁文详. 数字革命与竞争国际化[N]. 中国青年报, (15)."),
    (one(date=None, page_number=None), NEW, "丁文详. 数字革命与竞争国际化[N]. 中国青年报."),
    (
        one(authors=(), newspaper=None, date=None, page_number=None), NEW,
        "数字革命与竞争国际化[N].",
    ),
    (
        one(authors=(), newspaper=None, date=None, page_number=None, url=URL), NEW,
        f"数字革命与竞争国际化[N/OL]. {URL}.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "standard", "text"), CASES)
def test_a_reference_is_as_the_standard_says(cited: Reference, standard: str, text: str) -> None:
    assert reference_text(cited, standard) == text


def test_a_paragraph_is_cited_by_its_anchor() -> None:
    assert reference_text(one(url=URL), NEW, paragraph=7).endswith(f"(15). {URL}#p7.")


HOSTILE = 'a}{b\\c%d&e$f#g_h~i^j"k@l\nER  - \n<script>'
# The properties of CSL-JSON that the digest uses (csl-data.json of the CSL project).
CSL_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": ["article-newspaper"]},
            **{
                key: {"type": "string"}
                for key in (
                    "id", "title", "container-title", "page", "edition", "URL", "language", "source"
                )
            },
            "author": {
                "type": "array",
                "items": {
                    "additionalProperties": False,
                    "properties": {key: {"type": "string"} for key in ("family", "given", "literal")},
                },
            },
            "issued": {
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array", "minItems": 1, "maxItems": 2,
                        "items": {"type": "array", "minItems": 1, "maxItems": 3},
                    }
                },
            },
        },
    },
}  # fmt: skip
PRINT = {form.name: form.print for form in FORMATS}
SAMPLES = [
    one(url=URL, edition="早版"),
    one(authors=(), newspaper=None, date=None, page_number=None),
    one(title=HOSTILE, newspaper=HOSTILE, authors=(Author(HOSTILE), Author("欧阳明高", "欧阳"))),
]


@pytest.mark.parametrize("sample", SAMPLES)
def test_csl_json_is_valid(sample: Reference) -> None:
    told = json.loads(PRINT["CSL-JSON"](sample))
    Draft202012Validator(CSL_SCHEMA).validate(told)
    assert told[0]["title"] == sample.title


@pytest.mark.parametrize("sample", SAMPLES)
def test_ris_has_one_tag_a_line_and_one_end(sample: Reference) -> None:
    text = PRINT["RIS"](sample)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert lines[0] == "TY  - NEWS"
    assert [line for line in lines if line.startswith("ER")] == ["ER  - "] == lines[-1:]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)


@pytest.mark.parametrize("sample", SAMPLES)
def test_bibtex_is_one_entry_with_balanced_braces(sample: Reference) -> None:
    text = PRINT["BibTeX"](sample)
    assert text.startswith(("@article{a-1,", "@misc{a-1,"))
    depth = 0
    for at, character in enumerate(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth > 0 or at < len("@article") or at >= len(text) - 2, text[:at]
    assert depth == 0
    for line in text.split("\n")[1:-2]:
        assert re.fullmatch(r"  \w+ = \{.*\},?", line), line
        assert not re.search(r"(?<!\\)[%&$#_]", line), line


def test_names_are_told_apart_where_the_surname_is_known() -> None:
    text = PRINT["CSL-JSON"](one(authors=(Author("欧阳明高", "欧阳"), Author("仁青东珠"))))
    assert json.loads(text)[0]["author"] == [
        {"family": "欧阳", "given": "明高"}, {"literal": "仁青东珠"}
    ]  # fmt: skip
    assert "AU  - 欧阳, 明高\r\n" in PRINT["RIS"](one(authors=(Author("欧阳明高", "欧阳"),)))
