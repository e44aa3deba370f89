"""A YAML file that people write -> a checked value, or findings that say where and what.

All errors of a file are told at once, each with its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from yaml.constructor import SafeConstructor

from wenzhai.model import Finding

M = TypeVar("M", bound=BaseModel)
CODE = "bad-editorial-file"
TIMESTAMP = "tag:yaml.org,2002:timestamp"
PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "tuple_type": "a list is allowed, each entry with “-” before it",
        "list_type": "a list is allowed, each entry with “-” before it",
        "model_type": "keys with their values are allowed",
        "model_attributes_type": "keys with their values are allowed",
        "dict_type": "keys with their values are allowed",
        "extra_forbidden": "there is no such key",
        "missing": "is missing",
        "string_type": "words are allowed; put them in quotes",
    }
)
"""What the checker says in the words of its own language, said plainly."""


def load_editorial(path: Path, model: type[M]) -> M | tuple[Finding, ...]:
    """The file as `model`, or all that is wrong with it."""
    shown = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        wrong = tuple(
            Finding(CODE, shown, message, line) for message, line in _misleading(root, set())
        )
        if wrong:
            return wrong
        data = yaml.safe_load(text)
    except OSError as error:
        return (Finding(CODE, shown, f"cannot be read: {error.strerror}"),)
    except UnicodeDecodeError as error:
        return (Finding(CODE, shown, f"not UTF-8 at byte {error.start}; save it as UTF-8"),)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = None if mark is None else mark.line + 1
        return (Finding(CODE, shown, f"not YAML: {error.problem}", line),)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return (Finding(CODE, shown, f"not YAML: {error}"),)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return tuple(
            Finding(
                CODE,
                shown,
                f"{'.'.join(str(part) for part in problem['loc']) or 'file'}: {PLAIN.get(problem['type'], problem['msg'])}"
                f"; found {problem['input']!r:.60}",
                _line_of(root, problem["loc"]),
            )
            for problem in error.errors(include_url=False)
        )


def _misleading(node: yaml.Node | None, seen: set[int]) -> Iterator[tuple[str, int]]:
    """Keys that stand twice in one mapping, of which YAML would take the last without a word, and
    aliases (*), a few of which can make a file endless; days that are none."""
    if node is None:
        return
    if id(node) in seen:
        yield "an alias (*) of this is not read; write the words out", node.start_mark.line + 1
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, value in node.value:
            name = str(getattr(key, "value", ""))
            if name in keys:
                yield f"'{name}' stands twice; put both under one", key.start_mark.line + 1
            keys.add(name)
            yield from _misleading(value, seen)
    elif isinstance(node, yaml.SequenceNode):
        for inner in node.value:
            yield from _misleading(inner, seen)
    elif isinstance(node, yaml.ScalarNode) and node.tag == TIMESTAMP:
        try:
            SafeConstructor().construct_yaml_timestamp(node)
        except ValueError as error:
            yield f"'{node.value}' is no day: {error}", node.start_mark.line + 1


def _line_of(node: yaml.Node | None, place: tuple[int | str, ...]) -> int | None:
    """The 1-based line of the innermost node of `place` that stands in the file."""
    if node is None:
        return None
    for part in place:
        inner: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if getattr(key, "value", None) == part:
                    inner = value
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            inner = node.value[part] if part < len(node.value) else None
        if inner is None:
            break
        node = inner
    return int(node.start_mark.line) + 1
