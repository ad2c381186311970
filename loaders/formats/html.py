"""Saved web pages (.html, .htm, HTML saved as .doc) → the words of the page, without menus, scripts and forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from loaders.formats import text as plain_text
from loaders.formats.base import Document
from loaders.formats.flat import Lines, Table
from loaders.formats.limits import TEXT
from loaders.formats.numbering import letter, roman
from loaders.formats.package import local
from loaders.formats.style_sheets import with_fonts
from ontology import legacy
from ontology.errors import SourceError
from ontology.records import Note, Source

HTML = "text/html"
MEDIA_TYPES: tuple[str, ...] = (HTML,)

BEGINS = re.compile(
    rb"(?:\s|<!--(?:[^-]|-(?!->))*-->|<\?xml[^>]*\?>)*"
    rb"<(?:!doctype\s+html|html|head|body|main|article|section|div|table|p|h[1-6]|meta|title|center|span|font|style)\b",
    re.IGNORECASE,
)
CHARSET = re.compile(rb"<meta[^>]{1,300}?charset\s*=\s*[\"']?([\w-]{3,40})", re.IGNORECASE)

_UNSEEN = (
    "script style noscript template head nav aside footer button input select textarea option svg math canvas iframe "
    "object audio video map dialog datalist del s strike"
)
_BLOCKS = (
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 "
    "h5 h6 header hr html li main ol p pre section summary ul legend"
)
UNSEEN, BLOCKS = frozenset(_UNSEEN.split()), frozenset(_BLOCKS.split())

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

MAIN_SHARE = 0.5
"""Share of the words of a page from which on its marked main part is taken to be all of it."""

MENU_LINKS = 5
NESTING = 200


def accepts(data: bytes, name: str) -> str | None:
    """Begins like HTML, behind a mark and comments."""
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="ignore").encode()
    return HTML if BEGINS.match(head.removeprefix(b"\xef\xbb\xbf")) else None


def read(source: Source) -> Document:
    """The page. Raises SourceError: source.empty, source.encoding, source.damaged, source.too_large."""
    from lxml import etree, html  # heavy, and only for pages

    written, notes = _decoded(source)
    try:
        root = html.document_fromstring(written.encode("utf-8", errors="replace"), parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("source.empty", name=source.name) from error
    with_fonts(root)
    reader = _Reader(source.name)
    reader.block(_main(root), 0)
    reader.flush()
    text = reader.lines.text()
    if not text.strip():
        raise SourceError("source.empty", name=source.name)
    if reader.converted:
        notes = (*notes, Note("note.fonts"))
    return Document(text, notes=notes)


def markup(source: Source) -> str:
    """The page itself in Unicode, whatever it was saved in; letters of old fonts converted. Not cleaned of anything.
    Raises SourceError as `read`."""
    from lxml import etree, html

    written, _ = _decoded(source)
    try:
        root = html.document_fromstring(written.encode("utf-8", errors="replace"), parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("source.empty", name=source.name) from error
    with_fonts(root)
    fonts: dict[Any, legacy.Encoding | None] = {}
    for element in root.iter():
        around = fonts.get(element.getparent())
        encoding = fonts[element] = _encoding(element, around) if local(element) else around
        if element.text and encoding is not None:
            element.text = legacy.as_unicode(element.text, encoding)
        outside = fonts.get(element.getparent())
        if element.tail and outside is not None:
            element.tail = legacy.as_unicode(element.tail, outside)
    return str(html.tostring(root, encoding="unicode"))


def _parser() -> Any:
    from lxml import html

    return html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)


def _decoded(source: Source) -> tuple[str, tuple[Note, ...]]:
    """The markup: in the encoding that a mark or UTF-8 proves, else the one it states, else the one that makes it
    Vietnamese."""
    try:
        document = plain_text.read(source, sure=True)
    except SourceError as error:
        if error.code != "source.encoding":
            raise
        stated = CHARSET.search(source.data[:4096])
        try:
            if stated is not None:
                return source.data.decode(stated[1].decode("ascii")), ()
        except (LookupError, UnicodeDecodeError):
            pass
        document = plain_text.read(source)
    return document.text, document.notes


def _main(root: Any) -> Any:
    """The part that is marked as the content of the page, where it holds most of the words."""
    body = next((each for each in root.iter() if local(each) == "body"), root)
    marked = [
        each
        for each in body.iter()
        if local(each) in {"main", "article"} or (local(each) and each.get("role") == "main")
    ]
    sizes = [(len("".join(each.itertext())), each) for each in marked[:20]]
    whole = len("".join(body.itertext()))
    largest = max(sizes, key=lambda each: each[0], default=(0, body))
    return largest[1] if largest[0] >= MAIN_SHARE * whole else body


class _Reader:
    """One page on its way into lines."""

    def __init__(self, name: str) -> None:
        self.lines = Lines(name)
        self.pieces: list[str] = []
        self.size = 0
        self.converted = False
        self.labelled = False
        """Whether cells hold their own labels (attribute tables of portals): a line each."""
        self.name = name

    def flush(self, prefix: str = "") -> None:
        """Ends a paragraph. White space is one blank, except for the breaks that the page states."""
        text = "".join(self.pieces)
        self.pieces.clear()
        if not text.isascii():
            text, said = legacy.as_unicode(text, None), text  # also where no font tells, as in a page pasted together
            self.converted |= text != said
        lines = (" ".join(line.split()) for line in text.split("\v"))
        joined = "\n".join(line for line in lines if line)
        if joined:
            self.lines.add(prefix + joined)

    def say(self, text: str | None, encoding: legacy.Encoding | None) -> None:
        """Words of the paragraph."""
        if not text:
            return
        if encoding is not None:
            converted = legacy.as_unicode(text, encoding)
            self.converted |= converted != text
            text = converted
        self.size += len(text)
        if self.size > TEXT:
            raise SourceError("source.too_large", name=self.name, limit=f"{TEXT:,}")
        self.pieces.append(text)

    def block(self, element: Any, depth: int, encoding: legacy.Encoding | None = None) -> None:
        """The words of an element; its tail is the caller's."""
        if depth > NESTING:
            raise SourceError("source.damaged", name=self.name)
        encoding = _encoding(element, encoding)
        self.say(element.text, encoding)
        for each in element:
            self._child(each, depth, encoding)
            self.say(each.tail, encoding)

    def _child(self, each: Any, depth: int, encoding: legacy.Encoding | None) -> None:
        name = local(each)
        if not name or name in UNSEEN or _hidden(each):
            return
        if name == "br":
            self.pieces.append("\v")
        elif name == "table":
            self.flush()
            self._table(each, depth, encoding)
        elif name in {"ul", "ol"}:
            self.flush()
            if not _menu(each):
                self._list(each, depth, encoding)
        elif name in BLOCKS:
            self.flush()
            self.block(each, depth + 1, encoding)
            self.flush()
        elif name == "sup" and (raised := "".join(each.itertext()).strip()).isdigit():
            noted = any(local(around) == "a" for around in (*each.iter(), each.getparent()))
            self.say(f"[{raised}]" if noted else raised.translate(RAISED), encoding)
        else:
            self.block(each, depth + 1, encoding)
            if "label" in (each.get("class") or "") and name in {"span", "label"}:
                self.pieces.append(": " if not "".join(self.pieces).rstrip().endswith(":") else " ")
                self.labelled = True

    def _list(self, element: Any, depth: int, encoding: legacy.Encoding | None) -> None:
        number = int(element.get("start") or 1) if (element.get("start") or "1").isdigit() else 1
        for item in element:
            if local(item) != "li":
                self._child(item, depth + 1, encoding)
                continue
            before = len(self.lines.lines)
            self.block(item, depth + 1, encoding)
            self.flush()
            if len(self.lines.lines) > before:
                mark = _mark(element, number) if local(element) == "ol" else "- "
                self.lines.lines[before] = mark + self.lines.lines[before].removeprefix("- ")
                number += 1

    def _table(self, element: Any, depth: int, encoding: legacy.Encoding | None) -> None:
        border = element.get("border")
        table = Table(ruled=None if border is None else border not in {"0", ""})
        for row in _rows(element):
            cells: list[list[str]] = []
            for cell in row:
                if local(cell) not in {"td", "th"}:
                    continue
                inner = _Reader(self.name)
                inner.size = self.size
                inner.block(cell, depth + 1, encoding)
                inner.flush()
                self.size, self.converted = inner.size, self.converted or inner.converted
                if inner.labelled:
                    table.ruled = False
                cells.append([line for paragraph in inner.lines.lines for line in paragraph.split("\n")])
            table.rows.append(cells)
        self.lines.table(table)


def _rows(table: Any) -> list[Any]:
    """The rows of a table, not those of tables within it."""
    rows: list[Any] = []
    for element in table:
        if local(element) == "tr":
            rows.append(element)
        elif local(element) in {"thead", "tbody", "tfoot"}:
            rows += [row for row in element if local(row) == "tr"]
    return rows


ORDERED: dict[str, Callable[[int], str]] = {
    "a": lambda n: f"{letter(n)}) ",
    "A": lambda n: f"{letter(n).upper()}. ",
    "i": lambda n: f"{roman(n).lower()}. ",
    "I": lambda n: f"{roman(n)}. ",
}


LETTERED = 200
"""Number up to which an item has a letter; no list of an office is longer."""


def _mark(element: Any, number: int) -> str:
    """How a browser numbers an item of an ordered list; letters as clerks write them."""
    form = ORDERED.get(element.get("type") or "") if number <= LETTERED else None
    return form(number) if form else f"{number}. "


def _hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "mso-hide:all" in style or element.get("hidden") is not None


def _encoding(element: Any, around: legacy.Encoding | None) -> legacy.Encoding | None:
    """The old encoding that a font of the element's own tells, or that of what is around it where it names none."""
    face = element.get("face") or ""
    style = element.get("style") or ""
    if "font-family" in style:
        face = style.partition("font-family")[2].lstrip(": ").partition(";")[0]
    face = face.partition(",")[0].strip(" \"'")
    return legacy.of_font(face) if face else around


def _menu(element: Any) -> bool:
    """A list of nothing but links, none of which names a number: the menu of a portal."""
    links = [each for each in element.iter() if local(each) == "a"]
    if len(links) < MENU_LINKS:
        return False
    words = len("".join("".join(element.itertext()).split()))
    linked = "".join("".join("".join(each.itertext()) for each in links).split())
    return len(linked) > 0.9 * words and not any(char.isdigit() for char in linked)
