"""Chain → a tree of lines for the terminal, and the same as plain data for `--format json`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from graph.answers import Chain, DocumentSummary, Evidence
from viz.dates import shown
from viz.labels import text as ui
from viz.pairs import Pair, pairs
from viz.quote import quote

QUOTE_LIMIT = 160


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
                yield from self._branch(other.iri, branches, downward, deeper, unfolded)
        if hidden:
            yield f"{indent}└─ {ui('tree.hidden', self.lang, count=str(hidden))}"

    def _proof(self, pair: Pair) -> list[str]:
        """One line for each piece of evidence."""
        return [
            f"{ui('evidence.by', self.lang, witness=piece.witness.label)} [{piece.start}–{piece.end}]: {_quoted(piece)}"
            for piece in pair.evidence
        ]


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
            {**_document(node), "depth": chain.depth.get(node.iri), "hidden": chain.truncated.get(node.iri, 0)}
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


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "witness": evidence.witness.label,
        "witness_iri": evidence.witness.iri,
        "source": evidence.source,
        "sentence": evidence.sentence,
        "sentence_start": evidence.sentence_start,
        "start": evidence.start,
        "end": evidence.end,
        "rule": evidence.rule,
    }
