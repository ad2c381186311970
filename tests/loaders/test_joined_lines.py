"""Texts whose lines a crawler joined with blanks; wording of our own."""

from __future__ import annotations

from loaders.header import header, joined
from loaders.text import reading

HEAD = (
    "Nghị định 81/2031/NĐ-CP\nCHÍNH PHỦ -------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------\n"
    "Số: 81/2031/NĐ-CP\nHà Nội, ngày 05 tháng 6 năm 2031 NGHỊ ĐỊNH [Nghị định này được hướng dẫn bởi Thông tư 9/2032/TT-BTC] "
    "VỀ HỘI LÀNG VÀ ĐÌNH LÀNG\nCăn cứ Luật Di sản văn hóa ngày 23 tháng 11 năm 2024;\nĐiều 1. Phạm vi\nĐiều 2. Thi hành\n"
    "Nơi nhận:\n- Lưu: VT.\nTM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG Lê Văn An Phụ lục I (Ban hành kèm theo Nghị định)\n"
)


def head(text: str):
    return header.read(reading.read(text)).header


def test_a_decree() -> None:
    found = head(HEAD)
    assert (found.type, found.number, found.year, found.symbol) == ("Nghị định", "81", "2031", "NĐ-CP")
    assert (found.title, found.place, found.date) == ("HỘI LÀNG VÀ ĐÌNH LÀNG", "Hà Nội", "2031-06-05")
    assert found.signer == "Lê Văn An"
    assert found.issuer is not None
    assert found.issuer.key == "cp"


def test_the_copy_is_as_long_as_the_text() -> None:
    page = reading.read(HEAD)
    copy = joined.parted(page)
    assert copy is not page
    assert len(copy.text) == len(page.text) == len(copy.low)
    assert all(new == old or new in "\n " for new, old in zip(copy.text, page.text, strict=True))


def test_a_text_with_its_lines_stays() -> None:
    page = reading.read("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nQUYẾT ĐỊNH\nVề hội làng\n")
    assert joined.parted(page) is page


def test_a_law_with_its_number_below() -> None:
    found = head(
        "Luật hội làng 2031\nQUỐC HỘI ******** CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ********\nLuật số:\n"
        "28/2031/QH17 Hà Nội, ngày 9 tháng 6 năm 2031 LUẬT CỦA QUỐC HỘI NƯỚC CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM SỐ 28/2031/QH17 "
        "VỀ HỘI LÀNG Căn cứ Hiến pháp;\nĐiều 1. Phạm vi\nCHỦ TỊCH QUỐC HỘI Trần Thị Bình\n"
    )
    assert (found.type, found.number, found.symbol, found.title) == ("Luật", "28", "QH17", "HỘI LÀNG")
    assert (found.place, found.signer) == ("Hà Nội", "Trần Thị Bình")


def test_the_body_that_decides_behind_the_title() -> None:
    found = head(
        "ỦY BAN NHÂN DÂN TỈNH TUYÊN QUANG --------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------\n"
        "Số: 15/QĐ-CT Tuyên Quang, ngày 16 tháng 8 năm 2031 QUYẾT ĐỊNH BAN HÀNH QUY CHẾ PHỐI HỢP GIỮA SỞ Y TẾ VÀ CHỦ TỊCH ỦY BAN NHÂN DÂN "
        "XÃ NĂM 2031 CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Tổ chức chính quyền địa phương;\n"
        "- Lưu VT (H1.25). KT.CHỦ TỊCH PHÓ CHỦ TỊCH Vũ Thị Cúc KẾ HOẠCH TRIỂN KHAI\n"
    )
    assert found.title == "BAN HÀNH QUY CHẾ PHỐI HỢP GIỮA SỞ Y TẾ VÀ CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NĂM 2031"
    assert found.issuer is not None
    assert found.issuer.key.startswith("ubnd.")
    assert found.signer == "Vũ Thị Cúc"


def test_a_letter() -> None:
    found = head(
        "VĂN PHÒNG CHÍNH PHỦ ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------\n"
        "Số: 27/VPCP-ĐMDN V/v quản trị hội làng\nHà Nội, ngày 05 tháng 4 năm 2031 Kính gửi: Bộ Tài chính.\nBáo có tin.\n"
        "- Lưu: VT, ĐMDN (2b). BỘ TRƯỞNG, CHỦ NHIỆM Mai Văn Dũng\n"
    )
    assert (found.type, found.number, found.title) == ("Công văn", "27", "quản trị hội làng")
    assert (found.date, found.signer) == ("2031-04-05", "Mai Văn Dũng")


def test_a_consolidated_text_of_one_line_each() -> None:
    found = head(
        "Văn bản hợp nhất 7/VBHN-VPQH năm 2031. VĂN PHÒNG QUỐC HỘI --------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - "
        "Hạnh phúc ---------------\nSố: \n7/VBHN-VPQH\nHà Nội, ngày 02 tháng 8 năm 2031 LUẬT QUY HOẠCH Luật Quy hoạch số 8/2029/QH16 "
        "ngày 19 tháng 6 năm 2029 của Quốc hội được sửa đổi bởi:\n1. Luật Giá số 9/2030/QH16.\nĐiều 1. Phạm vi\n"
        "XÁC THỰC VĂN BẢN HỢP NHẤT CHỦ NHIỆM Đỗ Văn Minh [1] Luật Giá có căn cứ như sau:\n"
        + "“Căn cứ Hiến pháp;”\n"
        * 600
    )
    assert (found.type, found.number, found.title) == ("Văn bản hợp nhất", "7", "QUY HOẠCH")
    assert found.issuer is not None
    assert (found.issuer.key, found.signer) == ("vpqh", "Đỗ Văn Minh")
