"""Where one mention contradicts what the text as a whole says of its document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from loaders.citations.sighting import Sighting
from loaders.identity import joint
from loaders.identity.issuer import bodies_of, one_body
from loaders.identity.votes import counted, most
from ontology.document_type import row_of
from ontology.issuers import both_there, is_stranger
from ontology.numbers import format_number
from ontology.records import Conflict, Issuer, Work
from ontology.suspicions.symbols import JOINT
from ontology.suspicions.titles import SAYS, amends, apart, telling


def contradictions(sighting: Sighting, work: Work) -> Iterable[Conflict]:
    """The fields in which a mention says something else than all mentions of its document together."""
    yield from of_date(sighting.tail.date, work)
    if sighting.form == "full" and sighting.type and work.type and work.type != "Công văn":
        meant = row_of(work.type)
        if not less_said(sighting) and (
            meant is None or meant.series != sighting.type.series
        ):  # a notice of conclusions is numbered as a notice
            yield Conflict("type", sighting.type.label_vi, work.type)
    other_year = sighting.year and work.year and sighting.year != work.year
    if sighting.form == "full" and work.symbol and (other_year or _plain(sighting.number) != _plain(work.number)):
        right = format_number(work.number, work.year, work.symbol)
        yield Conflict("number", format_number(sighting.number, sighting.year, work.symbol), right)
    if sighting.symbol is not None and sighting.symbol.term and work.symbol and sighting.symbol.text != work.symbol:
        yield Conflict("symbol", sighting.symbol.text, work.symbol)
    yield from of_issuer(sighting.tail.issuer, work)
    yield from joint.of_codes(sighting, work)


def of_date(date: str | None, work: Work) -> Iterable[Conflict]:
    """A date that is not the document's; a shorter one agrees with the fuller one."""
    if date and work.date and not work.date.startswith(date) and not date.startswith(work.date):
        yield Conflict("date", date, work.date)


def of_issuer(issuer: Issuer | None, work: Work) -> Iterable[Conflict]:
    """A body that did not issue the document; one that no table knows is a name written or scanned in another way."""
    if (
        issuer
        and work.issuer
        and not is_stranger(issuer.key)
        and not work.issuer.name.startswith(f"{issuer.name} ")  # "của Ban Chỉ đạo": less said
        and not _one_body(issuer.key, work.issuer.key, work.date)
        and bodies_of(issuer) != bodies_of(work.issuer)
    ):
        yield Conflict("issuer", issuer.name, work.issuer.name)


def _plain(number: str | None) -> str:
    return (number or "").lstrip("0").lower()


def _one_body(key: str, other: str, date: str | None) -> bool:
    """The same body, or one that followed the other; not where both were there on the day: no circular of the Ministry
    of Labour was issued by the Ministry of Health in 2016, though that has taken over a part of it since."""
    if key == other or not one_body(key, other):
        return key == other
    return date is None or not both_there(key, other, date)


class Usual(NamedTuple):
    """A title that most mentions are like. repeated: it is told more than once, with a day."""

    title: str
    repeated: bool


def usual_title(members: list[Sighting]) -> Usual | None:
    """Of titles that cannot be of one document the one that most mentions are like, of equals one that stands with a
    day; None where no title that is told with a day contradicts another one."""
    counts = counted(m.tail.title_text for m in members if m.tail.title_text is not None)
    if len(counts) < 2:
        return None
    dated = {m.tail.title_text for m in members if _has_day(m)} - {None}
    counts = {title: n for title, n in counts.items() if title in dated or not str(title).startswith(SAYS)}
    usual = [Usual(title, counts[title] > 1 and title in dated) for title in counts]
    if not any(_at_odds(str(title), each) for each in usual for title in dated if title != each.title):
        return None
    return max(
        usual,
        key=lambda each: (sum(n for title, n in counts.items() if _tells(title, each.title)), each.title in dated),
    )


def _has_day(sighting: Sighting) -> bool:
    """Is more of its date stated than the year that portals print behind every number?"""
    return sighting.tail.date is not None and len(sighting.tail.date) > len("2025")


def _tells(title: str, usual: str) -> bool:
    """Does a title tell of the same matter, however it is cut?"""
    few, many = sorted((telling(title), telling(usual)), key=len)
    return title == usual or 2 * len(few & many) > len(few)


def other_title(sighting: Sighting, usual: Usual | None) -> Iterable[Conflict]:
    """A title that cannot be of the document that all mentions together tell of."""
    title = sighting.tail.title_text
    if usual is not None and title is not None and _has_day(sighting) and _at_odds(title, usual):
        yield Conflict("title", title, usual.title)


def _at_odds(title: str, usual: Usual) -> bool:
    """Can two titles of one number not be of one document? An amended act may be called by what amended it."""
    return amends(title) == amends(usual.title) and apart(title, usual.title, official=usual.repeated)


def less_said(sighting: Sighting) -> bool:
    """ "Thông tư số 36/2014/TTLT-BGDĐT-BNV" calls a joint circular a circular: less, and nothing else."""
    return bool(
        sighting.type and sighting.type.slug == "thong-tu" and sighting.symbol and sighting.symbol.type_code in JOINT
    )


def usual_shape(members: list[Sighting]) -> str | None:
    """The symbol as most members print it, one of those with the most usual cut into groups."""
    printed = [m.printed for m in members if m.printed is not None and (m.symbol is None or m.symbol.agencies)]
    if len(printed) < 2:
        return printed[0] if printed else None
    counts = counted(map(_groups, printed))
    right = next((_groups(m.printed) for m in members if m.printed and m.symbol and m.symbol.text == m.printed), None)
    shape = right if right is not None and counts.get(right) == max(counts.values()) else most(counts)
    return next(symbol for symbol in printed if _groups(symbol) == shape)


def other_shape(sighting: Sighting, usual: str | None) -> Iterable[Conflict]:
    """A symbol cut into other groups than the same text prints elsewhere (BKH-CN-KHTC for BKHCN-KHTC). Mere spelling
    (BKH&CN) is no contradiction."""
    if sighting.symbol is not None and not sighting.symbol.agencies:
        return  # cut by a table
    printed = sighting.printed
    if printed is None or usual is None or _groups(printed) == _groups(usual):
        return
    if _groups(printed) and _groups(usual):  # with none at all a dash was lost ("TTBYT"): spelling
        yield Conflict("symbol", printed, usual)


def _groups(symbol: str) -> int:
    return symbol.replace("--", "-").count("-") + symbol.count("/") + symbol.count(".")
