"""What documents of a type may do to others: each row names a type that there is, with an example of it."""

from __future__ import annotations

from typing import get_args

import pytest

from ontology.powers import document_powers, ranks, types_that
from ontology.rows import DocumentPower, Power
from ontology.tables import document_types
from ontology.words import letters

LABELS = {row.slug: row.label_vi for row in document_types()}


@pytest.mark.parametrize("row", document_powers(), ids=lambda row: row.slug)
def test_a_power_belongs_to_a_type_that_its_example_names(row: DocumentPower) -> None:
    assert letters(row.example).startswith(letters(LABELS[row.slug]))
    assert row.powers
    assert set(row.powers) <= set(get_args(Power))
    assert row.source


def test_each_type_stands_once_and_each_power_has_types() -> None:
    assert len({row.slug for row in document_powers()}) == len(document_powers())
    assert all(types_that(power) for power in get_args(Power))


def test_what_has_a_rank_is_not_changed_by_papers() -> None:
    assert set(ranks()) < types_that("ruling")
    assert types_that("ruling").isdisjoint(types_that("paper"))


def test_who_sets_rules_always_does_not_do_so_by_its_number() -> None:
    assert types_that("rules").isdisjoint(types_that("rules_by_year"))
    assert types_that("rules") < types_that("no_actions")
