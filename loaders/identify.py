"""Which mentions of one text mean the same document; what the text as a whole says of it, and where it contradicts itself.

Within one source only: across sources `graph.resolve` decides. Number, symbol and type tie mentions together; stated dates and
issuers split them when they really name two documents, and become conflicts when one of them is a slip.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders import types
from loaders.header import Head
from loaders.mentions import Sighting
from loaders.tails import Speaker
from ontology import identity
from ontology.issuers import from_symbol
from ontology.laws import by_number, initials
from ontology.numbers import Symbol, format_number
from ontology.records import SELF, Conflict, Issuer, Work
from ontology.tables import DocumentType, document_types
from ontology.words import fold, letters, slug


@dataclass(slots=True)
class Cluster:
    """Mentions that mean one document. members: indexes into the sightings of the scan, in order."""

    members: list[int] = field(default_factory=list)
    work: Work | None = None


@dataclass(frozen=True, slots=True)
class Identified:
    """works: by order of first mention (the speaking document apart). meaning: sighting → work id, SELF or None."""

    works: tuple[Work, ...]
    meaning: tuple[str | None, ...]
    conflicts: dict[int, tuple[Conflict, ...]]
    reasons: dict[int, str]


def identify(sightings: tuple[Sighting, ...], head: Head, self_work: Work, speaker: Speaker) -> Identified:
    """Decides every sighting. `reasons` says why a short form or an anaphor has no referent."""
    clusters = _numbered_clusters(sightings)
    clusters += _named_clusters(sightings, clusters)
    meaning: list[str | None] = [None] * len(sightings)
    conflicts: dict[int, tuple[Conflict, ...]] = {}
    works: dict[str, Work] = {}
    for cluster in sorted(clusters, key=lambda c: c.members[0]):
        members = [sightings[index] for index in cluster.members]
        work = _work(members, speaker)
        own = _is_self(work, head)
        for index in cluster.members:
            meaning[index] = SELF if own else work.id
            found = (*_contradictions(sightings[index], work), *_other_groups(sightings[index], members))
            if found and not own:
                conflicts[index] = found
        if not own:
            works.setdefault(work.id, work)
    reasons = _back_references(sightings, meaning, head)
    return Identified(tuple(works.values()), tuple(meaning), conflicts, reasons)


# --- numbered documents


def _numbered_clusters(sightings: tuple[Sighting, ...]) -> list[Cluster]:
    groups: dict[tuple[str, str, str], list[int]] = {}
    for index, sighting in enumerate(sightings):
        if sighting.form == "full" and sighting.number is not None and sighting.symbol is not None:
            key = (sighting.number.lstrip("0").lower(), sighting.year or "", fold(sighting.symbol.text))
            groups.setdefault(key, []).append(index)
        elif sighting.form == "full" and sighting.symbol is not None:
            groups.setdefault(("", str(index), ""), []).append(index)
    clusters = []
    for members in groups.values():
        clusters += _split(members, sightings)
    return clusters


def _split(members: list[int], sightings: tuple[Sighting, ...]) -> list[Cluster]:
    """One number and symbol, perhaps several documents: other bodies, other types by the word, other years."""
    parts: list[Cluster] = []
    for index in members:
        best = next((part for part in parts if _same(sightings[index], [sightings[i] for i in part.members])), None)
        if best is None:
            parts.append(Cluster([index]))
        else:
            best.members.append(index)
    return _attach_undated(parts, sightings)


def _same(sighting: Sighting, members: list[Sighting]) -> bool:
    issuer = sighting.tail.issuer
    for other in members:
        if (
            issuer
            and other.tail.issuer
            and issuer.key != other.tail.issuer.key
            and _local(issuer)
            and _local(other.tail.issuer)
        ):
            return False
    if sighting.year or sighting.tail.date is None:
        return True
    dates = [other.tail.date for other in members if other.tail.date]
    if not dates or any(date[:4] == sighting.tail.date[:4] for date in dates):
        return True
    return any(date[4:] == sighting.tail.date[4:] for date in dates) or _same_title(sighting, members)


def _local(issuer: Issuer) -> bool:
    return "." in issuer.key


def _same_title(sighting: Sighting, members: list[Sighting]) -> bool:
    """Two years for one number are a slip when both mentions carry the same title."""
    return (
        False
        if sighting.tail.title is None
        else any(
            other.tail.title is not None
            and sighting.rule == other.rule
            and sighting.tail.title_key == other.tail.title_key
            for other in members
        )
    )


def _attach_undated(parts: list[Cluster], sightings: tuple[Sighting, ...]) -> list[Cluster]:
    """Mentions without a date went to the first cluster that took them; give them to the nearest one before them."""
    if len(parts) < 2:
        return parts
    undated = [
        i for part in parts for i in part.members if sightings[i].tail.date is None and sightings[i].tail.issuer is None
    ]
    for part in parts:
        part.members = [i for i in part.members if i not in undated]
    parts = [part for part in parts if part.members]
    for index in undated:
        nearest = min(parts, key=lambda part: min((abs(index - i), i > index) for i in part.members))
        nearest.members.append(index)
    for part in parts:
        part.members.sort()
    return parts


# --- documents known by name


def _named_clusters(sightings: tuple[Sighting, ...], numbered: list[Cluster]) -> list[Cluster]:
    """Named laws join the numbered mention that bears the same name (and year), else form clusters of their own."""
    bearing: dict[str, list[Cluster]] = {}
    for cluster in numbered:
        for name in _law_names([sightings[i] for i in cluster.members]):
            bearing.setdefault(name, []).append(cluster)
    fresh: dict[tuple[str, str], Cluster] = {}
    for index, sighting in enumerate(sightings):
        if sighting.form != "named" or sighting.type is None or sighting.name is None:
            continue
        names = possible_names(sighting.type.label_vi, sighting.name)
        homes = [
            c
            for name in names
            for c in bearing.get(_name_key(sighting.type, name), [])
            if _year_fits(sighting, c, sightings)
        ]
        if homes:
            home = next((c for c in reversed(homes) if c.members[0] < index), homes[0])
            home.members.append(index)
            home.members.sort()
        else:
            year = sighting.year or (sighting.tail.date or "")[:4]
            key = _name_key(sighting.type, names[0])
            home_key = next((k for k in ((key, year), (key, "")) if k in fresh), None)
            if home_key is None and not year:
                home_key = next((k for k in fresh if k[0] == key), None)
            fresh.setdefault(home_key or (key, year), Cluster()).members.append(index)
    return list(fresh.values())


def possible_names(type_label: str, name: str) -> list[str]:
    """The name as printed, or the known law names whose initials it is ("KHCN")."""
    bare = name.replace("&", "").replace(" ", "")
    if bare.isupper() and 2 <= len(bare) <= 10:
        found = [law.name for law in initials().get(bare, ()) if law.type == type_label]
        if found:
            return found
    return [name]


def _name_key(kind: DocumentType, name: str) -> str:
    return f"{kind.slug}:{fold(name).removeprefix('ve ')}"


def _law_names(members: list[Sighting]) -> set[str]:
    """Names under which a numbered law may be cited: the table's, and the words between its type and its number."""
    names = set()
    for sighting in members:
        if sighting.type is None or sighting.symbol is None or sighting.symbol.family != "na":
            continue
        law = by_number().get(format_number(sighting.number, sighting.year, sighting.symbol.text))
        if law is not None:
            names.add(_name_key(sighting.type, law.name))
        if sighting.name:
            names.add(_name_key(sighting.type, sighting.name))
    return names


def _year_fits(sighting: Sighting, cluster: Cluster, sightings: tuple[Sighting, ...]) -> bool:
    stated = sighting.year or (sighting.tail.date or "")[:4]
    if not stated:
        return True
    years = {sightings[i].year for i in cluster.members} | {(sightings[i].tail.date or "")[:4] for i in cluster.members}
    return stated in years


# --- what a cluster says of its document


def _work(members: list[Sighting], speaker: Speaker) -> Work:
    first = next((m for m in members if m.form == "full"), members[0])
    kind = _type(members, first.symbol)
    symbol = first.symbol
    date = _majority(m.tail.date for m in members)
    issuer = _issuer(members, kind, symbol, date, speaker)
    law = _law(first, kind)
    number = first.number
    name = None
    if number is None and first.form == "named":
        name = (
            f"{kind.label_vi if kind else ''} {first.name}".strip()
            if kind and not letters(first.name or "").startswith(letters(kind.label_vi))
            else first.name
        )
    year_of_name = next((m.year for m in members if m.form == "named" and m.year), None)
    path = _path(first, kind, symbol, date or year_of_name, issuer, law)
    return Work(
        id=path,
        type=kind.label_vi if kind else None,
        number=number,
        year=first.year if number else None,
        symbol=symbol.text if symbol else None,
        date=date,
        issuer=issuer,
        title=next((m.tail.title_text for m in members if m.tail.title_text), None),
        name=f"{name} năm {year_of_name}"
        if name and year_of_name
        else name or (f"{kind.label_vi} {law}" if law and kind else None),
    )


def _path(
    first: Sighting,
    kind: DocumentType | None,
    symbol: Symbol | None,
    date: str | None,
    issuer: Issuer | None,
    law: str | None,
) -> str:
    label = kind.label_vi if kind else None
    issuer_key = issuer.key if issuer else None
    if first.number is None and first.form == "full":
        digest = f"{slug(symbol.text if symbol else '')}-{first.start}"
        return identity.blank_path(issuer_key, label, first.year or (date or "")[:4] or None, digest)
    return identity.work_path(
        type=label,
        number=first.number,
        year=first.year if first.number else None,
        symbol=symbol.text if symbol else None,
        date=date,
        issuer_key=issuer_key,
        name=None if first.number else law or first.name,
    )


def _law(first: Sighting, kind: DocumentType | None) -> str | None:
    if first.number is not None and first.symbol is not None and first.symbol.family == "na":
        law = by_number().get(format_number(first.number, first.year, first.symbol.text))
        return law.name if law and kind and law.type == kind.label_vi else None
    if first.form == "named" and first.name and kind:
        return possible_names(kind.label_vi, first.name)[0]
    return None


def _type(members: list[Sighting], symbol: Symbol | None) -> DocumentType | None:
    """The word that most mentions use; a number without type code is a letter, whatever the text calls it."""
    if symbol is not None and symbol.family == "letter":
        return next(row for row in document_types() if row.slug == "cong-van")
    words = Counter(m.type.slug for m in members if m.type is not None)
    if words:
        fitting = [slug_ for slug_, _ in words.most_common()]
        return next(row for row in document_types() if row.slug == fitting[0])
    return types.of_code(symbol) if symbol else None


def _issuer(
    members: list[Sighting], kind: DocumentType | None, symbol: Symbol | None, date: str | None, speaker: Speaker
) -> Issuer | None:
    """As the text states it (most often, then first); derived from the code where it does not."""
    stated = Counter(m.tail.issuer for m in members if m.tail.issuer is not None)
    derived = (
        from_symbol(symbol, kind.label_vi if kind else None, speaker.place, date or speaker.date) if symbol else None
    )
    if stated:
        return stated.most_common(1)[0][0]
    if derived is None and kind is not None and kind.slug in ("luat", "bo-luat", "hien-phap"):
        return Issuer("Quốc hội", "qh")
    if derived is None and kind is not None and kind.slug == "phap-lenh":
        return Issuer("Ủy ban Thường vụ Quốc hội", "ubtvqh")
    return derived


def _majority(values: Iterable[str | None]) -> str | None:
    """The value stated most often; a fuller date counts for its prefix too; the first wins a tie."""
    stated = [value for value in values if value]
    if not stated:
        return None
    longest = max(len(value) for value in stated)
    counts = Counter(value for value in stated if len(value) == longest)
    return counts.most_common(1)[0][0]


def _contradictions(sighting: Sighting, work: Work) -> Iterable[Conflict]:
    date = sighting.tail.date
    if date and work.date and not work.date.startswith(date) and not date.startswith(work.date):
        yield Conflict("date", date, work.date)
    if (
        sighting.form == "full"
        and sighting.type
        and work.type
        and sighting.type.label_vi != work.type
        and work.type != "Công văn"
    ):
        yield Conflict("type", sighting.type.label_vi, work.type)
    issuer = sighting.tail.issuer
    if issuer and work.issuer and issuer.key != work.issuer.key:
        yield Conflict("issuer", issuer.name, work.issuer.name)


def _other_groups(sighting: Sighting, members: list[Sighting]) -> Iterable[Conflict]:
    """A symbol cut into other groups than the same text prints elsewhere (BKH-CN-KHTC for BKHCN-KHTC). Mere spelling
    (BKH&CN) is no contradiction."""
    if sighting.printed is None:
        return
    shapes = Counter(_groups(m.printed) for m in members if m.printed is not None)
    usual, count = shapes.most_common(1)[0]
    if _groups(sighting.printed) != usual and count >= shapes[_groups(sighting.printed)]:
        other = next(m.printed for m in members if m.printed is not None and _groups(m.printed) == usual)
        yield Conflict("symbol", sighting.printed, other)


def _groups(symbol: str) -> int:
    return symbol.count("-") + symbol.count("/")


def _is_self(work: Work, head: Head) -> bool:
    header = head.header
    return bool(
        header.number
        and work.number
        and work.number.lstrip("0") == header.number.lstrip("0")
        and work.symbol == header.symbol
        and work.year == header.year
        and (work.date is None or header.date is None or work.date[:4] == header.date[:4])
    )


# --- short forms and anaphors


def _back_references(sightings: tuple[Sighting, ...], meaning: list[str | None], head: Head) -> dict[int, str]:
    reasons: dict[int, str] = {}
    by_number_: dict[tuple[str, str], str] = {}
    for later in (False, True):
        last_of_type: dict[str, str] = {}
        for index, sighting in enumerate(sightings):
            kind = sighting.type.slug if sighting.type else ""
            if sighting.form in ("full", "named") and meaning[index]:
                last_of_type[kind] = meaning[index] or ""
                if sighting.number:
                    by_number_[(kind, sighting.number.lstrip("0").lower())] = meaning[index] or ""
            elif sighting.form == "short" and meaning[index] is None:
                meaning[index] = by_number_.get((kind, (sighting.number or "").lstrip("0").lower()))
                if later and meaning[index] is None:
                    reasons[index] = "short.no_referent"
            elif sighting.form == "anaphor" and not later:
                meaning[index] = _anaphor(sighting, kind, last_of_type, head)
                if meaning[index] is None:
                    reasons[index] = "anaphor.no_referent"
    return reasons


def _anaphor(sighting: Sighting, kind: str, last_of_type: dict[str, str], head: Head) -> str | None:
    if sighting.rule == "anaphor.self" and head.type is not None and head.type.slug == kind:
        return SELF
    return last_of_type.get(kind)
