"""Made-up answers of the graph, the size of real ones: a chain of about 15 documents and one of about 60."""

from __future__ import annotations

import pytest

from graph.answers import Chain, DocumentPage, DocumentSummary, Edge, Evidence, StatedConflict

BASE = "https://w3id.org/cancu/"
SOURCE = BASE + "source/0123456789abcdef0123456789abcdef"


def document(
    path: str,
    label: str,
    issuer: str | None,
    date: str | None,
    level: int,
    title: str | None = None,
    loaded: bool = False,
    place: str | None = None,
) -> DocumentSummary:
    kind, _, number = label.partition(" số ")
    return DocumentSummary(
        iri=f"{BASE}doc/{path}",
        label=label,
        type=kind,
        number=number or None,
        date=date,
        issuer=issuer,
        place=place,
        title=title,
        level=level,
        loaded=loaded,
    )


def evidence(witness: DocumentSummary, cue: str, target: DocumentSummary, start: int = 120) -> Evidence:
    head = f"Để tổ chức thực hiện các nhiệm vụ được giao trong giai đoạn tới, {witness.label} "
    mark = f"{cue} {target.label}"
    tail = (
        " và phân công các sở, ban, ngành, Ủy ban nhân dân các xã, phường chủ động phối hợp, báo cáo định kỳ hằng quý."
    )
    return Evidence(
        witness, SOURCE, head + mark + tail, start, start + len(head), start + len(head) + len(mark), "rule.x"
    )


def edge(
    subject: DocumentSummary, predicate: str, target: DocumentSummary, witness: DocumentSummary | None = None
) -> Edge:
    cue = {"basedOn": "căn cứ", "implements": "triển khai thực hiện", "amends": "sửa đổi, bổ sung"}.get(predicate, "về")
    return Edge(subject, predicate, target, (evidence(witness or subject, cue, target),))


NQ52 = document(
    "bct/nghi-quyet/12/52",
    "Nghị quyết số 52-NQ/TW",
    "Bộ Chính trị",
    "2019-09-27",
    0,
    "về một số chủ trương, chính sách chủ động tham gia cuộc Cách mạng công nghiệp lần thứ tư",
)
NQ50 = document(
    "cp/nghi-quyet/2020/50",
    "Nghị quyết số 50/NQ-CP",
    "Chính phủ",
    "2020-04-17",
    2,
    "ban hành Chương trình hành động của Chính phủ thực hiện Nghị quyết số 52-NQ/TW",
)
QD2289 = document(
    "ttg/quyet-dinh/2020/2289",
    "Quyết định số 2289/QĐ-TTg",
    "Thủ tướng Chính phủ",
    "2020-12-31",
    2,
    "ban hành Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư đến năm 2030",
)
QD749 = document(
    "ttg/quyet-dinh/2020/749",
    "Quyết định số 749/QĐ-TTg",
    "Thủ tướng Chính phủ",
    "2020-06-03",
    2,
    "phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030",
)
CV7495 = document(
    "bkhdt/cong-van/2022/7495",
    "Công văn số 7495/BKHĐT-QLKTTW",
    "Bộ Kế hoạch và Đầu tư",
    "2022-10-19",
    3,
    "về việc báo cáo tình hình và kết quả thực hiện Quyết định số 2289/QĐ-TTg",
)
CTR17 = document(
    "tu.14-son-la/chuong-trinh/14/17",
    "Chương trình số 17-CTr/TU",
    "Ban Thường vụ Tỉnh ủy Sơn La",
    "2020-02-14",
    4,
    "hành động thực hiện Nghị quyết số 52-NQ/TW",
    place="Sơn La",
)
KH120 = document(
    "ubnd.14-son-la/ke-hoach/2020/120",
    "Kế hoạch số 120/KH-UBND",
    "Ủy ban nhân dân tỉnh Sơn La",
    "2020-06-05",
    5,
    "triển khai Chương trình hành động của Chính phủ",
    True,
    "Sơn La",
)
KH88 = document(
    "ubnd.14-son-la/ke-hoach/2021/88",
    "Kế hoạch số 88/KH-UBND",
    "Ủy ban nhân dân tỉnh Sơn La",
    "2021-04-02",
    5,
    "thực hiện Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư trên địa bàn tỉnh Sơn La",
    True,
    "Sơn La",
)
QD704 = document(
    "ubnd.14-son-la/quyet-dinh/2021/704",
    "Quyết định số 704/QĐ-UBND",
    "Chủ tịch UBND tỉnh Sơn La",
    "2021-12-25",
    5,
    "sửa đổi, bổ sung Kế hoạch số 88/KH-UBND",
    place="Sơn La",
)
CV4187 = document(
    "ubnd.14-son-la/cong-van/2022/4187",
    "Công văn số 4187/UBND-KGVX",
    "Ủy ban nhân dân tỉnh Sơn La",
    "2022-10-31",
    5,
    "về triển khai Công văn số 7495/BKHĐT-QLKTTW",
    place="Sơn La",
)
BC_SKHCN = document(
    "skhcn.14-son-la/bao-cao/2022/_",
    "Báo cáo (chưa có số) của Sở Khoa học và Công nghệ",
    "Sở Khoa học và Công nghệ tỉnh Sơn La",
    "2022-11",
    6,
    "Kết quả triển khai Quyết định số 2289/QĐ-TTg năm 2022",
    True,
    "Sơn La",
)
KH31 = document(
    "stttt.14-son-la/ke-hoach/2021/31",
    "Kế hoạch số 31/KH-STTTT",
    "Sở Thông tin và Truyền thông",
    "2021-05-10",
    6,
    "triển khai Kế hoạch số 88/KH-UBND",
    place="Sơn La",
)
KH45 = document(
    "ubnd.moc-chau/ke-hoach/2021/45",
    "Kế hoạch số 45/KH-UBND",
    "Ủy ban nhân dân huyện Mộc Châu",
    "2021-06-18",
    7,
    "thực hiện Kế hoạch số 88/KH-UBND của Ủy ban nhân dân tỉnh",
    place="Sơn La",
)
KH07 = document(
    "ubnd.chieng-coi/ke-hoach/2021/07",
    "Kế hoạch số 07/KH-UBND",
    "Ủy ban nhân dân xã Chiềng Cọi",
    "2021-07-01",
    8,
    "thực hiện Kế hoạch số 45/KH-UBND",
    place="Sơn La",
)
LUAT20 = document("qh/luat/13/29", "Luật số 29/2013/QH13", "Quốc hội", "2013-06-18", 1, "Khoa học và công nghệ")

SMALL_EDGES = (
    edge(NQ50, "implements", NQ52),
    edge(NQ50, "basedOn", NQ52),
    edge(QD2289, "basedOn", NQ50),
    edge(QD2289, "basedOn", NQ52),
    edge(QD2289, "basedOn", LUAT20),
    edge(CV7495, "guides", QD2289),
    edge(CTR17, "implements", NQ52, KH120),
    edge(KH120, "implements", NQ50),
    edge(KH120, "basedOn", CTR17),
    edge(KH88, "implements", QD2289),
    edge(KH88, "basedOn", QD2289),
    edge(KH88, "basedOn", QD749),
    edge(QD704, "amends", KH88),
    edge(CV4187, "implements", CV7495),
    edge(BC_SKHCN, "reportsOn", QD2289),
    edge(BC_SKHCN, "basedOn", CV7495),
    edge(BC_SKHCN, "implements", CV4187),
    edge(KH31, "implements", KH88),
    edge(KH45, "implements", KH88),
    edge(KH07, "implements", KH45),
)


def small() -> Chain:
    """15 documents around Quyết định số 2289/QĐ-TTg."""
    nodes = (NQ52, NQ50, QD2289, QD749, CV7495, CTR17, KH120, KH88, QD704, CV4187, BC_SKHCN, KH31, KH45, KH07, LUAT20)
    depth = {NQ52.iri: -1, NQ50.iri: -1, LUAT20.iri: -1, QD2289.iri: 0, QD749.iri: 2, CV7495.iri: 1, CTR17.iri: -1}
    depth |= {
        KH120.iri: 1,
        KH88.iri: 1,
        QD704.iri: 2,
        CV4187.iri: 2,
        BC_SKHCN.iri: 1,
        KH31.iri: 2,
        KH45.iri: 2,
        KH07.iri: 3,
    }
    return Chain(QD2289, nodes, SMALL_EDGES, depth, {KH88.iri: 12, NQ52.iri: 40})


PROVINCES = (
    "Lào Cai",
    "Quảng Trị",
    "Lâm Đồng",
    "Phú Thọ",
    "Nghệ An",
    "Gia Lai",
    "Đắk Lắk",
    "Cà Mau",
    "Hưng Yên",
    "Thanh Hóa",
    "Ninh Bình",
    "Tuyên Quang",
)


def large() -> Chain:
    """About 60 documents: twelve provinces, each with a plan, a department's plan and communes."""
    base = small()
    nodes, edges, depth = list(base.nodes), list(base.edges), dict(base.depth)
    for index, province in enumerate(PROVINCES):
        slug = f"ubnd.{index:02d}"
        plan = document(
            f"{slug}/ke-hoach/2021/{60 + index}",
            f"Kế hoạch số {60 + index}/KH-UBND",
            f"Ủy ban nhân dân tỉnh {province}",
            f"2021-0{1 + index % 9}-1{index % 9}",
            5,
            f"thực hiện Quyết định số 2289/QĐ-TTg trên địa bàn tỉnh {province}",
            index % 3 == 0,
            province,
        )
        office = document(
            f"skhcn.{index:02d}/ke-hoach/2021/{10 + index}",
            f"Kế hoạch số {10 + index}/KH-SKHCN",
            f"Sở Khoa học và Công nghệ tỉnh {province}",
            "2021-09-09",
            6,
            "triển khai kế hoạch của Ủy ban nhân dân tỉnh",
            index % 2 == 0,
            province,
        )
        commune = document(
            f"{slug}.xa/ke-hoach/2022/{index + 1}",
            f"Kế hoạch số {index + 1:02d}/KH-UBND",
            f"Ủy ban nhân dân xã thứ nhất, tỉnh {province}",
            "2022-01-15",
            8,
            None,
            False,
            province,
        )
        nodes += [plan, office, commune]
        edges += [edge(plan, "implements", QD2289), edge(office, "implements", plan), edge(commune, "implements", plan)]
        if index % 2:
            edges.append(edge(plan, "basedOn", NQ50))
        if index % 4 == 0:
            report = document(
                f"skhcn.{index:02d}/bao-cao/2022/{index}",
                f"Báo cáo số {index + 3}/BC-SKHCN",
                f"Sở Khoa học và Công nghệ tỉnh {province}",
                "2022-11-30",
                6,
                "kết quả thực hiện năm 2022",
                True,
                province,
            )
            nodes.append(report)
            edges += [
                edge(report, "reportsOn", QD2289),
                edge(report, "basedOn", CV7495),
                edge(report, "implements", plan),
            ]
            depth[report.iri] = 1
        if index % 5 == 0:
            change = document(
                f"{slug}/quyet-dinh/2022/{index + 300}",
                f"Quyết định số {index + 300}/QĐ-UBND",
                f"Chủ tịch Ủy ban nhân dân tỉnh {province}",
                "2022-05-05",
                5,
                "thay thế kế hoạch năm 2021",
                False,
                province,
            )
            nodes.append(change)
            edges.append(edge(change, "replaces", plan))
            depth[change.iri] = 2
        depth |= {plan.iri: 1, office.iri: 2, commune.iri: 2}
    return Chain(QD2289, tuple(nodes), tuple(edges), depth, {nodes[15].iri: 3, NQ52.iri: 40})


def page(chain: Chain) -> DocumentPage:
    """The document page of the chain's focus, with one conflict of dates."""
    focus = chain.focus
    cites = (edge(focus, "cites", QD749),)
    cited_by = tuple(edge(node, "cites", focus, node) for node in (KH31, KH45) if node in chain.nodes)
    stated = tuple(
        (date, (evidence(witness, "căn cứ", focus),)) for date, witness in (("2020-12-31", KH88), ("2021-12-31", KH45))
    )
    return DocumentPage(
        document=focus,
        bases=tuple(e for e in chain.edges if e.subject.iri == focus.iri),
        implementers=tuple(e for e in chain.edges if e.object.iri == focus.iri),
        cites=cites,
        cited_by=cited_by,
        conflicts=(StatedConflict("date", stated, "2020-12-31"),),
        sources=(SOURCE,),
    )


HOSTILE = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover='alert(1)' {{ 7*7 }}"


def hostile() -> Chain:
    """Every string that a document can bring is an attack."""
    bad = [
        DocumentSummary(
            iri=f'{BASE}doc/x/{number}"><script>alert(1)</script>',
            label=f"{HOSTILE}{number}",
            type=HOSTILE,
            number=HOSTILE,
            date="2020-01-01",
            issuer=HOSTILE,
            place=HOSTILE,
            title=HOSTILE,
            level=number,
            loaded=True,
        )
        for number in range(3)
    ]
    script = DocumentSummary(iri="javascript:alert(1)", label=HOSTILE, level=5)
    proof = Evidence(bad[0], HOSTILE, HOSTILE, 0, 3, 30, HOSTILE)
    edges = (
        Edge(bad[1], "implements", bad[0], (proof,)),
        Edge(bad[2], HOSTILE, bad[0], (proof,)),
        Edge(bad[0], "basedOn", script, (proof,)),
    )
    return Chain(bad[0], (*bad, script), edges, {}, {bad[0].iri: 3})


@pytest.fixture(scope="session")
def small_chain() -> Chain:
    return small()


@pytest.fixture(scope="session")
def large_chain() -> Chain:
    return large()


@pytest.fixture(scope="session")
def hostile_chain() -> Chain:
    return hostile()


@pytest.fixture(scope="session")
def small_page(small_chain: Chain) -> DocumentPage:
    return page(small_chain)


@pytest.fixture(scope="session")
def hostile_page(hostile_chain: Chain) -> DocumentPage:
    focus = hostile_chain.focus
    proof = hostile_chain.edges[0].evidence
    return DocumentPage(
        document=focus,
        bases=(hostile_chain.edges[2],),
        implementers=hostile_chain.edges[:2],
        cites=(),
        cited_by=(),
        conflicts=(StatedConflict(HOSTILE, ((HOSTILE, proof),), None),),
        sources=(HOSTILE,),
    )
