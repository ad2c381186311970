"""The REST interface below /api: the answers of the graph as JSON, described by OpenAPI."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from api import find
from api.asking import ask_saved
from api.house import AHouse, AStore
from api.narrow import to_place
from api.owners import installed_version
from api.schemas import (
    Chain,
    DocumentPage,
    Finding,
    FindingKind,
    FindingsAnswer,
    Health,
    Problem,
    Question,
    QuestionAnswer,
    SearchAnswer,
    StoreSummary,
)
from api.things import checked
from graph.chains import chain as walk
from graph.documents import documents, findings, overview, search
from graph.questions import questions
from viz.links import document_iri

PROBLEMS: dict[int | str, dict[str, Any]] = {
    300: {"model": Problem, "description": "Several documents bear this number"},
    400: {"model": Problem, "description": "The request makes no sense"},
    404: {"model": Problem, "description": "Not known"},
    503: {"model": Problem, "description": "The store does not answer, or the question takes too much"},
}

router = APIRouter(prefix="/api", responses=PROBLEMS)
health_router = APIRouter()

PAGE_SIZE = 20


@router.get("/search", summary="Find documents by number or by words", tags=["documents"])
def find_documents(
    store: AStore,
    q: Annotated[str, Query(max_length=400, description="a number or words, with or without diacritics")] = "",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    size: Annotated[int, Query(ge=1, le=100)] = PAGE_SIZE,
) -> SearchAnswer:
    hits, total = search.search(store, q, limit=size, offset=(page - 1) * size)
    return SearchAnswer.model_validate(
        {"query": q, "total": total, "page": page, "results": hits}, from_attributes=True
    )


@router.get("/number", summary="The document that bears a number", tags=["documents"])
def find_number(
    store: AStore,
    number: Annotated[str, Query(max_length=200, examples=["2289/QĐ-TTg"])],
    place: Annotated[str | None, Query(description="province of the issuer")] = None,
    year: Annotated[str | None, Query(pattern=r"^\d{4}$")] = None,
) -> DocumentPage:
    return DocumentPage.of(documents.page(store, checked(find.one(store, number, place, year).iri).value))


@router.get("/documents/{path:path}", summary="All that is known of a document", tags=["documents"])
def document(store: AStore, path: str) -> DocumentPage:
    """path: the part of the document's IRI after `doc/`."""
    return DocumentPage.of(documents.page(store, checked(document_iri(path, store.base)).value))


@router.get("/chain/{path:path}", summary="What a document rests on and what carries it out", tags=["documents"])
def chain(
    store: AStore,
    path: str,
    up: Annotated[int, Query(ge=0, le=6, description="steps to what it rests on")] = 2,
    down: Annotated[int, Query(ge=0, le=6, description="steps to what carries it out")] = 3,
    place: Annotated[str | None, Query(description="only this province and central documents")] = None,
) -> Chain:
    iri = checked(document_iri(path, store.base)).value
    return Chain.of(to_place(walk.chain(store, iri, up=up, down=down, actions_shown=0), place))


@router.get("/questions", summary="The saved questions", tags=["questions"])
def saved_questions() -> list[Question]:
    return [Question.model_validate(question) for question in questions.questions().values()]


@router.get("/questions/{name}", summary="The answer of a saved question", tags=["questions"])
def ask(request: Request, house: AHouse, name: str) -> QuestionAnswer:
    """Parameters of the question are parameters of the address; see `/api/questions` for their names."""
    arguments = {key: value for key, value in request.query_params.items() if key != "lang"}
    table = ask_saved(house.fresh(), house.sandbox, name, arguments)
    rows = [list(row) for row in table.rows]
    return QuestionAnswer(name=name, arguments=arguments, columns=list(table.columns), rows=rows)


@router.get("/findings", summary="Contradictions and suspicions, the graver ones first", tags=["documents"])
def find_doubtful(
    store: AStore,
    kind: Annotated[FindingKind | None, Query(description="only this kind")] = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    size: Annotated[int, Query(ge=1, le=100)] = PAGE_SIZE,
) -> FindingsAnswer:
    found = findings.findings(store, kind, limit=size, offset=(page - 1) * size)
    return FindingsAnswer(
        counts=findings.counts(store), page=page, results=[Finding.model_validate(each) for each in found]
    )


@router.get("/summary", summary="What the store holds", tags=["store"])
def summary(house: AHouse) -> StoreSummary:
    return StoreSummary.model_validate(house.once("summary", overview.store_summary))


@health_router.get("/health", summary="Does the store answer?", tags=["store"])
def health(store: AStore) -> Health:
    store.select("ASK {}")
    return Health(status="ok", version=installed_version())
