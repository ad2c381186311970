"""What every page has: addresses, words, dates, numbers, the same page in the other language.

Every function of these rooms takes `lang` ("vi", "en") and `base`, the IRI base of the store, from which addresses are
made (`viz.links.Site`). Whatever comes from a document is escaped by the templates.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from viz.dates import likely, shown
from viz.labels import text as ui
from viz.links import Site
from viz.templating import environment
from viz.vocabulary import level_label, suspicion_kind

PAGE_SIZE = 20
"""Entries of a list on one page."""

Address = Callable[[Site], str | None]


def render(template: str, lang: str, base: str, here: Address, **values: Any) -> str:
    """A template with what every page has: addresses, words, dates, numbers, the same page in the other language."""
    lang = "en" if lang == "en" else "vi"
    site, other = Site(base, lang), Site(base, "vi" if lang == "en" else "en")
    context = {
        "lang": lang,
        "site": site,
        "other_lang": other.lang,
        "other_address": _switch(here(other) or other.home(), other.lang),
        "t": lambda key, **fill: ui(key, lang, **{name: str(value) for name, value in fill.items()}),
        "date": lambda value: shown(value, lang),
        "number": lambda value: _number(value, lang),
        "percent": lambda value: f"{value:.0%}",
        "likely": lambda value: likely(value, lang),
        "kind_of": suspicion_kind,
        "level_name": lambda level: level_label(level, lang),
        "label": lambda thing: thing.label_en if lang == "en" else thing.label_vi,
        "query": "",
    }
    return environment().get_template(template).render(context | values)


def _switch(address: str, lang: str) -> str:
    """The address with the language said aloud, Vietnamese too: a cookie may hold the other one."""
    if lang == "en":
        return address
    path, mark, anchor = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}lang={lang}{mark}{anchor}"


def _number(value: int, lang: str) -> str:
    """12345 → "12.345" in Vietnamese, "12,345" in English."""
    written = f"{value:,}"
    return written if lang == "en" else written.replace(",", ".")
