"""Presentations (.pptx; .ppt and .odp by LibreOffice): the words of each slide, with its tables and the speaker's
notes. A slide is a page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from loaders.formats import office, package
from loaders.formats.base import Document
from loaders.formats.flat import Lines, Table
from loaders.formats.limits import PAGES
from loaders.formats.package import Package, attribute, child, local
from ontology import legacy
from ontology.errors import SourceError
from ontology.records import Note, Source

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PPT = "application/vnd.ms-powerpoint"
ODP = "application/vnd.oasis.opendocument.presentation"
MEDIA_TYPES: tuple[str, ...] = (PPTX, PPT, ODP)

MAIN = "ppt/presentation.xml"
ENCRYPTED = b"\xdf\xc4\xd1\xf3"
"""The token of the stream "Current User" that says a .ppt has a password ([MS-PPT] 2.3.2)."""

UNSAID = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
"""Placeholders that hold no words of the speaker: number of the slide, day, foot."""

NESTING = 40


def accepts(data: bytes, name: str) -> str | None:
    """A zip that holds the main part of a presentation, or an OLE file with the stream of one."""
    if data.startswith(office.OLE):
        return PPT if office.holds(data, office.SLIDES, (*office.WORD, *office.WORKBOOKS)) else None
    if not data.startswith(package.ZIP):
        return None
    if b"application/vnd.oasis.opendocument.presentation" in data[:200]:
        return ODP
    return PPTX if MAIN in package.names(data) else None


def read(source: Source) -> Document:
    """The slides in their order. Raises SourceError: source.damaged, source.bomb, source.password, source.entities,
    source.empty, source.pages, and those of `office.converted`."""
    if source.media_type != PPTX:
        if source.media_type == PPT and ENCRYPTED in source.data:
            raise SourceError("source.password", name=source.name)
        suffix = ".ppt" if source.media_type == PPT else ".odp"
        source = replace(source, data=office.converted(source, suffix, office.IMPRESS), media_type=PPTX)
    return _Reader(source).document()


class _Reader:
    """One presentation on its way into lines."""

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self.package = Package(source)
        self.lines = Lines(source.name)
        self.converted = False

    def document(self) -> Document:
        slides = list(self._slides())
        if len(slides) > PAGES:
            raise SourceError("source.pages", name=self.name, count=str(len(slides)), limit=str(PAGES))
        for number, path in enumerate(slides):
            if number:
                self.lines.add("")
                self.lines.page()
            self._shapes(self.package.xml(path))
            for kind, part in self._relations(path).values():
                if kind == "notesSlide":
                    self._shapes(self.package.xml(part))
        text = self.lines.text()
        if not text.strip():
            raise SourceError("source.damaged" if self.package.torn else "source.empty", name=self.name)
        fonts = (Note("note.fonts"),) if self.converted else ()
        return Document(text, self.lines.origin(), (*self.package.notes(), *fonts))

    def _slides(self) -> Iterator[str]:
        """Paths of the slides, hidden ones left out, in the order in which they are shown."""
        root = self.package.xml(MAIN)
        if root is None:
            raise SourceError("source.damaged", name=self.name)
        relations = self._relations(MAIN)
        listed: Any = child(root, "sldIdLst")
        for each in () if listed is None else listed:
            key = next((value for name, value in each.attrib.items() if name.endswith("}id")), "")
            kind, path = relations.get(key, ("", ""))
            slide = self.package.xml(path) if kind == "slide" else None
            if slide is not None and attribute(slide, "show") != "0":
                yield path

    def _relations(self, path: str) -> dict[str, tuple[str, str]]:
        """Id of a relation of a part → its kind and the path of the other part."""
        folder, name = posixpath.split(path)
        root = self.package.xml(f"{folder}/_rels/{name}.rels")
        found: dict[str, tuple[str, str]] = {}
        for each in () if root is None else root:
            if attribute(each, "TargetMode") == "External":
                continue
            target = attribute(each, "Target") or ""
            where = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            found[attribute(each, "Id") or ""] = (attribute(each, "Type") or "").rpartition("/")[2], where
        return found

    def _shapes(self, root: Any | None) -> None:
        """Words and tables of a slide, or of the notes below it."""
        tree = child(child(root, "cSld"), "spTree")
        if tree is not None:
            self._tree(tree, 0)

    def _tree(self, parent: Any, depth: int) -> None:
        if depth > NESTING:
            raise SourceError("source.damaged", name=self.name)
        for element in parent:
            name = local(element)
            if name == "sp" and _placeholder(element) not in UNSAID:
                for paragraph in self._paragraphs(child(element, "txBody")):
                    self.lines.add(paragraph)
            elif name == "graphicFrame":
                for table in (each for each in element.iter() if local(each) == "tbl"):
                    self.lines.table(self._table(table))
            elif name == "grpSp":
                self._tree(element, depth + 1)
            elif name == "AlternateContent":
                chosen = child(element, "Choice")
                self._tree(chosen if chosen is not None else element, depth + 1)

    def _table(self, element: Any) -> Table:
        rows = [each for each in element if local(each) == "tr"]
        cells = [[self._paragraphs(child(cell, "txBody")) for cell in row if local(cell) == "tc"] for row in rows]
        return Table(cells, ruled=True)

    def _paragraphs(self, body: Any | None) -> list[str]:
        return [self._paragraph(each) for each in (() if body is None else body) if local(each) == "p"]

    def _paragraph(self, element: Any) -> str:
        written: list[str] = []
        for each in element:
            if local(each) == "br":
                written.append("\n")
            elif local(each) in {"r", "fld"}:
                said = child(each, "t")
                text = "" if said is None else said.text or ""
                face = attribute(child(child(each, "rPr"), "latin"), "typeface") or ""
                read = legacy.as_unicode(text, legacy.of_font(face))
                self.converted |= read != text
                written.append(read)
        return "".join(written)


def _placeholder(shape: Any) -> str | None:
    """What a shape is for: "title", "body", "sldNum" …; None for one that somebody drew."""
    return attribute(child(child(child(shape, "nvSpPr"), "nvPr"), "ph"), "type")
