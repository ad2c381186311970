"""Two titles that cannot be of one document: one of the citations has the wrong number, or the wrong title."""

from __future__ import annotations

from functools import lru_cache

from ontology.lexicon import phrases
from ontology.words import fold as _fold

fold = lru_cache(maxsize=30_000)(_fold)
"""Titles of much cited documents are compared again whenever one more citation of them comes in."""

FORMULAS = frozenset(
    fold("sửa đổi bổ sung một số điều của quy định chi tiết hướng dẫn thi hành ban hành về việc").split()
)
"""Words with which titles of all subjects begin."""

_NAMING = frozenset(
    fold(
        "bộ luật pháp lệnh nghị định nghị quyết thông tư liên tịch quyết định chỉ thị số ngày tháng năm chính phủ thủ "
        "tướng quốc hội ủy ban thường vụ cp nđ tt qđ nq qh các và trong đối với cho theo tại khoản"
    ).split()
)
"""Words by which a title names another document; what that is about stands behind them."""

TELLING = 5
"""Words besides those from which on a title is compared."""

TELLING_OFFICIAL = 2
"""The same for the title that the document itself or a register states: it is known to be the whole one."""

SAYS = ("quy định", "hướng dẫn", "sửa đổi", "bổ sung")
"""How clauses begin that say what a document holds, as titles do; without a day in front they are no witness against
one: "Nghị định 73/2024/NĐ-CP quy định về kinh phí thực hiện chi tiền thưởng"."""

_ASIDES = {*phrases("title_opening_close"), *phrases("title_or_task"), "thay thế", "tiếp tục"}
"""Openings that as often tell of a task, of a provision, or of what the document does to another ("giao Ủy ban nhân dân
…", "chỉ đạo của Thủ tướng", "thay thế Nghị định số …")."""

_OPENINGS = tuple(
    f"{fold(words)} " for words in ("về", *sorted({*phrases("title_opening"), *phrases("title_subject")} - _ASIDES))
)
"""How a title begins; other words behind a number say what is done with it, or what a part of it is about."""


@lru_cache(maxsize=50_000)
def apart(stated: str, shown: str, *, official: bool = False) -> bool:
    """Two whole titles with no more than a quarter of the words of the shorter one in common, and no number either.
    official: `shown` is what the document itself or a register says."""
    one = telling(stated) if _opens(stated) else frozenset[str]()
    other = telling(shown) if official or _opens(shown) else frozenset[str]()
    if len(one) < TELLING or len(other) < (TELLING_OFFICIAL if official else TELLING):
        return False
    return 4 * len(one & other) <= min(len(one), len(other)) and not _numbers(stated) & _numbers(shown)


def amends(title: str) -> bool:
    """Is it the title of an act that amends others?"""
    return fold(title).startswith(_AMENDING)


_AMENDING = f"{fold('sửa đổi')} "


def _opens(title: str) -> bool:
    """Does it begin as titles do, and name what it amends?"""
    return fold(title).startswith(_OPENINGS) and (
        not amends(title) or any(f"{kind} " in fold(title) for kind in _KINDS)
    )


_KINDS = tuple(
    fold(kind)
    for kind in ("luật", "pháp lệnh", "nghị định", "nghị quyết", "thông tư", "quyết định", "quy chế", "điều lệ")
)


@lru_cache(maxsize=50_000)
def telling(title: str) -> frozenset[str]:
    """The words of a title that tell its subject, folded."""
    words = frozenset(word for word in fold(title).split() if not word[0].isdigit())
    return words - FORMULAS - _NAMING


def _numbers(title: str) -> frozenset[str]:
    """Numbers of the documents that a title names, years apart: "132" of 132/2008/NĐ-CP."""
    return frozenset(word for word in fold(title).split() if word.isdigit() and len(word) in (2, 3))
