"""Shapes and words -> SVG."""

from __future__ import annotations

from collections.abc import Iterable

from wenzhai.render.escape import Safe, escape

HEIGHT = 13  # of words, as the style sheet sets them
FIRST_BROAD = 0x2E80  # from here on characters are square; earlier ones are about half as broad
LABEL_MAX = 9  # characters beside a node; longer names are cut, their full form is the tooltip


def picture(name: str, width: int, height: int, title: str, parts: Iterable[str]) -> Safe:
    """One SVG; `name` is unlike that of any other picture of the page."""
    inside = "".join(parts)
    return Safe(
        f'<svg class="wz-picture" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="group" aria-labelledby="pic-{name}">'
        f'<title id="pic-{name}">{escape(title)}</title>{inside}</svg>'
    )


def linked(url: str, title: str, inside: str, style: str = "") -> str:
    """A link around shapes, with its full name for a tooltip and a screen reader."""
    shown = f' class="{style}"' if style else ""
    return f'<a href="{url}"{shown} aria-label="{escape(title)}">{inside}</a>'


def words(x: float, y: float, text: str, style: str = "") -> str:
    shown = f' class="{style}"' if style else ""
    return f'<text x="{_short(x)}" y="{_short(y)}"{shown}>{escape(text)}</text>'


def circle(x: float, y: float, radius: float, style: str = "") -> str:
    shown = f' class="{style}"' if style else ""
    return f'<circle cx="{_short(x)}" cy="{_short(y)}" r="{_short(radius)}"{shown}/>'


def rectangle(x: float, y: float, width: float, height: float, style: str = "") -> str:
    shown = f' class="{style}"' if style else ""
    return (
        f'<rect x="{_short(x)}" y="{_short(y)}" width="{_short(width)}" '
        f'height="{_short(height)}"{shown}/>'
    )


def curve(x: float, y: float, to_x: float, to_y: float, style: str = "") -> str:
    """From one point to another, leaving and arriving level."""
    middle = _short((x + to_x) / 2)
    shown = f' class="{style}"' if style else ""
    return (
        f'<path d="M{_short(x)} {_short(y)}C{middle} {_short(y)} {middle} {_short(to_y)} '
        f'{_short(to_x)} {_short(to_y)}"{shown}/>'
    )


def label(name: str) -> str:
    return name if len(name) <= LABEL_MAX else f"{name[: LABEL_MAX - 1]}…"


def breadth(text: str) -> float:
    """Of words as set, about: a Chinese character is as broad as it is high."""
    return sum(HEIGHT if ord(character) >= FIRST_BROAD else 0.6 * HEIGHT for character in text)


def _short(number: float) -> str:
    """At most one digit after the point, the same on every machine."""
    return f"{round(number, 1):g}"
