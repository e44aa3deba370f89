"""Full name of a division -> the shorter forms that newspapers print.

贵阳市 -> 贵阳; 黔东南苗族侗族自治州 -> 黔东南州, 黔东南; 禾丰布依族苗族乡 -> 禾丰乡.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

SHORT_MIN = 2  # code points; 和县 has no bare short form
LEVEL_WORDS = "省市州盟区县旗镇乡村"
"""The last character of a full form; 街道, 苏木 and 社区 apart."""
PLAIN_SUFFIX = re.compile(r"(?:特别行政区|自治区|林区|特区|地区|省|市|盟|县|区|旗)$")
AUTONOMOUS = re.compile(r"自治([州县旗])$")
PEOPLE_DISTRICT = re.compile(r"族区$")
PEOPLE_WITHOUT_WORD = re.compile(r"(?<=.{4})(?:蒙古|锡伯)$")
"""博尔塔拉蒙古, 察布查尔锡伯: printed without 族."""
TOWN_SUFFIX = re.compile(r"(?:民族)?(乡|镇|苏木)$")

PEOPLE_TOWN = re.compile(r"族?民族乡$")


@cache
def _peoples() -> re.Pattern[str]:
    text = (files("wenzhai") / "data" / "regions" / "peoples.txt").read_text(encoding="utf-8")
    names = [line for line in text.split("\n") if line and not line.startswith("#")]
    names += [name[:-1] for name in names if len(name) > SHORT_MIN + 1]
    names.sort(key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(names)}|各族|民族)+$")


def without_peoples(name: str) -> str:
    """黔东南苗族侗族 -> 黔东南; never empty (东乡族 -> 东乡)."""
    cut = _peoples().sub("", PEOPLE_WITHOUT_WORD.sub("", name))
    if len(cut) >= SHORT_MIN:
        return cut
    return name[: name.index("族")] if "族" in name else name


def level_forms(name: str) -> tuple[str, ...]:
    """Forms of a province, prefecture or county that keep its level word, itself not included."""
    found = AUTONOMOUS.search(name)
    if found:
        stem = without_peoples(name[: found.start()])
        return stem + found.group(1), stem + found.group()  # 湘西州, 湘西自治州
    if PEOPLE_DISTRICT.search(name):  # 顺河回族区 -> 顺河区
        return (without_peoples(name[:-1]) + "区",)
    return ()


def short_form(name: str) -> str | None:
    """The bare short form of a province, prefecture or county; None when there is none."""
    found = AUTONOMOUS.search(name)
    if found:
        return without_peoples(name[: found.start()])
    if PEOPLE_DISTRICT.search(name):
        return without_peoples(name[:-1])
    found = PLAIN_SUFFIX.search(name)
    if found is None or found.start() < SHORT_MIN:
        return None
    return name[: found.start()]


def town_forms(name: str) -> tuple[str, ...]:
    """Ethnic towns without their peoples, or with the usual word: 禾丰布依族苗族乡 -> 禾丰乡,
    前山哈萨克民族乡 -> 前山乡, 前山哈萨克族乡."""
    found = TOWN_SUFFIX.search(name)
    if found is None or "族" not in name:
        return ()
    stem = without_peoples(name[: found.start()])
    forms = {stem + found.group(1)} if len(stem) >= SHORT_MIN else set()
    if _peoples().fullmatch(stem) is None:  # 鄂伦春族乡 may be 新生鄂伦春族乡 as well
        forms.add(PEOPLE_TOWN.sub("族乡", name))
    return tuple(sorted(forms - {name}))
