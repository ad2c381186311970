"""Whether a block states something done, being done, planned or not done, or nothing: the main verb decides.

Heads of sentences are read with tries from `ontology/data/action_words.csv`; what a part of a document is about
(`loaders.actions.sections`) says how a bare verb is meant: "Tổ chức 02 lớp" is done in a report and planned in a plan.
"""

from __future__ import annotations

import re

from loaders.actions import planning, verbs
from loaders.actions import status_words as said
from loaders.actions.status_words import cues_of_status
from loaders.text.reading import Reading
from ontology.records import ActionStatus
from ontology.rows import Section

SUBJECT_REACH = 80
BARE_LEAD = 70

LAST = 500
"""Code points of the paragraph that closes a paper."""

ANNEX_REACH = 160
"""Code points before the end in which a block sends its reader to an annex."""

PERSON_REACH = 200
"""Code points behind "Trưởng đoàn:" in which name and office end and the task begins."""


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
    listed: bool = False,
    opening: bool = False,
) -> ActionStatus | None:
    """The status of the action that the words from `start` to `end` state, None where they state none.

    start: behind the label and behind a clause that only names what is carried out ("Thực hiện Quyết định X, …").
    measured: the block holds a result or a sum; named: it names a programme. inherited: status of its lead-in. acts:
    where the name of a body that opens the clause ends. cited: the words open with a document ("Thông báo số 5/TB-…").
    bodied: the first sentence says which body acts. listed: the lead-in above lists what something is about.
    opening: the block stands before the first numbered part.
    """
    low = reading.low
    closing = low.startswith("./.", end - 3) and end - start < LAST
    if closing and (said.closings().match(low, start) or (acts is not None and said.speaks().match(low, acts))):
        return None
    if acts is not None and said.notifies().match(low, acts):
        return None
    if _is_detail(reading, start, end) or said.ANNEXED.match(low, start):
        return None
    if opening and acts is not None and said.speaks().match(low, acts) and not _orders(low, acts, lead):
        return None  # "Sở Y tế xây dựng Kế hoạch …": what the paper is
    if said.praises().match(low, start):
        return None
    if said.ANNEX_ONLY.search(low, max(start, end - ANNEX_REACH), end) and not cues_of_status().match(low, start):
        return None
    if section in ("tasks", "goals", "budget"):
        return planning.read(
            reading, start, end, section, lead=lead, measured=measured, named=named or cited, acts=acts, listed=listed
        )
    if inherited and (counted := said.ORDINAL.match(low, start)):
        start = counted.end()  # "Một là, …" in the list of what was done
    if said.evaluations().match(low, start):
        return None
    proposal = said.proposals().match(low, start, min(end, start + 100))
    if proposal is not None and " đã " not in low[start : proposal.end()]:
        return None
    if lead and not measured and end - start < BARE_LEAD and not cues_of_status().search(low, start, end):
        return None
    if (
        lead
        and said.speaking().search(low, max(start, end - said.CLAUSE), end)
        and not cues_of_status().search(low, start, end)
    ):
        return None
    label = said.LABEL.match(low, start, end)
    if label is not None and label.end() < end and not lead and not _opens(low, start, end):
        start = label.end()
        if said.evaluations().match(low, start):
            return None
    opens = (None if cited else verbs.opens(low, start, end)) or (verbs.behind(low, acts) if acts is not None else None)
    stop = min(end, start + said.CLAUSE)
    cuts = (cut.start() for cut in said.SENTENCE.finditer(low, start + 20, stop))
    first = next((cut for cut in cuts if not _in_parentheses(low, start, cut)), stop)
    cues = [cue for cue in cues_of_status().finditer(low, start, first) if not _in_parentheses(low, start, cue.start())]
    acting = [
        cue
        for cue in cues
        if cue["no"] is None
        and (verbs.acted(low, cue.end()) or cue["done"] not in (None, "đã") or _did(low, acts, cue))
    ]
    if opens is None:
        if said.phenomena().search(low, start, first) and not acting and not verbs.doing().match(low, acts or start):
            return None
        difficulty = said.difficulties().search(low, start, first)
        if difficulty is not None and not (acting and acting[0].start() < difficulty.start()) and not measured:
            return None
        if (
            said.subjects().match(low, start)
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
        if said.orders().match(low, start) or (acts is not None and said.orders().match(low, acts + 1)):
            return "planned" if said.ordered().search(low, start, stop) else None
        if (said.order_within(low, start, end)) is not None:
            return "planned"
        if acts is not None and said.ORGANISES.match(low, acts):
            return "planned"
        if bodied and any(c["planned"] == "sẽ" for c in acting) and not said.conditions().search(low, start, first):
            return "planned"
        if not bodied or not any(c["done"] == "đã" or c["ongoing"] in said.STATED for c in acting):
            return None  # a letter asks whom it is for; what it tells was done, a body did
        if acts is not None and said.speaks().match(low, acts):
            return None
    head = cues_of_status().match(low, start, end)
    heads = head is not None and head["no"] is None and verbs.doing().search(low, start, first) is not None
    planned = any(cue["planned"] == "sẽ" for cue in cues)
    told = measured and (inherited or cues or verbs.doing().search(low, start, end))
    if opens is None and not (acting or told or heads or planned or (inherited and named)):
        return None
    return _of(low, start, first, end, opens, cues, inherited)


def _opens(low: str, start: int, end: int) -> bool:
    """A verb opens the words, and no label: "Phối hợp Trường A tổ chức đào tạo: lớp điện tim 34 học viên, …"."""
    return low.startswith("phối hợp ", start) or verbs.opens(low, start, end) is not None


def _orders(low: str, acts: int, lead: bool) -> bool:
    """A letter may be nothing but its order: "Sở Công Thương yêu cầu các đơn vị khẩn trương báo cáo"."""
    return not lead and said.ordered().match(low, acts + 1) is not None


def _did(low: str, acts: int | None, cue: re.Match[str]) -> bool:
    """A body at the head of the clause "đã" does what no list knows: "Sở Y tế đã khoanh vùng …"."""
    if acts is None or cue["done"] != "đã" or low[acts : cue.start()].strip():
        return False
    return said.states().match(low, cue.end()) is None


def _is_detail(reading: Reading, start: int, end: int) -> bool:
    """Does the block only say when, where, by whom? "Trưởng đoàn: Phụ trách chung" says what somebody does, and so does
    "Trưởng đoàn: Ông Nguyễn Văn A - Chủ tịch HĐND tỉnh - phụ trách chung"."""
    detail = said.details().match(reading.low, start, end)
    if detail is None:
        return False
    if said.people().match(reading.low, start) is None:
        return True
    if verbs.behind(reading.low, detail.end(), end) is not None:
        return False
    dashes = said.DASH.finditer(reading.text, detail.end(), min(end, detail.end() + PERSON_REACH))
    return not any(verbs.doing().match(reading.text, dash.end(), end) for dash in dashes)


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
    """A cheap look before `read`: one of these words stands in all that states an action where no part of a document
    says what its blocks are about (a look for each: half of what a loop over them takes)."""
    words = low[start : min(end, start + 2 * said.CLAUSE)]
    return (
        "tổ chức" in words
        or "triển khai" in words
        or "ban hành" in words
        or "giao " in words
        or "tiếp tục" in words
        or "yêu cầu" in words
        or "chỉ đạo" in words
        or "phân công" in words
        or "sẽ " in words
        or "đang " in words
        or "đã " in words
    )


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
