"""Where the title of a document is over: a rule, the body that decides, the preamble."""

from __future__ import annotations

import re

from loaders.text import trie
from ontology.issuer_names import from_text
from ontology.lexicon import phrases
from ontology.tables import DocumentType
from ontology.words import fold

PARAGRAPH = 150
"""Code points of a line; a longer one is a paragraph."""

PREAMBLE = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét|Chiểu|Điều 1|QUYẾT)")
"""How the first line of a preamble, or what stands in its place, begins."""

BODY_BEGINS = re.compile(
    rf"{trie.pattern(phrases('body_begins'))}(?!\w)|điều(?:\s+[0-9]|$)|[ivx]+\.|[0-9]+\.|-{{2,}}|_{{2,}}|[a-z]\)|\("
    r"|năm [0-9]{4} là"
)

ADDRESSED = re.compile(r"Kính\s+(?:gửi|trình)")
ENUMERATES = re.compile(r"(?:[0-9]{1,3}|[a-zđ])[.)]\s|[-+*•]")
"""How an item begins: no line of a title does."""


def above_rule(below: list[str], last: str) -> bool:
    """Does the title go on over an empty line, down to the rule that closes it? Some files part all lines so."""
    seen = 0
    for line in below:
        text = line.strip(" \t|#*>")
        if not text:
            continue
        if RULE.fullmatch(text):
            return seen > 0
        seen += 1
        if seen > 2 or len(text) > PARAGRAPH or text.isupper() != last.isupper():
            return False
        if PREAMBLE.match(text) or ENUMERATES.match(text) or BODY_BEGINS.match(text.lower()):
            return False
    return False


def ends_with_body(text: str, below: list[str]) -> bool:
    """Is a line in small letters that begins with a body the last one of a title? Who decides, a rule, the preamble or
    the addressee stands below: "… bầu bổ sung thành viên / Ủy ban nhân dân tỉnh nhiệm kỳ 2004 - 2009"."""
    following = next((line.strip(" \t|#*") for line in below if line.strip(" \t|#*")), "")
    closed = following.isupper() or RULE.fullmatch(following) or PREAMBLE.match(following) or ADDRESSED.match(following)
    if not closed or len(text) > PARAGRAPH or text.endswith((".", ":", ";")):
        return False
    return from_text(text, None, None) is not None


def said_again(text: str, lines: list[str], kind: DocumentType | None) -> bool:
    """A sentence that begins with what the title in capitals has said: "Luật Thủy lợi số …, được sửa đổi bởi:"."""
    if kind is None or not lines or not lines[-1].isupper() or text.isupper():
        return False
    return fold(text).startswith(fold(f"{kind.label_vi} {' '.join(lines)}"))


def names_consolidated(text: str, region: str, kind: DocumentType | None) -> bool:
    """The line that says which act a consolidated text holds: "Thông tư số 9/2022/TT-BNV …, được sửa đổi, bổ sung bởi:"
    below the title."""
    if kind is None or not text.startswith(kind.label_vi) or not NUMBERED.match(text, len(kind.label_vi)):
        return False
    start = region.find(text)
    return start >= 0 and AMENDED_BY.search(region, start, start + CONSOLIDATES) is not None


def is_paragraph(text: str, lines: list[str], below: list[str]) -> bool:
    """A line in small letters below a title in capitals, that begins what is too long to belong to it. below: from this
    line on, as wrapped."""
    if not lines or not lines[-1].isupper() or not text[0].isupper() or text.isupper():
        return False
    length = 0
    for line in below:
        length += len(line.strip())
        if length > PARAGRAPH or not line.strip() or line.rstrip().endswith(CLOSES):
            break
    return length > PARAGRAPH


CLOSES = (".", ":", ";")
NUMBERED = re.compile(r"\s+(?:số\s+)?[0-9]")
AMENDED_BY = re.compile(r"bổ\s+sung\s+bởi\s*:")
CONSOLIDATES = 700
"""Code points that the sentence takes which names act and amendments of a consolidated text."""

RULE = re.compile(r"[-–—‒―_=*.¯‾─━ ]{3,}")
"""A drawn line."""

DRAWN = " -–—‒―_=*¯‾─━"
DRAWN_ENDS = tuple(mark * 2 for mark in DRAWN[1:])
"""The same behind the last word of a title: "… vay vốn————"."""
