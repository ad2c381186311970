"""What the processes that read print: the same, whatever the stretches in which it travels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api import reading
from api.reading import Form, Job, Printed, Read, answers, with_alone
from loaders.read import extract
from ontology.records import Source

TEXT = "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;\n"


def printed(job: Job) -> list[str]:
    return [each.text for each in answers(job) if isinstance(each, Printed)]


@pytest.mark.parametrize("form", [Form(), Form(lines=True), Form(with_text=True, explained=True, with_structure=True)])
def test_stretches_are_one_object(form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT * 20, "utf-8")
    job = Job(str(tmp_path / "a.txt"), None, form=form, alone=True)
    (whole,) = printed(job)
    monkeypatch.setattr(reading, "STRETCH", 50)
    stretches = printed(job)
    assert len(stretches) > 5
    assert "".join(stretches) == whole
    assert len(json.loads(whole)["citations"]) == 20


def test_one_document_alone_is_indented(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    path = str(tmp_path / "a.txt")
    assert "".join(printed(Job(path, None, form=Form(), alone=True))).startswith('{\n  "source"')
    assert "".join(printed(Job(path, None, form=Form()))).startswith('{"source"')
    assert "749/QĐ-TTg" in "".join(printed(Job(path, None, form=Form(language="vi"), alone=True)))


def test_without_a_form_nothing_is_printed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (answer,) = answers(Job(str(tmp_path / "a.txt"), None))
    assert isinstance(answer, Read)
    assert answer.said is None


@pytest.mark.parametrize("count", range(4))
def test_only_one_is_alone(count: int) -> None:
    assert list(with_alone(range(count))) == [(each, count == 1) for each in range(count)]


def test_bytes_that_were_let_go_are_known_by_their_digest() -> None:
    source, again = (Source("a.txt", TEXT.encode(), "text/plain") for _ in range(2))
    said = extract(again)
    source.let_go()
    assert source.data == b""
    assert source.sha256 == said.source.sha256 == again.sha256
