"""Labels of attribute tables: each row's own example is read as its field."""

import pytest

from loaders.header import attributes
from loaders.text import reading
from ontology.tables import AttributeLabel, attribute_labels


@pytest.mark.parametrize("row", attribute_labels(), ids=lambda row: row.label)
def test_each_label_reads_its_own_example(row: AttributeLabel) -> None:
    other = "Trích yếu: x" if row.field != "title" else "Người ký: Nguyễn Văn An"
    assert row.field in attributes.read(reading.read(f"{row.example}\n{other}\n"))
