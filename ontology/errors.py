"""The few errors of the house. Each names what happened by a code; `api.messages` turns the code into one line.

A floor raises; only `api` catches, and turns the error into an exit code or an HTTP status.
"""

from __future__ import annotations


class CancuError(Exception):
    """Something a person can act on.

    `code` is the key of the message in `api.messages`; `details` fill its placeholders (strings only).
    """

    exit_code = 1
    http_status = 500

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes: code and details are all there is."""
        return _remade, (type(self), self.code, self.details)

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{name}={value}" for name, value in self.details.items())


class SourceError(CancuError):
    """A file that cannot be read as a document. Codes: source.missing, source.unreadable, source.empty,
    source.binary, source.encoding, source.too_large, source.unsupported (and what to do instead: source.archive,
    source.picture, source.mail, source.apple), source.special, source.timeout, source.memory,
    source.crashed, source.failed. Details always hold `name`."""

    exit_code = 3
    http_status = 422


class QueryError(CancuError):
    """A query that cannot or may not run. Codes: query.syntax, query.forbidden, query.timeout, query.rows,
    query.memory, query.unknown_name, query.parameters, query.parameter_missing, query.parameter_value."""

    exit_code = 4
    http_status = 400


class QueryLimitError(QueryError):
    """A query that was stopped because it asked for too much time, memory or rows."""

    http_status = 503


class StoreError(CancuError):
    """The store cannot be used. Codes: store.locked, store.missing, store.occupied, store.denied,
    store.unreachable, store.read_only, store.corrupt, store.full, store.write."""

    exit_code = 5
    http_status = 503


class NotFoundError(CancuError):
    """Nothing is known under that number or address. Codes: document.unknown, document.address, document.number (not a
    number)."""

    exit_code = 6
    http_status = 404


def _remade(kind: type[CancuError], code: str, details: dict[str, str]) -> CancuError:
    return kind(code, **details)
