"""How a document is called and found where people read: its label, its lane of authority, its province, its key for
searching."""

from __future__ import annotations

from textwrap import shorten

from graph.identity.keys import fold
from ontology.identity import UNKNOWN
from ontology.levels import level
from ontology.tables import place_by_key

LABEL_LIMIT = 90
"""Code points of a label; the whole title stands beside it wherever there is room."""


def label_of(kind: str | None, number: str | None, title: str | None, name: str | None) -> str:
    """What to call a document in one line."""
    if number is not None:
        return f"{kind} số {number}" if kind else number
    called = name or title
    if called is None:
        return f"{kind} (chưa có số)" if kind else "(chưa có số)"
    full = called if kind is None or fold(called).startswith(fold(kind)) else f"{kind} {called}"
    return shorten(full, LABEL_LIMIT, placeholder="…")


def level_of(issuer: str, symbol: str | None) -> int:
    """The lane of authority, 0 (central Party) … 8 (commune); see `ontology.levels`."""
    key = issuer.partition("@")[0]
    return level(None if key == UNKNOWN else key, symbol)


def place_of(issuer: str) -> str | None:
    """The name of the province in an issuer key ("ubnd.14-son-la" → "Sơn La"); None for central bodies."""
    known = (place_by_key().get(step) for step in issuer.partition("@")[0].split(".")[1:])
    return next((place.name for place in known if place is not None), None)


def search_key(*texts: str | None) -> str:
    """What a search without diacritics looks in; blanks around every word, so that " 11 " does not find "2211"."""
    return f" {' '.join(fold(text) for text in texts if text)} "
