"""Laws that amend others, cited by their whole name: "Luật sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C".

The name ends with the last law that it amends: that is what tells two amending laws of one field apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable

HEAD = re.compile(
    r"\s+(?:sửa\s+[đd][ổốôỗồ]i(?:\s*,)?(?:\s+(?:và\s+)?b[ổốôỗồ]\s+s[uư]ng)?|b[ổốôỗồ]\s+s[uư]ng)\s+"
    r"(?:(?!luật|bộ\s+luật|pháp\s+lệnh)[^\W_][^\s,;:.()“”\"]*(?:\s*,)?\s+){0,24}?"
    r"(?=(?:bộ\s+)?luật\s|pháp\s+lệnh\s)"
)
"""From the words of amending to the first law that is amended (on lower-case text); scans lose marks ("sửa đối")."""

LAW = re.compile(r"(?P<word>(?:bộ\s+)?luật|pháp\s+lệnh)(?=\s)")
AND = re.compile(
    r"(?:\s*[,;]\s+(?:và\s+)?|\s+và\s+)(?:(?:điều|khoản|phụ\s+lục)\s+[0-9]{1,3}[a-zđ]?\s+(?:của\s+)?)?"
    r"(?=(?:bộ\s+)?luật\s|pháp\s+lệnh\s)"
)
"""From one amended law to the next."""

FIELD = re.compile(r"(?:^|\s)(?:các|[0-9]{1,3})\s+$")
"""What stands before laws that are not named one by one: "các luật về thuế", "37 luật có liên quan đến quy hoạch"."""

FIELD_NAME = re.compile(r"\s+(?:về|(?:có\s+)?liên\s+quan\s+(?:đến|tới)|(?:trong|thuộc)\s+lĩnh\s+vực)(?:\s+|$)")

MOST = 60
"""Laws that one law may amend by name."""


def may_begin(low: str, end: int) -> bool:
    """May the words of amending stand behind a type word? A cheap look before the patterns."""
    return low[end : end + 4].lstrip().startswith(("s", "b"))


def name_end(
    low: str, end: int, amended: Callable[[int, str], int | None], field: Callable[[int], int | None]
) -> int | None:
    """Where the name of an amending law ends whose type word ends at `end`; None where no amended law is named.

    low: the text in lower case. amended: where the name of a law ends whose type word (given with its label) ends at a
    position. field: the same for the words of a field.
    """
    head = HEAD.match(low, end)
    if head is None:
        return None
    if FIELD.search(low, head.start(), head.end()):
        word = LAW.match(low, head.end())
        about = FIELD_NAME.match(low, word.end()) if word else None
        return field(about.end()) if about else None
    position, last, closed = head.end(), None, False
    for _ in range(MOST):
        word = LAW.match(low, position)
        stop = amended(word.end(), " ".join(word["word"].split()).capitalize()) if word else None
        if stop is None:
            break
        last = stop
        following = AND.match(low, stop)
        if following is None or (closed and ";" in following[0]):
            break  # "Luật sửa đổi … Luật A và Luật B; Luật C": C is another law
        closed = closed or " và " in f"{following[0]} "
        position = following.end()
    return last
