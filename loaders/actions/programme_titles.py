"""Titles behind a colon: "nhiệm vụ: Cập nhật bản đồ …", "đề tài cấp tỉnh được phê duyệt như: A; B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.actions import programme_names as names
from loaders.actions import programme_places as places
from loaders.actions.programme_named import Named
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.words import CAPITALS

SENTENCE_END = re.compile(rf"\.(?=\s+[{CAPITALS}]|\s*$)")
NO_TITLE = re.compile(rf"\s*(?:{trie.pattern(phrases('no_title_opening'))})(?!\w)")
TITLED = re.compile(r"[^.:;\n“”\"]{0,120}?(?:phê\s+duyệt|nghiệm\s+thu)[^.:;\n“”\"]{0,120}?: *(?=\w)")
"""From "nhiệm vụ" to a list of titles: "nhiệm vụ được phê duyệt … như: A; B; C"."""

TITLED_LIMIT = 400
"""Code points of these words, at most."""

LABELS = phrases("title_asker")
"""Before a kind: the form asks for somebody and no title follows ("Tên tổ chức chủ trì đề tài: Phòng Kế hoạch")."""

BARE_TITLE = re.compile(r" *: +(?=\w)")
TITLE_MINIMUM = 25
TITLES_LIMIT = 3000
"""Code points of a list of titles behind a colon."""


def behind_colon(reading: Reading, start: int, end: int, kind: str) -> Iterator[Named]:
    """The titles behind a kind that ends at `end`."""
    text, low = reading.text, reading.low
    if low.find(":", end, end + TITLED_LIMIT) < 0:
        return  # a cheap look before the patterns
    if low[max(0, start - 16) : start].rstrip().endswith(LABELS):
        return
    match = BARE_TITLE.match(low, end) or TITLED.match(low, end)
    if match is None:
        return
    limit = min(len(text), match.end() + TITLES_LIMIT)
    stop = text.find("\n", match.end(), limit)
    stop = limit if stop < 0 else stop
    sentence = SENTENCE_END.search(text, match.end(), stop)
    stop = sentence.start() if sentence else stop
    position = match.end()
    parts = text[position:stop].split(";")
    if any(
        not part.strip()[:1].isupper() or len(part.strip()) < TITLE_MINIMUM or NO_TITLE.match(part.lower())
        for part in parts
        if part.strip()
    ):
        return
    for part in parts:
        title = part.strip(" ,.\n")
        if title:
            begin = position + part.index(title[0])
            yield Named(begin, begin + len(title), kind, " ".join(title.split()), titled=True)
        position += len(part) + 1


PROJECT = re.compile(rf" ?: (?=[{CAPITALS}][a-zà-ỹđ])")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('project_colon'))})\s+$")


def project(reading: Reading, start: int, end: int, kind: str) -> Named | None:
    """The project behind "dự án:", where the sentence says that it is one: "Tên dự án: Cụm công nghiệp Báo Đáp", "để
    thực hiện dự án: Nhà văn hóa thôn Bản Vược"; None where a form asks for something of it ("Quy mô dự án: …")."""
    match = PROJECT.match(reading.text, end)
    if match is None or not (reading.text[start].isupper() or _leads().search(reading.low, max(0, start - 24), start)):
        return None
    begin = match.end()
    stop = places.end(reading.text, begin, names.end_of(reading, begin + 1, len(reading.text)))
    name = " ".join(reading.text[begin:stop].strip(" ,").split())
    if len(name.split()) < PROJECT_WORDS:
        return None
    held = name.lower().startswith(("dự án", "tiểu dự án"))
    return Named(begin if held else start, begin + len(reading.text[begin:stop].rstrip(" ,")), kind, name, titled=True)


PROJECT_WORDS = 4
