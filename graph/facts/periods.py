"""The period of a programme as people read it: the years of its name, ranges and single ones told apart."""

from __future__ import annotations

import re

from graph.identity.programmes import Resolved

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RANGE = re.compile(r"\s*[-–—]\s*|\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?")
"""What stands within a range: "2021 - 2030", "từ năm 2021 đến năm 2030". Behind a comma follows another year:
"2021 - 2030, tầm nhìn đến năm 2050"."""


def period_of(programme: Resolved) -> str | None:
    """ "2021-2030", "2021-2030, 2050", "2025"; None where no name holds a year. The name that is shown decides."""
    told = [years for each in (programme.chosen, *programme.members) if (years := years_in(each.name))]
    return told[0] if told else programme.period


def years_in(name: str) -> str | None:
    """The years of a name in their order; None where it holds none."""
    shown, end, low = "", 0, name.lower()
    for year in _YEAR.finditer(low):
        between = "-" if _RANGE.fullmatch(low, end, year.start()) else ", "
        shown += (between if shown else "") + year[0]
        end = year.end()
    return shown or None
