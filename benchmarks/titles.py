"""Where the titles of cited documents end, beside the titles under which lists register the same numbers.

    python -m benchmarks.titles LIST.csv [FOLDER] [--show longer] [--limit 40]

LIST.csv has the columns number, date, type and title. A number that tells no year counts where the cited date is the
registered one. First the citations of the texts: equal, prefix (ours ends early), longer (ours runs on), shortened (all
words of one stand in the other, in order), reworded (nine words of ten do), other. Then
the registered titles themselves, read behind their numbers: whole, cut, none; no rule for an end may cut real titles.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from benchmarks.texts import CORPUS
from loaders.citations import tails
from loaders.read import extract
from loaders.text import reading
from ontology.numbers import format_number
from ontology.records import Mention, Source
from ontology.words import fold

LEAD = re.compile(r"(?:ve viec|ve|v v) ")


class Registered(NamedTuple):
    number: str
    date: str
    type: str
    title: str


class Found(NamedTuple):
    kind: str
    number: str
    ours: str
    registered: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("list", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS)
    parser.add_argument(
        "--show", help="list the titles of one kind: prefix, longer, shortened, reworded, other, cut, none"
    )
    parser.add_argument("--limit", type=int, default=40)
    chosen = parser.parse_args()
    with chosen.list.open(encoding="utf-8", newline="") as rows:
        known = [
            Registered(row["number"], row["date"], row["type"], " ".join(row["title"].split()))
            for row in csv.DictReader(rows)
            if row["title"] and not row["title"].startswith("ngày ")  # a cell that lost its beginning
        ]
    for heading, found in (("cited", list(cited(chosen.folder, known))), ("registered", list(registered(known)))):
        kinds = sorted({each.kind for each in found})
        print(heading, {kind: sum(each.kind == kind for each in found) for kind in kinds})
        for each in [each for each in found if each.kind == chosen.show][: chosen.limit]:
            print(f"  {each.number}\n    {each.ours}\n    {each.registered}")


def cited(folder: Path, known: list[Registered]) -> Iterator[Found]:
    """The titled citations of all texts whose number is registered."""
    by_number: dict[str, list[Registered]] = {}
    for row in known:
        by_number.setdefault(fold(row.number), []).append(row)
    for path in sorted(folder.rglob("*.txt")):
        for citation in extract(Source(path.name, path.read_bytes(), "text/plain")).citations:
            mention = citation.mention
            number = format_number(mention.number, mention.year, mention.symbol)
            rows = by_number.get(fold(number), []) if mention.form == "full" and mention.title else []
            rows = [row for row in rows if mention.year or (row.date and row.date == mention.date)]
            if rows:
                yield _compared(number, mention, rows)


def _compared(number: str, mention: Mention, rows: list[Registered]) -> Found:
    ours = _plain(mention.title or "", mention.type or "")
    theirs = [_plain(row.title, row.type) for row in rows]
    if ours in theirs:
        kind = "equal"
    elif any(each.startswith(f"{ours} ") for each in theirs):
        kind = "prefix"
    else:
        kind = "longer" if any(ours.startswith(f"{each} ") for each in theirs) else _likeness(ours, theirs)
    return Found(kind, number, mention.title or "", rows[0].title)


REWORDED = 0.9


def _likeness(ours: str, theirs: list[str]) -> str:
    """How far a title is the registered one in other words."""
    words = ours.split()
    shared = [
        sum(block.size for block in SequenceMatcher(None, words, each.split()).get_matching_blocks()) for each in theirs
    ]
    if any(same == min(len(words), len(each.split())) for same, each in zip(shared, theirs, strict=True)):
        return "shortened"
    share = max(2 * same / (len(words) + len(each.split())) for same, each in zip(shared, theirs, strict=True))
    return "reworded" if share >= REWORDED else "other"


def _plain(title: str, kind: str) -> str:
    """For comparing: without diacritics, the word for the type and "về việc" in front."""
    plain = fold(title).removeprefix(f"{fold(kind)} ")
    return LEAD.sub("", plain, count=1) if LEAD.match(plain) else plain


def registered(known: list[Registered]) -> Iterator[Found]:
    """The registered titles, read as a sentence would cite them."""
    for row in known:
        title = row.title[:1].lower() + row.title[1:].rstrip(".")
        number = f"{row.type or 'Văn bản'} số {row.number}"
        page = reading.read(f"{number} ngày 01 tháng 01 năm 2020 của Chính phủ {title}.\n")
        ours = tails.read(page, tails.Speaker(), len(number)).title_text
        kind = "none" if ours is None else "whole" if _plain(ours, "") == _plain(title, "") else "cut"
        yield Found(kind, row.number, ours or "", row.title)


if __name__ == "__main__":
    main()
