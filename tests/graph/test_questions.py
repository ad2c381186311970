"""Saved questions: their headers, and their answers over one small store, row by row (`answers/<name>.json`)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from graph.ingest import ingest
from graph.questions.questions import parse, prepared, question, questions, run
from graph.storage.store import Store
from ontology.errors import NotFoundError, QueryError
from ontology.records import Header, Issuer, Recipient, Span
from tests.graph.doings import doings
from tests.graph.stories import LAW, PROGRAMME, QUANG_TRI, REPORT, SON_LA, STRATEGY, Draft, work

ANSWERS = Path(__file__).parent / "answers"
OLD = work("Quyết định", "30", "QĐ-UBND", QUANG_TRI, "2014-05-06", title="Quản lý đề tài")
NEW = work("Quyết định", "21", "QĐ-UBND", QUANG_TRI, "2020-07-08", title="Quản lý nhiệm vụ")
CIRCULAR = work("Thông tư", "3", "TT-BKHCN", date="2019-01-02", year="2019")


@pytest.fixture
def told(loaded: Store) -> Store:
    """The plan and the report, and a notice of Sơn La with a replacement, a guide, a conflict and a chain of three."""
    notice = work("Thông báo", "8", "TB-UBND", SON_LA, "2023-04-05")
    draft = Draft("thong-bao.txt", notice)
    draft.says("replaces", OLD, subject=NEW, cue="Quyết định mới thay thế").says("guides", LAW, subject=CIRCULAR)
    draft.says("cites", STRATEGY, date="2021-12-31", cue="Theo").says("implements", PROGRAMME)
    header = sent(draft)
    told = replace(draft.done(), header=header)
    ingest.put(loaded, [told, Draft("bao-cao-2.txt", REPORT).says("implements", notice).done()])
    return loaded


def sent(draft: Draft) -> Header:
    """The header of the notice: one addressee that the tables know, and a copy that they do not."""
    start = len(draft.text)
    draft.text += "Kính gửi: Sở Công Thương (để thực hiện)\nNơi nhận:\n- Các sở;\n- Lưu: VT.\n"
    known = Issuer("Sở Công Thương tỉnh Sơn La", "sct.14-son-la")

    def at(printed: str) -> Span:
        first = draft.text.index(printed, start)
        return Span(first, first + len(printed))

    recipients = (
        Recipient(at("Sở Công Thương"), "Sở Công Thương", "addressee", "để thực hiện", known),
        Recipient(at("Các sở"), "Các sở", "copy"),
        Recipient(at("VT"), "VT", "file"),
    )
    speaker = draft.speaker
    return Header(speaker.type, speaker.number, None, speaker.symbol, speaker.issuer, recipients=recipients)


def cases() -> list[tuple[str, dict[str, str]]]:
    return [(file.stem, arguments) for file in sorted(ANSWERS.glob("*.json")) for arguments in _arguments(file)]


def _arguments(file: Path) -> list[dict[str, str]]:
    return [case["arguments"] for case in json.loads(file.read_text("utf-8"))]


ABOUT_ACTIONS = {"actions-for", "actions-of", "plan-against-report", "programmes", "sent-to"}
"""Questions whose answers are written down with the documents of `graph.doings` too."""


def expected(name: str, arguments: dict[str, str]) -> dict[str, object]:
    cases = json.loads((ANSWERS / f"{name}.json").read_text("utf-8"))
    found: dict[str, object] = next(case for case in cases if case["arguments"] == arguments)
    return found


@pytest.mark.parametrize(("name", "arguments"), cases())
def test_answers_are_as_written_down(told: Store, name: str, arguments: dict[str, str]) -> None:
    if name in ABOUT_ACTIONS:
        ingest.put(told, doings())
    table = run(told, name, arguments)
    wanted = expected(name, arguments)
    assert list(table.columns) == wanted["columns"]
    assert [list(row) for row in table.rows] == wanted["rows"]


def test_every_question_has_answers_written_down() -> None:
    assert {name for name, _ in cases()} == set(questions())
    assert all(json.loads(file.read_text("utf-8"))[0]["rows"] for file in ANSWERS.glob("*.json"))


@pytest.mark.parametrize("asked", questions().values(), ids=lambda asked: asked.name)
def test_labels_and_examples_are_there(asked: object) -> None:
    from graph.answers import Question

    assert isinstance(asked, Question)
    assert asked.label_vi.endswith("?") and asked.label_en.endswith("?")
    assert all(each.label_vi and each.label_en and each.example for each in asked.parameters)
    places = {each.name for each in asked.parameters}
    assert all(f"${name}" in asked.sparql for name in places)


def test_a_prepared_question_is_a_query_of_its_own(told: Store) -> None:
    sparql = prepared(told, "basis-of", {"number": "5807/KH-UBND"})
    assert "$number" not in sparql.split("\n", 3)[3]
    assert told.select(sparql) == run(told, "basis-of", {"number": "5807/KH-UBND"})


def test_mistakes_are_told(told: Store) -> None:
    with pytest.raises(QueryError) as unknown:
        question("no-such")
    assert unknown.value.code == "query.unknown_name"
    for arguments, code in (
        ({}, "query.parameter_missing"),
        ({"number": " "}, "query.parameter_missing"),
        ({"number": "50/NQ-CP", "colour": "red"}, "query.parameters"),
    ):
        with pytest.raises(QueryError) as wrong:
            run(told, "basis-of", arguments)
        assert wrong.value.code == code
    for name, value in (("cited-most", {"year": "soon"}), ("suspicions", {"kind": "sai"})):
        with pytest.raises(QueryError) as refused:
            run(told, name, value)
        assert refused.value.code == "query.parameter_value"
    with pytest.raises(NotFoundError):
        run(told, "basis-of", {"number": "999/QĐ-TTg"})


def test_columns_have_names_in_both_languages_and_are_those_of_the_answer(told: Store) -> None:
    ingest.put(told, doings())
    for asked in questions().values():
        if asked.columns:
            assert all(each.label_vi and each.label_en for each in asked.columns)
            arguments = expected_arguments(asked.name)
            assert [each.name for each in asked.columns] == list(run(told, asked.name, arguments).columns)


@pytest.mark.parametrize(("name", "arguments"), [case for case in cases() if case[0].startswith("actions-")])
def test_the_query_of_a_computed_answer_gives_the_same_rows(told: Store, name: str, arguments: dict[str, str]) -> None:
    ingest.put(told, doings())
    rows = told.select(prepared(told, name, arguments)).rows
    assert sorted(map(loose, rows)) == sorted(map(loose, run(told, name, arguments).rows))


def loose(row: tuple[str | None, ...]) -> tuple[str, ...]:
    """Parts of a list in any order; nothing is as good as nothing said."""
    return tuple("; ".join(sorted((cell or "").split("; "))) for cell in row)


def expected_arguments(name: str) -> dict[str, str]:
    return next(arguments for each, arguments in cases() if each == name)


@pytest.mark.parametrize(("word", "count"), [("đã làm", 3), ("done", 3), ("Sẽ làm", 2), ("chưa thực hiện", 1)])
def test_statuses_are_asked_for_in_words(told: Store, word: str, count: int) -> None:
    ingest.put(told, doings())
    rows = run(told, "actions-for", {"number": "2289/QĐ-TTg", "status": word}).rows
    assert len(rows) == count
    with pytest.raises(QueryError) as wrong:
        run(told, "actions-for", {"number": "2289/QĐ-TTg", "status": "someday"})
    assert "đã làm" in wrong.value.details["offered"]


@pytest.mark.parametrize("text", ['"', "\\", '" } DROP ALL #', "'''", "$place", "\n"])
def test_a_value_never_becomes_syntax(told: Store, text: str) -> None:
    assert run(told, "documents-of-issuer", {"issuer": f"x{text}x"}).rows == ()


@pytest.mark.parametrize(
    "header", ["SELECT 1", "# vi: a\n", "# vi: a\n# en: b\n# parameter: x | colour | a | b | required | c\n"]
)
def test_a_question_without_a_proper_header_is_refused(header: str) -> None:
    with pytest.raises(ValueError, match=r"labels|parameter"):
        parse("x", header)
