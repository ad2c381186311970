"""Programmes, actions and the cells of tables, as quads of the witness graph that states them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from graph.identity.programme_keys import keys_of
from graph.identity.programmes import Named
from graph.rdf.terms import TYPE, Node, boolean, cancu, decimal, integer, node, text, verbatim
from graph.witness import places
from graph.witness.addresses import reference_iris, source_iri
from graph.witness.quotes import line_around
from graph.witness.selectors import Fact, evidence
from ontology.money import in_dong
from ontology.records import SELF, Action, Extraction, Observation, Programme, Span
from ontology.tables import place_at
from ontology.terms import P_PLAN, PROV, QB, SCHEMA
from ontology.words import nfc

CLASSES = {"done": PROV + "Activity", "ongoing": PROV + "Activity", "planned": P_PLAN + "Step"}
"""What a status is elsewhere. What was not done is neither an activity nor, any more, a step."""


class Doings:
    """What one extraction says of programmes, actions and table cells."""

    def __init__(self, extraction: Extraction, source: Node, references: Mapping[str, Node]) -> None:
        self.extraction, self.source, self.references = extraction, source, references
        self.programmes = {
            programme.id: node(iri)
            for programme, iri in zip(extraction.programmes, _iris(extraction, source.value), strict=True)
        }

    def facts(self) -> Iterator[Fact]:
        """All of it; every node has an IRI below the source's."""
        named = named_of(self.extraction, self.source.value)
        for programme in self.extraction.programmes:
            yield from self._programme(programme, named[self.programmes[programme.id].value][0])
        seen: Counter[Span] = Counter()
        for action in (*self.extraction.actions, *self.extraction.tasks):
            seen[action.span] += 1
            again = f"/{seen[action.span]}" if seen[action.span] > 1 else ""
            span = f"{action.span.start}-{action.span.end}"
            yield from self._action(node(f"{self.source.value}/act/{span}{again}"), action)
        for table in sorted({each.table for each in self.extraction.observations}):
            at = node(f"{self.source.value}/table/{table}")
            yield at, TYPE, node(QB + "DataSet")
            yield at, node(QB + "structure"), cancu("TableStructure")
        for observation in self.extraction.observations:
            yield from self._observation(observation)

    def _programme(self, programme: Programme, named: Named) -> Iterator[Fact]:
        iri = self.programmes[programme.id]
        yield iri, TYPE, cancu("ProgrammeReference")
        yield iri, cancu("kind"), text(programme.kind)
        yield iri, cancu("name"), text(programme.name)
        yield from ((iri, cancu("alias"), text(alias)) for alias in programme.aliases)
        yield from ((iri, cancu("nameKey"), text(key)) for key in sorted(named.all_keys))
        yield iri, node(SCHEMA + "sha256"), text(named.digest)
        if programme.approved_by is not None:
            yield iri, cancu("approvedBy"), self.references[programme.approved_by]
        if named.shared:
            yield iri, cancu("sharesApproval"), boolean(True)
        for span in programme.mentions:
            at = node(f"{iri.value}/mention/{span.start}-{span.end}")
            yield iri, cancu("mention"), at
            yield at, TYPE, cancu("ProgrammeMention")
            yield from self._bounds(at, span)
            yield at, cancu("quote"), verbatim(span.of(self.extraction.text))

    def _action(self, iri: Node, action: Action) -> Iterator[Fact]:
        yield iri, TYPE, cancu("Action")
        if action.status in CLASSES:
            yield iri, TYPE, node(CLASSES[action.status])
        yield iri, cancu("status"), text(action.status)
        stated = {"actor": action.actor, "time": action.time, "place": action.place, "path": action.path}
        stated["province"] = province_of(action.place)
        yield from ((iri, cancu(name), text(value)) for name, value in stated.items() if value is not None)
        yield from ((iri, cancu("partner"), text(partner)) for partner in action.partners)
        yield from ((iri, cancu("carriesOut"), self.references[work]) for work in action.implements)
        yield from ((iri, cancu("programme"), self.programmes[programme]) for programme in action.programmes)
        yield from self._bounds(iri, action.span)
        yield iri, cancu("sentence"), verbatim(action.span.of(self.extraction.text))
        yield iri, cancu("sentenceStart"), integer(action.span.start)
        yield from evidence(iri, self.source, action.span, self.extraction)
        yield from self._measures(iri, action)

    def _measures(self, iri: Node, action: Action) -> Iterator[Fact]:
        for order, quantity in enumerate(action.quantities, 1):
            at = node(f"{iri.value}/quantity/{order}")
            yield iri, cancu("quantity"), at
            yield at, TYPE, node(SCHEMA + "QuantitativeValue")
            yield at, node(SCHEMA + "value"), decimal(quantity.value)
            yield at, node(SCHEMA + "unitText"), text(quantity.unit)
            yield from _printed(at, order, quantity.text, quantity.span)
            if quantity.of is not None:
                yield at, cancu("outOf"), decimal(quantity.of)
        for order, money in enumerate(action.money, 1):
            at = node(f"{iri.value}/money/{order}")
            yield iri, cancu("money"), at
            yield at, TYPE, node(SCHEMA + "MonetaryAmount")
            yield from _in_dong(at, in_dong(money.amount, money.unit))
            yield at, cancu("value"), decimal(money.amount)
            yield at, cancu("unit"), text(money.unit)
            yield from _printed(at, order, money.text, money.span)

    def _observation(self, observation: Observation) -> Iterator[Fact]:
        iri = node(f"{self.source.value}/obs/{observation.span.start}-{observation.span.end}")
        start, line = line_around(self.extraction.text, observation.span.start, observation.span.end)
        yield iri, TYPE, node(QB + "Observation")
        yield iri, node(QB + "dataSet"), node(f"{self.source.value}/table/{observation.table}")
        yield iri, cancu("row"), text(observation.row)
        yield iri, cancu("column"), text(observation.column)
        yield iri, cancu("value"), decimal(observation.value)
        if observation.unit is not None:
            yield iri, cancu("unit"), text(observation.unit)
            yield from _in_dong(iri, in_dong(observation.value, observation.unit))
        yield from self._bounds(iri, observation.span)
        yield iri, cancu("quote"), verbatim(observation.span.of(self.extraction.text))
        yield iri, cancu("sentence"), verbatim(line)
        yield iri, cancu("sentenceStart"), integer(start)
        yield from evidence(iri, self.source, observation.span, self.extraction)

    def _bounds(self, iri: Node, span: Span) -> Iterator[Fact]:
        """Where it stands in the text, and on which page of the original."""
        yield from _span(iri, span)
        yield from ((iri, *pair) for pair in places.stated(self.extraction.origin, span))


def named_of(extraction: Extraction, source: str) -> dict[str, tuple[Named, str | None]]:
    """IRI of each programme that a source names → what it says, and the id of the work that it says approves it."""
    works = {work.id: work for work in (*extraction.works, extraction.self_work)} | {SELF: extraction.self_work}
    approvals = [programme.approved_by for programme in extraction.programmes]
    found = {}
    for iri, programme in zip(_iris(extraction, source), extraction.programmes, strict=True):
        work = works.get(programme.approved_by or "")
        shared = programme.approved_by is not None and approvals.count(programme.approved_by) > 1
        number = None if work is None else work.number
        found[iri] = named(programme, number, source, approved=work is not None, shared=shared), programme.approved_by
    return found


def programmes_of(extraction: Extraction, base: str) -> dict[str, tuple[Named, str | None]]:
    """IRI of each programme that a source names → what it says, and the reference to what approves it."""
    references = reference_iris(extraction, base)
    return {
        iri: (said, None if work is None else references[work])
        for iri, (said, work) in named_of(extraction, source_iri(extraction.source, base)).items()
    }


def named(programme: Programme, approver: str | None, source: str, *, approved: bool, shared: bool) -> Named:
    """What a witness says of a programme, with its digest; `work` is not known yet. approver: the number of the
    document that approves it, where it has one; shared: that one approves other programmes too."""
    kind, name, aliases = nfc(programme.kind), nfc(programme.name), tuple(sorted({nfc(a) for a in programme.aliases}))
    keys = keys_of(Programme("", kind, name, aliases))
    own = source.rsplit("/", 1)[-1] if keys.weak and not approved else None
    said = json.dumps([kind, name, aliases, approver, shared, own], ensure_ascii=False)
    digest = hashlib.sha256(said.encode()).hexdigest()
    return Named(digest, kind, name, aliases, keys, approver, None, shared, own)


def province_of(place: str | None) -> str | None:
    """The province that a stated place names, at its end or alone: "xã Chiềng Cọi, tỉnh Sơn La"."""
    found = None if place is None else place_at(place) or place_at(place.rpartition(",")[2].strip())
    return None if found is None else found.name


def _iris(extraction: Extraction, source: str) -> Sequence[str]:
    return [f"{source}/programme/{number}" for number in range(1, len(extraction.programmes) + 1)]


def _span(iri: Node, span: Span) -> Iterator[Fact]:
    yield iri, cancu("start"), integer(span.start)
    yield iri, cancu("end"), integer(span.end)


def _printed(at: Node, order: int, printed: str, span: Span | None) -> Iterator[Fact]:
    yield at, cancu("order"), integer(order)
    yield at, cancu("quote"), verbatim(printed)
    if span is not None:
        yield from _span(at, span)


def _in_dong(at: Node, dong: Decimal | None) -> Iterator[Fact]:
    """A sum in the currency that schema.org names; what is printed in millions stands beside it as printed."""
    if dong is not None:
        yield at, node(SCHEMA + "value"), decimal(dong)
        yield at, node(SCHEMA + "currency"), text("VND")
