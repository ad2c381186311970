"""Whom a document was sent to: every layout of "Kính gửi" and "Nơi nhận" that offices print. The documents are fiction."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.read import extract
from ontology.records import Extraction, Recipient, Source

HEAD = "UBND TỈNH SƠN LA\nSỞ CÔNG THƯƠNG\nSố: 12/SCT-CN\nV/v nghề cá\nSơn La, ngày 5 tháng 4 năm 2031\n\n"
DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 12/QĐ-UBND\nSơn La, ngày 5 tháng 4 năm 2031\n\nQUYẾT ĐỊNH\nVề nghề cá\n\n"
    "Điều 1. Phê duyệt đề án nghề cá.\n\n"
)
SIGNED = "\n\nGIÁM ĐỐC\n\nLê Văn An\n"


def names(document: Extraction, role: str | None = None) -> list[str]:
    return [each.name for each in document.header.recipients if role in (None, each.role)]


def one(document: Extraction, name: str) -> Recipient:
    (found,) = [each for each in document.header.recipients if each.name == name]
    return found


def printed_exactly(document: Extraction) -> bool:
    """Each name is what stands at its place; of a name over several lines its first line."""
    return all(
        each.name.startswith(" ".join(each.span.of(document.text).split())[:20]) for each in document.header.recipients
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Kính gửi: Bộ Công Thương\n\nSở báo cáo như sau:\n", ["Bộ Công Thương"]),
        ("Kính gửi: Các Sở: Tài chính, Xây dựng, Nội vụ.\n", ["Các Sở: Tài chính, Xây dựng, Nội vụ"]),
        ("Kính gửi:\n- Bộ Công an;\n- Bộ Nội vụ.\n\nThực hiện kế hoạch:\n", ["Bộ Công an", "Bộ Nội vụ"]),
        ("Kính gửi: - Bộ Công an;\n          - Bộ Nội vụ.\n", ["Bộ Công an", "Bộ Nội vụ"]),
        ("Kính gửi:\n\n- Bộ Công an;\n\n- Bộ Nội vụ.\n\n- Căn cứ nhiệm vụ được giao;\n", ["Bộ Công an", "Bộ Nội vụ"]),
        ("Kính gửi: Bộ Công an; Bộ Nội vụ\n", ["Bộ Công an", "Bộ Nội vụ"]),
        ("|Kính gửi:      |- Bộ Công an;    |\n|               |- Bộ Nội vụ.     |\n", ["Bộ Công an", "Bộ Nội vụ"]),
        (
            "Kính gửi: Ủy ban nhân dân các xã,\nphường trên địa bàn.\nThực hiện:\n",
            ["Ủy ban nhân dân các xã, phường trên địa bàn"],
        ),
        (
            "Kính gửi: Công ty Cổ phần Cá Bông\n(Địa chỉ: số 5, đường Sông)\n\nSở nhận được\n",
            ["Công ty Cổ phần Cá Bông"],
        ),
        ("Kính gửi: Các hội trong tỉnh\n   (Theo Kế hoạch số 5/KH-SCT)\n\nThực hiện\n", ["Các hội trong tỉnh"]),
        ("Kính gửi: Bộ Công an.\nĐồng kính gửi: Bộ Nội vụ.\n\nThực hiện\n", ["Bộ Công an", "Bộ Nội vụ"]),
        ("Kinh gừi: Bộ Công an\n", ["Bộ Công an"]),
        ("Kính gởi: Bộ Công an\n", ["Bộ Công an"]),
        ("**Kính gửi:** Bộ Công an\n", ["Bộ Công an"]),
        (
            "                Kính gửi: UBND huyện Mai Sơn\n                          Phòng Công Thương huyện Mai Sơn\n\nUBND xã có tờ trình.\n",
            ["UBND huyện Mai Sơn", "Phòng Công Thương huyện Mai Sơn"],
        ),
        ("Kính gửi: Bộ Công an\nBộ Nội vụ\nSở báo cáo như sau:\n", ["Bộ Công an", "Bộ Nội vụ"]),
        ("Kính gửi: Bộ Công an\nBộ Nội vụ có ý kiến như sau về cá\n", ["Bộ Công an"]),
        (
            "Kính gửi:\n      - Các sở: Nội vụ, Ban Chỉ huy\n      Bộ đội Biên phòng tỉnh;\n      - UBND các xã.\n",
            ["Các sở: Nội vụ, Ban Chỉ huy Bộ đội Biên phòng tỉnh", "UBND các xã"],
        ),
        (
            "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh\nSở Nội vụ nhận được Công văn số 03/LĐVV ngày 07/01/2031 của Liên đoàn Cá"
            " về việc báo cáo công tác tổ chức đại hội và báo cáo Chủ tịch như sau.\n",
            ["Chủ tịch Ủy ban nhân dân tỉnh"],
        ),
        ("Kính gửi: . : -< ñ\n- Bộ Công an;\n- _Bộ Nội vụ.\n", ["Bộ Công an", "Bộ Nội vụ"]),
        ("Kính gửi: ………………\n", []),
        ("Bộ đã kính gửi Chính phủ tờ trình.\n", []),
    ],
)
def test_addressees(say, lines, expected) -> None:
    document = say(HEAD + lines + SIGNED)
    assert names(document, "addressee") == expected
    assert printed_exactly(document)


@pytest.mark.parametrize(
    ("lines", "copies", "file"),
    [
        (
            "Nơi nhận:\n- Như trên;\n- UBND tỉnh (để b/c);\n- Lưu: VT, CN (3b).\n",
            ["Như trên", "UBND tỉnh"],
            ["VT, CN (3b)"],
        ),
        ("Nơi nhận:\n\n- Bộ Y tế;\n\n- Lưu VT.\n", ["Bộ Y tế"], ["VT"]),
        (
            "Nơi nhận:                  KT. GIÁM ĐỐC\n- Bộ Y tế;                 PHÓ GIÁM ĐỐC\n- Lưu: VT.\n",
            ["Bộ Y tế"],
            ["VT"],
        ),
        ("Nơi nhận: KT. BỘ TRƯỞNG\n- Bộ Y tế; THỨ TRƯỞNG\n- Lưu: VT. Lê Văn An\n", ["Bộ Y tế"], ["VT"]),
        (
            "|Nơi nhận:     |GIÁM ĐỐC    |\n|- Bộ Y tế;    |            |\n|- Lưu: VT.    |Lê Văn An   |\n",
            ["Bộ Y tế"],
            ["VT"],
        ),
        ("Noi nhân:\n~ Bộ Y tế;\n~ Lưu: VT.\n", ["Bộ Y tế"], ["VT"]),
        ("Tà lặt\n- Như trên;\n- Bộ Y tế;\n- Lưu: VT.\n", ["Như trên", "Bộ Y tế"], ["VT"]),
        ("## NƠI NHẬN\n\n- Bộ Y tế;\n- Lưu: VT.\n", ["Bộ Y tế"], ["VT"]),
        ("> **Nơi nhận:**\n> - Bộ Y tế;\n> - Lưu: VT.\n", ["Bộ Y tế"], ["VT"]),
        ("Nơi nhận:\nNhư trên;\nBộ Y tế;\nLưu: VT.\n", ["Như trên", "Bộ Y tế"], []),
        ("Nơi nhận: - Bộ Y tế; - Bộ Nội vụ; - Lưu: VT.\n", ["Bộ Y tế", "Bộ Nội vụ"], ["VT"]),
        (
            "Nơi nhận:\n- Công báo; Cổng TTĐT tỉnh;\n- Cổng TTĐT: Chính phủ; Bộ Y tế;\n- Lưu: VT.\n",
            ["Công báo", "Cổng TTĐT tỉnh", "Cổng TTĐT: Chính phủ; Bộ Y tế"],
            ["VT"],
        ),
        ("Nơi nhận:\n- HĐND, UBND các tỉnh,\nthành phố;\n- Lưu: VT.\n", ["HĐND, UBND các tỉnh, thành phố"], ["VT"]),
        (
            "Nơi nhận:\n- Các tỉnh ủy, thành ủy,\n- Lưu Văn phòng Tỉnh ủy.\n",
            ["Các tỉnh ủy, thành ủy"],
            ["Văn phòng Tỉnh ủy"],
        ),
        (
            "Nơi nhận:\n- Bộ Y tế, Bộ Nội vụ;\n- Văn phòng A, Văn phòng B;\n- Cục Y, Bộ Y tế;\n- Lưu: VT.\n",
            ["Bộ Y tế", "Bộ Nội vụ", "Văn phòng A", "Văn phòng B", "Cục Y, Bộ Y tế"],
            ["VT"],
        ),
        ("Nơi nhận:\n- Như trên.\n- - Bộ Y tế;\n- Taru: VT, KGVX.\n", ["Như trên", "Bộ Y tế"], ["VT, KGVX"]),
        (
            "Nơi nhận:\n3. Bộ Y tế;\n- Bộ Nội vụ;\n4. Bộ Công an;\n- Lưu: VT.\n",
            ["Bộ Y tế", "Bộ Nội vụ", "Bộ Công an"],
            ["VT"],
        ),
        ("Nơi nhận:\n- Bộ Y tế; ___ KT. nộ TRƯỞNG\n- Lưu: VT.\n", ["Bộ Y tế"], ["VT"]),
        ("Nơi nhận:\n- Bộ Y tế;\n- Lưu ĐPV và KTDA.\n", ["Bộ Y tế"], ["ĐPV và KTDA"]),
        ("Nơi nhận:\n- Bộ Y tế;\n- Lưu: VT, PL (2).#o\n", ["Bộ Y tế"], ["VT, PL (2)"]),
        (
            "Nơi nhận:\n- CT, PCT UBND tỉnh: ANH Xi GỦỊ (AN\n- VPUB: CVP, PCVP (KT), TH;\n- Các phòng: QLNL, TH (T/h);\n- Lưu: VT.\n",
            ["CT, PCT UBND tỉnh", "VPUB: CVP, PCVP (KT), TH", "Các phòng: QLNL, TH"],
            ["VT"],
        ),
        (
            "Nơi nhận:\n- Bộ Y tế, - - Ù TƯỚNG\n- Các phòng: TC, HĐND;\n- Lưu: VT.\n",
            ["Bộ Y tế", "Các phòng: TC, HĐND"],
            ["VT"],
        ),
        (
            "Nơi nhận:\n- Bộ Tư pháp (Cục Kiểm tra và                 Yên\n                             Cơ quan: Tỉnh Sơn La\n"
            "                              Yên\nQuản lý);                        Thời gian ký: 17/11/2031\n- Lưu: VT.\n",
            ["Bộ Tư pháp (Cục Kiểm tra và Quản lý)"],
            ["VT"],
        ),
        ("Nơi nhận:\n- .....;\n- Lưu: …\n", [], []),
    ],
)
def test_lists(say, lines, copies, file) -> None:
    document = say(f"{HEAD}Kính gửi: Bộ Công an\n\nSở trả lời như sau./.\n\n{lines}{SIGNED}")
    assert names(document, "file") == file or file == []
    assert [name for name in names(document, "copy") if not name.startswith("Lưu")] == copies
    assert printed_exactly(document)


def test_a_purpose_stands_apart_and_is_no_part_of_the_name(say) -> None:
    document = say(
        f"{HEAD}Nơi nhận:\n- UBND tỉnh (để b/c);\n- Bộ Y tế để báo cáo;\n- Bộ Tư pháp (Cục KTVB);\n- Lưu: VT.\n{SIGNED}"
    )
    assert one(document, "UBND tỉnh").purpose == "để b/c"
    assert one(document, "UBND tỉnh").span.of(document.text) == "UBND tỉnh"
    assert one(document, "Bộ Y tế").purpose == "để báo cáo"
    assert one(document, "Bộ Tư pháp (Cục KTVB)").purpose is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("UBND tỉnh", "ubnd.14-son-la"),
        ("Chủ tịch UBND tỉnh", "ubnd.14-son-la"),
        ("Chánh Văn phòng UBND tỉnh", "vpubnd.14-son-la"),
        ("Sở Tài chính", "stc.14-son-la"),
        ("Bộ Y tế", "byt"),
        ("VPCP: BTCN, các PCN", "vpcp"),
        ("Thủ tướng, các Phó Thủ tướng Chính phủ", "ttg"),
        ("Bộ Tư pháp (Cục KTVB)", "btp"),
        ("Viện kiểm sát nhân đân tối cao", "vksndtc"),
        ("Sở KH&CN các tỉnh", None),
        ("Các sở, ban, ngành", None),
        ("HĐND, UBND các tỉnh", None),
        ("Lãnh đạo UBND tỉnh", None),
        ("Công ty Cổ phần Cá Bông", None),
        ("Công báo", None),
    ],
)
def test_bodies_are_known_by_their_key_and_groups_have_none(say, name, key) -> None:
    document = say(f"{HEAD}Nơi nhận:\n- {name};\n- Lưu: VT.\n{SIGNED}")
    found = one(document, name).issuer
    assert (found.key if found else None) == key


def test_of_a_central_body_a_province_is_none(say) -> None:
    document = say(
        "BỘ Y TẾ\nSố: 12/BYT-KH\nHà Nội, ngày 5 tháng 4 năm 2031\n\nKính gửi: UBND tỉnh\n\nBộ Y tế đề nghị tỉnh Sơn La báo cáo."
    )
    assert one(document, "UBND tỉnh").issuer is None


def test_what_is_said_by_reference(say) -> None:
    document = say(
        f"{DECISION}Điều 3. Chánh Văn phòng UBND tỉnh; Giám đốc Sở Công Thương, Chủ tịch UBND xã Mường Bông và các cơ quan có"
        " liên quan chịu trách nhiệm thi hành Quyết định này./.\n\nNơi nhận:\n- Như Điều 3;\n- Như trên;\n- Như Điều 9;\n"
        "- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn An\n"
    )
    reference = one(document, "Như Điều 3")
    named = [each for each in document.header.recipients if each.through == reference.span]
    assert [each.name for each in named] == [
        "Chánh Văn phòng UBND tỉnh",
        "Giám đốc Sở Công Thương",
        "Chủ tịch UBND xã Mường Bông",
        "các cơ quan có liên quan",
    ]
    assert [each.issuer.key if each.issuer else None for each in named][:2] == ["vpubnd.14-son-la", "sct.14-son-la"]
    assert all(each.span.of(document.text) == each.name for each in named)
    assert (reference.refers, one(document, "Như trên").refers) == ("article", "addressees")
    assert one(document, "Như Điều 9").refers == "article"


def test_the_title_of_an_article_is_no_recipient_and_the_next_article_is_another(say) -> None:
    document = say(
        f"{DECISION}Điều 2. Trách nhiệm thi hành\nCác ông, bà: Chánh Văn phòng Sở,Trưởng phòng Cá chịu trách nhiệm thi hành.\n\n"
        "Điều 3. Giám đốc Sở Y tế chịu trách nhiệm thi hành.\n\nNơi nhận:\n- Như Điều 1;\n- Như Điều 2;\n- Lưu: VT.\n"
    )
    assert names(document) == ["Như Điều 1", "Như Điều 2", "Chánh Văn phòng Sở", "Trưởng phòng Cá", "VT"]


def test_of_an_article_with_clauses_the_one_that_obliges_counts(say) -> None:
    document = say(
        f"{DECISION}Điều 3. Tổ chức thực hiện\n1. UBND các xã có trách nhiệm bán cá trước ngày 01 tháng 7 năm 2031.\n"
        "2. Chánh Văn phòng Sở, Trưởng phòng Cá chịu trách nhiệm thi hành Quyết định này./.\n\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n"
    )
    assert names(document) == ["Như Điều 3", "Chánh Văn phòng Sở", "Trưởng phòng Cá", "VT"]


def test_what_a_scan_saw_beside_an_entry_is_none(say) -> None:
    document = say(
        f"{HEAD}Nơi nhận: z5\n- Bộ Y tế; zZ24CF2\n- BGĐ SYT; . l -\n- Bộ Nội vụ; F4 ` à\n- kưu: VT.\n{SIGNED}"
    )
    assert names(document) == ["Bộ Y tế", "BGĐ SYT", "Bộ Nội vụ", "VT"]


def test_a_list_whose_heading_is_lost_above_a_form_that_has_one(say) -> None:
    form = (
        "Phụ lục\nMẪU BÁO CÁO\n(Kèm theo Quyết định này)\n\nPHỤ LỤC\n\nNơi nhận: CHỨC VỤ\n- Bộ Xây dựng;\n- Lưu: VT.\n"
    )
    document = say(f"{DECISION}Nei nhậu\n- Bộ Y tế;\n- Lưu: VT.\n\n{form}")
    assert names(document) == ["Bộ Y tế", "VT"]


def test_a_list_that_a_web_page_prints_below_the_annexes(say) -> None:
    document = say(f"{DECISION}PHỤ LỤC\n\nDanh mục cá.\n\n---\n\n## NƠI NHẬN\n\n- Bộ Y tế;\n- Lưu: VT.\n")
    assert names(document) == ["Bộ Y tế", "VT"]


def test_recipients_of_a_form_are_not_those_of_the_act(say) -> None:
    annex = "PHỤ LỤC\nMẫu đơn\n\nKính gửi: Sở Công Thương\n\nNơi nhận:\n- Sở Công Thương;\n- Lưu: VT.\n"
    assert names(say(DECISION + "GIÁM ĐỐC\n\nLê Văn An\n\n" + annex)) == []


def test_a_provision_about_recipients_is_no_list(say) -> None:
    text = f"{DECISION}Điều 2. Nơi nhận, hình thức gửi báo cáo\n\n1. Nơi nhận báo cáo: Sở Tài chính.\n\nNơi nhận:\n- Bộ Y tế;\n- Lưu: VT.\n"
    assert names(say(text)) == ["Bộ Y tế", "VT"]


@pytest.mark.parametrize(
    ("end", "signers"),
    [
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn An\n",
            [("Lê Văn An", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH")],
        ),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLê Văn An\n", [("Lê Văn An", "PHÓ BÍ THƯ", "T/M BAN THƯỜNG VỤ")]),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Văn An\n", [("Lê Văn An", "CHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH")]),
        ("TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG\n\nLê Văn An\n", [("Lê Văn An", "TRƯỞNG PHÒNG", "TUQ. GIÁM ĐỐC")]),
        ("Q. GIÁM ĐỐC\n\nLê Văn An\n", [("Lê Văn An", "Q. GIÁM ĐỐC", None)]),
        ("GIÁM ĐỐC\n\nLê Văn An\n", [("Lê Văn An", "GIÁM ĐỐC", None)]),
    ],
)
def test_signers_with_office_and_capacity(say, end, signers) -> None:
    document = say(f"{DECISION}\n\n{end}")
    assert [(each.name, each.position, each.capacity) for each in document.header.signers] == signers
    assert all(each.span.of(document.text) == each.name for each in document.header.signers)
    assert document.header.signer == signers[0][0]


def test_each_column_of_a_joint_act_has_its_own_office(say) -> None:
    document = say(
        "BỘ Y TẾ - BỘ TÀI CHÍNH\nSố: 22/2031/TTLT-BYT-BTC\nHà Nội, ngày 12 tháng 12 năm 2031\nTHÔNG TƯ LIÊN TỊCH\nVề giá\n\n"
        "Điều 1. Giá.\n\nKT. BỘ TRƯỞNG BỘ Y TẾ     BỘ TRƯỞNG BỘ TÀI CHÍNH\nTHỨ TRƯỞNG\nLê Văn An     Trần Thị Bình\n"
    )
    assert [(each.name, each.position, each.capacity) for each in document.header.signers] == [
        ("Lê Văn An", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG BỘ Y TẾ"),
        ("Trần Thị Bình", "BỘ TRƯỞNG BỘ TÀI CHÍNH", None),
    ]


@pytest.mark.parametrize(
    ("head", "issuer", "parent"),
    [
        (
            "UBND TỈNH SƠN LA\nSỞ CÔNG THƯƠNG\nSố: 12/SCT-CN\n",
            "Sở Công Thương tỉnh Sơn La",
            "Ủy ban nhân dân tỉnh Sơn La",
        ),
        ("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 12/QĐ-UBND\n", "Ủy ban nhân dân tỉnh Sơn La", None),
        ("BỘ TÀI CHÍNH\nTỔNG CỤC HẢI QUAN\nSố: 12/QĐ-TCHQ\n", "Tổng cục Hải quan", "Bộ Tài chính"),
        ("BỘ Y TẾ\nSố: 12/QĐ-BYT\n", "Bộ Y tế", None),
    ],
)
def test_the_body_above(say, head, issuer, parent) -> None:
    header = say(f"{head}Sơn La, ngày 5 tháng 4 năm 2031\n\nQUYẾT ĐỊNH\nVề nghề cá\n\nĐiều 1. Nghề cá.\n").header
    assert header.issuer is not None
    assert (header.issuer.name, header.parent.name if header.parent else None) == (issuer, parent)


WHOLE = (
    f"{DECISION}Kính gửi:\n- Bộ Công an;\n- Các sở.\n\nĐiều 3. Chánh Văn phòng UBND tỉnh; Giám đốc Sở Công Thương chịu trách nhiệm"
    " thi hành./.\n\n**Nơi nhận:**                 TM. ỦY BAN NHÂN DÂN\n- Như Điều 3;            KT. CHỦ TỊCH\n"
    "- HĐND, UBND các xã,     PHÓ CHỦ TỊCH\nphường (để t/h);\n- Bộ Y tế; Công báo;\n- Lưu: VT, CN (2b).      Lê Văn An\n"
)


@given(start=st.integers(0, len(WHOLE)), end=st.integers(0, len(WHOLE)), decomposed=st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_cut_of_a_text_is_read_and_every_place_is_what_is_printed(start: int, end: int, decomposed: bool) -> None:
    text = f"Văn bản\n{WHOLE[min(start, end) : max(start, end)]}"
    if decomposed:
        text = unicodedata.normalize("NFD", text)
    document = extract(Source("cắt.txt", text.encode(), "text/plain"))
    for each in (*document.header.recipients, *document.header.signers):
        assert 0 <= each.span.start < each.span.end <= len(document.text)
        printed = unicodedata.normalize("NFC", each.span.of(document.text)).replace("*", "")
        assert " ".join(each.name.split()).startswith(" ".join(printed.split())[:8])


@given(st.text(alphabet="Kínhgửi: Nơinhậ-;\n|.()ƯuLVTơBộ", max_size=200))
@settings(max_examples=200, deadline=None)
def test_noise_raises_nothing(text: str) -> None:
    document = extract(Source("nhiễu.txt", f"Kính gửi: {text}\nNơi nhận:\n- {text}".encode(), "text/plain"))
    assert all(each.name for each in document.header.recipients)
