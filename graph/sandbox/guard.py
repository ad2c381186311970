"""Is a query harmless? Decided before it runs: it only reads, and it asks nobody outside.

The engine would follow SERVICE to any address, and cannot be told not to. So a query is cut into tokens and refused
when SERVICE stands anywhere outside strings, comments, IRIs, variables and the local parts of names. A text that the
engine might cut differently is refused too, for the difference could hide the word:

- "<" may open an IRI or mean "less than", and a "#" or a quote behind it be part of an IRI or not: `?a<?b#>`
(`_doubtful`);
- the engine needs no blank after a keyword or a number: `trueSERVICE`, `1e5SERVICE`, `SERVICE:x` (`_hidden`);
- other engines read \\u0053 as a letter before anything else, this one only in strings: both readings must pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from ontology.errors import QueryError
from ontology.terms import DEFAULT_BASE, PREFIXES

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH", "MODIFY"})

_TOKENS = re.compile(
    r"""
    (?P<comment> \#[^\n\r]* )
  | (?P<string> "{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
              | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
  | (?P<iri> <[^<>"{}|^`\x00-\x20]*> )
  | (?P<variable> [?$]\w+ )
  | (?P<name> (?:[^\W\d_][\w.-]*)? : (?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)* )
  | (?P<language> @[A-Za-z][A-Za-z0-9-]* )
  | (?P<word> [^\W\d]\w* )
  | (?P<other> \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PLACE = re.compile(r"(?:error at )?(\d+):(\d+):?\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may run. form: SELECT, ASK, CONSTRUCT or DESCRIBE; dataset: it chooses its graphs by FROM."""

    text: str
    form: str
    dataset: bool = False


def check(sparql: str, base: str | None = None) -> Checked:
    """Lets a reading query through. Raises QueryError: query.forbidden (an update; SERVICE; FROM a graph that is not
    below `base`; a text that can be read in two ways), query.syntax (with line, column and what was expected)."""
    readings = {sparql, _ESCAPE.sub(_letter, sparql)}
    forms = {_read(reading, base) for reading in sorted(readings)}
    if len(forms) > 1:
        raise QueryError("query.forbidden", word="\\u")
    _parse(sparql, base)
    return Checked(sparql, forms.pop(), any(t.kind == "word" and t.text.upper() == "FROM" for t in _tokens(sparql)))


def _read(text: str, base: str | None) -> str:
    """The form of the query, after all tokens were looked at."""
    tokens = [token for token in _tokens(text) if token.kind != "comment"]
    prefixes = {*PREFIXES, *(token.text[:-1] for token in tokens if token.kind == "name" and token.text.endswith(":"))}
    words = [(place, token.text.upper()) for place, token in enumerate(tokens) if token.kind == "word"]
    for token in tokens:
        if _hidden(token) or (token.kind == "iri" and _doubtful(token.text[1:-1], prefixes)):
            raise QueryError("query.forbidden", word=token.text)
    form = next((word for _, word in words if word in FORMS or word in UPDATES), "")
    if form in UPDATES:
        raise QueryError("query.forbidden", word=form)
    if base is not None:
        _datasets(tokens, words, base)
    return form


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def _tokens(text: str) -> Iterator[_Token]:
    return (_Token(match.lastgroup or "", match.group()) for match in _TOKENS.finditer(text))


def _hidden(token: _Token) -> bool:
    """SERVICE as a word, glued to another one, or as the beginning of what looks like a prefixed name."""
    upper = token.text.upper()
    if "SERVICE" not in upper or token.kind in ("string", "iri", "variable"):
        return False
    if token.kind != "name":
        return True
    prefix, _, local = upper.partition(":")
    before = local.partition("SERVICE")[0]
    return "SERVICE" in prefix or any(sign in before for sign in ".%\\")


def _doubtful(iri: str, prefixes: set[str]) -> bool:
    """Could the engine read the same letters as "less than …"? Only then can a "#" or a quote inside hide what
    follows."""
    if "\\" in iri:
        return True
    scheme = _SCHEME.match(iri)
    return (scheme is None or scheme[1] in prefixes) and ("#" in iri or "'" in iri)


def _datasets(tokens: list[_Token], words: list[tuple[int, str]], base: str) -> None:
    """FROM and FROM NAMED: graphs of this store only, written as full IRIs; some engines fetch what they do not
    have."""
    for place, word in words:
        if word != "FROM":
            continue
        after = tokens[place + 1 : place + 3]
        graph = after[1] if len(after) > 1 and after[0].text.upper() == "NAMED" else after[0] if after else None
        if graph is not None and not (graph.kind == "iri" and graph.text[1:].startswith(base)):
            raise QueryError("query.forbidden", word=f"FROM {graph.text}")


def _parse(sparql: str, base: str | None) -> None:
    """The engine's own verdict, over an empty store; relative IRIs count from the base of the store."""
    try:
        ox.Store().query(sparql, base_iri=base or DEFAULT_BASE, prefixes=PREFIXES)
    except SyntaxError as error:
        raise syntax_error(error) from error
    except RuntimeError as error:  # a function that the engine does not have
        raise QueryError("query.syntax", line="", column="", message=str(error)) from error


def syntax_error(error: SyntaxError) -> QueryError:
    """The engine's message, with line and column (from 1) as details of their own."""
    match = _PLACE.match(str(error))
    line, column, message = match.groups() if match else ("", "", str(error))
    return QueryError("query.syntax", line=line, column=column, message=" ".join(message.split()))


def _letter(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
