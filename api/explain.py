"""Why each citation and relation was read: the rule, the words that fired, and what decided; as values and for people.

Nothing is decided here: `Statement.why`, `Mention.rule` and `Work.decided` say it, and `data/lines.csv` has the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from api import suspected
from api.words import line, pick
from ontology.records import SELF, Citation, Extraction, Mention, Span, Statement, Work
from ontology.tables import RelationPhrase, predicates, relation_phrases
from viz.columns import reason

Json = dict[str, Any]


Works = dict[str, Work]


def works_of(extraction: Extraction) -> Works:
    """The documents that citations point to, the speaking one among them, by id."""
    return {work.id: work for work in extraction.works} | {SELF: extraction.self_work}


def citation(cited: Citation, works: Works) -> Json:
    """rule: how the mention was recognised. decided: how date, issuer and id of its document were; null where nothing
    was (the speaking document, a short form without referent)."""
    decided = works[cited.work].decided if cited.work is not None else None
    return {
        "rule": cited.mention.rule,
        "decided": decided and {"id": decided.id, "date": decided.date, "issuer": decided.issuer},
    }


def statement(stated: Statement, text: str) -> Json:
    """rule and, where one fired, the row of `relation_phrases.csv`; the words of the cue; scope, title and through as
    in `ontology.records.Why`."""
    row, why = phrase_of(stated), stated.why
    return {
        "rule": stated.rule,
        "phrase": row and {"id": row.id, "pattern": row.phrase},
        "scope": why.scope if why else None,
        "cue": _quote(why.cue if why else None, text),
        "title": _quote(why.title if why else None, text),
        "through": _quote(why.through if why else None, text),
    }


def phrase_of(stated: Statement) -> RelationPhrase | None:
    """The row that fired: rules name it, perhaps with how it was taken ("can-cu.list")."""
    name = stated.rule.partition(".")[0]
    return next((row for row in relation_phrases() if row.id == name), None)


def _quote(span: Span | None, text: str) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}


def for_people(extraction: Extraction, lang: str) -> str:
    """All of it as text: one paragraph for each citation, then one for each relation."""
    return "\n".join(_lines(extraction, lang))


def _lines(extraction: Extraction, lang: str) -> Iterator[str]:
    yield extraction.source.name
    yield line("explain.citations", lang, count=str(len(extraction.citations)))
    works = works_of(extraction)
    for cited in extraction.citations:
        yield from _of_citation(cited, works, extraction.text, lang)
    yield line("explain.relations", lang, count=str(len(extraction.statements)))
    names = _names(extraction, lang)
    for stated in extraction.statements:
        yield from _of_statement(stated, extraction.text, names, lang)
    yield line("explain.unresolved", lang, count=str(len(extraction.unresolved)))
    for item in extraction.unresolved:
        yield f"  {_place(item.span)} {_words(item.span, extraction.text)}: {reason(item.reason, lang)}"
    yield line("explain.suspicions", lang, count=str(len(extraction.suspicions)))
    for suspicion in extraction.suspicions:
        yield from suspected.told(suspicion, extraction.text, names, lang)


def _of_citation(cited: Citation, works: Works, text: str, lang: str) -> Iterator[str]:
    mention = cited.mention
    meant = line("explain.self", lang) if cited.work == SELF else cited.work or line("explain.nothing", lang)
    yield f"  {_place(mention.span)} {_words(mention.span, text)} → {meant}"
    yield f"      {line('explain.rule', lang, rule=mention.rule)}: {_said('rule', mention.rule, lang)}"
    if cited.work is None or cited.work == SELF:
        return
    work = works[cited.work]
    if work.decided is None:
        return
    if work.date and work.decided.date:
        yield f"      {line('explain.date', lang, value=work.date)}: {_said('date', work.decided.date, lang)}"
    if work.issuer and work.decided.issuer:
        how = _said("issuer", work.decided.issuer, lang)
        yield f"      {line('explain.issuer', lang, value=work.issuer.name)}: {how}"
    yield f"      {line('explain.id', lang)}: {_said('id', work.decided.id, lang)}"
    for conflict in cited.conflicts:
        yield f"      {line('explain.conflict', lang, stated=conflict.stated, other=conflict.other)}"


def _of_statement(stated: Statement, text: str, names: dict[str, str], lang: str) -> Iterator[str]:
    labels = {row.predicate: row.label_en if lang == "en" else row.label_vi for row in predicates()}
    yield f"  {_place(stated.span)} {names[stated.subject]} — {labels[stated.predicate]} → {names[stated.object]}"
    row, why = phrase_of(stated), stated.why
    rule = line("explain.rule", lang, rule=stated.rule)
    yield f"      {rule}{': ' + line('explain.phrase', lang, phrase=row.phrase) if row else ''}"
    if why is None:
        return
    fired = f"{_words(why.cue, text)} {_place(why.cue)}, " if why.cue else ""
    through = f": {_words(why.through, text)} {_place(why.through)}" if why.through else ""
    yield f"      {fired}{_said('scope', why.scope, lang)}{through}"
    variant = stated.rule.partition(".")[2]
    if pick("lines", f"explain.variant.{variant}", lang):
        yield f"      {_said('variant', variant, lang)}"
    if why.title:
        yield f"      {line('explain.title', lang)}: {_words(why.title, text)} {_place(why.title)}"


def _names(extraction: Extraction, lang: str) -> dict[str, str]:
    """What each document is called: as its first mention prints it."""
    names = {SELF: line("explain.self", lang), extraction.self_work.id: line("explain.self", lang)}
    for cited in extraction.citations:
        if cited.work is not None:
            names.setdefault(cited.work, _printed(cited.mention, extraction.text))
    return names


def _printed(mention: Mention, text: str) -> str:
    return " ".join(mention.span.of(text).split())


def _said(kind: str, value: str, lang: str) -> str:
    """The words for a value; the value itself where the table has none."""
    return pick("lines", f"explain.{kind}.{value}", lang) or value


LIMIT = 90
"""Code points of a quotation that are shown."""


def _words(span: Span, text: str) -> str:
    words = " ".join(span.of(text).split())
    return f"«{words if len(words) <= LIMIT else words[: LIMIT - 1] + '…'}»"


def _place(span: Span) -> str:
    return f"[{span.start}–{span.end}]"
