"""Names, attributes and content in, SVG text out; whatever comes from an article is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from reconcile.report.excerpts import one_line

#: colours that a picture has where no page gives it others: dark on paper, each with its tone
COLOURS: Final = {
    "conflict": "#a3201d",
    "check": "#a3201d",
    "joint": "#a3201d",
    "updated": "#1d5aa6",
    "compatible": "#8a5a00",
    "agree": "#20693a",
    "possible": "#6d3a92",
    "single": "#5a5a5a",
    "ink": "#1f1f1f",
    "faint": "#5f5f5f",
    "line": "#cfcbc2",
}
_PAPER: Final = "#fdfcf9"
_FONT: Final = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"
#: how wide a character is, as a share of the size of the letters
_CHARACTER_SHARE: Final = 0.56


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """An element; ``content`` is SVG already, attribute values are plain."""
    written = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _plain(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def words(text: str, x: float, y: float, tone: str = "ink", /, **attributes: object) -> str:
    """A line of text that starts at ``x`` and stands on ``y``."""
    shown = escape(one_line(text), quote=False)
    return element("text", shown, x=x, y=y, **filled(tone), **attributes)


def tip(text: str) -> str:
    """What a shape says of itself."""
    return element("title", escape(one_line(text), quote=False))


def filled(tone: str) -> dict[str, object]:
    """The attributes that fill a shape with a tone: a page may give the class another colour."""
    return {"class_": f"fill-{tone}", "fill": COLOURS[tone]}


def drawn(tone: str) -> dict[str, object]:
    """The attributes that draw a line in a tone."""
    return {"class_": f"stroke-{tone}", "stroke": COLOURS[tone]}


def fit(text: str, width: float, *, size: float = 13) -> str:
    """What of a text fits into a width, by what its letters usually take."""
    text = one_line(text)
    room = max(int(width / (size * _CHARACTER_SHARE)), 1)
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


def width_of(text: str, *, size: float = 13) -> float:
    """About how wide a text is."""
    return len(text) * size * _CHARACTER_SHARE


def picture(
    body: Iterable[str], *, width: float, height: float, title: str, told: str, paper: bool
) -> str:
    """A whole picture with its title and what it shows in words, for those who do not see it.

    On ``paper`` it has a light ground of its own and stands on any page; without, it takes the
    page's ground and colours.
    """
    ground = element("rect", width=width, height=height, rx=6, fill=_PAPER) if paper else ""
    content = (
        tip(title) + element("desc", escape(one_line(told), quote=False)) + ground + "".join(body)
    )
    return element(
        "svg",
        content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_plain(float(width))} {_plain(float(height))}",
        width=float(width),
        height=float(height),
        role="img",
        aria_label=f"{one_line(title)}. {one_line(told)}",
        font_family=_FONT,
        font_size=13,
    )
