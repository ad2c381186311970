"""The title behind number, date and issuer: where it stands, and its words on one line."""

from __future__ import annotations

import re

from loaders.citations import cited_titles
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.records import Span
from ontology.tables import document_types

OPENING = trie.pattern([*phrases("title_opening"), *phrases("title_opening_close")])

CALLED = (
    r"(?: *\((?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là[^()\n]{1,80}\)"
    r"(?=\s+(?:về|v/v|quy|ban|phê)))?(?: *\([a-zđ&-]{2,12}\)(?=\s+(?:về|v/v|quy|ban|phê|hướng|sửa)\s))?"
)
"""A name for the body that issued it, before the title: "của Sở Y tế (sau đây gọi tắt là Đoàn kiểm tra) về việc …",
"của Bộ Giáo dục và Đào tạo (GDĐT) về …"."""

RENAMED = rf"(?: *\({trie.pattern(phrases('renamed_body'))}(?!\w)[^()\n]{{0,120}}\))?"
"""What became of the body that issued it: "của Bộ Thông tin và Truyền thông (nay là Bộ Khoa học và Công nghệ) về …"."""

SESSION = (
    r"(?:[ ,]*\(?(?:khóa\s+(?:thứ\s+)?[ivxl0-9]{1,6}|nhiệm\s+kỳ\s+[0-9]{4}\s?-\s?[0-9]{4}"
    r"|(?:tại\s+)?kỳ\s+họp\s+(?:(?:lần\s+)?thứ\s+\w+(?:\s+(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|[0-9]{1,2})(?:\s*\(?chuyên\s+đề\)?)?)(?!\w)\)?){0,3}"
)
"""Which council or assembly it was, before the title: "của Hội đồng nhân dân tỉnh khóa VII, kỳ họp thứ 17 về …"."""

ABBREVIATIONS = trie.pattern(word.lower() for row in document_types() for word in row.abbreviations)
SHORT_TYPE = rf"(?:(?:{ABBREVIATIONS}) (?={OPENING}))?"
"""The type once more, abbreviated: "NĐ số 17/2020/NĐ-CP … của Chính phủ NĐ sửa đổi, bổ sung một số điều …"."""

TITLE = patterns.awaited(
    rf"{SESSION}{RENAMED}{CALLED}[ ,]*[:(]? *{SHORT_TYPE}"
    rf"(?:(?P<lead>(?:về\s+)?(?:về\s+việc|v/v)|về)\s*:?\s+|(?=(?P<word>{OPENING})(?!\w))|(?=[“\"]))"
)

NOT_BEHIND_COMMA = frozenset(phrases("title_opening_close"))
"""Words that open a title right behind number, date and issuer, and a clause of their own behind a comma."""

QUOTES = re.compile(r"\w+(?:\s\w+){0,3}\s*:\s*[“\"]")
"""A word behind the number that opens no title but a quotation: "Nghị định số 126/2024/NĐ-CP quy định: “Hội …”"."""


SAYS = re.compile(r"\s+(?:theo|tại)(?!\w)|\s*:")
"""Behind a verb that opens no title then: "các khoản chi quy định tại Nghị định số 281/2025/NĐ-CP thực hiện theo Thông
tư số 71/2018/TT-BTC", "Nghị định số 32/2024/NĐ-CP quy định: trường hợp …"."""

CHANGED = re.compile(
    r"sửa\s+đổi(?:\s*,?\s+b[ổốôỗồộ]\s+s[uư]ng|(?!\s*,?\s+b[ổốôỗồộ]\s+s[uư]ng))\s*(?:\)|,(?!\s*(?:bãi\s+bỏ|thay\s+thế|đính\s+chính|hủy|huỷ))|(?:năm|bởi|tại|bằng|theo|ngày|lần)\s|(?:[0-9]{1,3}/)?(?:19|20)[0-9]{2}(?!\w))"
)
"""What became of a document, and not what it is about: "Hiến pháp 1992 (sửa đổi)", "Luật … 2014, sửa đổi năm 2019"."""


NO_TITLE = frozenset(".;)\n|-/]")
"""Marks behind a document that no title follows."""


def find(reading: Reading, position: int, *, told: bool) -> Span | None:
    """The title that begins at a position. told: date or body stand before; behind a bare number a comma opens none:
    "theo Nghị định số 360/2025/NĐ-CP, tổ chức, cá nhân phải có hồ sơ"."""
    if reading.low[position : position + 1] in NO_TITLE:
        return None  # a cheap look before the pattern
    match = TITLE.match(reading.low, position)
    if match is None:
        return None
    start = match.end()
    if match["word"] and (QUOTES.match(reading.low, start) or CHANGED.match(reading.low, start)):
        return None
    if reading.text[start : start + 1] in ("“", '"'):
        if cited_titles.PROVISION.match(reading.low, start + 1):
            return None
        closes = cited_titles.inside_quotation(reading.text, start, reading.text[start])
        end = None if closes else cited_titles.quotation(reading, start)
        return None if end is None else Span(start, end)
    if (
        match["lead"] is None
        and reading.text[position : match.end()].strip() == ","
        and (not told or match["word"] in NOT_BEHIND_COMMA)
    ):
        return None
    end = cited_titles.find(reading, start)
    told_by = len(reading.text[start:end].rstrip())
    if match["word"] and (told_by <= len(match["word"]) or cited_titles.begins_clause(reading.low, start)):
        return None  # "Nghị định số 1/2020/NĐ-CP quy định tại Nghị định này": a verb alone
    if match["word"] and reading.low[start + len(match["word"]) : end].strip() in cited_titles.OPENINGS:
        return None  # "và Nghị định số 1/2020/NĐ-CP tổ chức thực hiện | Thông tư này": two verbs
    if match["word"] and SAYS.match(reading.low, start + len(match["word"])):
        return None
    return Span(start, end)


FOOTNOTE = re.compile(r"(?<=[^\W\dA-ZĐ_]{2})[0-9]{1,2}$")
"""The mark of a footnote at the end of a title: "quỹ xã hội, quỹ từ thiện1"."""


QUOTED_LEAD = re.compile(r"\A(?:[Vv]ề(?: việc)?|[Vv]/v):? ")
"""Before a title within its quotation marks: "Chỉ thị số 11-CT/TW … “về tăng cường sự lãnh đạo …”"."""


def words(reading: Reading, title: Span | None) -> str | None:
    """The title on one line; quotation marks around the whole of it are dropped, those inside stay."""
    if title is None:
        return None
    text = " ".join(title.of(reading.text).split())
    if text[:1] in '“"' and text[-1:] in '”"' and not set(text[1:-1]) & set('“”"'):
        text = QUOTED_LEAD.sub("", text[1:-1].strip(), count=1)
    text = FOOTNOTE.sub("", text.strip(" ,:"))
    return (text if text.endswith("..") else text.removesuffix("."))[: cited_titles.LIMIT] or None
