"""Abbreviations in names of programmes."""

import pytest

from ontology.packaged import rows
from ontology.programme_names import written_out


@pytest.mark.parametrize("row", list(rows("programme_abbreviations")), ids=lambda row: row["abbreviation"])
def test_each_abbreviation_is_written_out_in_its_example(row: dict[str, str]) -> None:
    assert row["words"] in written_out(row["example"])
    assert row["words"] != row["abbreviation"]


def test_what_only_looks_like_an_abbreviation_stays() -> None:
    assert written_out("Đề án DNNVV2 và KHCNX") == "Đề án DNNVV2 và KHCNX"
    assert written_out("Chương trình MTQG KT-XH vùng ĐBDTTS&MN") == (
        "Chương trình mục tiêu quốc gia kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi"
    )
