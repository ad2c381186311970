"""Which mentions of one text mean the same document; what the text as a whole says of it, and where it contradicts
itself.

Within one source only: across sources `graph.identity.resolve` decides. Number, symbol and type tie mentions together;
stated dates and issuers split them when they really name two documents, and become conflicts when one of them is a
slip.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from loaders.citations import types
from loaders.citations.sighting import Sighting
from loaders.citations.tails import Speaker
from loaders.header.header import Head
from loaders.identity import by_day
from loaders.identity.backward import refer_back
from loaders.identity.clusters import clusters_of
from loaders.identity.contradictions import (
    contradictions,
    less_said,
    other_shape,
    other_title,
    usual_shape,
    usual_title,
)
from loaders.identity.issuer import issuer_of
from loaders.identity.law_names import meeting, possible_names
from loaders.identity.paths import Numbered, identity_by, numbered, path_of
from loaders.identity.votes import counted, most
from ontology import identity
from ontology.assembly import right_term
from ontology.codes import bodies
from ontology.document_type import row_of
from ontology.issuers import from_type
from ontology.laws import bears, by_number, official, passed_on
from ontology.numbers import Symbol, format_number
from ontology.records import SELF, Conflict, DateBy, Decided, Work
from ontology.tables import DocumentType
from ontology.words import fold, letters


class Identified(Struct, frozen=True):
    """works: by order of first mention (the speaking document apart). meaning: sighting → work id, SELF or None."""

    works: tuple[Work, ...]
    meaning: tuple[str | None, ...]
    conflicts: dict[int, tuple[Conflict, ...]]
    reasons: dict[int, str]


def identify(
    sightings: tuple[Sighting, ...], head: Head, self_work: Work, speaker: Speaker, act: int | None = None
) -> Identified:
    """Decides every sighting. `reasons` says why a short form or an anaphor has no referent. act: as in
    `loaders.identity.backward`."""
    clusters = clusters_of(sightings, speaker)
    meaning: list[str | None] = [None] * len(sightings)
    conflicts: dict[int, tuple[Conflict, ...]] = {}
    works: dict[str, Work] = {}
    for cluster in sorted(clusters, key=lambda c: c.members[0]):
        others = [index for index in cluster.members if not _names_self(sightings[index], head)]
        for index in set(cluster.members) - set(others):
            meaning[index] = SELF
        if not others:
            continue
        members = [sightings[index] for index in others]
        work = _work(members, speaker)
        own = _is_self(work, head)
        several = len(members) > 1
        usual, title = (usual_shape(members), usual_title(members)) if several else (None, None)
        for index in others:
            meaning[index] = SELF if own else work.id
            seen = sightings[index]
            found = (*contradictions(seen, work), *other_shape(seen, usual), *other_title(seen, title))
            if found and not own:
                conflicts[index] = found
        if not own:
            works.setdefault(work.id, work)
    _by_sole_issuer(sightings, meaning, works, self_work)
    reasons = refer_back(sightings, meaning, head, act)
    _by_number_alone(sightings, meaning, works, reasons)
    by_day.decide(sightings, meaning, works, reasons, self_work)
    return Identified(tuple(works.values()), tuple(meaning), conflicts, reasons)


def _by_sole_issuer(
    sightings: tuple[Sighting, ...], meaning: list[str | None], works: dict[str, Work], self_work: Work
) -> None:
    """ "Nghị định 178/2024" is known by its number and year, for one body alone issues decrees."""
    for index, sighting in enumerate(sightings):
        if sighting.form != "short" or not sighting.year or sighting.type is None:
            continue
        sole = from_type(sighting.type.label_vi)
        if sole is None:
            continue
        label = sighting.type.label_vi
        path = identity.work_path(
            type=label, number=sighting.number, year=sighting.year, symbol=None, date=None, issuer_key=sole.key
        )
        if path == self_work.id:
            meaning[index] = SELF
            continue
        decided = Decided("number.year", None, "type")
        works.setdefault(
            path, Work(path, label, sighting.number, sighting.year, None, None, sole, None, decided=decided)
        )
        meaning[index] = path


def _by_number_alone(
    sightings: tuple[Sighting, ...], meaning: list[str | None], works: dict[str, Work], reasons: dict[int, str]
) -> None:
    """ "Sắc lệnh số 34" names its document as far as any text does: decree-laws bore no symbol."""
    for index in sorted(reasons):
        kind = sightings[index].type
        if sightings[index].form != "short" or kind is None or kind.slug not in types.WITHOUT_SYMBOL:
            continue
        work = _work([sightings[index]], Speaker())
        works.setdefault(work.id, work)
        meaning[index] = work.id
        del reasons[index]


def _work(members: list[Sighting], speaker: Speaker) -> Work:
    full = [m for m in members if m.form == "full"]
    date = _majority(m.tail.date for m in members)
    first = _best(full, date) if len(full) > 1 else full[0] if full else members[0]
    kind = _type(members, first.symbol)
    symbol = _symbol(first, members, kind)
    issuer, issuer_by = issuer_of(members, kind, symbol, date, speaker)
    law = _law(first, kind, symbol, speaker)
    year_of_name = next((m.year for m in members if m.form == "named" and m.year), None)
    known = numbered(first, kind, symbol, law, date or year_of_name, speaker.date)
    path = path_of(first, kind, known, date or year_of_name, issuer, law)
    date = _enacted(members, known) or date
    return Work(
        id=path,
        type=kind.label_vi if kind else None,
        number=known.number,
        year=known.year,
        symbol=known.symbol,
        date=date,
        issuer=issuer,
        title=_title(members),
        name=_called(kind, law or _printed_name(full, kind), year_of_name),
        decided=Decided(identity_by(first, known, path), _agreement(m.tail.date for m in members), issuer_by),
    )


def _best(full: list[Sighting], date: str | None) -> Sighting:
    """The mention whose number says most, and what most others say; the first of several."""
    years = counted(m.year for m in full if m.year)
    numbers = counted(m.number for m in full if m.number)
    return max(
        full,
        key=lambda m: (
            years.get(m.year or "", 0),
            numbers.get(m.number or "", 0),
            m.year is not None and m.year == (date or "")[:4],
            m.symbol is not None and bool(m.symbol.agencies),
            m.symbol is not None and all(map(bodies, m.symbol.agencies)),
        ),
    )


def _enacted(members: list[Sighting], known: Numbered) -> str | None:
    """Of several days that are stated for a law the one on which, as the table knows, it was passed: some state the day
    of its publication ("Luật Doanh nghiệp ngày 08 tháng 12 năm 2014")."""
    days = {m.tail.date for m in members} - {None}
    if len(days) < 2 or known.number is None or known.symbol is None:
        return None
    day = passed_on(format_number(known.number, known.year, known.symbol))
    return day if day in days else None


def _title(members: list[Sighting]) -> str | None:
    """The title that stands with the day of the document, else with its body, else the first: behind a mere number the
    text may tell what a provision says ("Điều 13 Nghị định số 32/2024/NĐ-CP quy định mọi trường hợp …")."""
    told = [m.tail for m in members if m.tail.title_text]
    if len(told) < 2:
        return told[0].title_text if told else None
    return max(told, key=lambda tail: (tail.date is not None, tail.issuer is not None)).title_text


def _agreement(stated: Iterable[str | None]) -> DateBy | None:
    """Whether the mentions that state a value agree; a shorter date agrees with the fuller one."""
    values = sorted({value for value in stated if value}, key=len)
    if not values:
        return None
    return "stated" if all(values[-1].startswith(value) for value in values) else "majority"


def _called(kind: DocumentType | None, name: str | None, year: str | None) -> str | None:
    """How people call a document known by name: "Luật Khoa học và Công nghệ năm 2013"."""
    if name is None or kind is None:
        return None
    full = name if letters(name).startswith(letters(kind.label_vi)) else f"{kind.label_vi} {name}"
    return f"{full} năm {year}" if year else full


def _symbol(first: Sighting, members: list[Sighting], kind: DocumentType | None) -> Symbol | None:
    """The symbol of the work; an act of the National Assembly has the term of its year."""
    if first.symbol is None or first.symbol.family != "na":
        return first.symbol
    name = next((m.name for m in members if m.name), None)
    return right_term(first.number, first.year, first.symbol, kind.label_vi if kind else None, name)


def _law(first: Sighting, kind: DocumentType | None, symbol: Symbol | None, speaker: Speaker) -> str | None:
    if first.number is not None and symbol is not None and symbol.family == "na":
        law = by_number().get(format_number(first.number, first.year, symbol.text))
        return law.name if law and kind and law.type == kind.label_vi else None
    if first.form == "named" and first.name and kind:
        return meeting(possible_names(kind.label_vi, first.name)[0], speaker.place)
    return None


def _type(members: list[Sighting], symbol: Symbol | None) -> DocumentType | None:
    """The word that most mentions use; a number without type code is a letter, whatever else than a judgment or a
    decree-law the text calls it, and a joint circular is one though a mention calls it a circular."""
    if symbol is not None and (symbol.family == "letter" or any(map(less_said, members))):
        own = next((m.type for m in members if m.type is not None and m.type.slug in types.WITHOUT_CODE), None)
        return own or _turned_around(members, symbol) or types.of_code(symbol)
    if len(members) == 1 and members[0].type is not None:
        return members[0].type
    words = counted(m.type.slug for m in members if m.type is not None)
    if words:
        usual = most(words)
        return next(m.type for m in members if m.type is not None and m.type.slug == usual)
    if symbol is None:
        return None
    known = by_number().get(format_number(members[0].number, members[0].year, symbol.text))
    return row_of(known.type) if known is not None else types.of_code(symbol)


def _turned_around(members: list[Sighting], symbol: Symbol) -> DocumentType | None:
    """The type of an old number with its code at the end: "Thông tư số 02/BYT-TT" is no letter."""
    found = {m.type.slug: m.type for m in members if m.type is not None and symbol.unit in m.type.state_codes}
    return next(iter(found.values())) if len(found) == 1 else None


def _printed_name(members: list[Sighting], kind: DocumentType | None) -> str | None:
    """The name between type and number of a law that no table knows ("Luật sửa đổi, bổ sung một số điều của Luật Tiêu
    chuẩn và quy chuẩn kỹ thuật số 70/2025/QH15"): other texts cite it by that and its year alone."""
    for member in members:
        if member.name and member.symbol is not None and member.symbol.family == "na" and member.type == kind:
            named = member.name if kind is None else official(kind.label_vi, member.name)
            number = format_number(member.number, member.year, member.symbol.text)
            wrong = kind is not None and bears(kind.label_vi, named, number) is False
            if len(named.split()) > 1 and not named.endswith(OPEN_NAME) and not wrong:
                return named
    return None


OPEN_NAME = (" của", " và", ",")
"""How a name ends that is cut off."""


def _majority(values: Iterable[str | None]) -> str | None:
    """The value stated most often; a fuller date counts for its prefix too; the first wins a tie."""
    stated = [value for value in values if value]
    if len(stated) < 2:
        return stated[0] if stated else None
    longest = max(len(value) for value in stated)
    return most(counted(value for value in stated if len(value) == longest))


def _names_self(sighting: Sighting, head: Head) -> bool:
    """A law that calls itself by its own name: "Quốc hội ban hành Luật Bảo hiểm xã hội"."""
    if sighting.form != "named" or sighting.year or sighting.tail.date or not sighting.name or head.type is None:
        return False
    title = head.header.title
    return sighting.type == head.type and title is not None and fold(title) == fold(sighting.name)


def _is_blank_self(work: Work, head: Head) -> bool:
    """A draft, or a form of an act that was signed later, leaves its own number blank: "(Kèm theo Kế hoạch số
    /KH-UBND)" below "Số:      /KH-UBND"."""
    header = head.header
    own_year = header.year or (header.date or "")[:4]
    stated = work.year or (work.date or "")[:4]
    return bool(
        work.number is None
        and work.symbol
        and work.symbol == header.symbol
        and work.type == header.type
        and (not stated or not own_year or stated == own_year)
    )


def _is_self(work: Work, head: Head) -> bool:
    header = head.header
    if _is_blank_self(work, head):
        return True
    return bool(
        header.number
        and work.number
        and work.number.lstrip("0") == header.number.lstrip("0")
        and work.symbol == header.symbol
        and work.year == header.year
        and (work.date is None or header.date is None or work.date[:4] == header.date[:4])
    )
