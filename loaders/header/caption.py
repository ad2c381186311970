"""What a saved document is called above its text: the "title:" of front matter, or its first heading ("# Nghị định số
12/2031/NĐ-CP về nghề cá ven bờ")."""

from __future__ import annotations

import re

from msgspec import Struct

from loaders.citations import dates, grammar, types
from loaders.text import layout
from loaders.text.reading import Reading
from ontology.numbers import Symbol, parse_symbol
from ontology.tables import DocumentType
from ontology.words import letters

LIMIT = 2500
"""Code points behind the front matter in which the first heading stands."""

TITLE = re.compile(r"^title:[ \t]*[\"']?(?P<caption>[^\n]+?)[\"']?[ \t]*$", re.MULTILINE)
HEADING = re.compile(r"^#{1,2}[ ]+(?P<caption>[^\n#]+?)[ \t#]*$", re.MULTILINE)
SEPARATOR = re.compile(r"^\s*(?:[-–—:|,]\s*)*")
SO = re.compile(r"(?:^|\s)số\s*:?$")
DATED = re.compile(r"^\s*,?\s*(?:ngày\s+)?[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}\s*")


class Caption(Struct, frozen=True):
    """What it says: type, number, year, symbol, and the words behind them."""

    type: DocumentType
    number: str
    year: str | None
    symbol: Symbol
    title: str | None
    date: str | None = None


def continued(page: Reading) -> Caption | None:
    """The caption of an act that an earlier issue of the gazette began: "Thông tư số 12/2031/TT-BTC ngày … hướng dẫn …"
    above "(Tiếp theo Công báo số …)"."""
    mark = CONTINUED.search(page.text, 0, LIMIT) if page.text.find("iếp theo", 0, LIMIT) >= 0 else None
    if mark is None:
        return None
    return _parts(" ".join(BLANK.split(page.text[: mark.start()].rstrip())[-1].split()))


CONTINUED = re.compile(r"\n\s*\(Tiếp\s+theo\s+(?:Công\s+báo|kỳ\s+trước)", re.MULTILINE)
BLANK = re.compile(r"\n[ \t]*\n\s*")


def of_portal(page: Reading, number: str) -> Caption | None:
    """The line by which a portal calls the document of its attribute table: "Thông tư số 02/2026/TT-BXD Công bố …".

    number: as the table states it.
    """
    position = page.text.find(number, 0, LIMIT)
    while position >= 0:
        start = page.text.rfind("\n", 0, position) + 1
        end = page.text.find("\n", position)
        found = _parts(page.text[start : end if end >= 0 else None].strip(" |#*"))
        if found is not None and found.title is not None:
            return found
        position = page.text.find(number, position + 1, LIMIT)
    return None


def read(page: Reading) -> Caption | None:
    """The first caption that names a numbered document, of those that have a title the first; None without front
    matter and heading."""
    end = layout.front_matter(page.text)
    if not end and not page.text.lstrip("\ufeff \n").startswith("#"):
        return None
    captions = [TITLE.search(page.text, 0, end)] if end else []
    captions += list(HEADING.finditer(page.text, end, end + LIMIT))[:1]
    read_ones = [_parts(match["caption"]) for match in captions if match]
    named = [caption for caption in read_ones if caption]
    titled = [caption for caption in named if caption.title and caption.number == named[0].number]
    return titled[0] if titled else named[0] if named else None


def plain(page: Reading) -> str | None:
    """The "title:" of front matter that names no number: "Quy định về nghề cá ven bờ"."""
    end = layout.front_matter(page.text)
    match = TITLE.search(page.text, 0, end) if end else None
    if match is None or grammar.CORE.search(match["caption"]) or len(match["caption"].split()) < WORDS:
        return None
    return match["caption"].strip(" .")


WORDS = 3


def _parts(caption: str) -> Caption | None:
    core = grammar.CORE.search(caption)
    if core is None:
        return None
    kind = types.spellings().get(SO.sub("", letters(caption[: core.start()])).strip())
    symbol = parse_symbol(core["symbol"])
    if kind is None or symbol is None:
        return None
    rest = caption[core.end() :]
    day = dates.DATE.match(rest.lower())
    rest = rest[day.end() :] if day else DATED.sub("", rest)
    rest = " ".join(SEPARATOR.sub("", rest).split()).strip(" .")
    issued_by, about, title = rest.partition(" về việc ")
    if about and issued_by.startswith("của "):
        rest = title
    return Caption(
        type=kind,
        number=core["number"],
        year=core["year"],
        symbol=symbol,
        title=rest if len(rest.split()) > 2 else None,
        date=dates.iso(day) if day else None,
    )
