"""Whom a document was sent to: addressees ("Kính gửi"), who receives a copy ("Nơi nhận"), who keeps it ("Lưu").

NĐ 30/2020/NĐ-CP annex I part II (both lists, "Như trên", "Như Điều …", "Lưu: VT"); HD 36-HD/VPTW for party papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from msgspec.structs import replace

from loaders.header import addressees, obliged
from loaders.header.recipient_entries import Entry
from loaders.text import trie
from ontology import codes
from ontology.issuer_names import from_scan, from_text
from ontology.issuers import is_stranger
from ontology.lexicon import phrases
from ontology.records import Issuer, Recipient, RecipientReference, Span
from ontology.tables import Place, issuer_by_id, place_by_key
from ontology.words import bare, letters

LIMIT = 300
"""Code points of a name; what is longer is a paragraph."""


def read(
    text: str, listed: Iterable[Entry], place: Place | None, date: str | None, speaker: Issuer | None
) -> tuple[Recipient, ...]:
    """All recipients in the order of the text, those whom an article names behind the entry that refers to it.

    listed: the entries of the list "Nơi nhận". place: the speaker's province, for "UBND tỉnh"; of no meaning where the
    speaker is a central body.
    """
    own = place if speaker is None or "." in speaker.key or is_stranger(speaker.key) else None
    found: list[Recipient] = []
    for entry in (*addressees.read(text), *listed):
        for recipient in _recipients(text, entry, own, date):
            found.append(recipient)
            if recipient.refers == "article":
                found += _of_article(text, recipient, own, date)
    return tuple(found)


def _recipients(text: str, entry: Entry, place: Place | None, date: str | None) -> list[Recipient]:
    """The recipient of an entry; several where commas part whole bodies: "Bộ Công an, Bộ Quốc phòng"."""
    whole = _recipient(text, entry, place, date)
    if whole is None or whole.role == "file" or ", " not in whole.name or ":" in whole.name or "(" in whole.name:
        return [] if whole is None else [whole]
    if whole.issuer is not None or len(entry.pieces) > 1:
        return [whole]
    named: list[Recipient] = []
    start = whole.span.start
    for part in COMMA.split(whole.span.of(text)):
        start = text.index(part, start)
        issuer = body(" ".join(part.split()), place, date)
        named.append(replace(whole, span=Span(start, start + len(part)), name=" ".join(part.split()), issuer=issuer))
    openings = [tuple(letters(each.name).split()[:2]) for each in named]
    parted = all(
        each.issuer is not None or (each.name[:1].isupper() and len(words) > 1 and openings.count(words) > 1)
        for each, words in zip(named, openings, strict=True)
    )
    return named if parted and all(each.name for each in named) else [whole]


COMMA = re.compile(r",\s+")
PURPOSE_BRACKET = re.compile(r"\s*\((?P<words>[^()]{1,80})\)?$")


@cache
def _purposes() -> re.Pattern[str]:
    return re.compile(rf"{trie.pattern(phrases('recipient_purpose'))}(?!\w)")


@cache
def _unbracketed() -> re.Pattern[str]:
    purposes = trie.pattern(phrases("recipient_purpose"))
    return re.compile(rf"\s+(?P<words>(?:để|đề|dể|đẻ)\s+{purposes}(?!\w)[^()]{{0,60}})$")


def _recipient(text: str, entry: Entry, place: Place | None, date: str | None) -> Recipient | None:
    start, end = entry.pieces[0]
    if len(entry.pieces) == 1:
        name = " ".join(text[start:end].split())
    else:
        name = " ".join(" ".join(text[at:stop] for at, stop in entry.pieces).split())
        if all(not text[before[1] : after[0]].strip(" \n|") for before, after in pairwise(entry.pieces)):
            end = entry.pieces[-1][1]
    if len(name) > LIMIT:
        return None
    purpose, cut = (None, 0) if entry.role == "file" else _purpose(name)
    if cut:
        name = name[:-cut].rstrip(" ,;.")
        end = _end_of(text, start, end, name)
    if not name:
        return None
    refers = None if entry.role == "file" else _refers(name)
    issuer = None if refers or entry.role == "file" else body(name, place, date)
    return Recipient(Span(start, end), name, entry.role, purpose, issuer, refers)


def _end_of(text: str, start: int, end: int, name: str) -> int:
    """Where a name ends that was cut: its code points without blanks are counted off in the text."""
    left = len(name) - name.count(" ")
    for position in range(start, end):
        left -= not text[position].isspace()
        if left <= 0:
            return position + 1
    return end


def _purpose(name: str) -> tuple[str | None, int]:
    """What the recipient receives it for, and how many code points say it: "(để b/c)", "để báo cáo"."""
    bracket = PURPOSE_BRACKET.search(name) if "(" in name else None
    if bracket is not None:
        return (
            (bracket["words"].strip(), len(bracket[0])) if _purposes().match(letters(bracket["words"])) else (None, 0)
        )
    if (" đ" not in name and " dể" not in name) or not any(word in name for word in FOR):
        return None, 0
    bare_words = _unbracketed().search(name.lower())
    return (name[bare_words.start("words") :], len(bare_words[0])) if bare_words else (None, 0)


FOR = (" để ", " đề ", " dể ", " đẻ ")
"""How the words begin, also as scans print them."""

ARTICLE = re.compile(r"nh[ưu]\s*(?:khoan\s+[0-9]+\s+)?dieu\s*(?P<number>[0-9]{1,3})(?!\w)")


def _refers(name: str) -> RecipientReference | None:
    if not name.startswith(("Nh", "nh", "NH")):
        return None
    plain = bare(letters(name))
    if ARTICLE.match(plain):
        return "article"
    return "addressees" if plain.replace(" ", "").startswith(_above()) else None


@cache
def _above() -> tuple[str, ...]:
    """Without blanks, which scans lose: "Nhưtrên"."""
    return tuple(bare(phrase).replace(" ", "") for phrase in phrases("recipient_reference"))


VICE = re.compile(r"\s*[(:–-]|(?:\s*,|\s+và)\s+các\s+(?:[Pp]hó\s|[Tt]hứ\s|PTTg|PTT\s)|\s*$")
"""What may stand behind the name of a single body: its units, its deputy heads."""

HEAD_OF_OFFICE = re.compile(r"(?:Phó\s+)?Chánh\s+(?=Văn\s+phòng)")
CODE = re.compile(r"(?P<code>[A-ZĐ]{3,8})(?=\s*(?:$|[(:]))")


def body(name: str, place: Place | None, date: str | None) -> Issuer | None:
    """The body that the tables know, where the recipient is one: "UBND tỉnh" is that of the speaker's province, "HĐND,
    UBND các tỉnh" and "Các sở" are groups."""
    return _body(name, place.key if place else None, f"{date[:7]}-01" if date and len(date) > 7 else date)


@lru_cache(maxsize=8192)
def _body(name: str, place_key: str | None, date: str | None) -> Issuer | None:
    """The same of a month: provinces begin and end with one (`places.csv`), and most lists name the same bodies."""
    place = place_by_key()[place_key] if place_key else None
    low = letters(name)
    if low.startswith(_groups()):
        return None
    office = HEAD_OF_OFFICE.match(name)
    found = from_text(name[office.end() :] if office else name, place, date)
    if found is None or is_stranger(found[0].key):
        found = from_scan(name, place, date) or found
    if found is None:
        return _by_code(name)
    issuer, end = found
    if is_stranger(issuer.key) or not VICE.match((name[office.end() :] if office else name)[end:]):
        return None
    row = issuer_by_id().get(issuer.key)
    if "." not in issuer.key and (row is None or row.scope != "unique"):
        return None  # "UBND tỉnh" of no known province
    return issuer


@cache
def _groups() -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in phrases("recipient_group"))


def _by_code(name: str) -> Issuer | None:
    """A central body by its code alone: "VPCP: BTCN, các PCN"."""
    match = CODE.match(name)
    rows = codes.bodies(match["code"]) if match else ()
    return Issuer(rows[0].name_vi, rows[0].series) if rows and rows[0].scope == "unique" else None


NAMES = 40


def _of_article(text: str, reference: Recipient, place: Place | None, date: str | None) -> list[Recipient]:
    """Whom "Như Điều 3" means: those whom the nearest Article 3 above obliges to carry the act out."""
    number = ARTICLE.match(bare(letters(reference.name)))
    if number is None:
        return []
    found: list[Recipient] = []
    for start, end in obliged.spans(text, number["number"], reference.span.start):
        name = " ".join(text[start:end].split())
        if len(name) <= LIMIT:
            issuer = body(name, place, date)
            found.append(Recipient(Span(start, end), name, "copy", None, issuer, None, reference.span))
    return found[:NAMES]
