"""A story of a plan and a report: the centre decides, two provinces plan, one of them reports."""

from __future__ import annotations

from ontology.records import SELF, Extraction
from tests.graph.stories import PLAN, QUANG_TRI, SON_LA, STRATEGY, TTG, Draft, work

SON_LA_PLAN = work("Kế hoạch", "88", "KH-UBND", SON_LA, "2021-04-02", title="Kế hoạch thực hiện Quyết định 2289")
SON_LA_REPORT = work("Báo cáo", "301", "BC-UBND", SON_LA, "2022-11-20", title="Kết quả thực hiện Kế hoạch 88")
PRODUCTIVITY = work("Quyết định", "1322", "QĐ-TTg", TTG, "2020-08-31")
PROGRAMME_NAME = "Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất giai đoạn 2021 - 2030"


def province_plan() -> Extraction:
    draft = Draft("ke-hoach-88.txt", SON_LA_PLAN).says("implements", STRATEGY)
    draft.names("Chương trình", PROGRAMME_NAME, "Chương trình 1322", by=PRODUCTIVITY)
    draft.acts(
        "planned",
        "Tổ chức tập huấn kỹ năng số cho cán bộ xã, phường trên địa bàn tỉnh.",
        STRATEGY,
        actor="Sở Thông tin và Truyền thông",
        time="2022",
        path="II › 1 › -",
    )
    draft.acts(
        "planned",
        "Hỗ trợ doanh nghiệp áp dụng hệ thống quản lý chất lượng.",
        SELF,
        programmes=("P1",),
        path="II › 2 › -",
    )
    return draft.done()


def province_report() -> Extraction:
    draft = Draft("bao-cao-301.txt", SON_LA_REPORT).says("reportsOn", SON_LA_PLAN, cue="Báo cáo kết quả thực hiện")
    draft.names("Chương trình", "Chương trình 1322", by=PRODUCTIVITY)
    draft.acts(
        "done",
        "Đã tổ chức tập huấn kỹ năng số cho cán bộ xã, phường: 28 lớp, 3.150 lượt người; kinh phí 450,5 triệu đồng.",
        SON_LA_PLAN,
        STRATEGY,
        actor="Sở Thông tin và Truyền thông",
        time="2022",
        place="huyện Mộc Châu, tỉnh Sơn La",
        path="I › 1 › -",
        partners=("Đoàn Thanh niên", "Hội Phụ nữ"),
        measured=(("28 lớp", 28, "lớp"), ("3.150 lượt người", 3150, "lượt người")),
        paid=(("450,5 triệu đồng", 450.5, "triệu đồng"),),
    )
    draft.acts(
        "ongoing",
        "Đang cung cấp 45/45 thủ tục hành chính trực tuyến.",
        STRATEGY,
        measured=(("45/45 thủ tục", 45, "thủ tục"),),
        of=45,
        path="I › 2",
    )
    draft.acts(
        "done",
        "Hỗ trợ 12 doanh nghiệp áp dụng hệ thống quản lý chất lượng.",
        programmes=("P1",),
        measured=(("12 doanh nghiệp", 12, "doanh nghiệp"),),
    )
    draft.acts("notDone", "Chưa triển khai được trung tâm dữ liệu.", STRATEGY, path="II")
    draft.tabled("Hồ sơ xử lý trên mạng", "Thực hiện", "88,2%", 88.2, "%")
    draft.tabled("Kinh phí", "Năm 2022", "1,5 tỷ đồng", 1.5, "tỷ đồng")
    return draft.done()


def other_province() -> Extraction:
    """Quảng Trị's plan speaks of the strategy too: another place, no match."""
    other = work("Báo cáo", "9", "BC-UBND", QUANG_TRI, "2022-12-01")
    draft = Draft("bao-cao-9.txt", other).says("implements", PLAN)
    draft.acts(
        "done",
        "Tổ chức tập huấn kỹ năng số cho cán bộ xã, phường với 5 lớp.",
        STRATEGY,
        measured=(("5 lớp", 5, "lớp"),),
    )
    return draft.done()


def doings() -> list[Extraction]:
    return [province_plan(), province_report(), other_province()]
