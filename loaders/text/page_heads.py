"""What the official gazette prints between two pages: its head ("CÔNG BÁO/Số 231 + 232/Ngày 01-02-2025"), the number of
the page, the stamp of the electronic signature. A sentence, and often a citation, goes on behind it."""

from __future__ import annotations

import re

from ontology.lexicon import phrases

HEAD = "CÔNG BÁO/Số "
LINE = re.compile(
    r"CÔNG BÁO/Số [0-9]{1,4}(?: ?\+ ?[0-9]{1,4}){0,3}/Ngày [0-9]{1,2}-[0-9]{1,2}-[0-9]{4}(?:\s+[0-9]{1,4})?\s*"
)
"""The line of a page head, from its first word."""

NUMBER = re.compile(r"[0-9]{1,3}")

STAMP_LINES = 4

RUNNING = 3
"""Pages below whose heads the same code stands, so that it is a head too ("QTKĐ:06-2021/BLĐTBXH")."""

CODE = re.compile(r"(?=\S*[0-9])[A-ZĐ][A-ZĐ0-9:./&-]{5,40}")


def between_pages(text: str) -> list[tuple[int, int]]:
    """The stretches from behind the last line of a page to the newline before the first line of the next, in order. The
    head above the first page is none of them: the header stands below it."""
    found: list[tuple[int, int]] = []
    at = text.find(HEAD)
    while at >= 0:
        stop = _end_of_line(text, at)
        begin = text.rfind("\n", 0, at) + 1
        if not text[begin:at].strip() and LINE.fullmatch(text, at, stop):
            start, number = _above(text, begin)
            end = _below(text, stop, number)
            if start > 0 and end > stop - 1 and (not found or start >= found[-1][1]):
                found.append((start, end))
        at = text.find(HEAD, stop)
    return _with_running_heads(text, found)


def _end_of_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _above(text: str, begin: int) -> tuple[int, str]:
    """Where the last line of the page ends, above a head whose line begins at `begin`, and the number of the page where
    it stands there too."""
    number, stamped, touching = "", 0, True
    while begin > 0:
        start = text.rfind("\n", 0, begin - 1) + 1
        line = text[start : begin - 1].strip()
        if stamped < STAMP_LINES and _of_a_stamp(line):
            stamped += 1
        elif line and NUMBER.fullmatch(line) and (line == number or (touching and not number)):
            number = line
        elif line:
            return start + len(text[start : begin - 1].rstrip()), number
        touching = False
        begin = start
    return 0, number


def _of_a_stamp(line: str) -> bool:
    """A line of an electronic signature that was printed over the foot of a page: "Ký bởi: CÔNG BÁO …"."""
    return line[:1].isupper() and ":" in line and line.lower().startswith(phrases("signature_stamp"))


def _below(text: str, stop: int, number: str) -> int:
    """The newline before the first line of the next page, below a head whose line ends at `stop`."""
    position, touching = stop, True
    while position < len(text):
        following = _end_of_line(text, position + 1)
        line = text[position + 1 : following].strip()
        if line:
            paged = NUMBER.fullmatch(line) is not None
            alone = touching or not text[following + 1 : _end_of_line(text, following + 1)].strip()
            if not paged or not (line == number or (not number and alone)):
                return position
            number = line
        touching = touching and not line
        position = following
    return stop


def _with_running_heads(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches with the other heads that stand below those of the gazette."""
    counts: dict[str, int] = {}
    lines = [_line(text, end) for _, end in found]
    for line in lines:
        counts[line] = counts.get(line, 0) + 1
    running = [counts[line] >= RUNNING and CODE.fullmatch(line) is not None for line in lines]
    ends = [_end_of_line(text, end + 1) if runs else end for (_, end), runs in zip(found, running, strict=True)]
    return [(start, _apart(text, start, end)) for (start, _), end in zip(found, ends, strict=True)]


def _line(text: str, newline: int) -> str:
    return text[newline + 1 : _end_of_line(text, newline + 1)].strip()


def _apart(text: str, start: int, end: int) -> int:
    """The end of a stretch; an empty line stays above a heading in capitals, which goes on with nothing."""
    line = _line(text, end)
    heading = line.isupper() and line[0].isalpha() and not text.endswith(("-", "/"), 0, start)
    earlier = text.rfind("\n", start, end)
    return earlier if heading and earlier >= 0 else end
