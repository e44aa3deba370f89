"""A YAML file that people write -> a checked value, or findings that say where and what.

All errors of a file are told at once, each with its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from wenzhai.model import Finding

M = TypeVar("M", bound=BaseModel)
CODE = "bad-editorial-file"


def load_editorial(path: Path, model: type[M]) -> M | tuple[Finding, ...]:
    """The file as `model`, or all that is wrong with it."""
    shown = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except OSError as error:
        return (Finding(CODE, shown, f"cannot be read: {error.strerror}"),)
    except UnicodeDecodeError as error:
        return (Finding(CODE, shown, f"not UTF-8 at byte {error.start}"),)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = None if mark is None else mark.line + 1
        return (Finding(CODE, shown, f"not YAML: {error.problem}", line),)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return (Finding(CODE, shown, f"not YAML: {error}"),)
    twice = tuple(
        Finding(CODE, shown, f"'{key}' stands twice; put both under one", line)
        for key, line in _repeated(root)
    )
    if twice:
        return twice
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return tuple(
            Finding(
                CODE,
                shown,
                f"{'.'.join(str(part) for part in problem['loc']) or 'file'}: {problem['msg']}"
                f"; found {problem['input']!r:.60}",
                _line_of(root, problem["loc"]),
            )
            for problem in error.errors(include_url=False)
        )


def _repeated(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Keys that stand twice in one mapping; YAML would take the last without a word."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(getattr(key, "value", ""))
            if name in seen:
                yield name, key.start_mark.line + 1
            seen.add(name)
            yield from _repeated(value)
    elif isinstance(node, yaml.SequenceNode):
        for inner in node.value:
            yield from _repeated(inner)


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
