"""What the REST interface answers about programmes and actions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas import Document, Evidence
from graph import answers


class _Answer(BaseModel):
    model_config = ConfigDict(from_attributes=True, frozen=True)


Status = Literal["done", "ongoing", "planned", "notDone"]


class Programme(_Answer):
    """A programme, scheme, strategy or project: one, whatever each document calls it."""

    iri: Annotated[str, Field(examples=["https://w3id.org/cancu/programme/ttg/quyet-dinh/2020/1322/chuong-trinh"])]
    label: Annotated[str, Field(examples=["Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất"])]
    kind: Annotated[str, Field(examples=["Chương trình"])]
    name: Annotated[str, Field(examples=["Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất"])]
    period: Annotated[str | None, Field(examples=["2021-2030"])]
    approved_by: Annotated[Document | None, Field(description="the document that approved it")]
    witnesses: Annotated[int, Field(examples=[4], description="sources that name it")]


class Measure(_Answer):
    """A result or a sum as printed; decimals are strings, so that no digit is lost."""

    kind: Annotated[Literal["quantity", "money"], Field(examples=["money"])]
    value: Annotated[str, Field(examples=["30906.3"])]
    unit: Annotated[str, Field(examples=["triệu đồng"])]
    text: Annotated[str, Field(examples=["30.906,3 triệu đồng"])]
    out_of: Annotated[str | None, Field(examples=[None], description="the whole or target: 45/45")]
    dong: Annotated[str | None, Field(examples=["30906300000"], description="a sum in đồng")]


class Action(_Answer):
    """Something done, being done, planned, or stated as not done."""

    iri: Annotated[str, Field(examples=["https://w3id.org/cancu/source/0c4b…/act/1859-2150"])]
    status: Annotated[Status, Field(examples=["done"])]
    actor: Annotated[str | None, Field(examples=["Sở Thông tin và Truyền thông"])]
    time: Annotated[str | None, Field(examples=["2022"])]
    place: Annotated[str | None, Field(examples=["huyện Mộc Châu, tỉnh Sơn La"])]
    province: Annotated[str | None, Field(examples=["Sơn La"])]
    path: Annotated[str | None, Field(examples=["I › 2.1 › -"])]
    partners: Annotated[list[str], Field(examples=[["Đoàn Thanh niên"]])]
    carries_out: Annotated[list[Document], Field(description="the documents that it carries out")]
    programmes: list[Programme]
    measures: list[Measure]
    evidence: Evidence


class ActionAnswer(BaseModel):
    """One page of actions."""

    document: Document
    total: Annotated[int, Field(examples=[5], description="actions that match the filter")]
    statuses: Annotated[dict[str, int], Field(examples=[{"done": 3, "planned": 2}], description="of all, unfiltered")]
    places: Annotated[dict[str, int], Field(examples=[{"Sơn La": 5}], description="of all, unfiltered")]
    capped: Annotated[bool, Field(examples=[False], description="there are more than were looked at")]
    actions: list[Action]

    @classmethod
    def of(cls, document: object, told: answers.ActionList) -> ActionAnswer:
        return cls(
            document=Document.model_validate(document),
            total=told.total,
            statuses=dict(told.statuses),
            places=dict(told.places),
            capped=told.capped,
            actions=[Action.model_validate(each) for each in told.actions],
        )


class ProgrammeAnswer(BaseModel):
    """One page of programmes."""

    query: Annotated[str, Field(examples=["chuyển đổi số"])]
    total: Annotated[int, Field(examples=[3])]
    page: Annotated[int, Field(examples=[1])]
    results: list[Programme]


class ProgrammePage(BaseModel):
    """A programme with everything known about it."""

    programme: Programme
    aliases: Annotated[list[str], Field(examples=[["Chương trình 1322"]])]
    candidates: Annotated[list[Programme], Field(description="programmes that it may be; the evidence does not decide")]
    mentions: list[Evidence]
    actions: list[Action]
    total: Annotated[int, Field(examples=[2], description="actions that belong to it")]

    @classmethod
    def of(cls, page: answers.ProgrammePage) -> ProgrammePage:
        return cls(
            programme=Programme.model_validate(page.programme),
            aliases=list(page.aliases),
            candidates=[Programme.model_validate(each) for each in page.candidates],
            mentions=[Evidence.model_validate(each) for each in page.mentions],
            actions=[Action.model_validate(each) for each in page.actions.actions],
            total=page.actions.total,
        )


class Branch(BaseModel):
    """A document of the tree below a decision, depth first."""

    document: Document
    depth: Annotated[int, Field(examples=[1])]
    parent: Annotated[str | None, Field(examples=["https://w3id.org/cancu/doc/ttg/quyet-dinh/2020/2289"])]
    statuses: Annotated[dict[str, int], Field(examples=[{"planned": 4}], description="of the actions that it states")]


class Sum(_Answer):
    """Results of one status and unit, added up."""

    status: Annotated[Status, Field(examples=["done"])]
    unit: Annotated[str, Field(examples=["lớp"])]
    value: Annotated[str, Field(examples=["33"])]
    count: Annotated[int, Field(examples=[2], description="numbers that were added")]


class Match(_Answer):
    """A planned action and a later one that may be its result. A suggestion, never a fact of the graph."""

    planned: Action
    done: Action
    score: Annotated[float, Field(examples=[0.43], description="0 … 1")]
    words: Annotated[list[str], Field(examples=[["tập huấn", "kỹ năng"]], description="rare words in common")]


class Place(BaseModel):
    """How many actions of each status there are in one province; null: the centre, or not known."""

    place: Annotated[str | None, Field(examples=["Sơn La"])]
    statuses: Annotated[dict[str, int], Field(examples=[{"done": 3}])]


class PlanReport(BaseModel):
    """What was planned and what was done under a decision."""

    focus: Document
    total: Annotated[int, Field(examples=[6])]
    statuses: Annotated[dict[str, int], Field(examples=[{"done": 3, "planned": 2}])]
    branches: list[Branch]
    places: list[Place]
    sums: list[Sum]
    matches: list[Match]
    unmatched: Annotated[list[Action], Field(description="planned actions that no later action resembles")]
    capped: Annotated[bool, Field(examples=[False])]

    @classmethod
    def of(cls, report: answers.PlanReport) -> PlanReport:
        return cls(
            focus=Document.model_validate(report.focus),
            total=report.total,
            statuses=dict(report.statuses),
            branches=[
                Branch(
                    document=Document.model_validate(each.document),
                    depth=each.depth,
                    parent=each.parent,
                    statuses=dict(each.statuses),
                )
                for each in report.branches
            ],
            places=[Place(place=place, statuses=dict(counts)) for place, counts in report.grid],
            sums=[Sum.model_validate(each) for each in report.sums],
            matches=[Match.model_validate(each) for each in report.matches],
            unmatched=[Action.model_validate(each) for each in report.unmatched],
            capped=report.capped,
        )
