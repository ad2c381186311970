"""What may stand between two coordinated documents (lower-case text)."""

from __future__ import annotations

import re

from loaders.relations import clauses
from loaders.text import patterns, trie
from ontology.lexicon import phrases

ARTICLE = (
    r"(?:các|những|cả|toàn\s+bộ|một\s+phần|cho|đối\s+với|với|của|vào|theo|tại|đến|bởi"
    r"|một\s+số\s+(?:điều|nội\s+dung|khoản|quy\s+định))"
)

CONGRESS = r"(?:của\s+)?đảng(?:\s+bộ)?(?:\s+(?:tỉnh|thành\s+phố|huyện|quận|xã|phường))?"

BORNE = rf"(?:\s+(?:(?:khóa|nhiệm\s+kỳ)\s+[ivx0-9]{{1,5}}|{CONGRESS})(?!\w))"
"""What the name of a congress or a term leaves over: "Nghị quyết Đại hội XX" Đảng bộ tỉnh."""

COORDINATES = patterns.awaited(
    rf"{BORNE}?[\s,;.+)”\"-]*(?:\((?:[ivx]{{1,4}}|[0-9a-zđ]{{1,2}})\)\s*)?"
    rf"(?:(?:và|hoặc|cùng\s+với|cùng|với|hay|,)\s*)?(?:{ARTICLE}\s+)*{clauses.PIN}*(?:{ARTICLE}\s+)*\s*"
    r"(?:\([^()\n]{0,80}\)[\s,;]*(?:và\s+)?)?"
)
"""From one document to the next in a coordination: marks, "và", "các", a pinpoint; an aside in parentheses."""

ALIAS = re.compile(
    r"[”\"\s,]*\(\s*(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+|gọn\s+)?là\s*:?\s*[“\"]?\s*"
)
"""From a document to the short form that stands for it from here on: " (gọi tắt là "."""

GOES_ON = re.compile(
    r"(?:\svà|,|;|\sđồng\s+thời)\s+(?:đồng\s+thời\s+)?(?:bãi\s+bỏ|thay\s+thế|hủy\s+bỏ)\s+(?:(?:toàn\s+bộ|một\s+phần|các)\s+)*"
    rf"{clauses.PIN}*(?:của\s+)?$"
)
"""The main clause goes on behind a title: "thay thế Thông tư A về … và bãi bỏ Điều 2 Thông tư B"."""

GOES_ON_LIMIT = 120
"""Code points of that verb and the provision behind it."""

ORDERED_TOO = re.compile(
    r"\s*[,;]?\s+(?:và\s+)?(?:các\s+)?(?:ý\s+kiến\s+)?(?:chỉ\s+đạo|kết\s+luận|yêu\s+cầu|hướng\s+dẫn)"
    r"(?:,?\s+\w+\s+\w+)?\s+của\s+[^.;:()\n]{2,90}?\s+tại\s+(?:các\s+)?"
)
"""From a document to an order that stands in another: "Thực hiện A và ý kiến chỉ đạo của UBND tỉnh tại B"."""

AMENDING_ONES = re.compile(
    r"[\s,;]*(?:và|cùng)(?:\s+với)?\s+(?:các|[0-9]{1,2})\s+(?:văn\s+bản|luật|nghị\s+định|thông\s+tư|quyết\s+định|nghị\s+quyết)\s+(?:đã\s+)?sửa\s+đổi"
    r"(?:\s*,\s*bổ\s+sung)?(?:\s+(?:nó|các\s+văn\s+bản\s+này|một\s+số\s+điều))?(?:\s*,)?\s*(?:gồm|bao\s+gồm|là|như|cụ\s+thể\s+là|như\s+sau)?\s*[:(]?\s*(?:các\s+)?"
)
"""From a document to those that amended it: "… và các Nghị định sửa đổi, bổ sung gồm: số 35/2023/NĐ-CP"."""

SUCH_ARE = re.compile(
    r"[\s,]*(?:,\s*)?(?:(?:bao\s+)?gồm|là|như|cụ\s+thể(?:\s+là)?)(?:\s+(?:có|các\s+văn\s+bản))?(?:\s+sau(?:\s+đây)?)?\s*:?\s*"
    r"|\s*[:(]\s*"
)
"""From the object of several documents that nobody counts to the documents themselves: "các Nghị định sửa đổi Nghị định
X gồm: A, B"."""

ENUMERATED = re.compile(r"[^;.:\n]{0,160};(?P<more>[^;.:\n]{2,120};)?\s*(?:và\s+)?(?:các\s+)?")
"""From one document to the next in a list cut by semicolons, past what is left of the first one's name, and past an
item that names no document."""

CONTRARY = re.compile(
    r"\s*(?:,|và)\s+(?:các|những)\s+(?:văn\s+bản|quy\s+định)(?!\w)[^.;\n]{0,240}?(?<!\w)trái\s+với\s[^.;\n]{0,120}?"
    r"(?=\s(?:đều\s+|sẽ\s+)?(?:hết\s+hiệu\s+lực|bị\s+bãi\s+bỏ))"
)
"""Between documents and the phrase that ends them all: "… và các văn bản trái với Quyết định này đều hết hiệu lực"."""

NEW_ITEM = re.compile(rf";\s*(?:và\s+)?{clauses.PIN}")
"""A provision behind a semicolon opens the next item: "…; khoản 1 Điều 34 của Nghị định …"."""

ANNEXED = re.compile(
    rf",\s+(?:và\s+)?(?:{trie.pattern(phrases('annex_noun'))})\s[^,;:.]{{1,160}}?\s"
    r"(?:được\s+)?ban\s+hành\s+(?:kèm\s+)?theo\s+$"
)
"""Before a document whose annex stands in a list of its own: ", Quy chế làm việc ban hành kèm theo"."""

ANNEXED_LIMIT = 220

JOINS = re.compile(r"(?:(?:\s|^)(?:và|hoặc)|[,;])\s+(?:các\s+)?$")

JOINS_REACH = 12

JOINS_PROVISION = re.compile(rf"(?:(?:\s|^)(?:và|hoặc)|[,;])\s+(?:các\s+)?{clauses.PIN}{{1,4}}(?:của\s+)?$")

JOINS_LIMIT = 60
"""The same with a provision of the second document: "A về T và Điều 6 của Nghị định B"."""

NUMBERED = ("điều ", "khoản ", "chương ", "mục ", "phụ lục")


def joins(low: str, floor: int, start: int, *, provision: bool) -> bool:
    """Does "và" or a comma, not before `floor`, join the document at `start` to what stands before it? provision: or
    does it join a provision of that document?"""
    if JOINS.search(low, max(floor, start - JOINS_REACH), start):
        return True
    begin = max(floor, start - JOINS_LIMIT)
    named = provision and any(word in low[begin:start] for word in NUMBERED)
    return named and JOINS_PROVISION.search(low, begin, start) is not None


KINDS = "|".join(clauses.TYPES).replace(" ", r"\s+")

LISTED_OF = re.compile(rf"[\s,;]*(?:và\s+)?các\s+(?:{KINDS})\s+của\s+(?:[^.;:()\n]{{2,90}}:|[^.;:()\n]{{2,240}}\()\s*")
"""From a document to a list of one body's: "Thực hiện A; các Nghị quyết của Hội đồng nhân dân tỉnh: số …", "các Quyết
định của Bộ trưởng phê duyệt Quy hoạch B (số …"."""


def side_by_side(low: str, end: int, start: int) -> bool:
    """Do only marks and words that join stand between the end of one document and the start of the next? How the gap
    ends tells which patterns may fit."""
    if COORDINATES.fullmatch(low, end, start) is not None:
        return True
    last = low[max(end, start - 6) : start].rstrip()
    if "(" in low[end:start] and ALIAS.fullmatch(low, end, start) is not None:
        return True
    if last.endswith((":", "(")) and LISTED_OF.fullmatch(low, end, start) is not None:
        return True
    if last.endswith(("tại", "các")) and ORDERED_TOO.fullmatch(low, end, start) is not None:
        return True
    return "sửa" in low[end:start] and AMENDING_ONES.fullmatch(low, end, start) is not None
