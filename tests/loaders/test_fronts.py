"""A body that no table knows, in front of what it issued."""

import pytest

from loaders.read import extract
from ontology.records import Source


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Ngày 18/12/2025, Cục Than đá Việt Nam có Văn bản số 3633/TĐVN-PC xin tiếp thu.", "Cục Than đá Việt Nam"),
        ("Ngày 03/6/2020, Bộ trưởng Nội vụ An ra Nghị định số 12/NV-NĐ về trại.", None),
    ],
)
def test_a_body_that_has_issued_is_named_and_a_person_who_signs_is_not(sentence: str, issuer: str | None) -> None:
    (citation,) = extract(Source("a.txt", sentence.encode(), "text/plain")).citations
    assert (citation.mention.issuer.name if citation.mention.issuer else None) == issuer
