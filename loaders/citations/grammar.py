"""The grammar of numbers and symbols as printed (RULES §2): one generic pattern; what a code means is looked up later.

All patterns run on the reading copy (`loaders.text.reading`). None ignores case: that costs a factor of 28 (measured).
"""

from __future__ import annotations

import re

from loaders.citations import dates
from loaders.text import patterns, trie
from ontology.lexicon import phrases

UPPER = "A-ZĐƯÂĂÊÔƠ"
GLUED = r"(?=(?:ngày|đề\s+ngày|của|về|như|được|quy|hướng|ban)(?!\w))"
"""Words that clerks and scanners glue to a symbol: "NĐ-CPngày", "QH15như"."""

OVER_LINE = rf"(?:(?<=&)\s{{1,2}}(?=[{UPPER}]{{2}})[{UPPER}&]+)?"
GROUP = (
    rf"(?:QH[\s-][0-9]{{1,2}}|[{UPPER}&]+{OVER_LINE}(?:[a-zđư]{{1,2}}[{UPPER}&]+)*[a-zđư]{{0,2}}[0-9]{{0,3}})"
    rf"(?:(?![^\W_])|{GLUED})"
)
"""One group of a symbol: QĐ, TTg, BKH&CN, QH13, UBTVQHK9, also where a line ends behind its "&". Never the beginning
of a word (Thông)."""

JOINT = rf"(?:\s?-\s?(?=[{UPPER}]{{2}})|[-./](?=[{UPPER}])|\s/(?=T[WU](?!\w))|,(?=[{UPPER}]{{1,3}}&))"
"""What joins two groups; white space only on the side of a group in capitals ("TT- BNNPTNT", "TTLT -BTC")."""

SPREAD = (
    rf"(?:\s-\s(?=(?:[{UPPER}]{{2,12}}(?:&[{UPPER}]{{1,6}})?|TTg)(?:\s+(?:ngày|của)|\s{{2}}|\s*(?:[|,;.)\n]|$)))"
    rf"{GROUP})?"
)
"""A first group set apart from the second by a spaced dash: "01/QĐ - CTY ngày …"."""

SYMBOL = (
    rf"{GROUP}{SPREAD}(?:(?!\s?-\s){JOINT}{GROUP}|\s{{1,2}}-(?=[{UPPER}]{{2}}){GROUP}|-\s{{1,2}}-?(?=[{UPPER}]{{2}}){GROUP})*"
    r"(?:/nb\b)?"
)

DOTTED = r"(?=(?:19|20)[0-9]{2}/(?:NQ|NĐ|QĐ|TT)-)"
"""A year set off by a dot behind a sub-number: "66.4.2025/NQ-CP" for 66.4/2025/NQ-CP."""

CORE = patterns.awaited(
    # a digit first: the engine finds it at the speed of memory, and then looks what stands before it
    r"(?P<number>[0-9](?:(?<![\w/][0-9])|(?<=[Ss]ố[0-9])|(?<=[^\W\d_]{2}[0-9])(?=[0-9]{1,4}/(?:19|20)[0-9]{2}/[A-ZĐ]))(?<![0-9],[0-9])(?<![0-9][.-][0-9])"
    rf"[0-9]{{0,5}}+(?:\.[0-9]{{1,3}})?(?:[a-zA-ZđĐ]|\s[a-zđ](?=/))?)"
    rf"(?:\.?\s{{0,2}}(?P<mark>/(?:/(?=(?:19|20)[0-9]{{2}}/|[A-ZĐ]{{2}}))?|-)"
    rf"|[ ]{{3,8}}/|(?<=[0-9]\.[0-9])\.{DOTTED}|(?<=[0-9]\.[0-9][0-9])\.{DOTTED}"
    rf"|(?<=[0-9])(?=[{UPPER}]{{2,4}}/(?:QĐ|TT|CV)(?![^\W\d_])|(?:TTr|QĐ|BC|KH|TB|CV)-[{UPPER}]{{2}}|(?:NQ|CT|QĐ|TT|TB|HD)/(?:T[WƯU]|UB|HĐ)))\s{{0,2}}"
    rf"(?:(?P<year>[0-9]{{3,4}})\s{{0,2}}(?:[/-]|//|(?=(?:NĐ|NQ|TT|TTLT|QĐ)-[{UPPER}]|QH[0-9]))\s{{0,2}})?(?P<symbol>{SYMBOL})"
    rf"(?:(?<=[{UPPER}])[/-](?P<late>(?:19|20)[0-9]{{2}})(?![\w/]))?"
)
"""Number, perhaps a year, and symbol: 2289/QĐ-TTg, 32/2019/NĐ-CP, 52-NQ/TW, 29/2013/QH13, 30a/2008/NQ-CP, 16-BYT/TT.
Blanks where a clerk left room for the number ("số 06    /2014/TT-BTC", "03./2010/TT-BTC"); "số" may be glued on, and
the body to the number ("1357TC/QĐ-TCT"), or the type, its stroke forgotten ("1420TTr-BQL") or not yet written
("Chỉ thị số 100CT/TW", 1981). late: the year behind the symbol ("Nghị định 100/NĐ-CP/2019")."""

SPACED = re.compile(
    rf"(?:\s+số\s*:?)?\s+(?P<number>[0-9]{{1,5}}[a-z]?)\s*"
    rf"(?P<symbol>[{UPPER}]{{1,6}}(?:[/-][{UPPER}]{{1,8}})+[0-9]{{0,2}}|(?:CP|TTg|HĐBT|CT|SL)(?=\s+(?:ngày|của|về|quy)\s))(?![^\W_])"
)
"""Old symbols set apart by a space, or glued, right behind a type word: "Thông tư số 43 TC/QLCS", "Quyết định 210a
TC/VP", "Quyết định số 150 CP ngày …", "Quyết định số 1157KT/CTN"."""

NOISE = re.compile(r"(?<!\w)(?!s[ốôó])[^\W\d_]{2,3}$")
"""Scanning noise glued to the front of a number: "số NN95/2024/NĐ-CP" (on lower-case text)."""

BLANK = patterns.awaited(
    rf"[Ss](?<!\w[Ss])ố\s*:?[\s.…_]*/\s?(?:(?P<year>(?:19|20)[0-9]{{2}})\s?/\s?)?(?P<symbol>{SYMBOL})"
)
"""A draft that waits for its number: "Số:      /QĐ-UBND"."""

UNREAD = patterns.awaited(
    rf"[Ss](?<!\w[Ss])ố(?:[^\w/]|_){{0,40}}(?P<printed>(?P<given>[^\W_]{{0,3}})(?P<rest>[\W\d_]{{0,24}}/\s{{0,2}})"
    rf"(?:(?:19|20)[0-9]{{0,2}}\s{{0,2}}/\s{{0,2}}0?{SYMBOL}|{GROUP}{JOINT}{GROUP}))"
)
"""What stands behind "số" like a number and was not read as one: blanks, scanning faults, numbers of firms
("số ../2026/NĐ-CP", "số A4/2024/NĐ-CP", "số 20.03.2026/BC-TT")."""

FOOTNOTE = re.compile(
    r"(?P<symbol>.*(?:(?:UBTV)?QH[0-9]{2}|[-/](?:CP|TTg|UBND|HĐND|TW|TU|B[A-ZĐ&]{1,9})))[0-9]{1,2}", re.DOTALL
)
"""A footnote mark glued to a symbol: "126/2024/NĐ-CP¹" flattened to "NĐ-CP1", "QH15¹" to "QH151"."""

SPECKS = r"[ \t,._~'`-]{0,8}"
"""What a scan shows of a line or a blot between two columns."""

SO_WORD = re.compile("số")
"""The beginning of `BLANK` and `UNREAD` (on lower-case text), found at the speed of memory."""

NEXT_LETTERS = frozenset("ntđs")
NEXT = re.compile(r"\s+(?:(?P<pointing>[ntđ])|(?:số)?[\s:]*[0-9])")
"""What stands behind a type word that begins a short form, an old symbol or an anaphor: a cheap look before the
patterns (on lower-case text)."""

SO = re.compile(r"(?<!\w)s[ốôó]\s*:?\s*(?P<part>(?:[0-9]{1,3}|[ilìí]) )?$")
"""The word "số" right before a number, also as scans print it (sô, só; on lower-case text). part: the first figures
of a number that a scan prints apart: "Thông tư số 1 1/2016/TT-BYT", "Nghị quyết số I 25/2025/QH15"."""

APART = re.compile(r"(?<!\w)(?P<part>[0-9]{1,3} )$")
"""The first figures that a scan prints apart, without "số" before them: "Quyết định 22 5/QĐ-SYT"."""

LISTED = patterns.awaited(rf"(?:\s*\(?{dates.DATE.pattern}\)?)?\s*(?:,|;|và|hoặc)\s+(?:và\s+)?")
"""From one number to the next of a list under one type word: "các Công văn số 12/STC-NS ngày …, 34/SKH-TH và …"."""

LISTED_LIMIT = 80
"""Code points between two numbers of a list; the blanks of a page laid out in columns are no list."""

BARE_NUMBER = re.compile(
    r"(?:\s{1,2}số\s{0,2}:?)?\s{1,2}(?P<number>[0-9]{1,5}[a-zđ]?)(?:[/-](?P<year>(?:19|20)[0-9]{2}))?"
    r"(?![\w%‰°§@#]|[/.,:-][0-9\w]|\s?(?:%|/|-\s?[0-9]))"
)
"""A number behind a type word with no symbol: "Quyết định số 2289", "Nghị quyết 30a", "Chỉ thị 11-2012" (on
lower-case text)."""

NEXT_WITH_YEAR = re.compile(
    r"\s*(?:,|;|\svà|\shoặc)\s+(?:số\s+)?(?P<number>[0-9]{1,4}[a-zđ]?)/(?P<year>(?:19|20)[0-9]{2})(?![\w/]|[.-]\w)"
)
"""The next of several numbers without symbols: "các Nghị định 76/2009, 14/2012" (on lower-case text)."""

AMENDED_WITH_YEAR = re.compile(
    rf"\s\(\s?(?:(?:đã\s+)?được\s+)?{trie.pattern(phrases('amended_aside'))}\s+(?:(?:bởi|tại|theo)\s+)?(?:số\s+)?"
    r"(?P<number>[0-9]{1,4}[a-zđ]?)/(?P<year>(?:19|20)[0-9]{2})(?![\w/]|[.-]\w)"
)
"""The first of the numbers that an aside names: "Nghị định 218/2013 (sửa 119/2014, 151/2014)" (on lower-case text)."""

NOT_CITED = re.compile(
    rf"(?:mẫu(?:\s+(?:s[ốôó]|biểu|phiếu|đơn))?|biểu(?:\s+(?:mẫu|số))?|(?<!\w){trie.pattern(phrases('numbered_thing'))}(?:\s+no\.?)?)"
    r"\s*(?:s[ốôó])?\s*:?\s*<?$"
)
"""What stands before the number of a form, a table, an annex or a lot of land: no document (RULES §2: form-number
filter)."""

STANDARD_BEFORE = re.compile(r"(?:qcvn|tcvn|tcxdvn|qcđp|tccs|qtkđ)(?:[\s0-9:.]|-(?:[a-zđ]{1,4}:)?)*$")
"""A standard, or a procedure of inspection, in front: what follows its colon ("QCVN 01: 2019/BCT", "QTKĐ:
06-2021/BLĐTBXH") is its year and body."""

STANDARD = re.compile(r"^(?:TCVN|QCVN|TCN|TCXD|TCXDVN|ISO|IEC|QCĐP|TCCS|HACCP)(?![a-zđ])")
"""Codes of standards and technical regulations."""
