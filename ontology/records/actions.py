"""Programmes, what was done or is planned to carry documents out, and the figures of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ontology.records.source import Span


class Programme(Struct, frozen=True):
    """A programme, scheme, strategy or project that the text names.

    kind: the word that opens its name ("Chương trình"). approved_by: id of the `Work` that approves it.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    approved_by: str | None = None
    mentions: tuple[Span, ...] = ()


class Quantity(Struct, frozen=True):
    """A measured result. text: as printed. of: the whole or the target it is measured against ("45/45 thủ tục")."""

    value: float
    unit: str
    text: str
    of: float | None = None
    span: Span | None = None


class Money(Struct, frozen=True):
    """A sum as printed: amount times unit ("30.906,3 triệu đồng" is 30906.3 and "triệu đồng")."""

    amount: float
    unit: str
    text: str
    span: Span | None = None


ActionStatus = Literal["done", "ongoing", "planned", "notDone"]


class Action(Struct, frozen=True):
    """Something done, being done, planned, or stated as not done, to carry out a document.

    implements: ids of `Work`s (or SELF); programmes: ids of `Programme`s. path: labels of the blocks it stands in, from
    the top ("I › 2.1 › -").
    """

    span: Span
    status: ActionStatus
    actor: str | None = None
    implements: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    time: str | None = None
    quantities: tuple[Quantity, ...] = ()
    money: tuple[Money, ...] = ()
    place: str | None = None
    partners: tuple[str, ...] = ()
    path: str | None = None


class Observation(Struct, frozen=True):
    """One cell of a table that carries a result or a budget, with the meaning that its headers give it.

    table: which table of the text, from 1. row, column: the words of the headers that hold for the cell.
    """

    table: int
    span: Span
    row: str
    column: str
    value: float
    unit: str | None = None
