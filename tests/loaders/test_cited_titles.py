"""Where the title of a cited document ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.citations import cited_titles
from loaders.text import reading
from ontology.lexicon import phrases

CITED = "Theo Nghị định số 7/2031/NĐ-CP ngày 3/4/2031 của Chính phủ quy định về trồng chè"


def titles(say, text):
    return [citation.mention.title for citation in say(text, "Sơn La").citations]


@pytest.mark.parametrize(
    "rest",
    [
        " thì hộ trồng chè được vay vốn",
        " và các văn bản hướng dẫn thi hành",
        " và được các địa phương quán triệt đầy đủ",
        " đã được triển khai đến toàn dân",
        " (được sửa đổi, bổ sung bởi Nghị định số 8/2032/NĐ-CP) là chặt chẽ",
        " (khoản 2 Điều 5)",
        ", bao gồm: giống, phân bón",
        ", có hiệu lực từ ngày 5/5/2031",
        " theo Mẫu số 02 tại Phụ lục kèm theo Thông tư này",
        " và Thông tư này",
        " trái với Nghị định này",
        " và Nghị định số 9/2032/NĐ-CP ngày 1/2/2032 của Chính phủ về trồng cam",
        ", khoản 3 Điều 4 Nghị định số 9/2032/NĐ-CP",
        " | Điều 5 | Sở Nông nghiệp",
        ", Ủy ban nhân dân tỉnh đã chỉ đạo các huyện",
        ", Sở Y tế, Sở Công Thương đã hướng dẫn",
        " không áp dụng đối với vùng thấp",
        " với nội dung sau đây: 1. Hộ trồng chè",
        " do Ủy ban nhân dân cấp xã thực hiện",
        " được sửa đôi, bổ sung bởi Nghị định số 8/2032/NĐ-CP",
        ", sửa đổi, bổ sung tại Nghị định số 8/2032/NĐ-CP",
        ": “2. Hộ trồng chè được vay vốn”",
        " và bãi bỏ Điều 2 Nghị định số 8/2032/NĐ-CP ngày 1/2/2032 của Chính phủ",
        " phải thực hiện thủ tục hành chính đăng ký",
        " và của Thông tư liên tịch này",
        " thành “Quy định về trồng cam”",
        ", TCVN 11930:2017 và các tiêu chuẩn khác",
        " và sửa đổi, bổ sung tại Điều 1 Thông tư số 3/2032/TT-BTC",
        "; Sở Nông nghiệp gửi báo cáo",
        " và Thông báo làm việc số 8/TB-SCT ngày 1/2/2032 thông báo về việc kiểm tra",
        " mà không thuộc Danh mục khác",
        " và thực hiện chế độ báo cáo theo Công văn số 10943/VPCP-TH ngày 27/12/2031",
        " được quy định cụ thể: “Đối với vùng cao, hộ trồng chè được vay vốn”",
        ", sửa đổi, bổ sung năm 2032",
        " được sửa đỗi theo Nghị định số 8/2032/NĐ-CP",
    ],
)
def test_a_cited_titles_where_the_sentence_goes_on(say, rest) -> None:
    assert titles(say, CITED + rest + ".")[0] == "quy định về trồng chè"


@pytest.mark.parametrize(
    "title",
    [
        "quy định cụ thể việc trồng chè",
        "hướng dẫn phối hợp giữa Bộ Công an, Ủy ban nhân dân các cấp với Hội Nông dân",
        "quy định chi tiết, hướng dẫn thì hành một số điều của Luật Đo lường",
        "quy định về hồ sơ (bản giấy) và sổ sách",
        "sửa đổi, bổ sung Nghị định số 8/2030/NĐ-CP và Nghị định số 9/2030/NĐ-CP",
        "phê duyệt Điều lệ (sửa đổi, bổ sung) Hội Nông dân",
        "phê duyệt chủ trương đầu tư dự án: “Nhà máy chè Phố Ràng”",
        "hướng dẫn báo cáo tình hình, kết quả trồng chè",
        "phê duyệt Đề án đổi mới căn bản, toàn diện nghề trồng chè",
        "quy định xử phạt vi phạm hành chính trong lĩnh vực trồng trọt; hải quan; kho bạc nhà nước",
        "quy định số lượng, thủ tục bầu, điều động, cách chức thành viên Hội đồng",
        "sửa đổi, bổ sung khoản 1, khoản 2 Điều 1 Thông tư số 4/2030/TT-BTC",
        "sửa đổi, bổ sung một số điều, phụ lục của Nghị định số 4/2030/NĐ-CP",
    ],
)
def test_what_belongs_to_a_title_stays_in_it(say, title) -> None:
    assert titles(say, f"Thực hiện Nghị định số 7/2031/NĐ-CP ngày 3/4/2031 của Chính phủ {title}.")[0] == title


def test_a_comma_ends_a_clause_of_time(say) -> None:
    title = "sửa đổi Thông tư số 7/2023/TT-BYT ngày 1/2/2023 của Bộ Y tế"
    text = f"Thông tư số 8/2023/TT-BYT ngày 29 tháng 8 năm 2023 {title}, có hiệu lực kể từ ngày 12 tháng 10 năm 2023."
    assert titles(say, text)[0] == title


def test_no_title_names_a_younger_document(say) -> None:
    text = (
        "Thông tư số 90/2028/TT-BTC sửa đổi, bổ sung một số điều của Thông tư số 61/2027/TT-BTC, Thông tư số "
        "79/2031/TT-BTC ngày 2/9/2031 của Bộ Tài chính sửa đổi Thông tư số 81/2030/TT-BTC."
    )
    assert titles(say, text)[0] == "sửa đổi, bổ sung một số điều của Thông tư số 61/2027/TT-BTC"


def test_a_younger_document_that_is_all_of_a_title_is_a_slip(say) -> None:
    text = "Quyết định số 3/2021/QĐ-UBND sửa đổi, bổ sung một số điều của Quyết định số 6/2031/QĐ-UBND về trồng chè."
    assert titles(say, text)[0] == "sửa đổi, bổ sung một số điều của Quyết định số 6/2031/QĐ-UBND về trồng chè"


def test_a_verb_alone_in_its_cell_is_no_title(say) -> None:
    assert titles(say, "1 | Thông tư số 5/2031/TT-BCT ngày 3/4/2031 của Bộ Công Thương quy định   |\n")[0] is None


def test_what_ranks_above_a_document_may_stand_in_its_title(say) -> None:
    text = "Thông tư số 7/2031/TT-BTP hướng dẫn Luật Đo lường và Nghị định số 9/2030/NĐ-CP ngày 1/2/2030."
    assert titles(say, text)[0] == text.partition("TT-BTP ")[2].rstrip(".")


def test_a_semicolon_parts_the_words_of_a_title_where_a_document_says_what_it_rests_on(say) -> None:
    text = (
        "Căn cứ Thông tư số 38/2031/TT-BTC quy định về thủ tục hải quan; kiểm tra, giám sát hải quan;\n"
        "Căn cứ Thông tư số 39/2031/TT-BTC quy định về thuế; căn cứ Luật Đo lường;\n"
    )
    assert titles(say, text)[:2] == ["quy định về thủ tục hải quan; kiểm tra, giám sát hải quan", "quy định về thuế"]


def test_a_mark_that_closes_a_quotation_begun_before_ends_the_title(say) -> None:
    text = 'Thay cụm từ "Nghị định số 7/2031/NĐ-CP quy định về trồng chè" bằng cụm từ "Nghị định số 9/2032/NĐ-CP".'
    assert titles(say, text)[0] == "quy định về trồng chè"


def test_a_verb_alone_is_no_title(say) -> None:
    assert titles(say, "Nghị định số 7/2031/NĐ-CP quy định tại khoản 2 Điều này.")[0] is None


@pytest.mark.parametrize("phrase", phrases("title_clause"))
def test_each_clause_of_the_table_ends_a_title(say, phrase) -> None:
    assert titles(say, f"{CITED} {phrase} nơi đó")[0] == "quy định về trồng chè"


@pytest.mark.parametrize("phrase", phrases("title_aside"))
def test_each_aside_of_the_table_ends_a_title(say, phrase) -> None:
    aside = f"({phrase}" if phrase.endswith(")") else f"({phrase} ấy)"
    assert titles(say, f"{CITED} {aside}")[0] == "quy định về trồng chè"


@pytest.mark.parametrize("phrase", phrases("renamed_body"))
def test_each_word_of_what_became_of_a_body_stands_before_the_title(say, phrase) -> None:
    text = f"Thông tư số 7/2031/TT-BTTTT của Bộ Thông tin và Truyền thông ({phrase} thuộc Bộ khác) về sóng"
    assert titles(say, text)[0] == "sóng"


@given(st.text(alphabet='quy định này;(),.“”"\n|thìĐiềuSở ', max_size=200), st.integers(0, 40))
def test_a_cited_titles_within_the_text_and_on_its_line(text, start) -> None:
    start = min(start, len(text))
    end = cited_titles.find(reading.read(text), start)
    assert start <= end <= len(text)
    assert "\n" not in text[start:end] or text[start:end].isupper()


@pytest.mark.parametrize(
    "text",
    [
        "4 Thông tư số 27/2031/TT-BNNMT quy định về loài quý, hiếm; nuôi động vật rừng và thực thi Công ước.\nHai",
        "2. Thông tư số 27/2031/TT-BNNMT quy định về loài quý, hiếm; nuôi động vật rừng và thực thi Công ước hết hiệu lực.",
        "Căn cứ Thông tư số 27/2031/TT-BNNMT quy định về loài quý, hiếm; nuôi động vật rừng và thực thi Công ước;\nCăn cứ",
    ],
)
def test_a_semicolon_parts_the_words_of_a_title_where_a_line_begins_with_the_document(say, text) -> None:
    title = "quy định về loài quý, hiếm; nuôi động vật rừng và thực thi Công ước"
    assert titles(say, text)[0] == title


@pytest.mark.parametrize(
    "rest", ["; Báo cáo số 3/BC-TT", "; riêng Điều 5 vẫn còn", ";\n3. Điều khác", "; khoản 2 Điều 5"]
)
def test_behind_a_semicolon_another_item_begins(say, rest) -> None:
    assert (
        titles(say, f"2. Thông tư số 27/2031/TT-BNNMT quy định về loài quý, hiếm{rest}")[0]
        == "quy định về loài quý, hiếm"
    )


def test_numbers_of_one_list_part_each_others_titles(say) -> None:
    text = (
        "tại các Công văn: số 87/HĐND-KTNS ngày 15/5/2031 về việc điều chỉnh dự toán, số 208/HĐND-KTNS về việc mua xe."
    )
    assert titles(say, text) == ["điều chỉnh dự toán", "mua xe"]


@pytest.mark.parametrize("rest", [", sửa đổi bổ sung bởi Thông tư số 2/2032/TT-BXD", ",\nTheo đề nghị của Vụ trưởng"])
def test_what_became_of_a_document_and_the_next_ground_end_its_title(say, rest) -> None:
    assert titles(say, f"Căn cứ Thông tư số 6/2031/TT-BXD quy định về phân cấp{rest}")[0] == "quy định về phân cấp"


def test_the_mark_that_closes_a_quotation_opens_no_title(say) -> None:
    text = 'Thay "Phụ lục" ban hành kèm theo "Thông tư số 6/2031/TT-BXD" bằng "Phụ lục mới".'
    assert titles(say, text) == [None]


def test_words_with_which_only_the_sentence_goes_on_are_no_title(say) -> None:
    assert titles(say, "Thẻ cấp theo Thông tư số 6/2031/TT-BXD tiếp tục được sử dụng.") == [None]


@pytest.mark.parametrize(
    ("bodies", "name"),
    [
        ("Bộ Y tế, Bộ Tài chính", "Bộ Y tế và Bộ Tài chính"),
        ("Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Tài chính và Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc", "Bộ Y tế, Bộ Tài chính và Ủy ban Dân tộc"),
    ],
)  # fmt: skip
def test_the_bodies_of_a_joint_document_stand_before_its_title(say, bodies, name) -> None:
    symbol = "TTLT-BYT-BTC-UBDT" if "Dân tộc" in bodies else "TTLT-BYT-BTC"
    extraction = say(f"Thông tư liên tịch số 16/2015/{symbol} ngày 2/7/2015 của {bodies} hướng dẫn phụ cấp.")
    (citation,) = extraction.citations
    assert citation.mention.title == "hướng dẫn phụ cấp"
    assert extraction.works[0].issuer is not None
    assert extraction.works[0].issuer.name == name


def test_another_body_behind_the_issuer_of_a_document_of_its_own_acts(say) -> None:
    (citation,) = say("Thông tư số 16/2015/TT-BYT ngày 2/7/2015 của Bộ Y tế, Bộ Tài chính đã hướng dẫn.").citations
    assert citation.mention.issuer is not None
    assert (citation.mention.issuer.name, citation.mention.title) == ("Bộ Y tế", None)


@pytest.mark.parametrize(
    "text",
    [
        "Đăng toàn văn Hiến pháp sửa đổi và tài liệu về Hiến pháp trên trang tin để mọi người đọc.",
        "Nghị định số 7/2031/NĐ-CP quy định chi tiết Luật Hóa chất về hóa chất trong hàng hóa và Nghị định số 9/2031/NĐ-CP quy định về kho bãi.",
    ],
)
def test_what_is_known_by_its_name_takes_no_title_from_the_words_behind_it(say, text) -> None:
    named = [c.mention for c in say(text).citations if c.mention.name]
    assert named and all(each.title is None for each in named)


@pytest.mark.parametrize(
    "verbs",
    [
        "quy định tại khoản 2 Điều 5",
        "thực hiện theo Thông tư số 8/2031/TT-BTC",
        "tổ chức thực hiện Thông tư này",
        "quy định: hộ trồng chè",
    ],
)
def test_verbs_of_the_sentence_are_no_title(say, verbs) -> None:
    assert titles(say, f"Các khoản chi theo Nghị định số 7/2031/NĐ-CP {verbs}.")[0] is None


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("\nVÀ TRỒNG CAM Ở VÙNG CAO", "QUY ĐỊNH VỀ TRỒNG CHÈ VÀ TRỒNG CAM Ở VÙNG CAO"),
        ("\n\nVÀ TRỒNG CAM Ở VÙNG CAO\nĐiều 3. Sửa đổi", "QUY ĐỊNH VỀ TRỒNG CHÈ VÀ TRỒNG CAM Ở VÙNG CAO"),
        ("\nCHƯƠNG II QUY ĐỊNH CỤ THỂ", "QUY ĐỊNH VỀ TRỒNG CHÈ"),
        ("\nỦY BAN NHÂN DÂN TỈNH SƠN LA", "QUY ĐỊNH VỀ TRỒNG CHÈ"),
        ("\nĐiều 3. Sửa đổi khoản 2", "QUY ĐỊNH VỀ TRỒNG CHÈ"),
    ],
)
def test_a_title_in_capitals_goes_on_below_its_line(say, below, title) -> None:
    text = f"Chương I\nSỬA ĐỔI THÔNG TƯ SỐ 7/2031/TT-BTC QUY ĐỊNH VỀ TRỒNG CHÈ{below}\n"
    assert titles(say, text)[0] == title


@pytest.mark.parametrize("clause", ["2. Bãi bỏ Điều 66", "xử phạt tại", "Nay thay thế"])
def test_a_semicolon_parts_fields_and_what_is_repealed(say, clause) -> None:
    text = f"{clause} Nghị định số 7/2031/NĐ-CP quy định xử phạt vi phạm hành chính trong lĩnh vực chè; phòng, chống sâu hại. Vùng cao"
    assert titles(say, text)[0] == "quy định xử phạt vi phạm hành chính trong lĩnh vực chè; phòng, chống sâu hại"
    text = "Bãi bỏ Thông tư số 7/2031/TT-BTC quy định về chè; công nhận vườn chè; sửa đổi khoản 5 Điều 2."
    assert titles(say, text)[0] == "quy định về chè; công nhận vườn chè"


@pytest.mark.parametrize("item", phrases("no_title_item"))
def test_each_item_of_the_table_begins_no_part_of_a_title(say, item) -> None:
    text = f"Căn cứ Thông tư số 38/2031/TT-BTC quy định về trồng chè; {item} ấy;\nCăn cứ"
    assert titles(say, text)[0] == "quy định về trồng chè"


def test_the_type_stands_once_more_before_a_title(say) -> None:
    text = "NĐ số 17/2031/NĐ-CP ngày 5/2/2031 của Chính phủ NĐ sửa đổi, bổ sung một số điều của Luật Đo lường."
    assert titles(say, text)[0] == "sửa đổi, bổ sung một số điều của Luật Đo lường"


def test_a_misprinted_year_makes_no_document_younger(say) -> None:
    title = "hướng dẫn Luật Hóa chất và Nghị định số 113/2017/NĐ-CP ngày 09 tháng 10 năm 2018 của Chính phủ về chè"
    assert titles(say, f"Thông tư số 32/2017/TT-BCT ngày 28 tháng 12 năm 2017 {title}.")[0] == title


@pytest.mark.parametrize(
    ("behind", "rest"),
    [
        (": Thực hiện tương tự các hộ trồng cam.", ""),
        (": trường hợp hộ trồng chè nộp chậm.", ""),
        (": 01 bản chính.", ""),
        (": số 8/2031/TT-BTC ngày 30/7/2031.", ""),
        (".....................[7]", ""),
        (" dự án: Trồng chè ở vùng cao.", " dự án: Trồng chè ở vùng cao"),
        (" giai đoạn I: từ năm 2031 đến năm 2035.", " giai đoạn I: từ năm 2031 đến năm 2035"),
        (" tại các xã: Tà Xùa, Mường La.", " tại các xã: Tà Xùa, Mường La"),
        (" tỷ lệ 1: 50 000.", " tỷ lệ 1: 50 000"),
        (" vùng cao: và trồng cam.", " vùng cao: và trồng cam"),
    ],
)
def test_a_colon_ends_a_title_where_the_sentence_goes_on_behind_it(say, behind, rest) -> None:
    text = f"Theo Thông tư số 7/2031/TT-BTC quy định về trồng chè{behind}"
    assert titles(say, text)[0] == f"quy định về trồng chè{rest}"


@pytest.mark.parametrize(
    "body", ["Ban QLDA Chè TW", "Doanh nghiệp tư nhân Chè Vùng Cao", "Sở Giao thông vận tải - Xây dựng"]
)
def test_the_title_stands_behind_a_body_that_nothing_reads(say, body) -> None:
    text = f"Căn cứ công văn số 4/CVC ngày 04/1/2031 của {body} về việc bàn giao vườn chè."
    assert titles(say, text)[0] == "bàn giao vườn chè"


def test_a_title_that_hands_down_names_to_whom(say) -> None:
    title = "phân cấp việc quản lý vườn chè cho Ủy ban nhân dân cấp xã"
    assert titles(say, f"Theo Nghị định số 7/2031/NĐ-CP quy định {title}.")[0] == f"quy định {title}"
    text = "Giao việc quy định tại Nghị định số 7/2031/NĐ-CP về trồng chè cho Ủy ban nhân dân cấp xã."
    assert titles(say, text)[0] == "trồng chè"


def test_what_was_adjusted_is_no_aside_of_a_title(say) -> None:
    title = "phê duyệt Báo cáo đầu tư (điều chỉnh) vườn chè"
    assert titles(say, f"Quyết định số 7/QĐ-UBND ngày 05/8/2031 {title}.")[0] == title


@pytest.mark.parametrize("end", phrases("open_cited_end"))
def test_a_line_with_an_open_end_is_not_the_last_one_of_a_title(say, end) -> None:
    text = f"Theo Thông tư số 7/2031/TT-BTC quy định về trồng chè {end}\n\nVườn vùng cao. Sở đã họp."
    assert titles(say, text)[0] == f"quy định về trồng chè {end} Vườn vùng cao"


def test_about_within_the_quotation_is_no_word_of_a_title(say) -> None:
    text = "Theo Chỉ thị số 11-CT/TW ngày 13/4/2031 của Bộ Chính trị “về tăng cường trồng chè”."
    assert titles(say, text)[0] == "tăng cường trồng chè"
    text = "Theo Chỉ thị số 11-CT/TW ngày 13/4/2031 của Bộ Chính trị “một số vấn đề về trồng chè”."
    assert titles(say, text)[0] == "một số vấn đề về trồng chè"


@pytest.mark.parametrize("clause", ["giao Sở trồng chè", "báo cáo cấp có thẩm quyền", "đề nghị Sở trồng chè"])
def test_who_is_told_to_do_what_behind_a_comma_is_no_title(say, clause) -> None:
    text = f"Theo Quyết định số 227/QĐ-TTg ngày 12 tháng 3 năm 2031, {clause} theo quy định."
    assert titles(say, text)[0] is None
    text = f"Theo Quyết định số 227/QĐ-TTg ngày 12 tháng 3 năm 2031 {clause}."
    assert titles(say, text)[0] == clause


def test_the_next_cell_of_a_title_holds_a_day(say) -> None:
    text = (
        "Được thay thế bởi Nghị định số 75/2031/NĐ-CP ngày 30/6/2031 của Chính phủ quy định về trồng chè 01/07/2031\n"
    )
    assert titles(say, text)[0] == "quy định về trồng chè"
    text = "Theo Nghị định số 75/2031/NĐ-CP quy định về vườn chè từ 30/04/1975 trở về trước."
    assert titles(say, text)[0] == "quy định về vườn chè từ 30/04/1975 trở về trước"


def test_fields_of_a_title_behind_its_provision(say) -> None:
    title = "hướng dẫn về trồng chè; kiểm tra, giám sát vườn chè"
    text = f"Theo quy định tại Điều 112 Thông tư số 79/2031/TT-BTC ngày 20/4/2031 của Bộ Tài chính {title}, thì hộ được nộp."
    assert titles(say, text)[0] == title


def test_what_happened_on_a_day_behind_a_comma_is_no_title(say) -> None:
    text = "Thực hiện Kế hoạch số 28/KH-UBND ngày 24/10/2032 của UBND tỉnh về triển khai Tháng trồng chè, ngày 07/11/2032 Sở Công Thương ban hành Công văn số 12/SCT-VP."
    assert titles(say, text)[0] == "triển khai Tháng trồng chè"


def test_the_old_spelling_opens_a_title(say) -> None:
    text = "Căn cứ Nghị định số 81/2002/NĐ-CP, ngày 17/10/2002 của Chính phủ qui định chi tiết thi hành Luật Khoa học và công nghệ;"
    assert titles(say, text)[0] == "qui định chi tiết thi hành Luật Khoa học và công nghệ"


def test_a_lead_that_is_printed_twice(say) -> None:
    text = "Theo Quyết định số 18/QĐ-TTg ngày 17/12/2032 của Thủ tướng Chính phủ về về việc phê duyệt vườn chè."
    assert titles(say, text)[0] == "phê duyệt vườn chè"
