"""Errors keep their code and details on the way between processes."""

import pickle

from ontology.errors import QueryLimitError, SourceError


def test_an_error_travels_whole() -> None:
    error = pickle.loads(pickle.dumps(SourceError("source.empty", name="a.txt")))
    assert type(error) is SourceError
    assert (error.code, error.details, error.exit_code) == ("source.empty", {"name": "a.txt"}, 3)
    assert QueryLimitError("query.timeout", seconds="5").http_status == 503
