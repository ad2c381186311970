"""Chain → a tree of lines for the terminal, and the same as plain data for `--format json`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from textwrap import shorten
from typing import Any

from graph.actions.actions import plain
from graph.answers import Action, Chain, DocumentSummary, Evidence
from viz.action_views import measure_text, tally_line
from viz.dates import shown
from viz.labels import text as ui
from viz.pairs import Pair, pairs
from viz.quote import quote
from viz.vocabulary import status_label

QUOTE_LIMIT = 160
ACTIONS = 5
"""Actions of a document that the tree names; the others are counted."""


def render(chain: Chain, lang: str = "vi") -> str:
    """The focus, what carries it out below it, what it rests on, and what else hangs in the chain.

    Every entry is followed by the witness and its sentence, the evidence between « ». A document that was already
    unfolded is named again without its branches.
    """
    return "\n".join(_Tree(chain, lang).lines()) + "\n"


class _Tree:
    def __init__(self, chain: Chain, lang: str) -> None:
        self.chain, self.lang = chain, lang
        self.pairs = pairs(chain)
        self.down: dict[str, list[Pair]] = defaultdict(list)
        self.up: dict[str, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            self.down[pair.object.iri].append(pair)
            self.up[pair.subject.iri].append(pair)
        self.printed: set[tuple[str, str]] = set()

    def lines(self) -> Iterator[str]:
        focus = self.chain.focus
        yield _name(focus, self.lang)
        if focus.title and focus.title != focus.label:
            yield f"  {focus.title}"
        yield from self._actions(focus.iri, "  ")
        yield from self._section("tree.down", self.down, downward=True)
        yield from self._section("tree.up", self.up, downward=False)
        rest = [pair for pair in self.pairs if (pair.subject.iri, pair.object.iri) not in self.printed]
        if rest:
            yield ""
            yield ui("tree.other", self.lang)
            for pair in rest:
                yield f"  {_name(pair.subject, self.lang)} — {pair.label(self.lang)} → {_name(pair.object, self.lang)}"
                yield from (f"      {line}" for line in self._proof(pair))

    def _section(self, key: str, branches: dict[str, list[Pair]], downward: bool) -> Iterator[str]:
        yield ""
        focus = self.chain.focus.iri
        if not branches[focus]:
            yield ui(f"{key}.none", self.lang)
            return
        yield ui(key, self.lang)
        yield from self._branch(focus, branches, downward, "", {focus})

    def _branch(
        self, iri: str, branches: dict[str, list[Pair]], downward: bool, indent: str, unfolded: set[str]
    ) -> Iterator[str]:
        entries = sorted(branches[iri], key=lambda pair: _place(pair.subject if downward else pair.object))
        hidden = self.chain.truncated.get(iri, 0)
        for index, pair in enumerate(entries):
            self.printed.add((pair.subject.iri, pair.object.iri))
            other = pair.subject if downward else pair.object
            last = index == len(entries) - 1 and not hidden
            again = other.iri in unfolded
            unfolded.add(other.iri)
            note = f" {ui('tree.again', self.lang)}" if again and branches[other.iri] else ""
            yield f"{indent}{'└─' if last else '├─'} [{pair.label(self.lang)}] {_name(other, self.lang)}{note}"
            deeper = indent + ("   " if last else "│  ")
            continued = "│  " if branches[other.iri] and not again else "   "
            yield from (f"{deeper}{continued}{line}" for line in self._proof(pair))
            if not again:
                yield from self._actions(other.iri, deeper + continued)
                yield from self._branch(other.iri, branches, downward, deeper, unfolded)
        if hidden:
            yield f"{indent}└─ {ui('tree.hidden', self.lang, count=str(hidden))}"

    def _actions(self, iri: str, indent: str) -> Iterator[str]:
        """The counts of what a document states, and its first actions."""
        told = self.chain.actions.get(iri)
        if told is None:
            return
        yield indent + tally_line(told, self.lang)
        for action in told.actions[:ACTIONS]:
            results = "; ".join(measure_text(each, self.lang) for each in action.measures)
            said = _ends(plain(action.evidence.sentence))
            place = f"[{action.evidence.start}–{action.evidence.end}]"
            mark = status_label(action.status, self.lang)
            elsewhere = action.witness.iri != iri
            by = f", {ui('evidence.by', self.lang, witness=action.witness.label)}" if elsewhere else ""
            yield f"{indent}  • {mark}{by} {place}: {said}" + (f" ({results})" if results else "")
        more = told.total - len(told.actions[:ACTIONS])
        if more and told.actions:
            yield f"{indent}  {ui('tree.actions', self.lang, count=str(more))}"

    def _proof(self, pair: Pair) -> list[str]:
        """One line for each piece of evidence."""
        return [
            f"{ui('evidence.by', self.lang, witness=piece.witness.label)} [{piece.start}–{piece.end}]: {_quoted(piece)}"
            for piece in pair.evidence
        ]


def _ends(text: str) -> str:
    """Short enough for one line."""
    return shorten(text, QUOTE_LIMIT, placeholder="…")


def _quoted(evidence: Evidence) -> str:
    parts = quote(evidence, QUOTE_LIMIT)
    return f"{parts.before}«{parts.marked}»{parts.after}" if parts.marked else str(parts)


def _name(document: DocumentSummary, lang: str) -> str:
    facts = ", ".join(fact for fact in (document.issuer, shown(document.date, lang)) if fact)
    return f"{document.label} ({facts})" if facts else document.label


def _place(document: DocumentSummary) -> tuple[int, str, str]:
    return document.level, document.date or "", document.iri


def to_dict(chain: Chain) -> dict[str, Any]:
    """focus, nodes and edges with their evidence, ready for JSON; offsets: code points of the witness's text."""
    return {
        "focus": chain.focus.iri,
        "nodes": [
            {
                **_document(node),
                "depth": chain.depth.get(node.iri),
                "hidden": chain.truncated.get(node.iri, 0),
                "actions": _told(chain, node.iri),
            }
            for node in chain.nodes
        ],
        "edges": [
            {
                "subject": edge.subject.iri,
                "predicate": edge.predicate,
                "object": edge.object.iri,
                "evidence": [_evidence(piece) for piece in edge.evidence],
            }
            for edge in chain.edges
        ],
    }


def _document(document: DocumentSummary) -> dict[str, Any]:
    names = ("iri", "label", "type", "number", "date", "issuer", "place", "title", "level", "loaded")
    return {name: getattr(document, name) for name in names}


def _told(chain: Chain, iri: str) -> dict[str, Any] | None:
    told = chain.actions.get(iri)
    if told is None:
        return None
    return {"counts": dict(told.statuses), "shown": [_action(each) for each in told.actions], "more": told.more}


def _action(action: Action) -> dict[str, Any]:
    names = ("iri", "status", "actor", "time", "place", "province", "path")
    return {
        **{name: getattr(action, name) for name in names},
        "partners": list(action.partners),
        "carries_out": [document.iri for document in action.carries_out],
        "programmes": [programme.iri for programme in action.programmes],
        "results": [
            {"kind": each.kind, "value": float(each.value), "unit": each.unit, "text": each.text}
            | ({} if each.out_of is None else {"out_of": float(each.out_of)})
            for each in action.measures
        ],
        "evidence": _evidence(action.evidence),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "witness": evidence.witness.label,
        "witness_iri": evidence.witness.iri,
        "source": evidence.source,
        "sentence": evidence.sentence,
        "sentence_start": evidence.sentence_start,
        "lead": evidence.lead,
        "start": evidence.start,
        "end": evidence.end,
        "rule": evidence.rule,
    }
