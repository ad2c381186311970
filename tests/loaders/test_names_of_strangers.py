"""Numbers, symbols and titles as documents that nobody wrote rules for print them."""

import pytest


def cited(say, text):
    return [citation.mention for citation in say(text, "Sơn La").citations]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Căn cứ Thông tư số 1 1/2031/TT-BYT của Bộ Y tế;", "11"),
        ("Căn cứ Nghị định số 1 65/2031/NĐ-CP;", "165"),
        ("Căn cứ Quyết định số 1 466/QĐ-UBND ngày 3/4/2031;", "1466"),
        ("Căn cứ Luật Đo lường số 1 11/2031/QH15;", "111"),
        ("Bộ luật Tố tụng hình sự số 2 101/2031/QH15;", "101"),
    ],
)
def test_figures_that_a_scan_prints_apart_are_one_number(say, text, number) -> None:
    assert [(m.form, m.number) for m in cited(say, text)] == [("full", number)]


@pytest.mark.parametrize("text", ["Theo mục số 06\n58/2031/TT-BKHCN quy định.", "Số:2 22 /SYT-NVY"])
def test_a_figure_of_its_own_is_no_part_of_a_number(say, text) -> None:
    assert all(m.number in ("58", None) for m in cited(say, text))


def test_the_standing_committee_may_be_written_short(say) -> None:
    (citation,) = say("Nghị quyết số 830/2009/UBTV12 ngày 17/10/2009;").citations
    assert citation.work == "doc/ubtvqh/nghi-quyet/ubtvqh12/830"
    assert citation.mention.symbol == "UBTVQH12"


def test_what_a_provision_is_about_is_no_title_of_its_law(say) -> None:
    extraction = say("Thông tư này quy định chi tiết khoản 5 Điều 40 Luật Đo lường về tiêu chí kiểm định.")
    law = next(c.mention for c in extraction.citations if c.mention.form == "named")
    assert (law.name, law.title) == ("Đo lường", None)
    assert [work.title for work in extraction.works] == [None]


def test_a_clause_of_time_belongs_to_a_title(say) -> None:
    title = "xử lý vi phạm xảy ra trước khi Luật Đất đai năm 2024 có hiệu lực và tháo gỡ khó khăn"
    assert cited(say, f"Nghị quyết số 29/2031/QH16 về {title}.")[0].title == title


@pytest.mark.parametrize("word", ["thông báo", "chấp thuận", "thí điểm", "công nhận"])
def test_a_verb_opens_a_title_behind_the_body_and_no_clause_behind_a_comma(say, word) -> None:
    number = "Quyết định số 5/QĐ-UBND ngày 3/4/2031 của Ủy ban nhân dân tỉnh Sơn La"
    assert cited(say, f"{number} {word} kết quả.")[0].title == f"{word} kết quả"
    assert cited(say, f"{number}, {word} kết quả.")[0].title is None


def test_a_missing_dash_is_a_note_and_no_contradiction(say) -> None:
    text = "Thông tư số 13/2031/TTBTNMT ngày 2/8/2031. Thông tư số 13/2031/TT-BTNMT ngày 2/8/2031."
    found = say(text)
    assert [[c.stated for c in citation.conflicts] for citation in found.citations] == [[], []]
    assert [(each.kind, each.severity, each.stated, each.likely) for each in found.suspicions] == [
        ("codeUnknown", "note", "13/2031/TTBTNMT", "13/2031/TT-BTNMT")
    ]


@pytest.mark.parametrize("term", ["QHI15", "QHI5", "QH15"])
def test_a_letter_that_a_scan_sets_into_a_term_is_read_over(say, term) -> None:
    (citation,) = say(f"Theo Luật số 127/2025/{term} quy định.").citations
    assert (citation.work, citation.mention.symbol) == ("doc/qh/luat/qh15/127", "QH15")


@pytest.mark.parametrize(
    ("text", "date", "issuer"),
    [
        ("Ngày 09/6/2031, Sở Công Thương đã có Văn bản số 33/SCT-CN gửi.", "2031-06-09", "Sở Công Thương tỉnh Sơn La"),
        ("Đến ngày 9/6/2031, Sở Xây dựng có Văn bản số 34/SXD-QL trả lời.", "2031-06-09", "Sở Xây dựng tỉnh Sơn La"),
        (
            "   Ngày 30/9/2031, Ban Thường vụ Tỉnh ủy ban hành Kết luận số 12-KL/TU về đất.",
            "2031-09-30",
            "Ban Thường vụ Tỉnh ủy Sơn La",
        ),
    ],
)
def test_who_sent_a_document_and_when_may_stand_in_front(say, text, date, issuer) -> None:
    (mention,) = cited(say, text)
    assert mention.date == date
    assert mention.issuer is not None
    assert mention.issuer.name == issuer


def test_words_that_name_no_body_in_front_give_no_date(say) -> None:
    (mention,) = cited(say, "Ngày 9/6/2031, theo đề nghị của cử tri đã có Văn bản số 33/SCT-CN.")
    assert (mention.date, mention.issuer) == (None, None)


def test_a_body_goes_on_in_the_next_line(say) -> None:
    (mention,) = cited(say, "thay thế Thông tư số 18/2031/TT-BQP ngày 4/12/2031 của Bộ trưởng\nBộ Quốc phòng.")
    assert mention.issuer is not None
    assert mention.issuer.name == "Bộ Quốc phòng"


@pytest.mark.parametrize("text", ["Công ty CP Nông nghiệp HP", "KỶ LUẬT NGƯỜI QUẢN LÝ DOANH NGHIỆP"])
def test_letters_and_words_that_name_no_law(say, text) -> None:
    assert cited(say, text) == []


def test_the_mark_of_a_footnote_is_no_part_of_a_title(say) -> None:
    assert cited(say, "Nghị định số 93/2031/NĐ-CP về quỹ từ thiện1.")[0].title == "quỹ từ thiện"
    assert (
        cited(say, "Nghị định số 93/2031/NĐ-CP hướng dẫn Luật số 5/2030/QH15.")[0].title
        == "hướng dẫn Luật số 5/2030/QH15"
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_keys_above_a_text_are_told_apart_however_lines_end(say, newline) -> None:
    text = newline.join(
        [
            "---",
            'title: "Thông tư 32/2031/TT-BNNMT về trồng',
            'chè trên đồi"',
            "description: Trồng chè",
            "---",
            "Điều 1.",
        ]
    )
    assert cited(say, text)[0].title == "trồng chè trên đồi"


def test_a_word_that_may_open_a_block_goes_on_in_small_letters(say) -> None:
    line = "Căn cứ đề nghị của đơn vị theo Thông tư số 4/2031/TT-BTNMT quy định việc nghiệm thu kết quả hoạt động"
    assert (
        cited(
            say,
            f"Theo {line.lower()}\nđiều tra cơ bản nước.".replace(
                "thông tư số 4/2031/tt-btnmt", "Thông tư số 4/2031/TT-BTNMT"
            ),
        )[0].title
        == "quy định việc nghiệm thu kết quả hoạt động điều tra cơ bản nước"
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Luật số 42/2031/QH15 về quản lý, sử dụng vũ khí.", "quản lý, sử dụng vũ khí"),
        ("Khoản 5 Điều 4 Luật số 42/2031/QH15 về việc tiếp tục lập quy hoạch.", None),
        ("Luật Đo lường số 42/2031/QH15 về phép đo.", None),
        ("Luật số 43/2031/QH15 sửa đổi, bổ sung một số điều của Luật Đo lường.", "sửa đổi, bổ sung một số điều của Luật Đo lường"),
        ("Thông tư số 4/2031/TT-BCT sửa đổi, bổ sung, bãi bỏ một số quy định.", "sửa đổi, bổ sung, bãi bỏ một số quy định"),
    ],
)  # fmt: skip
def test_the_words_behind_a_law_are_its_title_where_no_name_stands_before(say, text, title) -> None:
    assert cited(say, text)[0].title == title


def test_among_grounds_a_comma_begins_no_main_clause(say) -> None:
    ground = "Căn cứ Nghị quyết số 25/NQ-CP ngày 05/02/2031 của Chính phủ về mục tiêu tăng trưởng, năm 2031 đạt 8%"
    assert cited(say, f"{ground};\nCăn cứ")[0].title == "mục tiêu tăng trưởng, năm 2031 đạt 8%"
    assert cited(say, f"Thực hiện {ground[8:]}.")[0].title == "mục tiêu tăng trưởng"


def test_the_law_on_lawyers_keeps_its_whole_name(say) -> None:
    extraction = say("Căn cứ Luật Luật sư ngày 29/6/2006; Luật Dược năm 2016; Luật T‹ ổ chức.")
    assert [c.work for c in extraction.citations] == ["doc/qh/luat/qh11/65", "doc/qh/luat/qh13/105"]


def test_behind_a_bare_number_a_comma_opens_no_title(say) -> None:
    (mention,) = cited(say, "theo khoản 1 Điều 4 Nghị định số 360/2031/NĐ-CP, tổ chức, cá nhân phải có hồ sơ như sau:")
    assert mention.title is None


def test_a_bracket_behind_a_provision_is_about_the_provision(say) -> None:
    text = "Theo {}Nghị định số 32/2031/NĐ-CP (điều chỉnh quy hoạch cụm công nghiệp), Sở trả lời."
    (whole,) = cited(say, text.format(""))
    assert whole.title == "điều chỉnh quy hoạch cụm công nghiệp"
    (part,) = cited(say, text.format("Điều 12 "))
    assert (part.pinpoint, part.title) == ("Điều 12", None)
