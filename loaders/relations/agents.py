"""Who may act on whom, and who acts where the text names another document than the one that speaks.

A decree amends no law and a circular details no circular (RULES §4): where the words allow two readings, the rank of
the documents decides.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.citations import types
from loaders.citations.sighting import Sighting
from loaders.header.header import Head
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.powers import ranks, types_that
from ontology.records import Predicate
from ontology.tables import DocumentType

RANKS = ranks()
PAPERS = types_that("paper")
"""Papers that change papers of their own kind and no rules: a plan that says "sửa đổi Nghị định X" sets a task."""

RULES = types_that("ruling")
"""What papers change not: a report or a submission that says "bãi bỏ Nghị quyết X" proposes it. A letter may correct a
slip of the pen."""

SUBMISSION = "to-trinh"
DECISION = "quyet-dinh"
LISTS = "văn bản"
"""What the title of a decision speaks of that lists documents."""

CIRCULARS = types_that("circular")
LETTERS = frozenset({"cong-van"})

UNGUIDING = types_that("tells")
"""Papers that tell or ask, and guide nobody in a law or a decree: "Sở đang hướng dẫn thực hiện Nghị định X"."""

CHANGES: frozenset[Predicate] = frozenset({"amends", "replaces", "repeals", "corrects", "suspends"})

CONCERNED = CHANGES | {"guides", "implements"}
"""What only the document does that the words name."""


def may(predicate: Predicate, actor: DocumentType | None, target: DocumentType | None) -> bool:
    """Can a document of one type do this to one of another? True where a type is not known."""
    if actor is None or target is None:
        return True
    if predicate in CHANGES and actor.slug in PAPERS and target.slug in RULES:
        return predicate == "corrects" and actor.slug != SUBMISSION
    if predicate == "guides" and actor.slug in UNGUIDING:
        return target.slug not in RULES
    upper, lower = RANKS.get(actor.slug), RANKS.get(target.slug)
    if upper is None or lower is None:
        return True
    if predicate == "guides":
        return lower < upper or (lower == upper == 4 and actor.slug != target.slug)
    if predicate == "amends":
        return upper == lower or (upper == 3 and target.slug == "quyet-dinh")
    return predicate not in CHANGES or upper <= lower


LISTED: frozenset[Predicate] = frozenset({"guides", "amends", "corrects", "repeals"})
"""What is said in the titles of documents that a decision lists: "Quyết định công bố kết quả hệ thống hóa văn bản"."""

ANNOUNCES = phrases("announcing_title")
"""How the title of a decision begins that lists documents and changes none of them."""


def _announces(head: Head, predicate: Predicate, target: DocumentType | None) -> bool:
    """Does a decision only list such documents? One that adds to a list ("bổ sung nội dung tại Quyết định X về việc
    công bố kết quả hệ thống hóa văn bản") changes decisions; a circular that announces ports repeals what it says."""
    title, kind = (head.header.title or "").lower(), head.type
    if kind is None or not title:
        return False
    opens, lists = title.startswith(ANNOUNCES), kind.slug == DECISION and LISTS in title
    if predicate == "repeals":
        return opens and lists
    if not lists:
        return opens and target not in (None, kind)  # a decision that publishes procedures amends the ones before it
    return opens or (target != kind and any(phrase in title for phrase in ANNOUNCES))


def speaker_may(predicate: Predicate, head: Head, target: DocumentType | None) -> bool:
    """The same of the document that speaks: of a resolution its number tells whose it is. Those of the National
    Assembly and its committee change laws, and normative ones of the Government (66.18/2026/NQ-CP, by Resolution
    206/2025/QH15); others do not."""
    if predicate in LISTED and _announces(head, predicate, target):
        return False
    if (
        head.type is not None
        and head.type.slug == "nghi-quyet"
        and predicate in CHANGES
        and head.symbol is not None
        and head.symbol.family != "na"
        and not (head.header.year is not None and head.symbol.agencies == ("CP",))
    ):
        return target is None or RANKS.get(target.slug, 2) > 1
    return may(predicate, head.type, target)


def year_of(sighting: Sighting) -> tuple[int, int] | None:
    """The year of a document and its number in the series of that year, so that two of one series compare: from the
    number itself, since a date may be a slip. None where the number holds no year."""
    if sighting.year is None or not sighting.year.isdecimal() or len(sighting.year) != 4:
        return None
    digits = sighting.number or ""
    return int(sighting.year), int(digits) if digits.isdecimal() else 0


@cache
def _kinds() -> re.Pattern[str]:
    spellings = trie.pattern(spelling for spelling in types.spellings() if len(spelling) > 3)
    return re.compile(rf"(?<!\w)(?:{spellings})(?!\w)")


TO_CUE = re.compile(r"(?:\s+của\s+[^,;.:()\n]{3,60})?(?:\s+về)?(?:\s+việc)?\s*")
"""From a type word to the cue: "Nghị định của Chính phủ về việc quy định chi tiết"."""

SEVERAL = re.compile(
    r"(?:c(?<!\w.)ác|n(?<!\w.)hững|m(?<!\w.)ột\s+số)\s+(?:(?:luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|thông\s+tư(?:\s+liên\s+tịch)?|"
    r"quyết\s+định|văn\s+bản)(?:\s*,\s*|\s+và\s+|\s+hoặc\s+|\s+))+(?:của\s+(?:(?!về\s)\w+\s+){1,8})?\Z"
)
"""Documents that nobody counts, right before a cue: "các Nghị định, Thông tư hướng dẫn Luật Giá"."""

LOOK_BACK = 110

CITING = frozenset({"tại", "theo", "trong", "bằng", "với"})
CITING_RULES = CITING | {"của", "các", "những", "và", "một", "từ", "hoặc"}
"""What brings in another document than the one that is being issued ("ban hành Nghị định quy định chi tiết …")."""


def several(reading: Reading, floor: int, start: int) -> bool:
    """Do documents that nobody counts act, right before the cue at `start`?"""
    return SEVERAL.search(reading.low, max(floor, start - LOOK_BACK), start) is not None


BASIS = "căn cứ"


def rests_on_several(reading: Reading, block: int, start: int) -> bool:
    """Does the block say that it rests on documents that nobody counts, who act at `start`: "Căn cứ các Nghị định của
    Chính phủ quy định chi tiết Luật X (số 37/2019/NĐ-CP, số 58/2023/NĐ-CP)"?"""
    found = SEVERAL.search(reading.low, max(block, start - LOOK_BACK), start)
    return found is not None and reading.low[block : found.start()].strip("\t\n *-+") == BASIS


def names_another(reading: Reading, floor: int, start: int, own: DocumentType | None, predicate: Predicate) -> bool:
    """Does a document without a number act, named by its type word right before the cue at `start`?

    "theo quy định tại Nghị định quy định chi tiết Luật X" says nothing of the speaking document, nor does "Luật sửa
    đổi, bổ sung một số điều của Luật X" in a resolution.
    """
    low = reading.low
    begin = max(floor, start - LOOK_BACK)
    if several(reading, floor, start):
        return True
    for match in _kinds().finditer(low, begin, start):
        if TO_CUE.fullmatch(low, match.end(), start) is None:
            continue
        before = low[begin : match.start()].rsplit(None, 1)
        if before and before[-1] in (CITING if predicate == "implements" else CITING_RULES):
            return True
        kind = types.spellings()[" ".join(match[0].split())]
        if predicate == "guides":
            # a plan that says "xây dựng Thông tư hướng dẫn Nghị định X" sets a task
            rules = kind.slug in CIRCULARS or kind.slug == "nghi-dinh"
            same = own is not None and (own.slug == kind.slug or (own.slug in CIRCULARS and kind.slug in CIRCULARS))
            return own is not None and rules and not same and own.slug not in LETTERS
        if predicate in CHANGES and own is not None and own.slug in PAPERS and kind.slug in RULES:
            return True  # a submission: "ban hành Nghị quyết bãi bỏ các Nghị quyết: số 39/2011/NQ-HĐND"
        return (
            predicate in CHANGES
            and own is not None
            and own.slug in RULES
            and kind.slug in RANKS
            and kind != own
            and reading.text[match.start()].isupper()
        )
    return False
