"""Whether a block states something done, being done, planned or not done, or nothing: the main verb decides.

Heads of sentences are read with tries from `ontology/data/action_words.csv`; what a part of a document is about
(`loaders.sections`) says how a bare verb is meant: "Tổ chức 02 lớp" is done in a report and planned in a plan.
"""

from __future__ import annotations

import re
from functools import cache

from loaders import trie, verbs
from loaders.reading import Reading
from ontology.lexicon import ActionList, phrases
from ontology.records import ActionStatus
from ontology.rows import Section


def _words(name: ActionList) -> str:
    return trie.pattern(phrases(name))


LABEL = re.compile(r"[^.;:,\n]{2,150}:\s+(?=\S)")
"""An inline label before what is said: "Công tác tuyên truyền: Tổ chức 02 hội nghị"."""


@cache
def cues_of_status() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<done>{_words('done_cue')})|(?P<ongoing>{_words('ongoing_cue')})|(?P<planned>{_words('planned_cue')})|(?P<no>chưa|không))(?!\w)"
    )


@cache
def evaluations() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('evaluation_opener')})(?!\w)")


@cache
def subjects() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('subject_opener')})(?!\w)")


@cache
def difficulties() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('difficulty')})(?!\w)")


ORDINAL = re.compile(r"(?:một|hai|ba|bốn|năm|sáu)\s+là\s*,\s*")


@cache
def proposals() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:[^.;:\n0-9]{{2,90}}?\s)?(?:{_words('proposal_opener')})(?!\w)|(?:một|hai|ba|bốn|năm)\s+là\s*,)"
    )


@cache
def speaking() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('speaking_verb')})(?!\w)[^.;]*$")


@cache
def orders() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('order_verb')})(?!\w)\s+(?=\S)")


ORDERED = re.compile(
    r"(?:giao|yêu\s+cầu|phân\s+công|chỉ\s+đạo)(?:\s+cho)?\s+(?:các\s+)?(?:sở|ban|ủy\s+ban|ubnd|cơ\s+quan|đơn\s+vị|công\s+an|chủ\s+tịch|giám\s+đốc|thủ\s+trưởng|chi\s+cục"
    r"|cục|văn\s+phòng|phòng|thanh\s+tra|huyện|thành\s+phố|xã|trung\s+tâm|bộ|hội|trường|địa\s+phương)(?!\w)"
)
"""An order to a body, as letters and conclusions give it: "Giao Sở Y tế chủ trì …"."""


ORDERED_WITHIN = re.compile(rf"[,;.:]\s+(?P<order>{ORDERED.pattern})")
"""The same behind a clause: "Nhất trí chủ trương …; giao Sở Xây dựng chủ trì …"."""


def order_within(low: str, start: int, end: int) -> int | None:
    """Where an order to a body begins within a block of a letter that opens with something else."""
    if verbs.opens(low, start, end):
        return None
    match = ORDERED_WITHIN.search(low, start, end)
    return None if match is None or match["order"].startswith("chỉ đạo") else match.start("order")


@cache
def speaks() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_words('speaking_verb')})(?!\w)")


ORGANISES = re.compile(r"\s*(?:tiến\s+hành\s+)?(?:tổ\s+chức|triển\s+khai|mở)(?!\w)(?!\s+(?:cuộc\s+)?họp)")
"""What a letter announces that its own body does: "Sở Y tế tiến hành tổ chức chiến dịch … như sau:"."""

CONDITION = re.compile(r"(?<!\w)(?:nếu|trường\s+hợp|khi\s+có|sau\s+khi|trong\s+thời\s+hạn)(?!\w)")
"""What makes a promise depend: "Nếu có thay đổi, Sở sẽ thông báo"."""

STATED = ("đang", "tiếp tục")
ANNEXED = re.compile(r"\((?:ban\s+hành\s+)?(?:kèm\s+theo|chi\s+tiết|có\s+phụ\s+lục|đính\s+kèm|theo\s+phụ\s+lục)(?!\w)")


@cache
def details() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('detail_label')})(?!\w)[^:;,.\n]{{0,60}}:")


CLOSING_ORDER = re.compile(
    r"(?:yêu\s+cầu|đề\s+nghị|nhận\s+được|trên\s+đây|rất\s+mong|trân\s+trọng|thừa\s+lệnh|căn\s+cứ)(?!\w)"
)
ABOUT_ITSELF = re.compile(
    r"(?:trên\s+đây|(?:kế\s+hoạch|chương\s+trình|đề\s+án)\s+này"
    r"|[^\W\d_]+\s+[^\W\d_]+\s+này\s+(?:quy\s+định|áp\s+dụng|được\s+áp\s+dụng|có\s+hiệu\s+lực|gồm))(?!\w)"
)
"""What a plan says of itself: "Nghị quyết này quy định …", "Trên đây là kế hoạch …"."""

COORDINATES = frozenset({"chủ", "phối", "chỉ", "chịu", "yêu", "giao"})
SUBJECT_REACH = 80
SHORT = 40
BARE_LEAD = 70
NEAR = 60
"""Code points in which a task names its verb; further behind it says how ("Công chức có hành vi … thì bị xử lý")."""


@cache
def things() -> re.Pattern[str]:
    """How items begin that name things and plan nothing."""
    return re.compile(rf"(?:{_words('thing_opener')})(?!\w)")


WORK = re.compile(r"(?:công\s+tác|việc|tình\s+hình|hoạt\s+động|kết\s+quả)(?!\w)")
"""How the items of a check list begin: "Công tác tuyên truyền, phổ biến …;" names what is looked at."""

CLAUSE = 320
QUICK = ("tổ chức", "triển khai", "đã ", "sẽ ", "đang ", "tiếp tục", "giao ", "yêu cầu", "phân công", "chỉ đạo")
"""Code points of a sentence in which its main verb is looked for."""

SENTENCE = re.compile(r"[.;]\s+(?=\S)")


def read(
    reading: Reading,
    start: int,
    end: int,
    section: Section | None,
    *,
    lead: bool,
    measured: bool,
    named: bool,
    inherited: ActionStatus | None,
    acts: int | None = None,
    cited: bool = False,
    bodied: bool = False,
) -> ActionStatus | None:
    """The status of the action that the words from `start` to `end` state, None where they state none.

    start: behind the label and behind a clause that only names what is carried out ("Thực hiện Quyết định X, …").
    measured: the block holds a result or a sum; named: it names a programme. inherited: status of its lead-in. acts:
    where the name of a body that opens the clause ends. cited: the words open with a document ("Thông báo số 5/TB-…").
    bodied: the first sentence says which body acts.
    """
    low = reading.low
    closing = low.startswith("./.", end - 3)
    if closing and (CLOSING_ORDER.match(low, start) or (acts is not None and speaks().match(low, acts))):
        return None
    if details().match(low, start, end) or ANNEXED.match(low, start):
        return None
    if section in ("tasks", "goals", "budget"):
        return _planned(low, start, end, section, lead=lead, measured=measured, named=named, acts=acts)
    if inherited and (counted := ORDINAL.match(low, start)):
        start = counted.end()  # "Một là, …" in the list of what was done
    if evaluations().match(low, start) or proposals().match(low, start, min(end, start + 100)):
        return None
    if lead and not measured and end - start < BARE_LEAD and not cues_of_status().search(low, start, end):
        return None
    if lead and speaking().search(low, max(start, end - CLAUSE), end) and not cues_of_status().search(low, start, end):
        return None
    label = LABEL.match(low, start, end)
    if label is not None and label.end() < end and not lead and not verbs.opens(low, start, end):
        start = label.end()
        if evaluations().match(low, start):
            return None
    opens = (None if cited else verbs.opens(low, start, end)) or (verbs.behind(low, acts) if acts is not None else None)
    stop = min(end, start + CLAUSE)
    cuts = (cut.start() for cut in SENTENCE.finditer(low, start + 20, stop))
    first = next((cut for cut in cuts if not _in_parentheses(low, start, cut)), stop)
    cues = [cue for cue in cues_of_status().finditer(low, start, first) if not _in_parentheses(low, start, cue.start())]
    acting = [
        cue for cue in cues if cue["no"] is None and (verbs.acted(low, cue.end()) or cue["done"] not in (None, "đã"))
    ]
    if opens is None:
        difficulty = difficulties().search(low, start, first)
        if difficulty is not None and not (acting and acting[0].start() < difficulty.start()) and not measured:
            return None
        if (
            subjects().match(low, start)
            and not measured
            and not any(
                cue.start() - start < SUBJECT_REACH and (cue["done"] == "đã" or cue["ongoing"]) for cue in acting
            )
        ):
            return None
        denied = next((cue for cue in cues if cue["no"] == "chưa" and verbs.acted(low, cue.end())), None)
        if denied is not None and not acting and not measured:
            return "notDone" if section == "results" else None
    if section is None and not inherited:
        if orders().match(low, start) or (acts is not None and orders().match(low, acts + 1)):
            return "planned" if ORDERED.search(low, start, stop) else None
        if (order_within(low, start, end)) is not None:
            return "planned"
        if acts is not None and ORGANISES.match(low, acts):
            return "planned"
        if bodied and any(c["planned"] == "sẽ" for c in acting) and not CONDITION.search(low, start, first):
            return "planned"
        if not bodied or not any(c["done"] == "đã" or c["ongoing"] in STATED for c in acting):
            return None  # a letter asks whom it is for; what it tells was done, a body did
        if acts is not None and speaks().match(low, acts):
            return None
    head = cues_of_status().match(low, start, end)
    heads = head is not None and head["no"] is None and verbs.doing().search(low, start, first) is not None
    planned = any(cue["planned"] == "sẽ" for cue in cues)
    told = measured and (inherited or cues or verbs.doing().search(low, start, end))
    if opens is None and not (acting or told or heads or planned or (inherited and named)):
        return None
    return _of(low, start, first, end, opens, cues, inherited)


def _done_later(cues: list[re.Match[str]], now: re.Match[str]) -> bool:
    """ "Hiện nay, … đã …" tells what is done by now, "hiện nay … đang" what goes on."""
    later = next((cue for cue in cues if cue.start() > now.start()), None)
    if later is None or later["done"] is None or now["ongoing"] == "hiện có":
        return False
    between = later.string[now.end() : later.start()]
    return len(between) < SUBJECT_REACH and " có " not in f"{between} " and " còn " not in between


def _in_parentheses(low: str, start: int, position: int) -> bool:
    return low.count("(", start, position) > low.count(")", start, position)


def may_state(low: str, start: int, end: int) -> bool:
    """A cheap look before `read`, where no part of a document says what its blocks are about."""
    stop = min(end, start + 2 * CLAUSE)
    return any(low.find(word, start, stop) >= 0 for word in QUICK)


def _of(
    low: str,
    start: int,
    first: int,
    end: int,
    opens: re.Match[str] | None,
    cues: list[re.Match[str]],
    inherited: ActionStatus | None,
) -> ActionStatus:
    head = cues_of_status().match(low, start, end)
    if head is not None and head["ongoing"] is not None:
        return "done" if head["ongoing"].startswith("hiện") and _done_later(cues, head) else "ongoing"
    if opens is not None:
        if any(cue["planned"] == "sẽ" and cue.start() < opens.end() + 30 for cue in cues):
            return "planned"
        return inherited or "done"
    for cue in cues:
        if cue["planned"]:
            return "planned"
        if cue["ongoing"] and not (cue["ongoing"].startswith("hiện") and _done_later(cues, cue)):
            return "ongoing"
        if cue["done"]:
            return "done"
    second = cues_of_status().search(low, first, end)
    if second is not None and second["ongoing"] and not inherited:
        return "ongoing"
    return inherited or "done"


def _planned(
    low: str,
    start: int,
    end: int,
    section: Section,
    *,
    lead: bool,
    measured: bool,
    named: bool,
    acts: int | None,
) -> ActionStatus | None:
    """In a part that plans, every block with a verb of doing is planned, and every target with a number."""
    if ABOUT_ITSELF.match(low, start, end):
        return None
    if lead and speaking().search(low, max(start, end - CLAUSE), end) and not verbs.opens(low, start, end):
        return None
    if lead and acts and all(verb[0].split()[0] in COORDINATES for verb in verbs.doing().finditer(low, acts, end)):
        return None  # "Bộ Tư pháp chủ trì, phối hợp với các bộ:" says who, its list says what
    if section == "budget":
        return "planned" if (named and measured) or verbs.opens(low, start, end) else None
    if section == "goals":
        return "planned" if measured else None
    if verbs.opens(low, start, end):
        return "planned"
    if things().match(low, start) and not (
        (named_thing := LABEL.match(low, start, end)) and verbs.opens(low, named_thing.end(), end)
    ):
        return None
    if WORK.match(low, start) and LABEL.match(low, start, end) is None and not cues_of_status().search(low, start, end):
        return None
    if end - start > SHORT and cues_of_status().search(low, start, min(end, start + CLAUSE)):
        return "planned"
    if acts and not lead and verbs.behind(low, acts, end):
        return "planned"
    if end - start < 60 and (lead or not measured):
        label = LABEL.match(low, start, end)
        return "planned" if label and verbs.opens(low, label.end(), end) else None
    return "planned" if acts or measured or verbs.doing().search(low, start, min(end, start + NEAR)) else None
