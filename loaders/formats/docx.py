"""Word documents (.docx, .docm) → what a reader sees of them on paper.

Paragraphs, tables, footnotes and endnotes, the header of the first page, the numbers that Word draws, text boxes,
content controls, hyperlinks. Inserted text is read, deleted and hidden text is not. Runs in fonts of TCVN3 or VNI are
converted. Pages begin where Word last broke them.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from loaders.formats import package, styles
from loaders.formats.base import Document
from loaders.formats.docx_tables import TRANSPARENT, cells_of, is_drawn, is_merged, rows_of
from loaders.formats.flat import Lines, Table
from loaders.formats.glyphs import raised
from loaders.formats.numbering import Numbering
from loaders.formats.package import Package, attribute, child, local, value
from loaders.formats.styles import Styles
from ontology import legacy
from ontology.errors import SourceError
from ontology.records import Note, Source

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES: tuple[str, ...] = (DOCX,)

SOFT = "\u00ad"
"""A place where a word may be cut, in TCVN3 the letter ư: older files hold it where others have "softHyphen"."""

SIGNS = {"softHyphen": SOFT, "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
ENDING = TRANSPARENT | {"tbl", "AlternateContent"}
"""What ends a paragraph."""

DRAWN = frozenset({"drawing", "pict", "object", "AlternateContent"})

EMBEDDED = frozenset({"aFChunk", "package", "oleObject"})
"""Kinds of relations to files within the file: pages that were merged into it, workbooks, other documents."""

NESTING = 40
"""Tables and boxes within each other; more is no document."""


def accepts(data: bytes, name: str) -> str | None:
    """A zip that holds the main part of a Word document."""
    return DOCX if "word/document.xml" in package.names(data) else None


def read(source: Source) -> Document:
    """The document. Raises SourceError: source.damaged, source.bomb, source.password, source.entities, source.empty."""
    return _Reader(source).document()


@dataclass(slots=True)
class _Paragraph:
    """Pieces of text with the old encoding of their font, and text boxes that hang on them."""

    pieces: list[tuple[str, legacy.Encoding | None]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    breaks: bool = False

    def text(self) -> tuple[str, bool]:
        """The words, and whether any were converted. Marks of VNI may stand in a run of their own: pieces of one
        encoding are converted together."""
        written, converted = [], False
        for encoding, group in groupby(self.pieces, key=lambda piece: piece[1]):
            text = "".join(piece[0] for piece in group)
            said = legacy.as_unicode(text, encoding)
            converted |= said != text
            written.append(said.replace(SOFT, ""))
        return "".join(written), converted


class _Reader:
    """One document on its way into lines."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.package = Package(source)
        root = self.package.xml("word/document.xml")
        body = child(root, "body")
        if body is None:
            raise SourceError("source.damaged", name=source.name)
        self.body = body
        self.relations = self._relations()
        self.styles = Styles.of(self._part("styles"))
        self.numbering = Numbering.of(self._part("numbering"))
        self.notes: list[tuple[str, str]] = []
        """Kind and id of the notes that were referred to, in order."""
        self.lines = Lines(source.name)
        self.converted = self.changed = False
        self.depth = 0

    def document(self) -> Document:
        self._header()
        self._blocks(self.body, self.lines)
        self._notes()
        text = self.lines.text()
        if not text.strip():
            raise SourceError("source.damaged" if self.package.torn else "source.empty", name=self.source.name)
        notes = [
            Note(code) for code, holds in (("note.fonts", self.converted), ("note.changes", self.changed)) if holds
        ]
        within = sum(1 for kind, _ in self.relations.values() if kind in EMBEDDED)
        attached = (Note("note.attached", (("count", str(within)),)),) if within else ()
        return Document(text, self.lines.origin(), (*self.package.notes(), *attached, *notes))

    def _relations(self) -> dict[str, tuple[str, str]]:
        """Id of a relation → its kind ("footnotes") and the path of its part."""
        root = self.package.xml("word/_rels/document.xml.rels")
        found: dict[str, tuple[str, str]] = {}
        for each in () if root is None else root:
            if attribute(each, "TargetMode") == "External":
                continue
            kind = (attribute(each, "Type") or "").rpartition("/")[2]
            target = attribute(each, "Target") or ""
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"word/{target}")
            found[attribute(each, "Id") or ""] = kind, path
        return found

    def _part(self, kind: str) -> Any | None:
        path = next((path for found, path in self.relations.values() if found == kind), f"word/{kind}.xml")
        return self.package.xml(path)

    def _header(self) -> None:
        """The header of the first page, where it holds words and not only the number of the page."""
        section = next((each for each in self.body.iter() if local(each) == "sectPr"), None)
        titled = child(section, "titlePg") is not None
        wanted = "first" if titled else "default"
        for reference in () if section is None else section:
            if local(reference) == "headerReference" and attribute(reference, "type") == wanted:
                _, path = self.relations.get(attribute(reference, "id") or "", ("", ""))
                root = self.package.xml(path) if path else None
                if root is None:
                    continue
                lines = Lines(self.source.name)
                self._blocks(root, lines)
                if any(char.isalpha() for char in lines.text()):
                    for line in lines.lines:
                        self.lines.add(line)

    def _blocks(self, parent: Any, lines: Lines) -> None:
        """Paragraphs and tables in the order of the document."""
        self.depth += 1
        if self.depth > NESTING:
            raise SourceError("source.damaged", name=self.source.name)
        before: _Paragraph | None = None
        for element in parent:
            name = local(element)
            if name == "p":
                before = self._paragraph(element, lines, before)
                continue
            if before is not None and name in ENDING:
                lines.add(before.text()[0])
                before = None
            if name == "tbl":
                lines.table(self._table(element))
            elif name in TRANSPARENT:
                self._blocks(element, lines)
            elif name == "AlternateContent":
                self._blocks(_choice(element), lines)
        if before is not None:
            lines.add(before.text()[0])
        self.depth -= 1

    def _paragraph(self, element: Any, lines: Lines, before: _Paragraph | None) -> _Paragraph | None:
        """before: what stands before this paragraph and lost its end. What goes on in the next one is given back."""
        found = before or _Paragraph()
        properties = child(element, "pPr")
        self._inline(element, properties, found)
        end = child(properties, "rPr")
        if child(end, "del") is not None or child(end, "moveFrom") is not None:
            return found  # its end is deleted: it goes on in the next paragraph
        if switched_break(properties) or found.breaks:
            lines.page()
        text, converted = found.text()
        self.converted |= converted
        numbered = self.styles.numbering(properties)
        if numbered is not None and (text.strip() or found.boxes):
            label = self.numbering.label(*numbered)
            text = f"{label} {text.lstrip()}" if label else text
        lines.add(text)
        for box in found.boxes:
            self._blocks(box, lines)
        return None

    def _inline(self, parent: Any, properties: Any | None, into: _Paragraph) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, properties, into)
            elif name in TRANSPARENT:
                self._inline(element, properties, into)
            elif name == "AlternateContent":
                self._inline(_choice(element), properties, into)
            elif name in {"del", "moveFrom"}:
                self.changed |= any(local(each) == "delText" and each.text for each in element.iter())
            elif name in {"oMath", "oMathPara"}:
                into.pieces.append(("".join(each.text or "" for each in element.iter() if local(each) == "t"), None))

    def _run(self, run: Any, paragraph: Any | None, into: _Paragraph) -> None:
        looked_up = self.styles.run_properties(child(run, "rPr"), paragraph)
        if styles.switched(looked_up, "vanish"):
            return
        encoding = legacy.of_font(styles.font(looked_up) or "")
        capitals = styles.switched(looked_up, "caps")
        for element in run:
            name = local(element)
            if name == "t":
                text = element.text or ""
                if text.isdecimal() and text.isascii() and styles.is_raised(looked_up):
                    text = raised(text, into.pieces[-1][0] if into.pieces else "")
                into.pieces.append((text.upper() if capitals and encoding is None else text, encoding))
            elif name == "br" and attribute(element, "type") == "page":
                into.breaks = into.breaks or not into.pieces
                into.pieces.append(("\n", encoding))
            elif name in SIGNS:
                into.pieces.append((SIGNS[name], encoding))
            elif name == "lastRenderedPageBreak":
                into.breaks = into.breaks or not into.pieces
            elif name in {"footnoteReference", "endnoteReference"}:
                self._note(name.removesuffix("Reference"), element, into)
            elif name == "sym":
                into.pieces.append(("-" if not into.pieces else "", None))
            elif name in DRAWN:
                into.boxes += _text_boxes(element)

    def _note(self, kind: str, element: Any, into: _Paragraph) -> None:
        self.notes.append((kind, attribute(element, "id") or ""))
        into.pieces.append((f"[{len(self.notes)}]", None))

    def _notes(self) -> None:
        """Footnotes and endnotes below the text, each on lines of its own behind its number."""
        if not self.notes:
            return
        roots = {kind: self._part(f"{kind}s") for kind in ("footnote", "endnote")}
        self.package.torn += sorted({f"{kind}s" for kind, _ in self.notes if roots[kind] is None})
        self.lines.add("")
        for number, (kind, key) in enumerate(list(self.notes), 1):
            root = roots[kind]
            note = next((each for each in (() if root is None else root) if attribute(each, "id") == key), None)
            if note is None:
                continue
            lines = Lines(self.source.name)
            self._blocks(note, lines)
            self.lines.add(f"[{number}] {lines.text().strip()}")

    def _table(self, element: Any) -> Table:
        table = Table(ruled=self._is_ruled(element))
        for row in rows_of(element):
            cells: list[list[str]] = []
            for cell in cells_of(row):
                if value(child(cell, "tcPr"), "vMerge") == "continue" or is_merged(cell):
                    cells.append([])
                    continue
                lines = Lines(self.source.name)
                self._blocks(cell, lines)
                cells.append([line for paragraph in lines.lines for line in paragraph.split("\n")])
            table.rows.append(cells)
        return table

    def _is_ruled(self, element: Any) -> bool:
        """Lines are drawn around cells: by the table itself, by its style, or by a cell."""
        properties = child(element, "tblPr")
        named = [child(style, "tblPr") for style in self.styles.chain(value(properties, "tblStyle"))]
        for each in (properties, *named):
            borders = child(each, "tblBorders")
            if borders is not None:
                return is_drawn(borders)
        return any(is_drawn(each) for each in element.iter() if local(each) == "tcBorders")


def switched_break(properties: Any | None) -> bool:
    """The paragraph begins a page."""
    return properties is not None and styles.switched([properties], "pageBreakBefore")


def _choice(element: Any) -> Any:
    """Of the same content in two ways, the first."""
    return next((each for each in element if local(each) in {"Choice", "Fallback"}), element)


def _text_boxes(element: Any) -> list[Any]:
    """The contents of text boxes in a drawing, each once."""
    if local(element) == "AlternateContent":
        for way in element:
            found = _text_boxes(way)
            if found:
                return found
        return []
    if local(element) == "txbxContent":
        return [element]
    return [box for each in element for box in _text_boxes(each)]
