"""Excel workbooks (.xlsx): registers of documents, read by `loaders.register`."""

from __future__ import annotations

from loaders.formats import package

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def accepts(data: bytes, name: str) -> str | None:
    """A zip that holds the main part of a workbook."""
    return WORKBOOK if "xl/workbook.xml" in package.names(data) else None
