"""A name -> its id, surname and pinyin.

The surname is read from a table of surnames (曾 Zēng, 尉迟 Yùchí), the rest by the
commonest reading; a name without a Han surname is read as a whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from hashlib import sha256

from pypinyin import Style, lazy_pinyin

from wenzhai.model import Person
from wenzhai.recognise.persons.dotted import DOTS
from wenzhai.recognise.persons.lexicon import DATA, HAN, load_lexicon, read_sections

DIGITS = 4  # hexadecimal digits of the name's hash in an id: namesakes in pinyin stay apart
REMEMBERED = 1 << 16  # names; a year of pages asks for some ten thousand
HAN_NAME_MAX = 4  # code points of the longest name with a Han surname: two and two
NO_LETTERS = re.compile(r"[^a-z0-9]+")
RUNS = re.compile(f"[{HAN}]+|[^{HAN}]+")
IS_HAN = re.compile(f"[{HAN}]")
DOT = re.compile(f"[{DOTS}]")


@lru_cache(maxsize=REMEMBERED)
def person_id(name: str) -> str:
    """Toneless pinyin of the full name, and the first digits of its SHA-256."""
    spelled = NO_LETTERS.sub("", "".join(_toneless(s) for s in _syllables(name)))
    digest = sha256(name.encode()).hexdigest()[:DIGITS]
    return f"{spelled}-{digest}" if spelled else digest


def describe_person(identity: str, name: str) -> Person:
    """A person as the index shows them."""
    surname = surname_of(name)
    syllables = _syllables(name)
    count = len(surname)
    if surname:
        words = ["".join(syllables[:1] if count == 1 else syllables[:count])]
        words.append("".join(syllables[count:]))
    else:
        words = ["".join(_syllables(part)) for part in DOT.split(name)]
    pinyin = " ".join(word[:1].upper() + word[1:] for word in words if word)
    plain = " ".join(_toneless(word) for word in words if word)
    return Person(
        id=identity, name=name, surname=surname, pinyin=pinyin, sort_key=f"{plain} {name}"
    )


@lru_cache(maxsize=REMEMBERED)
def surname_of(name: str) -> str:
    """The Han surname; "" when the name has none (仁青东珠, 约翰·史密斯)."""
    lexicon = load_lexicon()
    if DOT.search(name) or len(name) > HAN_NAME_MAX or lexicon.ethnic.fullmatch(name):
        return ""
    if name[:2] in lexicon.compound and len(name) > 2:
        return name[:2]
    is_surname = name[:1] in lexicon.surnames or name[:1] in _table("reading")
    return name[0] if is_surname and len(name) < HAN_NAME_MAX else ""


def _syllables(name: str) -> list[str]:
    """The reading of every character, with tone marks, the surname by its own table."""
    surname = surname_of(name)
    reading = _table("reading").get(surname)
    given = name[len(surname) :]
    usual = _table("given-reading")
    read = [
        sound
        for piece in RUNS.findall(given)
        for sound in (
            lazy_pinyin(piece, style=Style.TONE) if IS_HAN.match(piece) else map(_latin, piece)
        )
    ]
    rest = [usual.get(character, sound) for character, sound in zip(given, read, strict=True)]
    if not surname:
        return list(rest)
    if reading is None:
        return [*lazy_pinyin(surname, style=Style.TONE), *rest]
    # one entry for each character, so that the surname's length cuts the list
    return [reading, *[""] * (len(surname) - 1), *rest]


def _latin(character: str) -> str:
    return character.lower() if character.isascii() else ""


def _toneless(syllable: str) -> str:
    """Without tone marks, ü as v: lǘ -> lv."""
    plain = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


@cache
def _table(section: str) -> Mapping[str, str]:
    words = read_sections(DATA / "surnames.txt")[section]
    return dict(zip(words[::2], words[1::2], strict=True))
