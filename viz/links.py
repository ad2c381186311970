"""The addresses of the pages, made from IRIs: shared by the templates and the routes.

`Site(base, lang)` knows the base IRI of the store and the language of the reader; every address it makes carries
`lang=en` for English readers, so that the whole state is in the address.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from ontology.terms import DEFAULT_BASE

DOWNLOADS = ("svg", "png", "xlsx", "docx", "html", "json")
EVIDENCE_ANCHOR = "bang-chung"
ORIGINAL_ANCHOR = "ban-goc"

QUERY, PAGE, KIND = "q", "trang", "loai"
UP, DOWN, PLACE = "tren", "duoi", "noi"
START, END = "tu", "den"
STATUS, WHERE, IN = "tt", "dp", "ct"
"""Which actions to show: of a status, of a province, of a programme (its IRI below the base)."""
LANGUAGE = "lang"
UPLOAD = "/nap"


def document_path(iri: str, base: str = DEFAULT_BASE) -> str | None:
    """ "ttg/quyet-dinh/2020/2289" for the IRI of a document below the base; None for any other IRI."""
    prefix = f"{base}doc/"
    return iri.removeprefix(prefix) if iri.startswith(prefix) and len(iri) > len(prefix) else None


def document_iri(path: str, base: str = DEFAULT_BASE) -> str:
    """The inverse of `document_path`."""
    return f"{base}doc/{path}"


def source_key(source: str) -> str:
    """The first 32 hexadecimal digits that name a source, from its IRI (or the key itself)."""
    return source.rstrip("/").rpartition("/")[2]


def source_iri(key: str, base: str = DEFAULT_BASE) -> str:
    """The IRI of a source, and of the graph of what it says."""
    return f"{base}source/{key}"


def safe(url: str) -> str | None:
    """The address when a browser may follow it: http, https or a path of this site; None otherwise."""
    local = url.startswith("/") and not url.startswith(("//", "/\\"))
    return url if local or url.lower().startswith(("http://", "https://")) else None


@dataclass(frozen=True, slots=True)
class Site:
    """Makes addresses. base: IRI base of the store; lang: "vi" or "en"."""

    base: str = DEFAULT_BASE
    lang: str = "vi"

    def address(self, path: str, /, **parameters: str | int | None) -> str:
        """A path with its parameters; those that are None are left out."""
        given = {name: value for name, value in parameters.items() if value is not None and value != ""}
        if self.lang != "vi":
            given.setdefault(LANGUAGE, self.lang)
        return quote(path, safe="/:@!$&'()*+,;=~-._") + (f"?{urlencode(given)}" if given else "")

    def upload(self) -> str:
        """Where the form with files is sent."""
        return self.address(UPLOAD)

    def home(self) -> str:
        return self.address("/")

    def search(self, query: str = "", page: int = 1) -> str:
        return self.address("/tim", **{QUERY: query, PAGE: page if page > 1 else None})

    def document(
        self,
        iri: str,
        *,
        up: int | None = None,
        down: int | None = None,
        place: str | None = None,
        **only: str | None,
    ) -> str | None:
        """The page of a document; for an IRI that is not below the base, the IRI itself when it can be followed.

        only: which of its actions to show, by the names `STATUS`, `WHERE` and `IN`.
        """
        path = document_path(iri, self.base)
        if path is None:
            return safe(iri)
        return self.address(f"/van-ban/{path}", **{UP: up, DOWN: down, PLACE: place, **only})

    def programme(self, iri: str, **only: str | None) -> str:
        """The page of a programme."""
        return self.address(f"/chuong-trinh/{iri.removeprefix(f'{self.base}programme/')}", **only)

    def programmes(self, query: str = "", page: int = 1) -> str:
        return self.address("/chuong-trinh", **{QUERY: query, PAGE: page if page > 1 else None})

    def plan_report(self, iri: str, *, place: str | None = None) -> str | None:
        """What was planned and what was done under a document."""
        path = document_path(iri, self.base)
        return None if path is None else self.address(f"/van-ban/{path}/ke-hoach-va-ket-qua", **{PLACE: place})

    def download(self, iri: str, kind: str, *, up: int, down: int, place: str | None = None) -> str | None:
        """The chain of a document as a file; kind: one of `DOWNLOADS`."""
        path = document_path(iri, self.base)
        if path is None:
            return None
        return self.address(f"/van-ban/{path}/chuoi.{kind}", **{UP: up, DOWN: down, PLACE: place})

    def source(self, source: str, start: int | None = None, end: int | None = None) -> str:
        """The text of a witness, opened at the evidence."""
        anchor = f"#{EVIDENCE_ANCHOR}" if start is not None else ""
        return self.address(f"/nguon/{source_key(source)}", **{START: start, END: end}) + anchor

    def original(self, source: str, page: int, start: int | None = None, end: int | None = None) -> str:
        """The picture of a page of the original, the evidence marked."""
        return Site(self.base).address(f"/nguon/{source_key(source)}/trang/{page}.png", **{START: start, END: end})

    def saved_page(self, source: str, start: int | None = None, end: int | None = None) -> str:
        """The original of a witness that is a web page, for a frame; opened at the evidence."""
        anchor = f"#{EVIDENCE_ANCHOR}" if start is not None else ""
        return Site(self.base).address(f"/nguon/{source_key(source)}/ban-goc", **{START: start, END: end}) + anchor

    def source_page(self, source: str, page: int) -> str:
        """The text of a witness with that page of its original beside it."""
        return self.address(f"/nguon/{source_key(source)}", **{PAGE: page}) + f"#{ORIGINAL_ANCHOR}"

    def findings(self, kind: str | None = None, page: int = 1) -> str:
        """Contradictions and suspicions; of one kind where one is given."""
        return self.address("/nghi-van", **{KIND: kind, PAGE: page if page > 1 else None})

    def questions(self) -> str:
        return self.address("/cau-hoi")

    def question(self, name: str, /, **arguments: str) -> str:
        return self.address(f"/cau-hoi/{name}", **arguments)

    def sparql(self, query: str = "", output: str | None = None) -> str:
        return self.address("/sparql", query=query, format=output)

    def about(self) -> str:
        return self.address("/gioi-thieu")

    def static(self, name: str) -> str:
        return f"/static/{name}"

    def short(self, value: str) -> str:
        """An IRI below the base without the base; anything else as it is."""
        return value.removeprefix(self.base) if value.startswith(self.base) and value != self.base else value

    def cell(self, value: str) -> str | None:
        """The address behind a table cell: the page of a document, a programme, a source or a place in it, any other
        web address as it is, or None."""
        if document_path(value, self.base) is not None:
            return self.document(value)
        if value.startswith(f"{self.base}programme/"):
            return self.programme(value)
        if value.startswith(f"{self.base}source/"):
            return self._said(value)
        return safe(value) if "://" in value and not any(c.isspace() for c in value) else None

    def _said(self, iri: str) -> str:
        """The text of a source; for what it says (`…/act/12-40`), opened there."""
        key, _, inside = iri.removeprefix(f"{self.base}source/").partition("/")
        start, _, end = inside.rpartition("/")[2].partition("-")
        placed = start.isdigit() and end.isdigit()
        return self.source(key, int(start), int(end)) if placed else self.source(key)


def document_url(iri: str, base: str = DEFAULT_BASE, lang: str = "vi") -> str | None:
    """The page of a document, see `Site.document`."""
    return Site(base, lang).document(iri)


def source_url(source: str, start: int | None = None, end: int | None = None, lang: str = "vi") -> str:
    """The text of a witness, see `Site.source`."""
    return Site(lang=lang).source(source, start, end)
