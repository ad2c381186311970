"""What the sample documents say, as a reader approved it. `pytest --update-documents` rewrites the expected files."""

from __future__ import annotations

import json
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from api import contract
from loaders.files import sources
from loaders.read import extract
from ontology.records import Source

DOCUMENTS = Path(__file__).parent / "documents"
SAMPLES = sorted((Path(__file__).parent.parent / "api" / "samples").glob("*.txt"))


def written(content: dict[str, Any]) -> str:
    """The object as it lies in expected.json: one citation, relation … a line, so that a difference names it."""
    parts = [f"  {json.dumps(key)}: {section(value)}" for key, value in content.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def section(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join("    " + json.dumps(item, ensure_ascii=False) for item in value) + "\n  ]"
    return json.dumps(value, ensure_ascii=False)


def extracted(sample: Path) -> dict[str, Any]:
    (source,) = sources([str(sample)])
    assert isinstance(source, Source)
    return contract.to_dict(extract(replace(source, name=sample.name)))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_sample_says_what_a_reader_approved(sample: Path, request: pytest.FixtureRequest) -> None:
    expected = DOCUMENTS / sample.stem / "expected.json"
    got = written(extracted(sample))
    if request.config.getoption("--update-documents"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(got, encoding="utf-8", newline="\n")
    approved = expected.read_text(encoding="utf-8")
    lines = approved.splitlines(), got.splitlines()
    difference = "\n".join(unified_diff(*lines, "approved", "extracted", lineterm="", n=0))
    if difference:
        pytest.fail(difference, pytrace=False)


def test_every_expected_file_has_its_sample() -> None:
    assert {folder.name for folder in DOCUMENTS.iterdir()} == {sample.stem for sample in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_offsets_of_expected_files_are_those_of_the_text(sample: Path) -> None:
    """The approved file is checked against the sample itself, not against the extractor."""
    text = sample.read_text(encoding="utf-8")
    approved = json.loads((DOCUMENTS / sample.stem / "expected.json").read_text(encoding="utf-8"))
    assert approved["source"]["characters"] == len(text)
    for item in approved["citations"] + approved["actions"] + approved["unresolved"]:
        assert text[item["start"] : item["end"]] == item["text"]
    known = {"self"} | {document["id"] for document in approved["documents"]}
    assert {citation["document"] for citation in approved["citations"]} <= known | {None}
    for relation in approved["relations"]:
        assert {relation["subject"], relation["object"]} <= known
        assert 0 <= relation["start"] < relation["end"] <= len(text)
