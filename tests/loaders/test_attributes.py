"""Labels of attribute tables: each row's own example is read as its field."""

import csv
from importlib import resources

from loaders import attributes, reading


def test_each_label_reads_its_own_example() -> None:
    text = resources.files("ontology").joinpath("data", "attributes.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        other = "Trích yếu: x" if row["field"] != "title" else "Người ký: Nguyễn Văn An"
        assert row["field"] in attributes.read(reading.read(f"{row['example']}\n{other}\n")), row
