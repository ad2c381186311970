"""A clause (lower-case text): where its sentence begins, which provisions it names, what denies it, asks for it or
leaves it to others."""

from __future__ import annotations

import re

from loaders.text import trie
from ontology.lexicon import phrases

PIN = (
    r"(?:(?:các\s+)?(?:điểm|khoản|điều|chương|mục|phần|phụ\s+lục|tiết|mẫu)\s+(?:số\s+)?"
    r"(?:[0-9][\w.]*|[ivxlc]{1,7}(?:\.[0-9]{1,3})*|[a-zđ]{1,2}[0-9]?)(?!\w)[.]?"
    r"(?:\s*,\s*[\w.]{1,4}(?=[\s,]))*(?:\s+và\s+[\w.]{1,4}(?=\s))?[\s,]*(?:và\s+)?)"
)
"""A pinpoint: "khoản 2 Điều 5", "các Điều 3, 4 và 6"; "điều chỉnh" and "mục tiêu" are none."""

FOLLOWING = re.compile(r"(?<!\w)(?:sau(?:\s+đây)?|dưới\s+đây)\s*,?\s*(?:sẽ\s+|đã\s+)?$")
"""What announces a list before the phrase that ends its documents."""

THIS_PROVISION = re.compile(
    rf"(?<!\w)(?:{trie.pattern(phrases('noted_part'))})\s+(?:(?:số\s+)?[0-9]{{1,3}}[a-zđ]?\s+)?này\s*$"
)
"""What a footnote of a consolidated text speaks of: "Khoản này được sửa đổi theo khoản 2 Điều 1 Luật X"."""

TYPES = phrases("counted_type")

ASSIGNED_TO = re.compile(
    rf"(?<!\w)(?:{trie.pattern(phrases('assigning_verb'))})\s+(?:{trie.pattern(phrases('assignee'))})(?!\w)[^.;:\n]*$"
)
"""Before a cue: somebody else has to carry it out ("Giao Sở Y tế chủ trì thực hiện", "Đề nghị các sở triển khai")."""

DELEGATED = re.compile(r"(?<!\w)quy\s+định\s+ch[iỉ]\s+tiết[^;.:\n]{0,120}$")
"""Before "giao tại": what a law delegates to the act that details it."""

GIVEN = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('given_means'))})(?!\w)[^.;:,\n]{{0,60}}$")
"""Before "giao tại": money and posts that a document hands out are no task ("biên chế được giao tại Quyết định X")."""

PROPOSAL = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('proposal'))})(?!\w)")

NEGATION = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('negation'))})\s+(?:\w+\s+)?$")

DENYING = tuple(sorted({phrase.split()[0] for phrase in phrases("negation")}))
"""How such words begin, as bare strings."""

NEGATION_REACH = 24

OPEN = (r"\sbởi", r"căn\scứ", r"bổ\ssung", r"sửa\sđổi", r"bãi\sbỏ")
"""What a colon does not part from its object: "Căn cứ: (i) Nghị định số …", "Bãi bỏ: 03 thủ tục tại Quyết định …"."""

BREAK = re.compile(
    r"[;.:](?:(?<=;)\s|(?<=\.)(?:\s+(?=\S)|\s*$)"  # one set in front, which the engine looks for by itself
    rf"|(?<=:){''.join(f'(?<!{words}:)' for words in OPEN)}{''.join(f'(?<!các {word}:)' for word in TYPES)}(?:\s*$|\s))"
)
"""What ends a sentence; "được sửa đổi, bổ sung bởi: Luật A; Luật B" goes on, and so
does "các Quyết định: số 5/QĐ-UBND, số 6/QĐ-UBND"."""

HELPING = re.compile(r"[\s,;()]|(?<!\w)(?:đã|được|bị|để|cũng|đều|sẽ|này|và|có\s+nội\s+dung)(?!\w)")


def negated(low: str, start: int) -> bool:
    """Does "chưa" or "không" stand right before a phrase, a word between at most?"""
    floor = max(0, start - NEGATION_REACH)
    words = low[floor:start]
    return any(map(words.__contains__, DENYING)) and NEGATION.search(low, floor, start) is not None


INDENT = re.compile(r"\s*")


def past_indent(low: str, start: int) -> int:
    """Where the first word of a block stands, which a PDF tool may have indented."""
    match = INDENT.match(low, start)
    return match.end() if match else start


def strip(text: str) -> str:
    """What is left between two things when marks and helping words are gone."""
    return HELPING.sub("", text)


def sentence_start(low: str, floor: int, end: int) -> int:
    """Where the sentence of `end` begins, at or after `floor`."""
    start = floor
    for match in BREAK.finditer(low, floor, end):
        if match[0][0] != "." or not _abbreviates(low, match.start()):
            start = match.end()
    return start


ABBREVIATED = re.compile(r"(?:^|[\s.(])(?:\w{1,2}|ths|pgs)$")


def _abbreviates(low: str, dot: int) -> bool:
    """A dot behind one or two letters or a number opens no sentence ("tp. hà nội", "1. về")."""
    return ABBREVIATED.search(low[max(0, dot - 6) : dot]) is not None
