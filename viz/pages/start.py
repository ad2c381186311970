"""The start page, what became of files that were sent, the short help, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.answers import DocumentSummary, StoreSummary
from ontology.terms import DEFAULT_BASE
from viz.labels import catalogue
from viz.links import Site
from viz.pages.frame import render


def home(
    summary: StoreSummary,
    examples: Sequence[DocumentSummary],
    lang: str = "vi",
    *,
    base: str = DEFAULT_BASE,
    upload: str | None = None,
) -> str:
    """What this is, a search box, what is loaded and what to try first. upload: how much may be sent at once ("64 MB");
    None where nothing may."""
    return render("home.html", lang, base, Site.home, summary=summary, examples=examples, upload=upload)


def uploaded(files: Sequence[Any], lang: str = "vi", *, base: str = DEFAULT_BASE) -> str:
    """What became of the files that were sent: `name`, `outcome`, `lines`, `documents` of each."""
    return render("uploaded.html", lang, base, Site.home, files=files)


def about(lang: str = "vi", *, base: str = DEFAULT_BASE) -> str:
    """Short help: what this does and how to read it."""
    return render("about.html", lang, base, Site.about)


def error(status: int, message: str, lang: str = "vi", *, base: str = DEFAULT_BASE) -> str:
    """An HTTP error with the line of `api.messages` that explains it."""
    kind = f"error.{status}" if f"error.{status}" in catalogue() else "error.other"
    return render("error.html", lang, base, Site.home, status=status, message=message, kind=kind)
