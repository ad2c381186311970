"""What a letter is about: "V/v …" below its number, as one line, wrapped, or in a cell of a table over several rows."""

from __future__ import annotations

import re

from loaders.header import type_line
from loaders.text import patterns
from ontology.words import CAPITALS

MARK = "v/v"
LEAD = re.compile(r"[Vv]/[Vv]\s*:?\s*(?P<title>[^|\n]+)")
BEFORE = re.compile(r"(?:^|[|\t]|\s{3})[ \t]*\(?\Z", re.MULTILINE)
"""What stands before the mark on its line: nothing, or another column."""

UNMARKED = re.compile(r"[\s|]*(?P<lead>[Vv]ề\s+việc\s*:?|[Vv]ề\s*:)\s*(?P<title>[^|\n]+)")
"""The same without its mark, right below the number: "Về việc …", "Về: tham gia ý kiến …"."""

SCANNED = re.compile(r"[^\w\n]{0,4}[VW]\W?[/⁄]\W?[vVwWyY]?[^\w\n]{1,3}(?P<title>[^\W\d_][^|\n]+)")
"""The mark as a reader of images saw it: "V/w-", "V/", "W⁄%"."""

NEAR = 3
"""Lines below the number among which it stands."""

COLUMN = re.compile(r"\s{4,}\S.*$|\s+C[ỘO]NG\s+H[ÒO][ÀA]\s.*$")
"""The other column, flattened onto the same line."""

ENDS = patterns.awaited(
    rf"\s*(?:Kính|KÍNH|Căn cứ|$|[{CAPITALS}][\w. -]{{1,30}},\s*[Nn]gày|[{CAPITALS}][\w. -]{{1,30}}\sngày\s[0-9]"
    r"|C[ỘO]NG\s+H[ÒO]|Độc\s+lập|ĐẢNG\s+CỘNG|[-_=]{3}"
    r"|[0-9IVX]{1,3}\.\s|Số\s*:)"
)
"""Where the subject is over: the addressee, the dateline, the motto, a rule, the first heading."""

LINES = 8


def find(region: str, low: str, behind: int) -> str | None:
    """The subject that the head of a text states. low: the text in lower case. behind: end of the number; "Về việc"
    counts right below it only."""
    position = low.find(MARK, 0, len(region))
    while position >= 0:
        match = LEAD.match(region, position)
        beside = behind <= position and not region[behind:position].strip(" ")
        if match is not None and (beside or BEFORE.search(region, max(0, position - BACK), position)):
            return _whole(region, match)
        position = low.find(MARK, position + 1, len(region))
    unmarked = UNMARKED.match(region, behind) or _scanned(region, behind)
    return _whole(region, unmarked) if unmarked else None


def _scanned(region: str, behind: int) -> re.Match[str] | None:
    for _ in range(NEAR):
        behind = region.find("\n", behind) + 1
        found = SCANNED.match(region, behind) if behind else None
        if found is not None or not behind:
            return found
    return None


BACK = 4
ADDRESSED = "Kính gửi"


def _whole(region: str, match: re.Match[str]) -> str | None:
    line_start = region.rfind("\n", 0, match.start("title")) + 1
    line_end = region.find("\n", match.end())
    line_end = len(region) if line_end < 0 else line_end
    cells = region[line_start:line_end].count("|")
    column = region[line_start : match.start("title")].count("|")
    begun, addressed, _ = COLUMN.sub("", match["title"]).partition(ADDRESSED)
    if addressed:
        return begun.strip(" .,;|(") or None  # "… công đoàn cơ sởKính gửi:", glued by a page
    parts = [begun]
    below = region[line_end + 1 :].split("\n")[: 2 * LINES]
    if cells == 0 and _spaced(below):
        below = [line for line in below if line.strip()]
    for line in below[:LINES]:
        table = cells > 0 and line.lstrip().startswith("|")
        cell = line.split("|")[column] if table and line.count("|") > column else line
        if cells == 0 and "|" in line:  # the cell ends in the middle of this line
            text = line.partition("|")[0].strip()
            parts += [text] if not ENDS.match(text) else []
            break
        if (table and line.count("|") <= column) or (cells > 0 and not table and "|" in line):
            break
        text = COLUMN.sub("", cell.strip()).strip()
        if ENDS.match(text) or type_line.is_stamp(text) or (cells > 0 and not table):
            break
        parts.append(text)
    title = " ".join(" ".join(parts).split())
    if region[: match.start()].endswith("(") and title.count(")") > title.count("("):
        return _closed(title)
    title = title.rstrip(") ") if title.count(")") > title.count("(") else title
    return title.rstrip(" .,;|-¬") or None


def _closed(title: str) -> str | None:
    """What stands up to the bracket that closes: "(V/v phê duyệt đề án)", with who decides on the next line."""
    depth = 0
    for at, char in enumerate(title):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return title[:at].rstrip(" .,;|-¬") or None
    return title


def _spaced(below: list[str]) -> bool:
    """Do empty lines part the lines of the head, down to the addressee or the motto: "V/v Hướng dẫn nhiệm vụ // năm học
    2014-2015 // Kính gửi: …"? below: the lines behind the mark."""
    written = [line.strip() for line in below if line.strip()]
    if not below or below[0].strip() or len(written) < 2:
        return False
    addressed = next((at for at, line in enumerate(written[: SPACED + 1]) if HEAD_GOES_ON.match(line)), 0)
    return addressed > 0 and all(len(line) < SHORT and not ENDS.match(line) for line in written[:addressed])


HEAD_GOES_ON = re.compile(r"Kính\s+gửi|C[ỘO]NG\s+H[ÒO]|Độc\s+lập\s*-")
"""What stands below the subject in such a head."""

SPACED = 5
SHORT = 90
"""Lines of the subject below its first one, and code points of each."""
