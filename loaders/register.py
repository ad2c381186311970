"""An official list of documents (CSV, XLSX) → what each row states. A list is a source like any other, but marked."""

from __future__ import annotations

from loaders.tables import Row, Table, tables
from ontology.errors import SourceError
from ontology.identity import blank_path
from ontology.records import Entry, Extraction, Header, Source, Unresolved, Work
from ontology.register import RowError, columns_of, date_of, work_of

TYPE = "Danh mục"
HEADER_ROWS = 30
"""Lists begin with a title and an office; the header of the columns stands within so many rows."""

ROW_LIMIT = 100_000


def extract(source: Source, base_place: str | None = None) -> Extraction:
    """What an official list states; rows that state no document are kept as unresolved (row-number, row-date,
    row-effective).

    base_place: province of the bodies that a row names without their place. Raises SourceError: register.header (no
    sheet has a number column and another one), register.too_many, and those of `tables`.
    """
    for table in tables(source):
        found = _header(table)
        if found is not None:
            return _read(source, table, *found, base_place)
    raise SourceError("register.header", name=source.name)


def _header(table: Table) -> tuple[int, dict[str, int]] | None:
    """Index of the row that holds the column names, and the columns."""
    for index, row in enumerate(table.rows[:HEADER_ROWS]):
        columns = columns_of(row.cells)
        if "number" in columns and len(columns) > 1:
            return index, columns
    return None


def _read(source: Source, table: Table, header: int, columns: dict[str, int], base_place: str | None) -> Extraction:
    rows = [row for row in table.rows[header + 1 :] if any(row.cells)]
    if len(rows) > ROW_LIMIT:
        raise SourceError("register.too_many", name=source.name, count=str(len(rows)), limit=str(ROW_LIMIT))
    entries: list[Entry] = []
    unresolved: list[Unresolved] = []
    for row in rows:
        try:
            entries.append(_entry(row, columns, base_place))
        except RowError as error:
            unresolved.append(Unresolved(row.span, f"row-{error.reason}"))
    return Extraction(
        source=source,
        text=table.text,
        header=Header(type=TYPE),
        self_work=_own(source),
        unresolved=tuple(unresolved),
        register=True,
        entries=tuple(entries),
        notes=table.notes,
    )


def _own(source: Source) -> Work:
    """The list itself: a document without a number, named after its file."""
    name = source.name.replace("\\", "/").rsplit("/", 1)[-1]
    return Work(blank_path(None, TYPE, None, source.sha256[:12]), TYPE, title=f"{TYPE} {name}")


def _entry(row: Row, columns: dict[str, int], base_place: str | None) -> Entry:
    cells = {field: row.cells[at] for field, at in columns.items() if at < len(row.cells)}
    if base_place and not cells.get("place"):
        cells["place"] = base_place
    work = work_of(cells)
    effective = date_of(cells.get("effective", ""), "effective")
    return Entry(row.line, row.span, work, cells.get("status") or None, effective)
