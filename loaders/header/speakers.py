"""Who speaks where no letterhead says so: the body for which it is signed, which decides, or whose decision it is
attached to."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.header import capacities, letterhead
from ontology.issuer_names import from_text
from ontology.issuers import is_stranger
from ontology.records import Issuer, Signer
from ontology.tables import Place


def of_signature(signers: tuple[Signer, ...], place: Place | None, date: str | None) -> Issuer | None:
    """The body for which a paper without a letterhead is signed: "TM. UBND XÃ MƯỜNG BÔNG"."""
    for signer in signers:
        for line in f"{signer.capacity or ''};{signer.position or ''}".split(";"):
            named = from_text(MARK.sub("", line.strip()), place, date)
            if named is not None and not is_stranger(named[0].key):
                return named[0]
    return None


def deciding(region: str, begin: int, place: Place | None, date: str | None) -> Issuer | None:
    """The body that decides, in capitals between title and preamble, where nothing stands above the title. begin: of
    the type."""
    preamble = PREAMBLE.search(region, begin)
    if preamble is None:
        return None
    above: list[str] = []
    for line in reversed(region[begin : preamble.start()].split("\n")):
        printed = line.strip(" \t|*#_-=")
        if printed and not printed.isupper():
            break
        above = [printed, *above] if printed else above
    lines = above[-DECIDING:]
    named, start = letterhead.last(lines, place, date)
    known = named is not None and not is_stranger(named.key)
    return named if known and letterhead.is_body(" ".join(lines[start:]), place) else None


PREAMBLE = re.compile(r"\n[ \t>*-]*Căn\s+cứ\s")
DECIDING = 3
"""Lines of its name."""


def promulgating(region: str, begin: int, place: Place | None, date: str | None) -> Issuer | None:
    """The body whose decision a regulation is attached to, as the aside below its title says: "(Ban hành kèm theo Quyết
    định số 33/2015/QĐ-UBND ngày … của UBND tỉnh Lạng Sơn)". begin: of the title."""
    aside = ATTACHED.search(region, begin, begin + ASIDE)
    named = from_text(" ".join(aside["body"].split()), place, date) if aside else None
    return named[0] if named is not None and not is_stranger(named[0].key) else None


ATTACHED = re.compile(r"\(\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo\s[^()]{5,160}?[0-9]{4}\s+của\s+(?P<body>[^()]{4,100})\)")
ASIDE = 900
"""Code points below the type in which it stands."""


def at_end(text: str, place: Place | None, date: str | None) -> Issuer | None:
    """The same where nobody has signed yet: "UBND THỊ TRẤN NẾNH / Chủ tịch" at the very end."""
    lines = [line.strip(" \t|*_.") for line in text[-AT_END:].split("\n")]
    lines = [line for line in lines if line]
    for body, office in pairwise(lines):
        if body.isupper() and (capacities.is_office(office) or capacities.is_capacity(office)):
            named = from_text(body, place, date)
            if named is not None and not is_stranger(named[0].key) and not body[named[1] :].strip():
                return named[0]
    return None


AT_END = 300
MARK = re.compile(r"^[A-Z/]{1,4}[.\s]\s*")
