"""What a saved document is called above its text: the "title:" of front matter, or its first heading ("# Nghị định số
12/2031/NĐ-CP về nghề cá ven bờ")."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from loaders.citations import dates, grammar, types
from loaders.text import front_matter, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.numbers import Symbol, parse_symbol
from ontology.records import Header
from ontology.tables import DocumentType
from ontology.words import letters

LIMIT = 2500
"""Code points behind the front matter in which the first heading stands."""

TITLE = re.compile(r"^title:[ \t]*[\"']?(?P<caption>[^\n]+?)[\"']?[ \t]*$", re.MULTILINE)
HEADING = re.compile(r"^#{1,2}[ ]+(?P<caption>[^\n#]+?)[ \t#]*$", re.MULTILINE)
SEPARATOR = re.compile(r"^\s*(?:[-–—:|,]\s*)*")
YEAR = re.compile(r"\s*,?\s*(?:năm\s+)?(?P<y>(?:19|20)[0-9]{2})(?=\s)")
ISSUED = re.compile(r"\s+do\s+[^\n]{3,120}\s+(?:cùng\s+)?ban\s+hành\s*$")
"""What portals put around the title: "… năm 2017 về … do Bộ Y tế ban hành"."""

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


def above(page: Reading, own: Header) -> Caption | None:
    """The line by which a saved page calls its document, among the first: "Thông tư số 12/2031/TT-BTC quy định về …".
    It goes on with a title and ends no sentence. own: what the head says; another type or number is another document.
    """
    lines = [line.strip(" \t|*") for line in page.text[:ABOVE].split("\n")[:-1]]
    for line in [line for line in lines if line][:LINES]:
        if not BEGINS.match(line) or len(line) > CAPTION or line.endswith((".", ";", ":", ",")):
            continue
        found = _parts(line)
        if found is None or found.title is None or not _opening().match(letters(found.title)):
            continue
        other = own.type not in (None, found.type.label_vi) or own.number not in (None, found.number)
        return None if other else found
    return None


BEGINS = re.compile(r"[^\W\d_][^\n]{4,40}?[0-9]{1,6}[^\n]{0,8}/")
"""A cheap look: the word of a type and a number."""

LINES, ABOVE, CAPTION = 6, 900, 420


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:v/v|về(?:[ ]việc)?|{trie.pattern(phrases('title_opening'))})(?!\w)")


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
    end = front_matter.end(page.text)
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
    end = front_matter.end(page.text)
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
    if kind is None or symbol is None or caption.rstrip(" *|").endswith("?"):
        return None  # "Thông tư 16/2024/TT-BCA quy định thế nào?" asks about a document
    rest = caption[core.end() :]
    day = dates.DATE.match(rest.lower())
    rest = rest[day.end() :] if day else DATED.sub("", rest)
    year = YEAR.match(rest) if day is None else None
    rest = ISSUED.sub("", rest[year.end() :] if year else rest)
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
        date=dates.iso(day) if day else year["y"] if year else None,
    )
