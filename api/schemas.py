"""What the REST interface answers: pydantic at the door, the plain records of `graph.answers` inside."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph import answers


class _Answer(BaseModel):
    model_config = ConfigDict(from_attributes=True, frozen=True)


class Document(_Answer):
    """A document as a row of a list."""

    iri: Annotated[str, Field(examples=["https://w3id.org/cancu/doc/ttg/quyet-dinh/2020/2289"])]
    label: Annotated[str, Field(examples=["Quyết định số 2289/QĐ-TTg"])]
    type: Annotated[str | None, Field(examples=["Quyết định"])]
    number: Annotated[str | None, Field(examples=["2289/QĐ-TTg"])]
    date: Annotated[str | None, Field(examples=["2020-12-31"], description="ISO 8601, may be partial")]
    issuer: Annotated[str | None, Field(examples=["Thủ tướng Chính phủ"])]
    place: Annotated[str | None, Field(examples=["Sơn La"], description="province of a local issuer")]
    title: Annotated[str | None, Field(examples=["Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư"])]
    level: Annotated[int, Field(examples=[2], description="0 Politburo and congress … 8 commune")]
    loaded: Annotated[bool, Field(examples=[False], description="loaded itself, not only cited")]
    registered: Annotated[bool, Field(examples=[False], description="only a register knows it, nothing cites it")]


class Evidence(_Answer):
    """The sentence that proves a relation; offsets are code points of the witness's text."""

    witness: Document
    source: Annotated[str, Field(examples=["https://w3id.org/cancu/source/0c4b…"])]
    sentence: Annotated[str, Field(examples=["Thực hiện Quyết định số 2289/QĐ-TTg ngày 31/12/2020;"])]
    sentence_start: Annotated[int, Field(examples=[412])]
    start: Annotated[int, Field(examples=[412])]
    end: Annotated[int, Field(examples=[448])]
    rule: Annotated[str, Field(examples=["thuc-hien"])]
    page: Annotated[int | None, Field(examples=[3])] = None
    confidence: Annotated[float | None, Field(examples=[0.93])] = None
    provision: Annotated[str | None, Field(examples=["khoản 2 Điều 5"], description="what a change touches")]
    effective: Annotated[str | None, Field(examples=["2025-07-01"], description="day from which a change holds")]
    lead: Annotated[
        str | None,
        Field(examples=["Bãi bỏ các văn bản sau:"], description="lead-in of the list it is in"),
    ]


class Edge(_Answer):
    """subject —predicate→ object, with all evidence."""

    subject: Document
    predicate: Annotated[str, Field(examples=["implements"])]
    object: Document
    evidence: list[Evidence]


class StatedValue(BaseModel):
    """One of the values that sources state for a field."""

    value: Annotated[str, Field(examples=["2021-12-31"])]
    evidence: list[Evidence]


class Conflict(BaseModel):
    """Sources contradict each other about a field of one document."""

    field: Annotated[str, Field(examples=["date"])]
    chosen: Annotated[str | None, Field(examples=["2020-12-31"])]
    values: list[StatedValue]

    @classmethod
    def of(cls, conflict: answers.StatedConflict) -> Conflict:
        values = [
            StatedValue(value=value, evidence=[Evidence.model_validate(piece) for piece in evidence])
            for value, evidence in conflict.values
        ]
        return cls(field=conflict.field, chosen=conflict.chosen, values=values)


FindingKind = Literal[
    "conflict",
    "yearSlip",
    "amendsYounger",
    "citedYounger",
    "dayMonthSwapped",
    "seriesOrder",
    "numberTwice",
    "typeSymbol",
    "codeUnknown",
    "nameNumber",
    "numberSlip",
    "noSuchDay",
]


class Finding(_Answer):
    """A contradiction between statements, or what is stated once and can hardly be right."""

    document: Document
    kind: FindingKind
    severity: Literal["error", "warning", "note"]
    field: Annotated[str | None, Field(examples=["date"], description="of a contradiction")]
    stated: Annotated[list[str], Field(examples=[["2020-05-08"]], description="the values that are stated")]
    likely: Annotated[
        str | None,
        Field(
            examples=["2020-06-08"],
            description="the value in use, or what it probably should be: a date, an ISO interval, a type, a number",
        ),
    ]
    against: Annotated[Document | None, Field(description="what it was measured against")]
    evidence: list[Evidence]


class FindingsAnswer(BaseModel):
    """One page of findings."""

    counts: Annotated[dict[str, int], Field(examples=[{"conflict": 3, "seriesOrder": 1}], description="of each kind")]
    page: Annotated[int, Field(examples=[1])]
    results: list[Finding]


class Signer(_Answer):
    """Who signed; offsets are code points of the source's text."""

    name: Annotated[str, Field(examples=["Trần Văn Bình"])]
    start: int
    end: int
    position: Annotated[str | None, Field(examples=["PHÓ CHỦ TỊCH"])]
    capacity: Annotated[str | None, Field(examples=["TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"])]


class Recipient(_Answer):
    """Whom a document was sent to; offsets are code points of the source's text."""

    name: Annotated[str, Field(examples=["Sở Công Thương"])]
    role: Annotated[str, Field(examples=["copy"], description="addressee, copy or file")]
    start: int
    end: int
    purpose: Annotated[str | None, Field(examples=["để báo cáo"])]
    body: Annotated[str | None, Field(examples=["Sở Công Thương tỉnh Sơn La"], description="where the tables know it")]
    key: Annotated[str | None, Field(examples=["sct.14-son-la"])]
    refers: Annotated[
        str | None, Field(examples=["addressees"], description="addressees or article: Như trên, Như Điều 3")
    ]
    through: Annotated[str | None, Field(examples=["Như Điều 3"], description="the entry by which an article names it")]


class Header(_Answer):
    """What the header of a loaded document says beyond its number."""

    source: Annotated[str, Field(examples=["https://w3id.org/cancu/source/0c4b…"])]
    parent: Annotated[
        str | None, Field(examples=["Ủy ban nhân dân tỉnh Sơn La"], description="the body above the issuer")
    ]
    signers: list[Signer]
    recipients: list[Recipient]


class DocumentPage(BaseModel):
    """A document with everything known about it."""

    document: Document
    bases: Annotated[list[Edge], Field(description="what it rests on and carries out")]
    implementers: Annotated[list[Edge], Field(description="what carries it out")]
    cites: Annotated[list[Edge], Field(description="what it only mentions")]
    cited_by: Annotated[list[Edge], Field(description="what only mentions it")]
    conflicts: list[Conflict]
    suspicions: Annotated[list[Finding], Field(description="what can hardly be right about it")]
    sources: Annotated[list[str], Field(description="IRIs of the sources that cite it")]
    header: Annotated[
        Header | None, Field(description="who signed it, whom it was sent to; null where it is only cited")
    ]

    @classmethod
    def of(cls, page: answers.DocumentPage) -> DocumentPage:
        return cls(
            document=Document.model_validate(page.document),
            bases=_edges(page.bases),
            implementers=_edges(page.implementers),
            cites=_edges(page.cites),
            cited_by=_edges(page.cited_by),
            conflicts=[Conflict.of(conflict) for conflict in page.conflicts],
            suspicions=[Finding.model_validate(finding) for finding in page.suspicions],
            sources=list(page.sources),
            header=Header.model_validate(page.header) if page.header else None,
        )


def _edges(edges: tuple[answers.Edge, ...]) -> list[Edge]:
    return [Edge.model_validate(edge) for edge in edges]


class Chain(_Answer):
    """The neighbourhood of a document along strong relations."""

    focus: Document
    nodes: list[Document]
    edges: list[Edge]
    depth: Annotated[dict[str, int], Field(description="IRI → steps from the focus, negative upward")]
    truncated: Annotated[dict[str, int], Field(description="IRI → neighbours that were left out")]
    action_counts: Annotated[
        dict[str, dict[str, int]],
        Field(description="IRI → status → actions that the document states; see /api/actions"),
    ] = {}

    @classmethod
    def of(cls, chain: answers.Chain) -> Chain:
        counts = {iri: dict(told.statuses) for iri, told in chain.actions.items()}
        return cls.model_validate(chain).model_copy(update={"action_counts": counts})


class SearchAnswer(BaseModel):
    """One page of hits."""

    query: Annotated[str, Field(examples=["chuyển đổi số"])]
    total: Annotated[int, Field(examples=[17], description="hits on all pages")]
    page: Annotated[int, Field(examples=[1])]
    results: list[Document]


class Parameter(_Answer):
    """A place to fill in a saved question."""

    name: Annotated[str, Field(examples=["number"])]
    kind: Literal["number", "text", "place", "year", "status", "suspicion"]
    label_vi: Annotated[str, Field(examples=["Số hiệu"])]
    label_en: Annotated[str, Field(examples=["Number"])]
    required: bool
    example: Annotated[str, Field(examples=["52-NQ/TW"])]


class Question(_Answer):
    """A saved question."""

    name: Annotated[str, Field(examples=["plans-implementing"])]
    label_vi: str
    label_en: str
    parameters: list[Parameter]


class QuestionAnswer(BaseModel):
    """The rows of a saved question."""

    name: Annotated[str, Field(examples=["plans-implementing"])]
    arguments: Annotated[dict[str, str], Field(examples=[{"number": "52-NQ/TW"}])]
    columns: Annotated[list[str], Field(examples=[["plan", "label"]])]
    rows: list[list[str | None]]


class StoreSummary(_Answer):
    """What the store holds."""

    sources: Annotated[int, Field(examples=[12])]
    documents: Annotated[int, Field(examples=[58])]
    relations: Annotated[int, Field(examples=[97])]
    conflicts: Annotated[int, Field(examples=[1])]
    unresolved: Annotated[int, Field(examples=[3])]
    registered: Annotated[int, Field(examples=[0], description="documents that only a register knows")]
    suspicions: Annotated[int, Field(examples=[1], description="what is stated once and can hardly be right")]
    programmes: Annotated[int, Field(examples=[4])]
    actions: Annotated[int, Field(examples=[31])]


class Health(BaseModel):
    """Whether the store answers."""

    status: Literal["ok"]
    version: Annotated[str, Field(examples=["0.1.0"])]


class Problem(BaseModel):
    """An error: the code of the message, and the message in the language of the request."""

    code: Annotated[str, Field(examples=["document.unknown"])]
    message: Annotated[str, Field(examples=["không có văn bản nào mang số 1/QĐ-ABC"])]
    candidates: list[Document] = Field([], description="documents to choose from, when a number is ambiguous")


class UploadedDocument(_Answer):
    """A document that was sent, and its page."""

    iri: Annotated[str, Field(examples=["https://w3id.org/cancu/doc/ubnd.11-dien-bien/ke-hoach/2021/77"])]
    label: Annotated[str, Field(examples=["Kế hoạch số 77/KH-UBND"])]
    page: Annotated[str | None, Field(examples=["/van-ban/ubnd.11-dien-bien/ke-hoach/2021/77"])]


class UploadAnswer(_Answer):
    """What became of a file that was sent."""

    name: Annotated[str, Field(examples=["ke-hoach-77.docx"])]
    outcome: Annotated[str, Field(description="loaded, updated, unchanged or failed", examples=["loaded"])]
    sources: Annotated[int, Field(examples=[1], description="documents in the file")]
    lines: Annotated[list[str], Field(examples=[[]], description="why it, or a part of it, could not be read")]
    documents: Annotated[list[UploadedDocument], Field(description="what the file is, or holds")]
