"""Answers of saved questions that no query can give, or none in time: name → store, arguments and how many rows
are wanted at least (None: all) → rows.

The query of such a question finds what the answer is made of, for people who want to see or change it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.answers import Table
from graph.chains import plans
from graph.questions import action_sheets
from graph.storage.store import Store

COMPUTED: Mapping[str, Callable[[Store, Mapping[str, str], int | None], Table]] = {
    "actions-for": action_sheets.carrying_out,
    "actions-of": action_sheets.stated_by,
    "plan-against-report": plans.table,
}
