"""Saved questions: one file each in `graph/queries/`, told by its header comments.

    # vi: Văn bản nào triển khai …?
    # en: Which documents implement …?
    # parameter: number | number | Số ký hiệu | Number | required | 52-NQ/TW
    #            name     kind     label (vi)   label (en)             example

    # column: result | number | Kết quả | Result        how a column is called and written where people read it
    # column: document | iri of label | Địa chỉ | Address   there the words of that column lead to the address
    # computed: yes                                      the answer is made of the rows, see `graph.questions.computed`

Places for values are written `$name`. A number is resolved to its document before the query runs, so that its IRI
stands inside the pattern. An optional parameter stands alone in a VALUES block; left out, it becomes UNDEF.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from graph.answers import Column, ColumnKind, Parameter, ParameterKind, Question, Table
from graph.documents.search import one
from graph.questions.computed import COMPUTED
from graph.rdf.sparql import Value, bind
from graph.rdf.terms import node, text
from graph.storage.store import Store, resolved
from ontology.errors import QueryError
from ontology.tables import action_statuses, status_by_word, suspicion_kinds
from ontology.words import letters

_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def questions() -> Mapping[str, Question]:
    """All saved questions by name, in the order of their names."""
    found = (file for file in files("graph").joinpath("queries").iterdir() if file.name.endswith(".rq"))
    read = (parse(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in found)
    return {question.name: question for question in sorted(read, key=lambda each: each.name)}


def parse(name: str, sparql: str) -> Question:
    """A question from the text of its file. ValueError when the header is not as it should be."""
    labels: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for line in sparql.splitlines():
        if not line.startswith("#"):
            break
        key, _, value = line.removeprefix("#").strip().partition(":")
        if key == "parameter":
            parameters.append(_parameter(value))
        elif key == "column":
            columns.append(_column(value))
        else:
            labels[key] = value.strip()
    if not {"vi", "en"} <= labels.keys():
        raise ValueError(f"{name}: labels vi and en are missing")
    computed = labels.get("computed") == "yes"
    return Question(name, labels["vi"], labels["en"], tuple(parameters), sparql, tuple(columns), computed)


def _column(line: str) -> Column:
    name, written, label_vi, label_en = (part.strip() for part in line.split("|"))
    kind, _, of = written.partition(" of ")
    if kind not in get_args(ColumnKind) or (of and kind != "iri"):
        raise ValueError(f"not a column: {line}")
    return Column(name, cast("ColumnKind", kind), label_vi, label_en, of or None)


def _parameter(line: str) -> Parameter:
    name, kind, label_vi, label_en, needed, example = (part.strip() for part in line.split("|"))
    if kind not in get_args(ParameterKind) or needed not in ("required", "optional"):
        raise ValueError(f"not a parameter: {line}")
    return Parameter(name, cast("ParameterKind", kind), label_vi, label_en, needed == "required", example)


def question(name: str) -> Question:
    """The question of that name. Raises QueryError (query.unknown_name)."""
    if name not in questions():
        raise QueryError("query.unknown_name", name=name)
    return questions()[name]


def run(store: Store, name: str, args: Mapping[str, str], most: int | None = None) -> Table:
    """The answer. most: how many rows are wanted at least where the house makes them itself; None: all.

    Raises QueryError (query.unknown_name, query.parameters, query.parameter_missing, query.parameter_value), and for
    numbers what `graph.documents.search.one` raises.
    """
    asked = question(name)
    values = _values(store, asked, args)
    return COMPUTED[name](store, args, most) if asked.computed else store.select(asked.sparql, values)


def prepared(store: Store, name: str, args: Mapping[str, str]) -> str:
    """The SPARQL of a question with its values filled in, for people to read, change and send."""
    asked = question(name)
    return bind(asked.sparql, _values(store, asked, args))


def _values(store: Store, asked: Question, args: Mapping[str, str]) -> dict[str, Value]:
    unknown = sorted(set(args) - {parameter.name for parameter in asked.parameters})
    if unknown:
        offered = ", ".join(parameter.name for parameter in asked.parameters)
        raise QueryError("query.parameters", name=asked.name, unknown=", ".join(unknown), offered=offered or "–")
    values: dict[str, Value] = {"resolved": resolved(store)}
    return values | {each.name: _value(store, each, args.get(each.name, "")) for each in asked.parameters}


def _value(store: Store, parameter: Parameter, given: str) -> Value:
    given = given.strip()
    if not given:
        if parameter.required:
            raise QueryError("query.parameter_missing", name=parameter.name, example=parameter.example)
        return "UNDEF"
    if parameter.kind == "number":
        return node(one(store, given).iri)
    if parameter.kind == "status":
        return text(_chosen(parameter, given, status_by_word(), [row.label_vi.lower() for row in action_statuses()]))
    if parameter.kind == "suspicion":
        return text(_chosen(parameter, given, _suspicion_by_word(), [row.label_vi for row in suspicion_kinds()]))
    if parameter.kind == "year" and not _YEAR.fullmatch(given):
        raise QueryError("query.parameter_value", name=parameter.name, value=given, offered=parameter.example)
    return text(given)


def _chosen(parameter: Parameter, given: str, known: Mapping[str, str], offered: Sequence[str]) -> str:
    """What a word of people stands for. Raises QueryError (query.parameter_value) with the words that do."""
    if letters(given) not in known:
        raise QueryError("query.parameter_value", name=parameter.name, value=given, offered=", ".join(offered))
    return known[letters(given)]


@cache
def _suspicion_by_word() -> Mapping[str, str]:
    return {letters(word): row.kind for row in suspicion_kinds() for word in (row.kind, row.label_vi, row.label_en)}
