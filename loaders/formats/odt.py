"""OpenDocument texts (.odt, .ott): paragraphs, headings, lists, tables, notes; deleted text is left out."""

from __future__ import annotations

from typing import Any

from loaders.formats import odt_lists, package
from loaders.formats.base import Document
from loaders.formats.flat import Lines, Table
from loaders.formats.package import Package, attribute, child, local
from ontology import legacy
from ontology.errors import SourceError
from ontology.records import Note, Source

ODT = "application/vnd.oasis.opendocument.text"
MEDIA_TYPES: tuple[str, ...] = (ODT,)

UNSEEN = frozenset({"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "ruby-text"})
SPACES = {"tab": "\t", "line-break": "\n"}
NESTING = 40
BLANKS = 500
"""Blanks that one element may stand for."""


def accepts(data: bytes, name: str) -> str | None:
    """A zip whose first part says what it is."""
    head = data[:200]
    return ODT if head.startswith(package.ZIP) and b"application/vnd.oasis.opendocument.text" in head else None


def read(source: Source) -> Document:
    """The document. Raises SourceError: source.damaged, source.bomb, source.password, source.entities, source.empty."""
    return _Reader(source).document()


class _Reader:
    """One document on its way into lines."""

    def __init__(self, source: Source) -> None:
        self.source = source
        opened = self.package = Package(source)
        manifest = opened.part("META-INF/manifest.xml") or b""
        if b"encryption-data" in manifest:
            raise SourceError("source.password", name=source.name)
        content, common = opened.xml("content.xml"), opened.xml("styles.xml")
        body = child(child(content, "body"), "text")
        if body is None:
            raise SourceError("source.damaged", name=source.name)
        self.body = body
        self.fonts, self.parents, self.lists = {}, {}, {}
        self.hidden: set[str] = set()
        for root in (common, content):
            self._styles(root)
        self.lines = Lines(source.name)
        self.notes: list[Any] = []
        self.converted = False
        self.changed = next((True for each in body if local(each) == "tracked-changes" and len(each)), False)
        self.counted: dict[str, list[int]] = {}

    counted: dict[str, list[int]]
    """Style or id of a list → the numbers that its levels have reached: a list that paragraphs interrupt goes on."""

    fonts: dict[str, str]
    parents: dict[str, str]
    lists: dict[str, dict[int, odt_lists.Level]]
    """Style of a list → its levels."""

    def _styles(self, root: Any | None) -> None:
        for element in () if root is None else root.iter():
            name = attribute(element, "name")
            if local(element) == "style" and name:
                self.parents[name] = attribute(element, "parent-style-name") or ""
                letters = child(element, "text-properties")
                font = attribute(letters, "font-name")
                if attribute(letters, "display") == "none":
                    self.hidden.add(name)
                if font:
                    self.fonts[name] = font
            elif local(element) == "list-style" and name:
                self.lists[name] = dict(
                    odt_lists.level_of(each) for each in element if local(each).startswith("list-level-style")
                )

    def document(self) -> Document:
        self._blocks(self.body, self.lines, ())
        if self.notes:
            self.lines.add("")
        for number, note in enumerate(self.notes, 1):
            lines = Lines(self.source.name)
            self._blocks(note, lines, ())
            self.lines.add(f"[{number}] {lines.text().strip()}")
        text = self.lines.text()
        if not text.strip():
            raise SourceError("source.damaged" if self.package.torn else "source.empty", name=self.source.name)
        told = (("note.fonts", self.converted), ("note.changes", self.changed))
        notes = (*self.package.notes(), *(Note(code) for code, holds in told if holds))
        return Document(text, self.lines.origin(), notes)

    def _blocks(self, parent: Any, lines: Lines, above: tuple[str, ...]) -> None:
        if len(above) > NESTING:
            raise SourceError("source.damaged", name=self.source.name)
        for element in parent:
            name = local(element)
            if name in {"p", "h"}:
                self._paragraph(element, lines, "")
            elif name == "list":
                self._list(element, lines, (*above, name), None, None)
            elif name == "table":
                lines.table(self._table(element, (*above, name)))
            elif name in {"section", "index-body", "table-of-content", "text-box", "frame"}:
                self._blocks(element, lines, (*above, name))

    def _list(
        self,
        element: Any,
        lines: Lines,
        above: tuple[str, ...],
        style: str | None,
        counts: list[int] | None,
        level: int = 1,
    ) -> None:
        style = attribute(element, "style-name") or style or ""
        if counts is None:
            counts = self._counts(element, style)
        levels = self.lists.get(style, {})
        for item in element:
            if local(item) == "list-header":
                self._blocks(item, lines, (*above, "item"))
            if local(item) != "list-item":
                continue
            label = ""
            kinds = [local(each) for each in item if local(each) in {"p", "h", "list"}]
            if kinds and kinds[0] != "list":  # an item that only holds another list has no number
                stated = attribute(item, "start-value")
                odt_lists.count(
                    counts, level, levels, int(stated) if stated and stated.isdigit() and len(stated) < 7 else None
                )
                label = odt_lists.label(counts, level, levels)
            for each in item:
                if local(each) in {"p", "h"}:
                    self._paragraph(each, lines, label)
                    label = ""
                elif local(each) == "list" and len(above) < NESTING:
                    self._list(each, lines, (*above, "list"), style, counts, level + 1)

    def _counts(self, element: Any, style: str) -> list[int]:
        """The numbers that a list begins with: those of the list that it continues, or none."""
        continued = attribute(element, "continue-list") or (
            style if attribute(element, "continue-numbering") == "true" else ""
        )
        counts = self.counted.get(continued, []) if continued else []
        self.counted[style] = counts
        name = attribute(element, "id")
        if name:
            self.counted[name] = counts
        return counts

    def _paragraph(self, element: Any, lines: Lines, label: str) -> None:
        pieces: list[tuple[str, str]] = []
        boxes: list[Any] = []
        self._inline(element, attribute(element, "style-name") or "", pieces, lines, boxes)
        text = "".join(self._unicode(*piece) for piece in pieces).strip(" ")
        lines.add(f"{label} {text}" if label and text else text)
        for box in boxes:
            self._blocks(box, lines, ("box",))

    def _unicode(self, text: str, style: str) -> str:
        for _ in range(12):
            if style in self.fonts or style not in self.parents:
                break
            style = self.parents[style]
        converted = legacy.as_unicode(text, legacy.of_font(self.fonts.get(style, "")))
        self.converted |= converted != text
        return converted

    def _inline(
        self, element: Any, style: str, pieces: list[tuple[str, str]], lines: Lines, boxes: list[Any], depth: int = 0
    ) -> None:
        if depth > NESTING:
            raise SourceError("source.damaged", name=self.source.name)
        seen = style not in self.hidden
        if seen:
            pieces.append((_collapsed(element.text), style))
        for each in element:
            name = local(each)
            if name == "soft-page-break":
                lines.page()
            elif name == "s":
                count = attribute(each, "c") or "1"
                pieces.append((" " * min(BLANKS, int(count) if count.isdigit() and len(count) < 6 else 1), style))
            elif name in SPACES:
                pieces.append((SPACES[name], style))
            elif name == "note":
                self.notes.append(child(each, "note-body"))
                pieces.append((f"[{len(self.notes)}]", style))
            elif name == "frame":
                boxes += [box for box in each if local(box) == "text-box"]
            elif name not in UNSEEN and name:
                self._inline(each, attribute(each, "style-name") or style, pieces, lines, boxes, depth + 1)
            if seen:
                pieces.append((_collapsed(each.tail), style))

    def _table(self, element: Any, above: tuple[str, ...]) -> Table:
        table = Table()
        for row in element.iter():
            if (
                local(row) != "table-row"
                or next((up for up in row.iterancestors() if local(up) == "table"), None) is not element
            ):
                continue
            cells: list[list[str]] = []
            for cell in row:
                lines = Lines(self.source.name)
                if local(cell) == "table-cell":
                    self._blocks(cell, lines, (*above, "cell"))
                cells.append([line for paragraph in lines.lines for line in paragraph.split("\n")])
            table.rows.append(cells)
        return table


def _collapsed(text: str | None) -> str:
    """White space of the file is no white space of the text (ODF 1.3, 6.1.2)."""
    if not text:
        return ""
    return " ".join(f".{text}.".split())[1:-1] if "\n" in text or "  " in text or "\t" in text else text
