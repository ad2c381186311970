"""A chain as a file: format → how it is made. Makers are imported when asked for: some bring large libraries."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from graph.answers import Chain
from viz.tree import to_dict


@dataclass(frozen=True, slots=True)
class Drawing:
    """media_type: as HTTP names it; maker: "module:function" that takes a chain and a language, giving str or bytes."""

    media_type: str
    maker: str


DRAWINGS = {
    "tree": Drawing("text/plain; charset=utf-8", "viz.tree:render"),
    "json": Drawing("application/json", "api.drawings:chain_json"),
    "svg": Drawing("image/svg+xml", "viz.svg:drawing"),
    "png": Drawing("image/png", "viz.picture:chain"),
    "html": Drawing("text/html; charset=utf-8", "viz.network:html"),
    "xlsx": Drawing("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "viz.sheets:chain"),
    "docx": Drawing("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "viz.word:chain"),
}


def draw(chain: Chain, kind: str, lang: str) -> str | bytes:
    """The chain in one of the formats of `DRAWINGS`."""
    module, _, function = DRAWINGS[kind].maker.partition(":")
    maker = cast("Callable[[Chain, str], str | bytes]", getattr(import_module(module), function))
    return maker(chain, lang)


def chain_json(chain: Chain, lang: str) -> str:
    """focus, nodes and edges with their evidence; the same in every language."""
    return json.dumps(to_dict(chain), ensure_ascii=False, indent=2) + "\n"
