"""Laws by name: joined to their number only where type, title and year agree."""

from __future__ import annotations

from graph.identity.named import Known, resolve_named
from graph.identity.works import Reference

LAW_2013 = Known("doc/qh/luat/qh13/29", frozenset({"2013"}))
LAW_2000 = Known("doc/qh/luat/qh10/21", frozenset({"2000"}))


def named(path: str, at: str = "a/1", year: str | None = None, own: bool = False, date: str | None = None) -> Reference:
    return Reference(at, path, "b", "k", year=year, own=own, date=date)


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


def test_of_two_laws_of_one_title_and_year_the_day_tells() -> None:
    """65/2025/QH15 of 19 February and 72/2025/QH15 of 16 June are both Luật Tổ chức chính quyền địa phương."""
    february = Known("doc/qh/luat/qh15/65", frozenset({"2025"}), frozenset({"2025-02-19"}))
    june = Known("doc/qh/luat/qh15/72", frozenset({"2025"}), frozenset({"2025-06-16", "2025-06"}))
    path = "doc/qh/luat/2025/to-chuc-chinh-quyen-dia-phuong"
    days = {"a": "2025-02-19", "b": "2025-06-16", "c": "2025-06", "d": "2025-07-01", "e": None}
    found = resolve_named([named(path, at, date=day) for at, day in days.items()], [june, february])
    assert found.joined == {"a": february.path, "b": june.path}
    assert [(work.path, [each.profile for each in work.references]) for work in found.apart] == [
        (path, ["c", "d", "e"])
    ]
    assert found.apart[0].candidates == (february.path, june.path)


def test_another_issuer_is_another_document() -> None:
    found = resolve_named([named("doc/cp/luat/2013/khoa-hoc-va-cong-nghe")], [LAW_2013])
    assert not found.joined
    unknown = resolve_named([named("doc/_/luat/2013/khoa-hoc-va-cong-nghe")], [LAW_2013])
    assert len(unknown.joined) == 1


def test_a_document_that_speaks_of_itself_joins_no_other() -> None:
    found = resolve_named([named("doc/qh/luat/2013/khoa-hoc-va-cong-nghe", own=True)], [LAW_2013])
    assert not found.joined


SCHEME = Known("doc/ttg/quyet-dinh/2018/996", frozenset({"2018"}))
LONG = "tang-cuong-doi-moi-hoat-dong-do-luong"


def test_a_long_title_tells_its_document_without_a_year() -> None:
    reference = named(f"doc/_/quyet-dinh/_/{LONG}")
    assert resolve_named([reference], [SCHEME]).joined == {reference.profile: SCHEME.path}


def test_a_long_title_of_two_documents_tells_neither() -> None:
    twin = Known("doc/ttg/quyet-dinh/2023/15", frozenset({"2023"}))
    found = resolve_named([named(f"doc/_/quyet-dinh/_/{LONG}")], [SCHEME, twin])
    assert found.joined == {} and found.apart[0].candidates == (SCHEME.path, twin.path)


def test_a_short_title_needs_its_year() -> None:
    assert resolve_named([named("doc/_/quyet-dinh/_/chuyen-doi-so")], [SCHEME]).joined == {}


def test_the_long_title_of_a_law_needs_its_year() -> None:
    law = Known("doc/qh/luat/2015/77.qh13", frozenset({"2015"}))
    assert resolve_named([named("doc/qh/luat/_/to-chuc-chinh-quyen-dia-phuong")], [law]).joined == {}
