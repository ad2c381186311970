"""Tables that hand out tasks → actions: "Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian".

A row counts where its table has a column for the task and one for who leads it, and both cells hold words. Cells that
a plain text breaks over several lines are put together: a line without an ordinal goes on. Tables of results and flow
charts of procedures hand out nothing. All offsets are those of the original text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from loaders.actions import roles
from loaders.header.header import Head
from loaders.text import trie
from loaders.text.grid import Row, Table
from loaders.text.tree import Tree
from ontology.lexicon import phrases
from ontology.powers import types_that
from ontology.records import Action, Span
from ontology.tables import Place
from ontology.words import letters

HEAD_ROWS = 4
"""Rows among which the header begins."""

HEAD_LINES = 5
"""Rows that a header broken over lines takes at most."""

LABEL = 90
"""Code points of the words over a column; what is longer is no label."""

NEAR = 120
"""Code points between two halves of a table that a page parts."""

LEAST = 8
"""Code points of a task."""

ORDINAL = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[ivxlc]{1,6}|[a-zđ])[.)]?|[-+*•]")
COLUMN_NUMBER = re.compile(r"\(?[0-9]{1,2}\)?")


class Columns(Struct, frozen=True):
    """Where a table says what: positions of cells, -1 for none. counts: is the first column one of ordinals?"""

    width: int
    counts: bool
    task: int
    lead: int
    partner: int
    time: int
    first: int
    """The first row below the header."""


@cache
def _ordinals() -> frozenset[str]:
    """How a column of ordinals is headed; it may have no words."""
    return frozenset(("", *phrases("ordinal_head")))


def read(
    text: str, tree: Tree, head: Head, place: Place | None, date: str | None, implements: tuple[str, ...]
) -> tuple[Action, ...]:
    """All tasks that tables hand out, in order. implements: what the whole document carries out."""
    kind = head.type.slug if head.type else None
    if kind == "bao-cao" or kind in types_that("no_actions"):
        return ()
    found: list[Action] = []
    before: tuple[Columns, int] | None = None
    for number, table in enumerate(tree.tables):
        columns = _columns(text, table)
        if columns is None and before is not None and _goes_on(text, table, *before):
            columns = _with_first(before[0], 0)
        before = None if columns is None else (columns, table.span.end)
        if columns is not None:
            path = _path(tree, number)
            found += [
                _action(text, columns, row, place, date, implements, path) for row in _tasks(text, table, columns)
            ]
    return tuple(found)


def _columns(text: str, table: Table) -> Columns | None:
    """What the columns of a table say; None where it hands out no tasks."""
    for at, row in enumerate(table.rows[:HEAD_ROWS]):
        if len(row.cells) > 2 and (columns := _headed(text, table, at)) is not None:
            return columns
    return None


def _headed(text: str, table: Table, at: int) -> Columns | None:
    rows = [table.rows[at]]
    above = table.rows[at - 1] if at and len(table.rows[at - 1].cells) < len(rows[0].cells) else None
    width = len(rows[0].cells)
    counts = _low(text, (above or rows[0]).cells[0]) in _ordinals()
    first = at + 1
    while counts and first < len(table.rows) and first < at + HEAD_LINES:
        row = table.rows[first]
        if len(row.cells) != width or _low(text, row.cells[0]) or _numbers(text, row):
            break
        rows.append(row)
        first += 1
    names = [" ".join(filter(None, (_low(text, row.cells[column]) for row in rows))) for column in range(width)]
    if above is not None:
        names = [name or _over(text, above, table.rows[at], column) for column, name in enumerate(names)]
    if any(_procedure().search(name) for name in names):
        return None
    given = [roles.of(name) if len(name) < LABEL else None for name in names]
    where = {role: given.index(role) if role in given else -1 for role in roles.ROLES}
    if where["task"] < 0 or where["lead"] < 0:
        return None
    return Columns(width, counts, where["task"], where["lead"], where["partner"], where["time"], first)


def _over(text: str, above: Row, row: Row, column: int) -> str:
    """The cell of the row above that stands over a column: cells of one column begin at one place of their lines."""
    place = row.cells[column].start - row.span.start
    reached = [cell for cell in above.cells if cell.start - above.span.start <= place]
    return _low(text, reached[-1]) if reached else ""


@cache
def _procedure() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('procedure_head'))})(?!\w)")


def _goes_on(text: str, table: Table, columns: Columns, end: int) -> bool:
    """Is this the rest of a table on the next page, without its header?"""
    if len(table.rows[0].cells) != columns.width or table.span.start - end > NEAR:
        return False
    return not columns.counts or ORDINAL.fullmatch(_low(text, table.rows[0].cells[0])) is not None


def _with_first(columns: Columns, first: int) -> Columns:
    return Columns(columns.width, columns.counts, columns.task, columns.lead, columns.partner, columns.time, first)


def _tasks(text: str, table: Table, columns: Columns) -> Iterator[list[Row]]:
    """The lines of each row, those without an ordinal with the row that they go on."""
    lines: list[Row] = []
    for row in table.rows[columns.first :]:
        whole = len(row.cells) == columns.width
        if (
            whole
            and columns.counts
            and lines
            and not _low(text, row.cells[0])
            and not _opens(text, lines, row, columns)
        ):
            lines.append(row)
            continue
        if _is_task(text, lines, columns):
            yield lines
        lines = [row] if whole else []
    if _is_task(text, lines, columns):
        yield lines


def _opens(text: str, lines: list[Row], row: Row, columns: Columns) -> bool:
    """A task without an ordinal below the name of its group: "VI | Cơ chế tài chính |" over "| Rà soát … | Viện A"."""
    if _joined(text, lines, columns.lead) or not _joined(text, [row], columns.lead):
        return False
    return text[row.cells[columns.task].start].isupper()


def _is_task(text: str, lines: list[Row], columns: Columns) -> bool:
    if not lines or _numbers(text, lines[0]):
        return False
    task, lead = _joined(text, lines, columns.task), _joined(text, lines, columns.lead)
    if len(task) < LEAST or not any(map(str.isalpha, lead)) or task == lead:
        return False
    return roles.of(letters(lead)) != "lead" or len(lead) > LABEL  # the header again, on the next page


def _numbers(text: str, row: Row) -> bool:
    """A row that numbers the columns: "(1) | (2) | (3)"."""
    cells = [text[cell.start : cell.end] for cell in row.cells if cell.end > cell.start]
    return len(cells) > 1 and all(map(COLUMN_NUMBER.fullmatch, cells))


def _action(
    text: str,
    columns: Columns,
    lines: list[Row],
    place: Place | None,
    date: str | None,
    implements: tuple[str, ...],
    path: str | None,
) -> Action:
    cell = lines[0].cells[columns.task]
    end = cell.end
    if len(lines) > 1:  # the words of the other columns stand between those of the task: the row is what proves it
        end = max(cell.end for row in lines for cell in row.cells)
    partners = _joined(text, lines, columns.partner)
    ordinal = _joined(text, lines[:1], 0) if columns.counts else ""
    return Action(
        span=Span(min(cell.start, end), end),
        status="planned",
        actor=roles.body(_joined(text, lines, columns.lead), place, date),
        implements=implements,
        time=_joined(text, lines, columns.time) or None,
        partners=roles.several(partners) if partners else (),
        path=" › ".join(filter(None, (path, ordinal))) or None,
    )


def _joined(text: str, lines: list[Row], column: int) -> str:
    if column < 0:
        return ""
    parts = (text[row.cells[column].start : row.cells[column].end] for row in lines)
    return " ".join(" ".join(parts).split()).strip("*_ ")


def _low(text: str, cell: Span) -> str:
    return letters(text[cell.start : cell.end]).strip("*_ ")


def _path(tree: Tree, number: int) -> str | None:
    at = next((index for index, node in enumerate(tree.nodes) if node.table == number), None)
    return None if at is None else tree.path(at)
