"""Whether a block of a part that plans states a task or a target (`ontology/data/action_words.csv`)."""

from __future__ import annotations

from loaders.actions import bodies, verbs
from loaders.actions import status_words as said
from loaders.actions.status_words import cues_of_status
from loaders.text.reading import Reading
from ontology.records import ActionStatus
from ontology.rows import Section

MUST = (" phải ", " cần ")
COORDINATES = frozenset({"chủ", "phối", "chỉ", "chịu", "yêu", "giao"})

SHORT = 40
BARE_TASK = 80
BRIEF = 60
"""Code points of what may be a heading though nothing says so."""

NEAR = 60
"""Code points in which a task names its verb; further behind it says how ("Công chức có hành vi … thì bị xử lý")."""


def read(
    reading: Reading,
    start: int,
    end: int,
    section: Section,
    *,
    lead: bool,
    measured: bool,
    named: bool,
    acts: int | None,
    listed: bool,
) -> ActionStatus | None:
    """In a part that plans, every block with a verb of doing is planned, and every target with a number."""
    low, text = reading.low, reading.text
    if (task := said.TASK.match(low, start, end)) is not None and task.end() < end:
        start = task.end()
        acts = None if acts is not None and acts < start else acts
    if said.ABOUT_ITSELF.match(low, start, end) or (low.startswith("kinh phí", start) and not measured):
        return None
    if lead and said.speaking().search(low, max(start, end - said.CLAUSE), end) and not verbs.opens(low, start, end):
        return None
    if lead and not measured and not named and end - start < BARE_TASK and acts is None:
        return None  # "2. Đào tạo, bồi dưỡng đội ngũ cán bộ cấp xã:" only heads its list
    if lead and acts and all(verb[0].split()[0] in COORDINATES for verb in verbs.doing().finditer(low, acts, end)):
        return None  # "Bộ Tư pháp chủ trì, phối hợp với các bộ:" says who, its list says what
    if section == "budget":
        tasked = acts is not None and (verbs.behind(low, acts, end) or said.directed().match(low, acts))
        return "planned" if (named and measured) or tasked or verbs.opens(low, start, end) else None
    if section == "goals":
        return "planned" if measured else None
    if verbs.opens(low, start, end):
        return "planned"
    if listed or said.rules().search(low, start, min(end, start + said.CLAUSE)):
        return None
    if said.things().match(low, start) and not (
        (named_thing := said.LABEL.match(low, start, end)) and verbs.opens(low, named_thing.end(), end)
    ):
        return None
    if (
        said.works().match(low, start)
        and said.LABEL.match(low, start, end) is None
        and (lead or not _goes_on(low, start, end))
    ):
        return None
    if end - start > SHORT and cues_of_status().search(low, start, min(end, start + said.CLAUSE)):
        return "planned"
    if acts and not lead and (verbs.behind(low, acts, end) or verbs.acted(low, acts, end)):
        return "planned"
    label = said.LABEL.match(low, start, end)
    if end - start < BRIEF and (lead or not measured):
        return "planned" if label and verbs.opens(low, label.end(), end) else None
    if label is not None and bodies.group().match(text, label.end(), end):
        return "planned"  # "a) Đo lường: Ủy ban nhân dân huyện chủ động …"
    return "planned" if acts or measured or verbs.doing().search(low, start, min(end, start + NEAR)) else None


def _goes_on(low: str, start: int, end: int) -> bool:
    """ "Công tác tuyên truyền tiếp tục được đẩy mạnh", not "Công tác thống kê hàng năm;" in a check list."""
    if any(map(low[start:end].__contains__, MUST)):
        return True
    cues = cues_of_status().finditer(low, start, end)
    return any(cue["planned"] or cue["ongoing"] in said.STATED or cue["done"] == "đã" for cue in cues)
