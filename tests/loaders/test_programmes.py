"""Programmes: what is a proper name, where it ends, which document approves it, and which mentions are one."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.read import extract
from ontology.records import Extraction, Source

Say = Callable[..., Extraction]


def mentions(said: Extraction) -> list[str]:
    return [span.of(said.text) for span in sorted(s for p in said.programmes for s in p.mentions)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Triển khai Dự án “Hồ chứa nước Nà Sản” tại xã A.", ["Dự án “Hồ chứa nước Nà Sản”"]),
        ("Triển khai dự án cấp quốc gia: “Bảo hộ nhãn hiệu”.", ["dự án cấp quốc gia: “Bảo hộ nhãn hiệu”"]),
        ("Triển khai dự án thủy điện Nậm Mu tại xã A.", ["dự án thủy điện Nậm Mu"]),
        ("Thẩm định dự án khu công nghiệp Tân Phú 2, huyện B.", ["dự án khu công nghiệp Tân Phú 2"]),
        (
            "Theo Chương trình quốc gia về an toàn, vệ sinh lao động.",
            ["Chương trình quốc gia về an toàn, vệ sinh lao động"],
        ),
        (
            "Phù hợp với Chương trình chuyển đổi số quốc gia và chiến lược, quy hoạch phát triển ngành.",
            ["Chương trình chuyển đổi số quốc gia"],
        ),
        (
            "Phê duyệt Dự án Hỗ trợ kỹ thuật “Giám sát ngành chè” do ADB viện trợ.",
            ["Dự án Hỗ trợ kỹ thuật “Giám sát ngành chè”"],
        ),
        (
            "Phê duyệt “Đề án bồi dưỡng cán bộ, công chức, viên chức làm công tác chè giai đoạn 2026 - 2031” như sau:",
            ["Đề án bồi dưỡng cán bộ, công chức, viên chức làm công tác chè giai đoạn 2026 - 2031"],
        ),
        (
            "Sở hoàn thiện Đề án cấp Thẻ hành nghề trồng chè ở vùng cao.",
            ["Đề án cấp Thẻ hành nghề trồng chè ở vùng cao"],
        ),
        ("Xã thẩm định Đề án cấp tỉnh hằng năm.", []),
        (
            "Học sinh theo Chương trình giáo dục phổ thông được ban hành kèm theo Quyết định số 16/2006/QĐ-BGDĐT.",
            ["Chương trình giáo dục phổ thông"],
        ),
        (
            "Giao đất để thực hiện dự án: Nhà văn hóa thôn Bản Vược tại phường A.",
            ["dự án: Nhà văn hóa thôn Bản Vược"],
        ),
        ("Quy mô dự án: Nhà văn hóa thôn Bản Vược.", []),
        (
            "Thuộc dự án xây dựng công trình đường bộ cao tốc Bắc - Nam phía Đông, đoạn qua xã A.",
            ["dự án xây dựng công trình đường bộ cao tốc Bắc - Nam phía Đông"],
        ),
        (
            "Hỗ trợ vốn giai đoạn 2 dự án Đầu tư xây dựng cống ngăn mặn (tại xã A).",
            ["dự án Đầu tư xây dựng cống ngăn mặn"],
        ),
        ("Xã họp về dự án khu dân cư dịch vụ thôn Ninh Khánh, huyện A.", ["dự án khu dân cư dịch vụ thôn Ninh Khánh"]),
        ("Sở xây dựng Đề án thành lập Trung tâm đào tạo nghề chè.", ["Đề án thành lập Trung tâm đào tạo nghề chè"]),
        ("Biên bản kiểm tra Dự án thủy điện Nậm Mu 1A ngày 20/03/2026.", ["Dự án thủy điện Nậm Mu 1A"]),
        ("Thẩm định Dự án Nhà máy tinh dầu Phố Ràng của Công ty An Bình.", ["Dự án Nhà máy tinh dầu Phố Ràng"]),
        ("Người dân yêu thích phong trào Cầu lông, và hỗ trợ nhau.", []),
        ("Bộ họp về Dự án KHCN và Dự án PPP.", []),
        ("Sở trình Chương trình công tác kiểm tra, giám sát của Kiểm soát viên.", []),
        ("- Dự án khởi công mới Theo Quyết định số 5/QĐ-UBND ngày 3/4/2031.", []),
        (
            "Theo đề án 08 phát triển công nghiệp theo hướng xanh, hiện đại giai đoạn 2026-2030 được ban hành.",
            ["đề án 08 phát triển công nghiệp theo hướng xanh, hiện đại giai đoạn 2026-2030"],
        ),
        ("Hoàn thiện Đề án trồng chè vùng cao theo hướng mở rộng.", ["Đề án trồng chè vùng cao"]),
        (
            "Công an xã xây dựng phong trào toàn dân bảo vệ an ninh tổ quốc.",
            ["phong trào toàn dân bảo vệ an ninh tổ quốc"],
        ),
        (
            "Hồ sơ đề án thực hiện Chương trình cấp quốc gia về xúc tiến thương mại đến Bộ.",
            ["Chương trình cấp quốc gia về xúc tiến thương mại"],
        ),
        ("Nêu nhiệm vụ của Chương trình hành động trong kế hoạch công tác.", []),
        ("Bộ công bố Danh mục dự án quốc gia kêu gọi đầu tư.", []),
        ("Vốn do Chương trình Một Hành tinh tài trợ.", ["Chương trình Một Hành tinh"]),
        ("Tên tổ chức chủ trì đề tài: Phòng Kế hoạch - Tài chính tổng hợp.", []),
        ("Nhân dịp này, Chương trình Môi trường của Liên hợp quốc tài trợ.", []),
        ("Sở gửi Đề án xin ý kiến góp ý của các huyện.", []),
        ("Gửi hồ sơ dự án đầu tư đến Cục Công Thương địa phương.", []),
        ("Thẩm định dự án xây dựng do Công Ty Sông Đà lập.", []),
        (
            "Sở thực hiện Chương trình mỗi xã một sản phẩm (OCOP) với mục tiêu nâng cao giá trị.",
            ["Chương trình mỗi xã một sản phẩm (OCOP)"],
        ),
        (
            "Quyết định số 5/QĐ-TTg phê duyệt Chiến lược Sở hữu trí tuệ đến năm 2030, cụ thể:",
            ["Chiến lược Sở hữu trí tuệ đến năm 2030"],
        ),
        (
            "Theo Chương trình quốc gia nâng cao năng suất, chất lượng và hiệu quả giai đoạn 2021 - 2030; Sở đã họp.",
            ["Chương trình quốc gia nâng cao năng suất, chất lượng và hiệu quả giai đoạn 2021 - 2030"],
        ),
        (
            "Thực hiện Đề án triển khai, áp dụng và quản lý hệ thống truy xuất nguồn gốc.",
            ["Đề án triển khai, áp dụng và quản lý hệ thống truy xuất nguồn gốc"],
        ),
        (
            "Thực hiện nhiệm vụ: Cập nhật bản đồ phóng xạ tại các điểm trọng yếu.",
            ["Cập nhật bản đồ phóng xạ tại các điểm trọng yếu"],
        ),
        (
            "Thẩm định Dự án khai thác đá vôi thông thường tại thôn 13, xã Đồng Khê, huyện Văn Chấn, tỉnh Yên Bái do Sở lập.",
            ["Dự án khai thác đá vôi thông thường tại thôn 13, xã Đồng Khê, huyện Văn Chấn, tỉnh Yên Bái"],
        ),
        (
            "Thẩm định Dự án khai thác đá tại thôn Bản Hốc (trước đây là thôn 13), xã Đồng Khê (đợt 2).",
            ["Dự án khai thác đá tại thôn Bản Hốc (trước đây là thôn 13), xã Đồng Khê"],
        ),
        (
            "Nhờ dự án Trường Mầm non Mộ Đức (giai đoạn 1) tại thị trấn Mộ Đức, huyện B.",
            ["dự án Trường Mầm non Mộ Đức (giai đoạn 1)"],
        ),
        ("Nhờ dự án thủy điện Nậm Mu 1A tại xã Mường Bo, tỉnh Lào Cai.", ["dự án thủy điện Nậm Mu 1A"]),
        ("Sở góp ý Dự án thủy điện Nậm Mu cơ bản phù hợp với quy chuẩn.", ["Dự án thủy điện Nậm Mu"]),
        (
            "Sở xây dựng Đề án về đổi mới, nâng cao hiệu quả công tác truyền thông.",
            ["Đề án về đổi mới, nâng cao hiệu quả công tác truyền thông"],
        ),
        ("Hội đồng nghe Đề án về việc trồng chè ở vùng cao và cam.", []),
        ("Xây dựng Đề án tiếp tục hiện đại hóa hệ thống kho chè.", ["Đề án tiếp tục hiện đại hóa hệ thống kho chè"]),
        ("Bộ bãi bỏ Chương trình Lao động kết hợp kỳ nghỉ2, và báo cáo.", ["Chương trình Lao động kết hợp kỳ nghỉ"]),
        (
            "Sở xây dựng Đề án hỗ trợ người có công trồng chè ở vùng cao.",
            ["Đề án hỗ trợ người có công trồng chè ở vùng cao"],
        ),
        ("Sở xây dựng Đề án nộp thuế điện tử đối với hộ chè.", ["Đề án nộp thuế điện tử đối với hộ chè"]),
        ("Sở nêu Chiến lược đối với các chỉ tiêu về chè.", []),
        ("| Xây dựng dự án | Dự án 4 400 350,0 70 |", []),
        (
            "Sở xây dựng Chương trình phát triển công nghiệp nền tảng, công nghiệp mũi nhọn, công nghiệp mới nổi.",
            ["Chương trình phát triển công nghiệp nền tảng, công nghiệp mũi nhọn, công nghiệp mới nổi"],
        ),
        (
            "Tên dự án: Khai thác đá vôi tại mỏ đá bản Mỏ Đá, xã Xuân Hòa, tỉnh Lào Cai.",
            ["dự án: Khai thác đá vôi tại mỏ đá bản Mỏ Đá, xã Xuân Hòa, tỉnh Lào Cai"],
        ),
        (
            "Thực hiện Chương trình mỗi xã một sản phẩm (OCOP) tỉnh Bình Thuận giai đoạn 2031-2035, Sở đã họp.",
            ["Chương trình mỗi xã một sản phẩm (OCOP) tỉnh Bình Thuận giai đoạn 2031-2035"],
        ),
        (
            "Sau đó chương trình OCOP cũng đã xuất hiện ở Chương trình MTQG 1719 tại tỉnh Hòa Bình.",
            ["chương trình OCOP", "Chương trình MTQG 1719"],
        ),
        (
            "Sở duyệt Đề án tổ chức Đại hội Đoàn luật sư nhiệm kỳ X (2034 - 2039), theo đó quy định.",
            ["Đề án tổ chức Đại hội Đoàn luật sư nhiệm kỳ X (2034 - 2039)"],
        ),
        (
            "HĐND thông qua Đề án công nhận đô thị mới Thanh Hà đạt chuẩn đô thị loại V; dự án đường giao thông Hải Thành- Cương Gián.",
            [
                "Đề án công nhận đô thị mới Thanh Hà đạt chuẩn đô thị loại V",
                "dự án đường giao thông Hải Thành- Cương Gián",
            ],
        ),
        (
            "Kế hoạch thực hiện Chiến lược Quốc gia chấm dứt dịch bệnh AIDS vào năm 2030 trên địa bàn tỉnh.",
            ["Chiến lược Quốc gia chấm dứt dịch bệnh AIDS vào năm 2030"],
        ),
        ("Giao đất cho dự án dự án Nhà máy chè Phố Ràng.", ["dự án Nhà máy chè Phố Ràng"]),
        ("Hội viên hưởng ứng Phong trào “Nhà sạch, vườn đẹp”.", ["Phong trào “Nhà sạch, vườn đẹp”"]),
        ("Áp dụng Bộ tiêu chí quốc gia về xã nông thôn mới tại 05 xã.", ["Bộ tiêu chí quốc gia về xã nông thôn mới"]),
    ],
)
def test_where_a_name_ends(say: Say, sentence: str, expected: list[str]) -> None:
    found = mentions(say(sentence))
    assert [name.removesuffix(" tại 05 xã") for name in found] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Thẩm định các chương trình, đề án, dự án khác.",
        "Chương trình này kết thúc năm 2020.",
        "Ban Chỉ đạo Chương trình Nông thôn mới đã họp.",
        "- Dự án Trung ương quản lý: 03 dự án.",
        "Căn cứ Chương trình số 15-CTr/TU ngày 01/02/2021 của Tỉnh ủy.",
        "Triển khai chương trình hội nghị.",
    ],
)
def test_what_names_no_programme(say: Say, sentence: str) -> None:
    assert mentions(say(sentence)) == []


def test_the_number_of_the_approving_document_is_an_alias(say: Say) -> None:
    said = say(
        "Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ phê duyệt Chương trình quốc gia nâng cao "
        "năng suất (Chương trình 1322).\n\nSở đã tổ chức hội nghị về Chương trình 1322.\n"
    )
    (programme,) = said.programmes
    assert programme.name == "Chương trình quốc gia nâng cao năng suất"
    assert programme.aliases == ("Chương trình 1322",)
    assert programme.approved_by == said.works[0].id
    assert len(programme.mentions) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Dự án “Hồ chứa A” được phê duyệt tại Quyết định số 11/QĐ-UBND ngày 06/01/2021.",
        "Dự án “Hồ chứa A” với tổng mức 10 tỷ đồng theo Quyết định phê duyệt chủ trương đầu tư số 11/QĐ-UBND.",
        "Quyết định số 11/QĐ-UBND ngày 06/01/2021 của UBND tỉnh về việc phê duyệt Dự án “Hồ chứa A”.",
    ],
)
def test_what_approves_it(say: Say, sentence: str) -> None:
    said = say(sentence, "Sơn La")
    assert [p.approved_by for p in said.programmes] == [said.works[0].id]


def test_a_plan_to_carry_it_out_does_not_approve_it(say: Say) -> None:
    said = say("Kế hoạch số 523/KH-UBND ngày 28/02/2020 triển khai Đề án “Đổi mới đo lường” tại tỉnh.", "Sơn La")
    assert [p.approved_by for p in said.programmes] == [None]


def test_to_invest_in_building_is_to_build(say: Say) -> None:
    said = say(
        "Thẩm định Dự án xây dựng Khu công nghiệp Bản Qua. Phê duyệt Dự án đầu tư xây dựng Khu công nghiệp Bản Qua.",
        "Lào Cai",
    )
    assert [(p.name, len(p.mentions)) for p in said.programmes] == [
        ("Dự án đầu tư xây dựng Khu công nghiệp Bản Qua", 2)
    ]


def test_years_place_and_joining_words_make_no_second_programme(say: Say) -> None:
    said = say(
        "Thực hiện Đề án “Hỗ trợ doanh nghiệp nhỏ và vừa giai đoạn 2021-2025”.\n\n"
        "Sở báo cáo về Đề án hỗ trợ doanh nghiệp nhỏ, vừa trên địa bàn tỉnh.\n"
    )
    assert len(said.programmes) == 1


@given(
    st.lists(
        st.sampled_from(
            [
                "Chương trình",
                "Đề án",
                "nhiệm vụ:",
                "phê duyệt",
                "“A b",
                "”",
                ",",
                ", ",
                "1322",
                "(OCOP)",
                "và",
                "trên địa bàn",
                "\n",
                ";",
                "giai đoạn 2021 - 2025",
                "Quyết định số 5/QĐ-TTg",
                "phát triển",
                "Nông thôn",
                "của",
                "-",
                ":",
                "đã",
                "phòng, chống",
            ]
        ),
        max_size=14,
    )
)
def test_any_text_has_programmes_within_it(words: list[str]) -> None:
    text = "Sở " + " ".join(words)
    said = extract(Source("a.txt", text.encode(), "text/plain"))
    for programme in said.programmes:
        assert programme.name and programme.mentions
        for span in programme.mentions:
            assert 0 <= span.start < span.end <= len(text)
    spans = sorted(span for programme in said.programmes for span in programme.mentions)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Triển khai Chiến lược tham gia các thỏa thuận thương mại tự do đến năm 2020.",
            ["Chiến lược tham gia các thỏa thuận thương mại tự do đến năm 2020"],
        ),
        ("Sở quyết toán vốn của Chương trình mục tiêu quốc gia thực hiện theo quy định.", []),
        ("Sở thực hiện Dự án nâng cấp Trung tâm Nà Bó và các dự án khác.", ["Dự án nâng cấp Trung tâm Nà Bó"]),
        ("Theo tổng mức đầu tư Dự án Nhóm A và vốn của Dự án Căn cứ Luật Đầu tư.", []),
    ],
)
def test_what_no_name_of_a_programme_begins_or_ends_with(say, text: str, names: list[str]) -> None:
    assert [each.name for each in say(f"BÁO CÁO\n\n{text}\n").programmes] == names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Doanh nghiệp nộp Đề án cung ứng dịch vụ thanh toán cho cơ quan thẩm định.", []),
        (
            "Bộ quản lý Chương trình xúc tiến đầu tư quốc gia theo quy định.",
            ["Chương trình xúc tiến đầu tư quốc gia"],
        ),
        ("Bộ quản lý Đề án dạy nghề giai đoạn 2021 - 2025.", ["Đề án dạy nghề giai đoạn 2021 - 2025"]),
        ("Bộ xây dựng Chiến lược phát triển công nghiệp hóa chất.", ["Chiến lược phát triển công nghiệp hóa chất"]),
        ("2. Hoàn thành tốt nhiệm vụ: Có tổng điểm từ 70 điểm trở lên.", []),
    ],
)
def test_a_decree_speaks_of_any_paper_of_a_kind(sentence: str, expected: list[str]) -> None:
    head = "CHÍNH PHỦ\n-------\nSố: 5/2024/NĐ-CP\n\nNGHỊ ĐỊNH\nQuy định về A\n\nĐiều 1. Quy định\n\n"
    said = extract(Source("nd.txt", f"{head}{sentence}\n".encode(), "text/plain"))
    assert mentions(said) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Theo Quy hoạch tỉnh Lào Cai thời kỳ 2021 - 2030, tầm nhìn đến năm 2050.", "Quy hoạch tỉnh Lào Cai"),
        ("Hưởng ứng Phong trào thi đua cả nước chung sức xây dựng nông thôn mới.", "Phong trào thi đua cả nước"),
    ],
)
def test_what_a_kind_word_adds_belongs_to_the_name(say: Say, sentence: str, expected: str) -> None:
    (programme,) = say(sentence).programmes
    assert programme.name.startswith(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rà soát dự án Khu đất Hòa Sơn trong Kết luận thanh tra số 28/KL-TTr.", ["dự án Khu đất Hòa Sơn"]),
        (
            "Sở triển khai Chiến lược phát triển Bảo hiểm tiền gửi Việt Nam.",
            ["Chiến lược phát triển Bảo hiểm tiền gửi Việt Nam"],
        ),
        (
            "Sở xây dựng Chương trình chuyển đổi số quốc gia và Kế hoạch chuyển đổi số của tỉnh.",
            ["Chương trình chuyển đổi số quốc gia"],
        ),
        (
            "Thực hiện Chiến lược phát triển kinh tế 2011 - 2020 và kế hoạch 5 năm.",
            ["Chiến lược phát triển kinh tế 2011 - 2020"],
        ),
        ("Sở đã báo cáo Chương trình công tác năm 2014.", []),
        ("Tỉnh góp ý dự án Luật Đất đai.", []),
        ("Thẩm định hồ sơ Dự án thành phần 2; đã gửi.", []),
        ("Rà soát danh mục dự án\n\nThuyết minh các nội dung chính", []),
        (
            "Sở triển khai Chương trình tôn nền vùng đồng bằng sông Cửu Long.",
            ["Chương trình tôn nền vùng đồng bằng sông Cửu Long"],
        ),
        ("Phòng xây dựng xong Đề án di dời trong quý I.", []),
        ("Vốn thuộc Chương trình mục tiêu quốc gia, vốn ODA và vốn cho các nhiệm vụ.", []),
        ("Sở mở lớp theo Đề án đào tạo, bồi dưỡng cán bộ trẻ.", ["Đề án đào tạo, bồi dưỡng cán bộ trẻ"]),
        ("Hộ thuộc Chương trình xóa nhà tạm, nhà dột nát có vướng mắc.", ["Chương trình xóa nhà tạm, nhà dột nát"]),
        ("Bộ hoàn thành Chiến lược 10 năm 2001 - 2010.", ["Chiến lược 10 năm 2001 - 2010"]),
        ("Sở triển khai Đề án 06 năm 2023.", ["Đề án 06"]),
        ("Bộ hoàn thành mục tiêu của Chiến lược 10 năm.", []),
        (
            "Kinh phí Dự án 1 Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025 đã giao.",
            ["Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025"],
        ),
        (
            "Sở thực hiện Đề án dạy nghề nông thôn, Đề án phát triển du lịch.",
            ["Đề án dạy nghề nông thôn", "Đề án phát triển du lịch"],
        ),
    ],
)
def test_names_that_ran_on_or_are_none(say: Say, sentence: str, expected: list[str]) -> None:
    assert mentions(say(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "approved"),
    [
        ("Đề án “Dạy nghề” được UBND tỉnh phê duyệt tại Quyết định số 5/QĐ-UBND ngày 01/02/2021.", True),
        ("Đề án “Dạy nghề” (theo Công văn số 5/SCT-VP ngày 01/02/2021).", False),
        ("Đề án “Dạy nghề” đã được phê duyệt thì hỗ trợ theo Điều 2 Quyết định số 5/QĐ-UBND ngày 01/02/2021.", False),
        ("Đề án “Dạy nghề” lập theo Mẫu số 2 ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 01/02/2021.", False),
    ],
)
def test_the_word_that_approves_stands_at_the_document(say: Say, sentence: str, approved: bool) -> None:
    (programme,) = say(sentence).programmes
    assert (programme.approved_by is not None) is approved


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Thông tư số 6/2017/TT-BTTTT hướng dẫn thực hiện Dự án truyền thông về thông tin.",
            ["Dự án truyền thông về thông tin"],
        ),
        ("Chủ đầu tư nộp Đề án thành lập Hội đồng quản lý.", []),
        ("Ví dụ 1: Công trình thuộc Dự án Nhà máy nước A có cấp I.", []),
    ],
)
def test_what_rules_name(say: Say, sentence: str, expected: list[str]) -> None:
    head = "BỘ TÀI CHÍNH\nSố: 7/2031/TT-BTC\nHà Nội, ngày 3 tháng 4 năm 2031\nTHÔNG TƯ\nQuy định về chè\n\n"
    assert mentions(say(f"{head}Điều 1. Phạm vi\n{sentence}\n")) == expected


def test_one_name_in_two_periods_is_two_programmes(say: Say) -> None:
    said = say(
        "Kết quả Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2016 - 2020.\n\n"
        "Tiếp tục Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025.\n\n"
        "Sở báo cáo về Chương trình mục tiêu quốc gia giảm nghèo bền vững.\n"
    )
    assert [len(programme.mentions) for programme in said.programmes] == [1, 2]


def test_programmes_that_two_documents_approve_are_two(say: Say) -> None:
    text = (
        "Căn cứ Quyết định số 2222/QĐ-TTg ngày 30/12/2031 của Thủ tướng Chính phủ về phê duyệt Chương trình chuyển đổi số "
        "trong giáo dục nghề nghiệp đến năm 2035;\nCăn cứ Quyết định số 2393/QĐ-UBND ngày 03/7/2030 của Ủy ban nhân dân "
        "Thành phố Hồ Chí Minh về phê duyệt Chương trình Chuyển đổi số của Thành phố Hồ Chí Minh;"
    )
    assert [(each.name, each.approved_by) for each in say(text).programmes] == [
        (
            "Chương trình chuyển đổi số trong giáo dục nghề nghiệp đến năm 2035",
            "doc/ttg/quyet-dinh/2031/2222",
        ),
        (
            "Chương trình Chuyển đổi số của Thành phố Hồ Chí Minh",
            "doc/ubnd.79-ho-chi-minh-2025/quyet-dinh/2030/2393",
        ),
    ]


def test_abbreviations_are_names_of_the_same_programme(say: Say) -> None:
    text = (
        "Huyện thực hiện Chương trình MTQG xây dựng NTM giai đoạn 2031 - 2035. Chương trình mục tiêu quốc gia xây dựng "
        "nông thôn mới đạt kết quả. Vốn của 3 Chương trình MTQG là 5 tỷ đồng; triển khai các chương trình MTQG."
    )
    assert [len(each.mentions) for each in say(text).programmes] == [2]


def test_a_scheme_by_the_number_of_its_decision_is_no_document(say: Say) -> None:
    text = "Thực hiện Đề án “Ứng dụng dữ liệu dân cư” (gọi tắt là Đề án 06). Sở triển khai Đề án 06/CP đạt kết quả."
    found = say(text)
    assert [each.aliases for each in found.programmes] == [("Đề án 06",)]
    assert mentions(found) == ["Đề án “Ứng dụng dữ liệu dân cư”", "Đề án 06", "Đề án 06/CP"]
    assert not found.citations
