"""Joint circulars: a body that is named against the codes."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.citations.sighting import Sighting
from ontology.issuer_names import from_text
from ontology.issuers import enumerated, from_code, proves
from ontology.numbers import Symbol
from ontology.records import Conflict, Work
from ontology.suspicions.symbols import JOINT


def of_codes(sighting: Sighting, work: Work) -> Iterable[Conflict]:
    """A body that is named behind a joint circular, and that none of its codes is of ("Thông tư liên tịch số
    36/2014/TTLT-BGDĐT-BTP … của Bộ Giáo dục và Đào tạo và Bộ Nội vụ")."""
    issuer, symbol = sighting.tail.issuer, sighting.symbol
    if issuer is not None and symbol is not None and symbol.type_code in JOINT:
        coded = _coded(symbol, issuer.name, work.date)
        if coded is not None:
            yield Conflict("issuer", issuer.name, coded)


def _coded(symbol: Symbol, stated: str, date: str | None) -> str | None:
    """The bodies of the codes, where the words name another one for one of them."""
    named = [from_code(code, None, date) for code in symbol.agencies]
    if len(named) < 2 or any(body is None or not proves(body) for body in named):
        return None
    names = [body.name for body in named if body is not None]
    left = stated
    for name in names:
        left = left.replace(name, "")
    others = left.replace(",", " ").replace(" và ", " ").split()
    missing = [name for name in names if name not in stated]
    return enumerated(names) if missing and len(missing) < len(names) and _is_body(" ".join(others)) else None


def _is_body(words: str) -> bool:
    """The name of one central body that the tables know?"""
    found = from_text(words, None, None) if words else None
    return found is not None and found[1] == len(words) and proves(found[0])
