"""The smallest pieces of a drawing as SVG: numbers and words."""

from __future__ import annotations

from xml.sax.saxutils import escape


def px(value: float) -> str:
    """A length to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def words(x: float, y: float, content: str, size: float, weight: str, colour: str, anchor: str = "start") -> str:
    """One line of words; x, y: where its baseline begins, or has its middle."""
    anchored = f' text-anchor="{anchor}"' if anchor != "start" else ""
    bold = f' font-weight="{weight}"' if weight != "400" else ""
    return (
        f'<text x="{px(x)}" y="{px(y)}" font-size="{px(size)}"{bold}{anchored} fill="{colour}">{escape(content)}</text>'
    )
