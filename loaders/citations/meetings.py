"""Resolutions of congresses and plenums of the Party, cited by number and term of the meeting."""

from __future__ import annotations

from loaders.citations.known_laws import Named
from loaders.text import patterns
from loaders.text.reading import Reading

MEETING = "name.meeting"
"""The rule of a resolution that is named by the meeting of the Party that passed it."""

TYPES = frozenset({"nghi-quyet", "ket-luan"})
"""Types whose documents are cited by the meeting: "Kết luận Hội nghị Trung ương 9 khóa XI"."""

ORDINAL = r"(?:thứ\s+)?(?:[ivxl]+|[0-9]{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|lăm))?)"
CONGRESS = patterns.awaited(
    r"\s+(?:của\s+)?đại\s+hội\s+(?:đại\s+biểu\s+)?(?:toàn\s+quốc\s+|đảng\s+(?:toàn\s+quốc\s+)?)?"
    r"(?:đảng\s+bộ\s+(?:tp\.?\s?(?:[^\W\d_]+\s+){1,4}?|(?:tỉnh|thành\s+phố|huyện|thị\s+xã|quận|xã|phường|thị\s+trấn|khối|các\s+cơ\s+quan)(?:\s+(?!lần)[^\W\d_]+){0,6}?\s*,?\s+)?"
    r"|(?:bộ\s+)?(?:tỉnh|thành\s+phố|huyện)\s+(?:đảng\s+bộ\s+)?(?:(?!lần)[^\W\d_]+\s+){0,4})?"
    rf"(?:lần\s+{ORDINAL}|(?P<roman>[ivxl]+|[0-9]{{1,2}}))(?![\w/])(?:\s+(?:của\s+)?đảng(?!\s+bộ|\w))?"
)
PLENUM = patterns.awaited(
    rf"\s+(?:(?:của\s+)?hội\s+nghị\s+(?:lần\s+{ORDINAL}\s*,?\s+)?)?(?:(?:ban\s+chấp\s+hành|bch)\s+)?(?:trung\s+ương|tw)(?:\s+đảng)?"
    rf"(?:\s+(?:lần\s+)?{ORDINAL}|(?<=tw)[0-9]{{1,2}})?(?:\s*,)?\s*\(?kh[óo]a\s+(?P<term>[ivxl]+|[0-9]+)(?!\w)\)?"
)


def resolution(reading: Reading, start: int, end: int) -> Named | None:
    """A resolution of a congress or a plenum of the Party, cited by number and term of the meeting."""
    match = CONGRESS.match(reading.low, end) or PLENUM.match(reading.low, end)
    if match is None:
        return None
    stop = match.end()
    return Named(stop, " ".join(reading.text[start:stop].split()), None, known=True)
