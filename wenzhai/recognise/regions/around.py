"""What stands around a place name, and what it tells."""

from __future__ import annotations

import re

LINKS = re.compile(r"[、\-－—–~～·/]|[和与及]|至|到")
MARKS = "、-－—–"
"""Links that stand in lists only; 和 may also begin another word."""
BEFORE_PLACE = re.compile(
    r"(?:在|赴|到|来到|走进|抵达|前往|深入|位于|地处|来自|回到|离开|落户|做客|途经|从|自|去|至|返回"
    r"|远赴|扎根|奔赴|驻|援建)$"
)
AFTER_PLACE = re.compile(
    r"召开|举行|举办|开幕|闭幕|落幕|启动|调研|考察|视察|警方|讯|籍|境内|开赛|人民|儿女|干部|群众|各地"
    r"|全境|开机|上演|启程|打响|成立|开工|投产|设立|段"
    r"|人(?!大|员|才|民|工|社|防|均|口|力|文|气|次|体)"
)
AFTER_LISTED = re.compile(r"[、，。；！）”和与及等两三四五六七八九十县市区]|$", re.MULTILINE)
OTHER_NAME = frozenset(
    {
        *"湖河江山峡岛岭路街寺塔桥澳片",
        *("湖畔", "湖区", "湖边", "江畔", "河畔", "路上", "大桥"),
        *("东路", "西路", "南路", "北路", "中路", "大道", "大街", "花园", "小区", "新村", "胡同"),
    }
)
"""衡水湖, 南京路, 衡阳东路: words that make another name of it."""
UNKNOWN_TAIL = re.compile(
    r"[镇乡村寨屯庄沟坪湾岭坡路街桥河湖江山岛峡澳泉潭溪洲塘巷坝堡寺庙塔宫关门井]|社区|街道|水库|大道"
    r"|派出所|司法所|卫生院|供电所|财政所|税务所|停车场"
)
"""After a county's short form: the name of something else (永安村, 金山路), or a body of a town or
street of that name (凤翔派出所: a county has a bureau)."""
ALLOWED_REST = frozenset(
    {
        "人",
        "市",
        "省",
        "县",
        "州",
        "区",
        "城",
        "话",
        "籍",
        "地区",
        "政府",
        "市委",
        "省委",
        "境",
        "同胞",
        "居民",
        "市民",
        "军民",
        "境内",
        "当地",
        "全境",
    }
)
"""Ends of words that begin with a place and mean it: 贵州省, 北京人."""
DATELINE_OPENERS = frozenset({"本报", "本刊", "本网", "华社", "新社", "新网", "民网"})
HEAD_MARKS = frozenset('：:“"，,')
