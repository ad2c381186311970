"""Differences from the annotation of VNLegalText, by the rule that tells a fault of the annotation from one of ours.

    cancu extract ../shared/eval/vnlegaltext/val.jsonl --format jsonl > out.jsonl
    python -m benchmarks.annotation ../shared/eval/vnlegaltext/val.jsonl out.jsonl

Prints counts, no sentence. A class is a rule about spans alone, so that nobody has to be believed:

- title: a citation in the heading of the act itself, before its first "Căn cứ"; the annotators left headings out
- occurrence: the span was set at another occurrence of the same words, inside a longer reference
- omitted: a number with its symbol, or a known name, that touches no annotated span
- overlong, cut: the annotated span begins where ours does and runs on behind a name, or ends before its date or name
- untitled: a title without number or quotation marks in small letters, which the annotators mark now and then
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

KINDS = frozenset(
    [
        "hiến pháp",
        "bộ luật",
        "luật",
        "pháp lệnh",
        "nghị quyết",
        "nghị định",
        "quyết định",
        "thông tư",
        "thông tư liên tịch",
    ]
)
HEADING = re.compile(r"(?:Thông tư(?: liên tịch)?|Nghị định|Quyết định|Nghị quyết|Luật|Pháp lệnh|Bộ luật)\b")

Place = tuple[int, int]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, help="val.jsonl as annotated")
    parser.add_argument("said", type=Path, help="what `cancu extract --format jsonl` says of it")
    chosen = parser.parse_args()
    gold_file, said_file = chosen.gold, chosen.said
    said = {row["id"]: row for row in map(json.loads, said_file.read_text(encoding="utf-8").splitlines())}
    hits, classes = 0, Counter[tuple[str, str]]()
    for row in map(json.loads, gold_file.read_text(encoding="utf-8").splitlines()):
        gold = {(start, end) for start, end, _ in row["spans"]}
        ours = {_place(citation): citation for citation in said[row["id"]]["citations"] if _counts(citation)}
        hits += len(gold & set(ours))
        classes.update(_differences(row["text"], gold, ours))
    spurious = sum(count for (_, side), count in classes.items() if side == "spurious")
    missed = sum(count for (_, side), count in classes.items() if side == "missed")
    for (name, side), count in sorted(classes.items()):
        print(f"{name:12} {side:9} {count:5}")
    print(f"F1 of all {_f1(hits, spurious, missed):.4f}")
    left = classes["ours", "spurious"], classes["ours", "missed"]
    print(f"F1 without the faults of the annotation {_f1(hits, *left):.4f}")
    return 0


def _counts(citation: dict[str, Any]) -> bool:
    return citation["form"] != "anaphor" and str(citation["type"]).casefold() in KINDS


def _place(citation: dict[str, Any]) -> Place:
    return citation["start"], max(citation["end"], citation["date_end"] or 0)


def _differences(text: str, gold: set[Place], ours: dict[Place, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    first = text.find("Căn cứ")
    heading = first if HEADING.match(text) and not any(end <= first for _, end in gold) else 0
    spurious, missed = set(ours) - gold, gold - set(ours)
    moved = {(start, end) for start, end in missed if _moved(text, (start, end), gold, set(ours))}
    words = {text[start:end] for start, end in moved}
    for start, end in spurious:
        rule = "ours"
        if end <= heading:
            rule = "title"
        elif (
            text[start:end] in words
            or any(start == at for at, _ in moved)
            or text[start:end] in {text[at:stop] for at, stop in gold}
        ):
            rule = "occurrence"
        elif not any(start < stop and at < end for at, stop in gold):
            rule = "omitted" if ours[start, end]["form"] != "named" or _known(text[start:end]) else "ours"
        else:
            rule = next((found for at, stop in missed if (found := _cut((at, stop), (start, end)))), "ours")
        yield rule, "spurious"
    for start, end in missed:
        rule = "ours"
        if (start, end) in moved:
            rule = "occurrence"
        elif found := next((f for place in ours if (f := _cut((start, end), place))), None):
            rule = found
        elif not re.search(r"[0-9“\"]", text[start:end]) and HEADING.match(text, start):
            rule = "untitled"
        yield rule, "missed"


def _moved(text: str, place: Place, gold: set[Place], ours: set[Place]) -> bool:
    """Is the span part of a longer reference, while the same words stand elsewhere by themselves?"""
    start, end = place
    words = text[start:end]
    elsewhere = {(m.start(), m.end()) for m in re.finditer(re.escape(words), text)} & ours - {place}
    return bool(elsewhere) and any(at <= start and end <= stop for at, stop in (gold | ours) - {place})


def _cut(annotated: Place, place: Place) -> str | None:
    if annotated[0] != place[0] or annotated == place:
        return None
    return "overlong" if annotated[1] > place[1] else "cut"


def _known(words: str) -> bool:
    """A law whose name begins with a capital letter."""
    return re.match(r"(?:Bộ luật|Bộ Luật|Luật|Pháp lệnh)\s+[A-ZĐÀ-Ỹ]", words) is not None


def _f1(hits: int, spurious: int, missed: int) -> float:
    return 2 * hits / (2 * hits + spurious + missed)


if __name__ == "__main__":
    sys.exit(main())
