"""Whom an article of an act obliges to carry it out: "Điều 3. Chánh Văn phòng, Giám đốc Sở Y tế … chịu trách nhiệm thi
hành Quyết định này". A list of recipients refers to it ("Như Điều 3")."""

from __future__ import annotations

import re
from functools import cache

from loaders.text import trie
from ontology.lexicon import phrases
from ontology.words import CAPITALS, letters

OBLIGED = re.compile(
    r"(?:chịu\s+trách\s+nhiệm|có\s+trách\s+nhiệm|căn\s+cứ\s+[^\n.;]{0,40}thi\s+hành|ch[iị]u\s+tr[aá]ch)"
)
CARRIES_OUT = re.compile(r"ch[iị]u\s+tr[aá]ch\s+nhi[eệ]m\s+(?:t[oổ]\s+ch[uứ]c\s+)?thi\s+h[aà]nh")
"""The formula of the clause that obliges, where others of the article say who does what."""

CLAUSE = re.compile(r"[ \t*]*[0-9]{1,2}[.)]\s+")
NEXT = re.compile(r"^[ \t*#]*Điều\s{1,3}[0-9]", re.MULTILINE)
TAKES_EFFECT = "có hiệu lực"
"""Part of a clause that stands in front on the same line: "Quyết định này có hiệu lực kể từ ngày ký, Chánh thanh tra
…"."""

TITLED = re.compile(rf"[^\W\d_][^\n,;.:]{{3,45}}\n\s*(?=[{CAPITALS}])")
"""The title of an article on a line of its own: "Điều 4. Trách nhiệm thi hành"."""

SENTENCE = re.compile(
    r"[.;:]\s*\n\s*|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])"
    rf"|(?<=\s[^\W\d_{CAPITALS}]{{2}})\.\s+(?=[{CAPITALS}])"
)
"""Where the sentence begins that names them ("… kể từ ngày ký. Chánh Văn phòng …"); lines of a scan end anywhere."""

ARTICLE_ABOVE = 60_000
"""Code points above a list in which the article stands that it refers to."""

ARTICLE_LIMIT = 1500
LONGEST_OFFICE = 40


def spans(text: str, number: str, above: int) -> list[tuple[int, int]]:
    """Where the officers and bodies are printed whom the nearest article of that number obliges. above: where the list
    stands that refers to it."""
    headings = list(_article(number).finditer(text, max(0, above - ARTICLE_ABOVE), above))
    heading = headings[-1] if headings else None
    if heading is None:
        return []
    below = NEXT.search(text, heading.end(), above)
    end = min(heading.end() + ARTICLE_LIMIT, below.start() if below else above)
    obliged = CARRIES_OUT.search(text, heading.end(), end) or OBLIGED.search(text, heading.end(), end)
    if obliged is None:
        return []
    titled = TITLED.match(text, heading.end(), obliged.start())
    if titled and _office().match(text[heading.end() : titled.end() + LONGEST_OFFICE].lower()):
        titled = None  # "Điều 4. Chánh Văn phòng" wraps in front of "UBND tỉnh"
    begin = titled.end() if titled else heading.end()
    for ended in SENTENCE.finditer(text, begin, obliged.start()):
        begin = ended.end()
    clause = CLAUSE.match(text, begin, obliged.start())
    begin = clause.end() if clause else begin
    return [span for span in _names(text, begin, obliged.start()) if TAKES_EFFECT not in _printed(text, span)]


def _printed(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[slice(*span)].split())


@cache
def _article(number: str) -> re.Pattern[str]:
    return re.compile(rf"^[ \t*#]*Điều\s{{1,3}}{number}(?![0-9])[.:]\s*", re.MULTILINE)


@cache
def _officers() -> re.Pattern[str]:
    heads = trie.pattern(phrases("capacity"))
    return re.compile(
        rf"(?<!\sông)(?:,?\s+và\s+|,\s*)(?=(?:các\s+)?(?:{heads}|ông\s|bà\s))|;\s*(?:và\s+)?"
        r"|\s+và\s+(?=(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân)(?!\w))"
    )


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"[ \t*]*(?:các\s+)?(?:{trie.pattern(phrases('capacity'))})(?!\w)")


@cache
def _bare_offices() -> frozenset[str]:
    return frozenset(phrase for phrase in phrases("capacity") if not phrase.startswith("chánh "))


LEAD = re.compile(r"(?:giao\s+)?(?:các\s+)?(?:(?:ông|bà|đồng\s+chí)(?:\s*[,(/]?\s*(?:bà|ông)\)?)?\s*:?\s*)?")


def _names(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The officers and bodies of a sentence, parted where the next one's office begins."""
    low = text[begin:end].lower()
    lead = LEAD.match(low)
    position = begin + (lead.end() if lead else 0)
    parts: list[tuple[int, int]] = []
    for mark in _officers().finditer(low):
        if begin + mark.start() > position:
            parts.append((position, begin + mark.start()))
        position = max(position, begin + mark.end())
    parts.append((position, end))
    for index in range(len(parts) - 2, -1, -1):
        if letters(text[slice(*parts[index])]) in _bare_offices():  # "Giám đốc, Thủ trưởng các sở"
            parts[index : index + 2] = [(parts[index][0], parts[index + 1][1])]
    return [trimmed for part in parts if (trimmed := _trimmed(text, *part))[0] < trimmed[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n\t,;.:*":
        start += 1
    while end > start and text[end - 1] in " \n\t,;.:*":
        end -= 1
    return start, end
