"""Who issued a document: from its code, and from the words after "của"."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.issuer_names import from_text
from ontology.issuers import from_symbol, from_type, place_of_key, proves, related
from ontology.numbers import parse_symbol
from ontology.records import Issuer
from ontology.tables import Place, place_at, place_by_key

SON_LA = place_by_key()["14-son-la"]


def coded(symbol: str, place: Place | None = SON_LA, date: str | None = None) -> tuple[str, str] | None:
    parsed = parse_symbol(symbol)
    assert parsed is not None
    issuer = from_symbol(parsed, None, place, date)
    return (issuer.name, issuer.key) if issuer else None


def spoken(phrase: str, place: Place | None = SON_LA, date: str | None = None) -> tuple[str, str, str] | None:
    found = from_text(phrase, place, date)
    return (found[0].name, found[0].key, phrase[: found[1]]) if found else None


# --- by code


@pytest.mark.parametrize(
    ("symbol", "name", "key"),
    [
        ("QĐ-TTg", "Thủ tướng Chính phủ", "ttg"),
        ("NĐ-CP", "Chính phủ", "cp"),
        ("QĐ-UBND", "Ủy ban nhân dân tỉnh Sơn La", "ubnd.14-son-la"),
        ("QĐ-UB", "Ủy ban nhân dân tỉnh Sơn La", "ubnd.14-son-la"),
        ("NQ-HĐND", "Hội đồng nhân dân tỉnh Sơn La", "hdnd.14-son-la"),
        ("SKHĐT-TH", "Sở Kế hoạch và Đầu tư tỉnh Sơn La", "skhdt.14-son-la"),
        ("QĐ-KHCN", "Sở Khoa học và Công nghệ tỉnh Sơn La", "skhcn.14-son-la"),
        ("KH/TU", "Tỉnh ủy Sơn La", "tu.14-son-la"),
        ("CV/BTCTU", "Ban Tổ chức Tỉnh ủy Sơn La", "btctu.14-son-la"),
        ("NQ/TW", "Ban Chấp hành Trung ương", "tw"),
        ("TTLT-BTC-BKHCN", "Bộ Tài chính và Bộ Khoa học và Công nghệ", "btc"),
        ("TTLT-BCA-BQP-BTC", "Bộ Công an, Bộ Quốc phòng và Bộ Tài chính", "bca"),
        ("QH13", "Quốc hội", "qh"),
        ("PL-UBTVQH10", "Ủy ban Thường vụ Quốc hội", "ubtvqh"),
        ("L-CTN", "Chủ tịch nước", "ctn"),
        ("TT-NHNN2", "Ngân hàng Nhà nước Việt Nam", "nhnn"),
        ("QĐ-BCĐ", "Ban Chỉ đạo", "bcd.14-son-la"),
        ("BKHĐT-QLKTTW", "Bộ Kế hoạch và Đầu tư", "bkhdt"),
    ],
)
def test_from_symbol(symbol: str, name: str, key: str) -> None:
    assert coded(symbol) == (name, key)


@pytest.mark.parametrize("symbol", ["NQ/ĐH", "BC-SKHCCN", "QĐ", "XYZ-VP"])
def test_a_code_that_proves_nothing_names_nobody(symbol: str) -> None:
    assert coded(symbol) is None


def test_a_local_body_without_a_place_says_only_what_it_is() -> None:
    assert coded("QĐ-UBND", None) == ("Ủy ban nhân dân", "ubnd")
    assert coded("KH/TU", None) == ("Tỉnh ủy", "tu")


def test_a_city_has_a_city_committee() -> None:
    assert coded("KH/TU", place_at("Hà Nội")) == ("Thành ủy Hà Nội", "tu.01-ha-noi")
    assert coded("KH-UBND", place_at("TP. HCM")) == ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "ubnd.79-ho-chi-minh")


def test_the_date_of_the_document_picks_the_era_of_its_province() -> None:
    now = place_by_key()["44-quang-tri-2025"]
    assert coded("KH-UBND", now, "2021-02-03") == ("Ủy ban nhân dân tỉnh Quảng Trị", "ubnd.45-quang-tri")
    assert coded("KH-UBND", now, "2026-02-03") == ("Ủy ban nhân dân tỉnh Quảng Trị", "ubnd.44-quang-tri-2025")
    assert coded("KH-UBND", now) == ("Ủy ban nhân dân tỉnh Quảng Trị", "ubnd.44-quang-tri-2025")


def test_types_with_one_issuer() -> None:
    assert from_type("Luật") == Issuer("Quốc hội", "qh")
    assert from_type("Pháp lệnh") == Issuer("Ủy ban Thường vụ Quốc hội", "ubtvqh")
    assert from_type("Nghị định") == Issuer("Chính phủ", "cp")
    assert from_type("Quyết định") is None
    assert from_type(None) is None


# --- by words


@pytest.mark.parametrize(
    ("phrase", "name", "key", "covers"),
    [
        ("Thủ tướng Chính phủ về việc phê duyệt", "Thủ tướng Chính phủ", "ttg", "Thủ tướng Chính phủ"),
        ("UBND tỉnh Sơn La về", "Ủy ban nhân dân tỉnh Sơn La", "ubnd.14-son-la", "UBND tỉnh Sơn La"),
        ("UBND tỉnh về", "Ủy ban nhân dân tỉnh Sơn La", "ubnd.14-son-la", "UBND tỉnh"),
        ("Uỷ ban nhân dân Tỉnh ban hành", "Ủy ban nhân dân tỉnh Sơn La", "ubnd.14-son-la", "Uỷ ban nhân dân Tỉnh"),
        ("Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh Sơn La", "ubnd.14-son-la", "Chủ tịch UBND tỉnh"),
        ("BTV Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Sơn La", "tu.14-son-la", "BTV Tỉnh ủy"),
        ("Tỉnh ủy Quảng Trị, trong đó", "Tỉnh ủy Quảng Trị", "tu.45-quang-tri", "Tỉnh ủy Quảng Trị"),
        ("Bộ trưởng Bộ Khoa học Công nghệ quy", "Bộ Khoa học và Công nghệ", "bkhcn", "Bộ trưởng Bộ Khoa học Công nghệ"),
        ("Bộ KH&CN hướng dẫn", "Bộ Khoa học và Công nghệ", "bkhcn", "Bộ KH&CN"),
        (
            "Bộ Văn hoá , Thể thao và Du lịch",
            "Bộ Văn hóa, Thể thao và Du lịch",
            "bvhttdl",
            "Bộ Văn hoá , Thể thao và Du lịch",
        ),
        ("Bộ Giáo dục và Ðào tạo", "Bộ Giáo dục và Đào tạo", "bgddt", "Bộ Giáo dục và Ðào tạo"),
        ("Bộ Kế hoạch và Đầu tư về việc", "Bộ Kế hoạch và Đầu tư", "bkhdt", "Bộ Kế hoạch và Đầu tư"),
        (
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
            "Văn phòng Chính phủ",
            "vpcp",
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        ),
        ("Bộ Chính trị về một số", "Bộ Chính trị", "tw", "Bộ Chính trị"),
        (
            "Hội đồng nhân dân thành phố Hà Nội khóa XV",
            "Hội đồng nhân dân thành phố Hà Nội",
            "hdnd.01-ha-noi",
            "Hội đồng nhân dân thành phố Hà Nội",
        ),
        ("Quốc hội khóa XIII", "Quốc hội", "qh", "Quốc hội"),
        ("thủ tướng chính phủ về", "Thủ tướng Chính phủ", "ttg", "thủ tướng chính phủ"),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ tỉnh Sơn La", "skhcn.14-son-la", "Sở KH&CN"),
        (
            "Sở Công Thương tỉnh Lào Cai về",
            "Sở Công Thương tỉnh Lào Cai",
            "sct.10-lao-cai",
            "Sở Công Thương tỉnh Lào Cai",
        ),
        ("UBND TP.HCM về", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "ubnd.79-ho-chi-minh", "UBND TP.HCM"),
        (
            "UBND tỉnh Bà Rịa - Vũng Tàu về",
            "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
            "ubnd.77-ba-ria-vung-tau",
            "UBND tỉnh Bà Rịa - Vũng Tàu",
        ),
        ("Kho bạc Nhà nước Sơn La", "Kho bạc Nhà nước tỉnh Sơn La", "kbnn.14-son-la", "Kho bạc Nhà nước Sơn La"),
        (
            "Đảng ủy Sở KH&CN về",
            "Đảng ủy Sở Khoa học và Công nghệ tỉnh Sơn La",
            "du.skhcn.14-son-la",
            "Đảng ủy Sở KH&CN",
        ),
        (
            "Tòa án nhân dân tỉnh Lai Châu",
            "Tòa án nhân dân tỉnh Lai Châu",
            "tand.12-lai-chau",
            "Tòa án nhân dân tỉnh Lai Châu",
        ),
    ],
)
def test_from_text(phrase: str, name: str, key: str, covers: str) -> None:
    assert spoken(phrase) == (name, key, covers)


@pytest.mark.parametrize(
    ("phrase", "name", "key"),
    [
        (
            "UBND huyện Mai Sơn, tỉnh Sơn La về",
            "Ủy ban nhân dân huyện Mai Sơn, tỉnh Sơn La",
            "ubnd.huyen-mai-son.14-son-la",
        ),
        ("UBND huyện Mai Sơn về", "Ủy ban nhân dân huyện Mai Sơn", "ubnd.huyen-mai-son.14-son-la"),
        ("UBND thành phố Sơn La", "Ủy ban nhân dân thành phố Sơn La", "ubnd.thanh-pho-son-la.14-son-la"),
        ("UBND TP. Sơn La", "Ủy ban nhân dân thành phố Sơn La", "ubnd.thanh-pho-son-la.14-son-la"),
        (
            "UBND xã Chiềng Mung, huyện Mai Sơn về",
            "Ủy ban nhân dân xã Chiềng Mung, huyện Mai Sơn",
            "ubnd.xa-chieng-mung.huyen-mai-son.14-son-la",
        ),
        (
            "UBND phường 5, quận 3, TP. HCM",
            "Ủy ban nhân dân phường 5, quận 3, Thành phố Hồ Chí Minh",
            "ubnd.phuong-5.quan-3.79-ho-chi-minh",
        ),
        ("Huyện ủy Mai Sơn về", "Huyện ủy Mai Sơn", "hu.mai-son.14-son-la"),
        ("Thành ủy Sơn La về", "Thành ủy Sơn La", "thu.thanh-pho-son-la.14-son-la"),
    ],
)
def test_bodies_below_the_province(phrase: str, name: str, key: str) -> None:
    found = spoken(phrase)
    assert found is not None
    assert found[:2] == (name, key)


@pytest.mark.parametrize("ordinal", ["bảy", "mười một", "7"])
def test_a_plenum_is_the_committee_that_meets(ordinal: str) -> None:
    found = spoken(f"Hội nghị lần thứ {ordinal} Ban Chấp hành Trung ương Đảng khóa XII về cải cách")
    assert found is not None
    assert found[:2] == ("Ban Chấp hành Trung ương", "tw")


@pytest.mark.parametrize("words", [" - Bộ Y tế", ", Bộ Y tế", " – Bộ Y tế", ""])
def test_the_ministry_of_an_agency_does_not_sign_with_it(words: str) -> None:
    found = spoken(f"Cục Quản lý Khám, chữa bệnh{words} về việc báo cáo")
    assert found is not None
    assert found[:2] == ("Cục Quản lý Khám, chữa bệnh", "kcb")


@pytest.mark.parametrize(
    ("phrase", "name", "key"),
    [
        ("Viện Nghiên cứu chiến lược về việc", "Viện Nghiên cứu chiến lược", "x.vien-nghien-cuu-chien-luoc"),
        ("Cục An ninh kinh tế - Bộ Công an về việc", "Cục An ninh kinh tế", "x.cuc-an-ninh-kinh-te"),
        ("Tổng cục Thể dục thể thao ban hành", "Tổng cục Thể dục thể thao", "x.tong-cuc-the-duc-the-thao"),
        (
            "Cục Phát triển thị trường và doanh nghiệp, đề nghị",
            "Cục Phát triển thị trường và doanh nghiệp",
            "x.cuc-phat-trien-thi-truong-va-doanh-nghiep",
        ),
        (
            "Ban Chỉ đạo quốc gia về chuyển đổi số ban hành",
            "Ban Chỉ đạo quốc gia về chuyển đổi số",
            "x.ban-chi-dao-quoc-gia-ve-chuyen-doi-so",
        ),
        ("Ban Chỉ đạo tỉnh về việc", "Ban Chỉ đạo tỉnh Sơn La", "x.ban-chi-dao-tinh-son-la"),
        ("Trường Đại học Tây Bắc (sau đây", "Trường Đại học Tây Bắc", "x.truong-dai-hoc-tay-bac.14-son-la"),
        ("Đảng ủy về", "Đảng ủy", "du.14-son-la"),
    ],
)
def test_bodies_that_no_table_holds(phrase: str, name: str, key: str) -> None:
    found = spoken(phrase)
    assert found is not None
    assert found[:2] == (name, key)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Bộ Tài chính - Bộ Khoa học và Công nghệ hướng dẫn", "Bộ Tài chính và Bộ Khoa học và Công nghệ"),
        ("Bộ Y tế, Bộ Tài chính và Bộ Nội vụ về", "Bộ Y tế, Bộ Tài chính và Bộ Nội vụ"),
        ("Bộ trưởng Bộ Y tế và Bộ trưởng Bộ Tài chính", "Bộ Y tế và Bộ Tài chính"),
        ("Bộ Y tế, Bộ Tài chính đã ban hành", "Bộ Y tế"),
        ("Chính phủ. Bộ Công an chủ trì", "Chính phủ"),
        ("Thủ tướng Chính phủ và Bộ Y tế", "Thủ tướng Chính phủ"),
    ],
)
def test_bodies_that_sign_together(phrase: str, name: str) -> None:
    found = spoken(phrase)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "các cơ quan",
        "UBND các huyện",
        "HĐND các cấp",
        "ban hành",
        "trung ương về",
        "Công an nhân dân",
        "bộ tiêu chí",
        "Bộ",
        "(UBND tỉnh)",
        "2289",
    ],
)
def test_no_body(phrase: str) -> None:
    assert spoken(phrase) is None


def test_without_a_place_a_local_body_stays_unplaced() -> None:
    assert spoken("UBND tỉnh về", None) == ("Ủy ban nhân dân tỉnh", "ubnd", "UBND tỉnh")
    assert spoken("Chủ tịch UBND thành phố", None) == (
        "Chủ tịch Ủy ban nhân dân thành phố",
        "ubnd",
        "Chủ tịch UBND thành phố",
    )


def test_the_era_of_a_named_province() -> None:
    own = place_by_key()["44-quang-tri-2025"]
    key = {None: "ubnd.45-quang-tri", "2021-01-01": "ubnd.45-quang-tri", "2026-01-01": "ubnd.44-quang-tri-2025"}
    for date, expected in key.items():
        found = spoken("UBND tỉnh Quảng Trị về", SON_LA, date)
        assert found is not None
        assert found[1] == expected
    at_home = spoken("UBND tỉnh Quảng Trị về", own)
    assert at_home is not None
    assert at_home[1] == "ubnd.44-quang-tri-2025"


@given(st.text(max_size=60) | st.text("UBNDtỉnhộ SơLaBH,. -", max_size=40), st.sampled_from([None, SON_LA]))
def test_any_text_is_read_within_its_length(phrase: str, place: Place | None) -> None:
    found = from_text(phrase, place, None)
    if found:
        assert 0 < found[1] <= len(phrase)
        assert found[0].key.isascii()
        assert found[0].name == found[0].name.strip()


def test_offsets_count_in_the_text_as_it_is() -> None:
    decomposed = unicodedata.normalize("NFD", "Hội đồng nhân dân tỉnh Sơn La về")
    found = from_text(decomposed, None, None)
    assert found is None or decomposed[: found[1]].endswith("La")


def test_place_of_key() -> None:
    assert place_of_key("ubnd.huyen-mai-son.14-son-la") is SON_LA
    assert place_of_key("ubnd.14-son-la") is SON_LA
    assert place_of_key("ttg") is None
    assert place_of_key("ubnd") is None


@pytest.mark.parametrize(
    ("lines", "name", "key"),
    [
        ("ỦY BAN NHÂN DÂN\nHUYỆN MỘC CHÂU", "Ủy ban nhân dân huyện Mộc Châu", "ubnd.huyen-moc-chau.14-son-la"),
        ("UBND TỈNH SƠN LA", "Ủy ban nhân dân tỉnh Sơn La", "ubnd.14-son-la"),
        (
            "SỞ KHOA HỌC VÀ CÔNG NGHỆ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Sở Khoa học và Công nghệ tỉnh Sơn La",
            "skhcn.14-son-la",
        ),
        ("TỈNH ỦY SƠN LA ĐẢNG CỘNG SẢN VIỆT NAM", "Tỉnh ủy Sơn La", "tu.14-son-la"),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "Ban chỉ đạo chuyển đổi số", "x.ban-chi-dao-chuyen-doi-so.14-son-la"),
        ("CHÍNH PHỦ", "Chính phủ", "cp"),
    ],
)
def test_letterheads_in_capitals(lines: str, name: str, key: str) -> None:
    found = spoken(lines)
    assert found is not None
    assert found[:2] == (name, key)


@pytest.mark.parametrize(
    ("key", "other", "one"),
    [("hdcp", "cp", True), ("cp", "hdcp", True), ("btnmt", "bnnmt", True), ("ttg", "cp", False), ("byt", "byt", False)],
)
def test_bodies_that_followed_each_other(key: str, other: str, one: bool) -> None:
    assert related(key, other) is one


@pytest.mark.parametrize(("key", "proof"), [("ttg", True), ("btc", True), ("mttq", False), ("ubnd.14-son-la", False)])
def test_whose_code_proves_the_body(key: str, proof: bool) -> None:
    assert proves(Issuer("", key)) is proof
