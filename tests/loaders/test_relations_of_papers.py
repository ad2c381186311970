"""Relations of party documents, letters, notices and annexes: words in which each speaks."""

import pytest


def strong(extraction):
    def short(work: str) -> str:
        return work.rpartition("/")[2]

    return [(short(s.subject), s.predicate, short(s.object)) for s in extraction.statements if s.predicate != "cites"]


@pytest.mark.parametrize(
    ("head", "text", "stated"),
    [
        (
            "TỈNH ỦY SƠN LA\n*\nSố 45-KH/TU\n\nKẾ HOẠCH\n",
            "Thực hiện Kết luận số 45-KL/TW ngày 17/11/2022 của Ban Chấp hành Trung ương Đảng khóa XIII và Chương trình "
            "hành động số 20-CTr/TU ngày 05/01/2023 của Tỉnh ủy, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch.",
            [("self", "implements", "45"), ("self", "implements", "20")],
        ),
        (
            "Số: 9/SCT-CN\n\nV/v hóa chất\n\nKính gửi: Công ty A\n\n",
            "Căn cứ quy định tại khoản 2 Điều 11 Luật Hóa chất số 69/2025/QH15, Sở không có đủ cơ sở.",
            [("self", "basedOn", "69")],
        ),
        (
            "Số: 9/2026/TT-BCT\n\nTHÔNG TƯ\n\n",
            "Căn cứ quy định tại khoản 2 Điều 11 Luật Hóa chất số 69/2025/QH15, cơ quan cấp phép thẩm định.",
            [],
        ),
        (
            "Số: 9/SCT-CN\n\nV/v khoáng sản\n\nKính gửi: Công ty A\n\n",
            "1.1. Thực hiện đúng và đầy đủ các quy định của Luật Địa chất số 54/2024/QH15.",
            [("self", "implements", "54")],
        ),
        (
            "Số: 9/GP-SCT\n\nGIẤY PHÉP\n\n",
            "Công ty phải thực hiện đúng và đầy đủ các quy định của Luật Địa chất số 54/2024/QH15.",
            [],
        ),
        (
            "Số: 16/2026/QĐ-UBND\n\nQUYẾT ĐỊNH\n\n",
            "Việc lập quy hoạch thực hiện theo Nghị định số 178/2025/NĐ-CP.",
            [],
        ),
        (
            "Số: 16/QĐ-UBND\n\nQUYẾT ĐỊNH\n\n",
            "Điều lệ này thay thế Điều lệ được công nhận tại Quyết định số 779/QĐ-UBND ngày 13 tháng 3 năm 2022.",
            [("self", "replaces", "779")],
        ),
        (
            "Số: 9/2026/TT-BTC\n\nTHÔNG TƯ\n\n",
            "Thông tư này hướng dẫn thực hiện các chính sách tài chính đối với doanh nghiệp quy định tại khoản 1 Điều 7 Nghị "
            "định số 16/2023/NĐ-CP.",
            [("self", "guides", "16")],
        ),
        (
            "Số: 9/QĐ-TTg\n\nQUYẾT ĐỊNH\n\n",
            "Bộ Tài chính trình Nghị định hướng dẫn thi hành Luật Giá số 16/2023/QH15.",
            [],
        ),
        (
            "Số: 9/QĐ-BTC\n\nQUYẾT ĐỊNH\n\n",
            "Luật số 01/2021/QH15 sửa đổi, bổ sung một số điều và Phụ lục Danh mục chỉ tiêu thống kê quốc gia của Luật Thống "
            "kê số 89/2015/QH13.",
            [("1", "amends", "89")],
        ),
        (
            "Số: 9/SXD-QL\n\nV/v xây dựng\n\nKính gửi: Công ty A\n\n",
            "- Nghị định số 06/2021/NĐ-CP ngày 26/01/2021 của Chính phủ quy định về quản lý chất lượng và các Nghị định sửa "
            "đổi, bổ sung gồm: số 35/2023/NĐ-CP ngày 20/6/2023, số 175/2024/NĐ-CP ngày 30/12/2024;",
            [("35", "amends", "6"), ("175", "amends", "6")],
        ),
    ],
)
def test_what_a_paper_states(say, head, text, stated) -> None:
    found = strong(say(head + text + "\n", "Sơn La"))
    assert found == stated


def test_what_looks_like_a_title_may_be_the_next_document(say) -> None:
    extraction = say("KẾ HOẠCH\n\nQuán triệt Kết luận số 45-KL/TW, Hướng dẫn số 90-HD/BTGTW.\n", "Sơn La")
    assert {s.subject for s in extraction.statements} == {"self"}
    assert len(extraction.statements) == 2


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "Căn cứ Điều lệ Đảng; Quy định số 22-QĐ/TW, ngày 28/7/2021; Hướng dẫn số 02-HD/UBKTTW, ngày 09/12/2021.",
            [("self", "basedOn", "22"), ("self", "basedOn", "2")],
        ),
        (
            "Ngày 01/02/2020, Sở ban hành Công văn số 250/SNV-TH. Hướng dẫn này thay thế Công văn nêu trên.",
            [("self", "replaces", "250")],
        ),
        (
            "Sở nhận được Công văn số 250/UBND-TH.\nThực hiện Công văn nêu trên, Sở hướng dẫn như sau:",
            [("self", "implements", "250")],
        ),
        ("Tạm dừng thực hiện Kế hoạch số 15/KH-SNV.", [("self", "suspends", "15")]),
        (
            "Hủy bỏ Hướng dẫn số 10/HD-SNV; sửa đổi khoản 2 Mục 1 Hướng dẫn số 11/HD-SNV.",
            [("self", "repeals", "10"), ("self", "amends", "11")],
        ),
    ],
)
def test_what_a_guidance_states(say, text, stated) -> None:
    assert strong(say("Số: 9/HD-SNV\n\nHƯỚNG DẪN\nCông tác cán bộ\n\n" + text + "\n", "Sơn La")) == stated


@pytest.mark.parametrize(
    ("title", "predicate"),
    [
        ("về việc sửa đổi, bổ sung một số điều của Quy định quản lý chợ ban hành kèm theo", "amends"),
        ("đính chính Danh mục hóa chất ban hành kèm theo", "corrects"),
        ("ban hành Quy định thay cho quy định ban hành kèm theo", "cites"),
    ],
)
def test_what_a_title_does_to_an_annex_is_done_to_its_document(say, title, predicate) -> None:
    text = (
        f"Căn cứ Quyết định số 22/2023/QĐ-UBND ngày 06/9/2023 {title} Quyết định số 10/2021/QĐ-UBND ngày 22/6/2021;\n"
    )
    stated = [
        (s.subject.rpartition("/")[2], s.predicate) for s in say(text, "Sơn La").statements if s.subject != "self"
    ]
    assert stated == [("22", predicate)]


def test_following_a_guidance_is_not_giving_it(say) -> None:
    text = "Việc nghiệm thu thực hiện theo hướng dẫn tại Thông tư số 16/2024/TT-BTTTT.\n"
    assert strong(say("Số: 40/2025/QĐ-UBND\n\nQUYẾT ĐỊNH\n\n" + text, "Sơn La")) == []
