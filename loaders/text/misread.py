"""Letters that recognition read for figures, within numbers of documents and their dates: "1O5/2O25/NĐ-CP",
"12l/0Đ-TTg", "ngày l5/5/20l5". Read as figures only where the rest is a number and its symbol."""

from __future__ import annotations

import re

from ontology.records import Span

LETTERS = str.maketrans("OolI", "0011")
FIGURES = frozenset("0123456789OolI")
LONGEST = 6

YEAR = r"(?:[lI][0-9OlI]{3}|[12](?:[OlI][0-9OlI]{2}|[0-9][OlI][0-9OlI]|[0-9]{2}[OlI]))"
ANCHOR = re.compile(
    r"/(?:(?<=[OlI]/)|(?<=[0-9]o/)|(?<=[OlI][0-9]/)|(?<=[OlI][0-9]{2}/)|(?<=[OlI][0-9]{3}/)"
    rf"|(?={YEAR}(?![0-9A-Za-z]))|(?=[0O]Đ[-/]))"
)
"""A slash with a letter for a figure beside it: slashes are rare, and found at the speed of memory."""

NUMBER = re.compile(
    r"(?P<number>[0-9OolI]{1,6})/(?:(?P<year>[12lI][0-9OlI]{3})/)?(?:(?P<code>[0O])(?=Đ[-/])|(?=[A-ZĐ]{2}))"
)
DATE = re.compile(r"(?P<day>[0-9OlI]{1,2})/(?P<month>[0-9OlI]{1,2})/(?P<year>[12lI][0-9OlI]{3})(?![\w/])")
DAY = "ngày "


def suspected(text: str) -> bool:
    """Does a letter stand for a figure somewhere?"""
    return any(_parts(text, match.start()) for match in ANCHOR.finditer(text))


def repaired(text: str) -> tuple[str, list[Span]]:
    """The text with figures for these letters, of the same length, and where they stand."""
    pieces: list[str] = []
    spans: list[Span] = []
    position = 0
    for match in ANCHOR.finditer(text):
        for start, end, plain in _parts(text, match.start()):
            if start >= position:
                pieces += [text[position:start], plain]
                spans.append(Span(start, end))
                position = end
    return "".join((*pieces, text[position:])), spans


def _parts(text: str, slash: int) -> list[tuple[int, int, str]]:
    """What is misread in the number or the date that holds a slash, in order."""
    begin = _begin(text, slash)
    if begin and text[begin - 1] == "/":
        begin = _begin(text, begin - 1)
    if begin and (text[begin - 1].isalnum() or text[begin - 1] in "/-_."):
        return []
    match = DATE.match(text, begin) if text.endswith(DAY, 0, begin) else NUMBER.match(text, begin)
    if match is None:
        return []
    figures = {name: match[name] for name in ("number", "day", "month", "year") if match.groupdict().get(name)}
    if "year" not in figures and not any(map(str.isdecimal, figures["number"])):
        return []
    parts = [
        (match.start(name), match.end(name), plain)
        for name, printed in figures.items()
        if (plain := printed.translate(LETTERS)) != printed
    ]
    if match.groupdict().get("code"):
        parts.append((*match.span("code"), "Q"))
    return sorted(parts)


def _begin(text: str, slash: int) -> int:
    """Where the figures before a slash begin."""
    begin = slash
    while begin > max(0, slash - LONGEST - 1) and text[begin - 1] in FIGURES:
        begin -= 1
    return begin
