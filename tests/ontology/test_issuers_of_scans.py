"""Names of bodies as readers of images print them: every name of the table is found by its bare letters, or by none."""

import pytest

from ontology.issuer_names import from_scan
from ontology.tables import issuers


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Viện kiểm sát nhân đân tối cao", "vksndtc"),
        ("Ủy ban Trung ương Mặt trận Tô quốc Việt Nam", "mttq"),
        ("Bộ Giáo dục và Đảo tạo", "bgddt"),
        ("Công báo", None),
    ],
)
def test_a_name_that_lost_its_marks(printed, key) -> None:
    found = from_scan(printed, None, None)
    assert (found[0].key if found else None) == key


@pytest.mark.parametrize("row", issuers(), ids=lambda row: row.id)
def test_every_name_may_be_printed_before_other_words(row) -> None:
    """Names with a sign within ("Sở KH&CN") are as many words as the text has."""
    for name in (row.name_vi, *row.names):
        if "{" not in name and " " in name:
            found = from_scan(f"{name} các tỉnh", None, None)
            assert found is None or found[1] <= len(name) + len(" các tỉnh")
