"""The pages, as full HTML. Every state is in the address; nothing needs JavaScript; no inline script or style.

One door: each kind of page has a room of its own here; pages about programmes and actions: `viz.action_pages`.
"""

from viz.pages.asking import question, questions, result_table, sparql
from viz.pages.documents import document
from viz.pages.doubts import findings
from viz.pages.frame import PAGE_SIZE, render
from viz.pages.searching import ambiguous, search
from viz.pages.sources import source
from viz.pages.start import about, error, home, uploaded

__all__ = [
    "PAGE_SIZE",
    "about",
    "ambiguous",
    "document",
    "error",
    "findings",
    "home",
    "question",
    "questions",
    "render",
    "result_table",
    "search",
    "source",
    "sparql",
    "uploaded",
]
