"""Meetings of the Party by which their resolutions are known: one name for one plenum and for one
congress, and the committee that met."""

from __future__ import annotations

import re

from ontology.issuer_names import from_text
from ontology.records import Issuer
from ontology.words import letters

NUMBER = r"[ivxl]+|[0-9]{1,2}|\w+(?: \w+)?"
SAID = "(?:(?:nghị quyết|kết luận) )?(?:của )?"
PLENUM = re.compile(
    rf"{SAID}(?:hội nghị (?:lần )?)?(?:thứ )?(?P<first>{NUMBER})?,? ?(?:ban chấp hành |bch )?"
    rf"(?:trung ương|tw)(?: đảng)? ?(?:lần )?(?:thứ )?(?P<second>{NUMBER})?,? ?"
    r"\(?khóa (?P<term>[ivxl]+|[0-9]{1,2})\)?"
)
PARTY = "(?:của )?đảng(?: cộng sản việt nam| ta)?"
CONGRESS = re.compile(
    rf"{SAID}đại hội (?:đại biểu )?(?P<before>{PARTY} )?(?:đại biểu )?(?P<national>toàn quốc )?"
    rf"(?P<within>{PARTY} )?(?:lần )?(?:thứ )?(?P<number>[ivxl]+|[0-9]{{1,2}})(?P<behind>,? {PARTY})?"
)
NUMERALS = dict(zip(["i", "v", "x", "l"], (1, 5, 10, 50), strict=True))
WORDS = {
    word: number
    for number, words in enumerate(
        ("nhất một", "hai", "ba", "tư bốn", "năm lăm", "sáu", "bảy", "tám", "chín", "mười"), start=1
    )
    for word in words.split()
}


def plenum(name: str) -> tuple[int, int] | None:
    """The number of a plenum and the term of its committee, however they are written ("Trung ương 4 (khóa 11)", "Hội
    nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XI"); None for the name of anything else."""
    match = PLENUM.fullmatch(letters(name))
    if match is None:
        return None
    number, term = _number(match["first"] or match["second"] or ""), _number(match["term"])
    return (number, term) if number and term else None


def congress(name: str) -> int | None:
    """The number of a congress of the whole Party, however it is written ("Đại hội XIV của Đảng", "Đại hội đại biểu
    toàn quốc lần thứ 13 Đảng Cộng sản Việt Nam"); None for one of a province, and for a bare "Đại hội XIV", which may
    be either."""
    match = CONGRESS.fullmatch(letters(name))
    if match is None or not (match["before"] or match["within"] or match["behind"] or match["national"]):
        return None
    return _number(match["number"]) or None


def _number(words: str) -> int:
    """The value of figures, Roman numerals or words; 0 where they are none of these."""
    if words.isdecimal():
        return int(words)
    if words and set(words) <= set(NUMERALS):
        values = [NUMERALS[letter] for letter in words]
        return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    parts = words.split()
    if not parts or any(part not in WORDS for part in parts) or len(parts) > 2:
        return 0
    return WORDS[parts[0]] if len(parts) == 1 else WORDS["mười"] + WORDS[parts[1]] if parts[0] == "mười" else 0


def committee(name: str) -> Issuer | None:
    """The body that passed the resolution of a plenum; None where the name is that of another meeting."""
    found = from_text("Ban Chấp hành Trung ương", None, None) if plenum(name) is not None else None
    return found[0] if found else None
