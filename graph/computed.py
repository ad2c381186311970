"""Answers of saved questions that no query can give: name of the question → store and arguments → rows.

The query of such a question finds what the answer is made of, for people who want to see or change it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph import plans
from graph.answers import Table
from graph.store import Store

COMPUTED: Mapping[str, Callable[[Store, Mapping[str, str]], Table]] = {"plan-against-report": plans.table}
