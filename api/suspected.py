"""Suspicions in words, for `cancu extract --explain`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from api.words import line
from ontology.records import Suspicion
from ontology.tables import suspicion_kinds
from viz.dates import likely


def told(suspicion: Suspicion, text: str, names: Mapping[str, str], lang: str) -> Iterator[str]:
    """A paragraph: which document, what is wrong, what would be right, and the words that state it."""
    row = next(row for row in suspicion_kinds() if row.kind == suspicion.kind)
    label, means = (row.label_en, row.means_en) if lang == "en" else (row.label_vi, row.means_vi)
    work = names.get(suspicion.work, suspicion.work)
    yield f"  {work} — {label} ({line(f'explain.severity.{suspicion.severity}', lang)}): {means}"
    said = [line("explain.stated", lang, value=likely(suspicion.stated, lang))]
    if suspicion.likely is not None:
        said.append(line("explain.likely", lang, value=likely(suspicion.likely, lang)))
    if suspicion.other is not None:
        said.append(line("explain.measured", lang, other=names.get(suspicion.other, suspicion.other)))
    yield f"      {', '.join(said)}"
    for span in suspicion.spans:
        yield f"      [{span.start}–{span.end}] «{' '.join(span.of(text).split())}»"
