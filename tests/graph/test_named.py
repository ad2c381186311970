"""Laws by name: joined to their number only where type, title and year agree."""

from __future__ import annotations

from graph.named import Known, resolve_named
from graph.resolve import Reference

LAW_2013 = Known("doc/qh/luat/qh13/29", frozenset({"2013"}))
LAW_2000 = Known("doc/qh/luat/qh10/21", frozenset({"2000"}))


def named(path: str, at: str = "a/1", year: str | None = None, own: bool = False) -> Reference:
    return Reference(at, path, "b", "k", year=year, own=own)


def test_type_title_and_year_agree() -> None:
    reference = named("doc/qh/luat/2013/khoa-hoc-va-cong-nghe")
    found = resolve_named([reference], [LAW_2000, LAW_2013])
    assert (found.joined, found.apart) == ({reference.profile: LAW_2013.path}, ())


def test_without_a_year_it_stays_apart_and_lists_all() -> None:
    found = resolve_named([named("doc/qh/luat/_/khoa-hoc-va-cong-nghe")], [LAW_2013, LAW_2000])
    assert not found.joined
    assert found.apart[0].candidates == (LAW_2000.path, LAW_2013.path)


def test_another_year_stays_apart_without_candidates() -> None:
    found = resolve_named([named("doc/qh/luat/2025/khoa-hoc-va-cong-nghe")], [LAW_2013])
    assert (found.joined, found.apart[0].candidates) == ({}, ())


def test_two_documents_of_that_title_and_year_are_candidates() -> None:
    twin = Known("doc/qh/luat/qh13/30", frozenset({"2013"}))
    found = resolve_named([named("doc/qh/luat/2013/khoa-hoc-va-cong-nghe")], [LAW_2013, twin])
    assert (found.joined, found.apart[0].candidates) == ({}, (LAW_2013.path, twin.path))


def test_another_issuer_is_another_document() -> None:
    found = resolve_named([named("doc/cp/luat/2013/khoa-hoc-va-cong-nghe")], [LAW_2013])
    assert not found.joined
    unknown = resolve_named([named("doc/_/luat/2013/khoa-hoc-va-cong-nghe")], [LAW_2013])
    assert len(unknown.joined) == 1


def test_a_document_that_speaks_of_itself_joins_no_other() -> None:
    found = resolve_named([named("doc/qh/luat/2013/khoa-hoc-va-cong-nghe", own=True)], [LAW_2013])
    assert not found.joined
