"""The words by which a block is judged: what tells that something was done, goes on or is planned, what evaluates,
proposes, orders or only says who speaks (`ontology/data/action_words.csv`), compiled once, on lower-case text."""

from __future__ import annotations

import re
from functools import cache

from loaders.actions import verbs
from loaders.text import trie
from ontology.lexicon import ActionList, phrases


def _words(name: ActionList) -> str:
    return trie.pattern(phrases(name))


STATED = ("đang", "tiếp tục")
"""Cues of what goes on that say so by themselves; "thường xuyên" may say how a thing is done."""

CLAUSE = 320
"""Code points of a sentence in which its main verb is looked for."""

LABEL = re.compile(r"[^.;:,\n]{2,150}:\s+(?=\S)")
"""An inline label before what is said: "Công tác tuyên truyền: Tổ chức 02 hội nghị"."""

ORDINAL = re.compile(r"(?:một|hai|ba|bốn|năm|sáu)\s+là\s*,\s*")
DASH = re.compile(r"\s[-–]\s+(?=[a-zà-ỹđ])")
"""Before what a person does: "Ông Nguyễn Văn A - Chủ tịch - phụ trách chung"."""

TASK = re.compile(r"(?:nhiệm\s+vụ|công\s+việc|nội\s+dung(?:\s+(?:công\s+việc|thực\s+hiện))?)\s*:\s*")
MARK = re.compile(r"[.;:](?=\s)")
SENTENCE = re.compile(r"[.;]\s+(?=\S)")


@cache
def cues_of_status() -> re.Pattern[str]:
    """What tells how an action stands, in groups: done, ongoing, planned, no."""
    return re.compile(
        rf"(?<!\w)(?:(?P<done>{_words('done_cue')})|(?P<ongoing>{_words('ongoing_cue')})|(?P<planned>{_words('planned_cue')})|(?P<no>chưa|không))(?!\w)"
    )


@cache
def evaluations() -> re.Pattern[str]:
    """How blocks begin that evaluate."""
    return re.compile(rf"(?:{_words('evaluation_opener')})(?!\w)")


@cache
def subjects() -> re.Pattern[str]:
    """How blocks begin that speak of work and not of who does it."""
    return re.compile(rf"(?:{_words('subject_opener')})(?!\w)")


@cache
def difficulties() -> re.Pattern[str]:
    """What speaks of a difficulty."""
    return re.compile(rf"(?<!\w)(?:{_words('difficulty')})(?!\w)")


@cache
def proposals() -> re.Pattern[str]:
    """How blocks begin that propose something to others, or count such proposals."""
    return re.compile(
        rf"(?:(?:[^.;:\n0-9]{{2,90}}?\s)?(?:{_words('proposal_opener')})(?!\w)|(?:một|hai|ba|bốn|năm)\s+là\s*,)"
    )


@cache
def speaking() -> re.Pattern[str]:
    """A verb of speaking in the last clause of a lead-in."""
    return re.compile(rf"(?<!\w)(?!{verbs.none()})(?:{_words('speaking_verb')})(?!\w)[^.;]*$")


@cache
def speaks() -> re.Pattern[str]:
    """A verb of speaking that follows at once."""
    return re.compile(rf"\s*(?:{_words('speaking_verb')})(?!\w)")


@cache
def notifies() -> re.Pattern[str]:
    """What an office says at the end of a paper: "Văn phòng Chính phủ thông báo để các Bộ biết, thực hiện"."""
    return re.compile(rf"\s*(?:{_words('notifying')})(?!\w)")


@cache
def says() -> re.Pattern[str]:
    """What a body only says or holds: "Ủy ban Pháp luật nhận thấy …"."""
    return re.compile(rf"\s*(?:{_words('saying_verb')})(?!\w)")


@cache
def orders() -> re.Pattern[str]:
    """An order that opens the words."""
    return re.compile(rf"(?:{_words('order_verb')})(?!\w)\s+(?=\S)")


@cache
def _ordered() -> str:
    return rf"(?:{_words('order_verb')})(?:\s+cho)?\s+(?:các\s+)?(?:{_words('ordered_body')})(?!\w)"


@cache
def ordered() -> re.Pattern[str]:
    """An order to a body, as letters and conclusions give it: "Giao Sở Y tế chủ trì …"."""
    return re.compile(_ordered())


@cache
def _ordered_within() -> re.Pattern[str]:
    return re.compile(rf"[,;.:]\s+(?P<order>{_ordered()})")


def order_within(low: str, start: int, end: int) -> int | None:
    """Where an order to a body begins behind a clause of a letter that opens with something else: "Nhất trí chủ trương
    …; giao Sở Xây dựng chủ trì …"."""
    opening = verbs.opens(low, start, end)
    if opening is not None and (opening.start() == start or opening[0] not in phrases("order_verb")):
        return None  # "Trong thời gian chờ, giao Sở Y tế …" opens with its order
    match = _ordered_within().search(low, start, end)
    return None if match is None or match["order"].startswith("chỉ đạo") else match.start("order")


ORGANISES = re.compile(r"\s*(?:tiến\s+hành\s+)?(?:tổ\s+chức|triển\s+khai|mở)(?!\w)(?!\s+(?:cuộc\s+)?họp)")
"""What a letter announces that its own body does: "Sở Y tế tiến hành tổ chức chiến dịch … như sau:"."""


@cache
def decides() -> re.Pattern[str]:
    """Somebody above decides: the Prime Minister, a People's Committee or its chairman ("… có ý kiến như sau:", "… yêu
    cầu các sở thực hiện các nội dung sau:")."""
    return re.compile(
        r"(?:thủ\s+tướng(?:\s+chính\s+phủ)?|chủ\s+tịch|[ủu][ỷy]\s+ban\s+nhân\s+dân|ubnd)(?!\w)[^.;:]*"
        r"(?:\scó\s+ý\s+kiến(?:\s+(?:chỉ\s+đạo|kết\s+luận))?(?:\s+như\s+sau)?"
        r"|\s(?:chỉ\s+đạo|yêu\s+cầu)(?:\s+như|\s[^.;:]{1,160}\s(?:nội\s+dung|nhiệm\s+vụ|công\s+việc))\s+sau(?:\s+đây)?)\s*:"
    )


@cache
def directed() -> re.Pattern[str]:
    """What a body is to do by a letter that decides, right behind its name."""
    return re.compile(rf"\s*(?:{_words('directed_act')})(?!\w)")


@cache
def conditions() -> re.Pattern[str]:
    """What makes a promise depend: "Nếu có thay đổi, Sở sẽ thông báo"."""
    return re.compile(rf"(?<!\w)(?:{_words('condition')})(?!\w)")


ANNEXED = re.compile(r"\((?:ban\s+hành\s+)?(?:kèm\s+theo|chi\s+tiết|có\s+phụ\s+lục|đính\s+kèm|theo\s+phụ\s+lục)(?!\w)")


ANNEX_ONLY = re.compile(
    r":\s*\(?(?:theo|tại|có|xem|chi\s+tiết)\s[^.;:]{0,20}?(?:phụ\s+lục|biểu|danh\s+sách)[^.;:]{0,60}[.;)]*\s*$"
)
"""A heading that sends its reader to an annex: "2. Các dự án đã triển khai: theo phụ lục đính kèm."."""


@cache
def details() -> re.Pattern[str]:
    """What a block begins with that only says when, where, for whom, for how much."""
    bare = rf"(?:{_words('bare_detail_label')})\s*:"  # "Phối hợp với các Bộ: …" is a task
    return re.compile(rf"(?:{_words('detail_label')})(?!\w)[^:;,.\n]{{0,60}}:|{bare}")


@cache
def closings() -> re.Pattern[str]:
    """How the last paragraph of a paper begins."""
    return re.compile(rf"(?:{_words('closing_opener')})(?!\w)")


@cache
def people() -> re.Pattern[str]:
    """Labels that name who acts."""
    return re.compile(rf"(?:{_words('person_label')})(?!\w)")


ABOUT_ITSELF = re.compile(
    r"(?:trên\s+đây|nay\s+thông\s+báo|(?:kế\s+hoạch|chương\s+trình|đề\s+án)\s+này"
    r"|[^\W\d_]+\s+[^\W\d_]+\s+này\s+(?:quy\s+định|áp\s+dụng|được\s+áp\s+dụng|có\s+hiệu\s+lực|gồm))(?!\w)"
)
"""What a plan says of itself: "Nghị quyết này quy định …", "Trên đây là kế hoạch …"."""


@cache
def things() -> re.Pattern[str]:
    """How items begin that name things and plan nothing."""
    return re.compile(rf"(?:{_words('thing_opener')})(?!\w)")


@cache
def works() -> re.Pattern[str]:
    """How the items of a check list begin: "Công tác tuyên truyền, phổ biến …;" names what is looked at."""
    return re.compile(rf"(?:{_words('work_opener')})(?!\w)")


@cache
def rules() -> re.Pattern[str]:
    """What a rule says that a task does not: "… thì xem như hết hiệu lực"."""
    return re.compile(rf"(?<!\w)(?:{_words('rule_phrase')})(?!\w)")


@cache
def phenomena() -> re.Pattern[str]:
    """What is counted and was not done by anybody: "168 ca mắc, 02 ca tử vong"."""
    return re.compile(rf"(?<!\w)(?:{_words('phenomenon')})(?!\w)")


@cache
def examiners() -> re.Pattern[str]:
    """Who inspects and appraises, up to what follows: "Đoàn kiểm tra đã …"."""
    return re.compile(rf"(?<!\w)(?:{_words('examiner')})(?:\s+(?:đã|đang))?(?=\s)")


@cache
def states() -> re.Pattern[str]:
    """What stands behind "đã" where nobody acts: "đã có 12 xã", "đã được quan tâm"."""
    return re.compile(rf"\s+(?:{_words('stative')})(?!\w)")


@cache
def praises() -> re.Pattern[str]:
    """How a conclusion begins that praises or takes note."""
    return re.compile(rf"(?:{_words('praise')})(?!\w)")
