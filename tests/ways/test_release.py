"""A release is made of its own version only."""

from __future__ import annotations

import pytest
from release import CannotRelease, check_tag, notes_of

CHANGELOG = """# Changelog

## 0.3.0 (unreleased)

- Three.

## 0.2.0 - 2026-11-30

- Two.

### Parts

- of two

## 0.20.0

- Twenty.
"""


def test_notes_are_the_part_of_the_version_alone() -> None:
    assert notes_of(CHANGELOG, "0.2.0") == "- Two.\n\n### Parts\n\n- of two\n"
    assert notes_of(CHANGELOG, "0.20.0") == "- Twenty.\n"


@pytest.mark.parametrize("version", ["0.3.0", "0.4.0", "0.2", "0"])
def test_a_version_without_notes_is_not_released(version: str) -> None:
    with pytest.raises(CannotRelease):
        notes_of(CHANGELOG, version)


@pytest.mark.parametrize("tag", ["v0.2.1", "0.2.0", "v0.2.0-rc1"])
def test_a_tag_is_the_version(tag: str) -> None:
    check_tag("v0.2.0", "0.2.0")
    with pytest.raises(CannotRelease):
        check_tag(tag, "0.2.0")
