"""Small word lists of the reader: what opens a title, ends a name, lets a cue reach a document (`data/lexicon.csv`);
what says that something was done, is planned, is a difficulty (`data/action_words.csv`)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from ontology.packaged import rows
from ontology.words import letters, tone

List = Literal[
    "acting_body",
    "addressee_heading",
    "amended_aside",
    "amended_label",
    "announcing_title",
    "approving_verb",
    "annex_noun",
    "annex_object",
    "assignee",
    "assigning_verb",
    "basis_label",
    "block_opener",
    "body_begins",
    "capacity",
    "cassation_unit",
    "changed_part",
    "commune_committee",
    "counted_type",
    "court_field",
    "dangling",
    "enacting_word",
    "ending_verb",
    "ends_in_bo",
    "fields_title",
    "form_of",
    "glued_behind_number",
    "glued_item",
    "glued_link",
    "glued_word",
    "halved_word",
    "issued_by",
    "issuing_verb",
    "joined_body",
    "judgment_unit",
    "law_name_stop",
    "law_no_name",
    "law_studies",
    "letter_opening",
    "list_opener",
    "name_goes_on",
    "name_stop",
    "names_others",
    "negation",
    "next_ground",
    "noted_part",
    "no_person",
    "no_title_item",
    "numbered_thing",
    "order_noun",
    "other_label",
    "open_title_end",
    "own_word",
    "policy_noun",
    "proper_name",
    "proposal",
    "reach",
    "receipt_stamp",
    "recipient_goes_on",
    "running_head",
    "recipient_group",
    "recipient_purpose",
    "recipient_reference",
    "reciting",
    "renamed_body",
    "repealed_label",
    "replaced_label",
    "signature_stamp",
    "signing_mark",
    "subordinate_body",
    "surname",
    "title_aside",
    "title_clause",
    "title_end",
    "title_opening",
    "title_opening_close",
    "title_or_task",
    "unit_of_body",
    "title_subject",
    "urgency_stamp",
    "word_change",
    "words_named",
    "younger_opener",
]

ActionList = Literal[
    "acting_verb",
    "approved_plan",
    "asking_verb",
    "bare_detail_label",
    "besides",
    "board_name",
    "body_opener",
    "carrying_before",
    "classifier",
    "closing_opener",
    "company_opener",
    "concerned_body",
    "condition",
    "detail_label",
    "difficulty",
    "difficulty_lead",
    "directed_act",
    "doing_verb",
    "done_cue",
    "evaluation_opener",
    "examiner",
    "finding_title",
    "fixed_name",
    "generic_programme",
    "no_programme",
    "no_programme_before",
    "no_programme_behind",
    "open_programme",
    "generic_verb",
    "grouped_body",
    "implementing_cue",
    "joined_programme",
    "handing_on",
    "lead_light",
    "lead_noun",
    "lead_role",
    "level_before",
    "loose_word",
    "name_joining",
    "name_main",
    "name_opening",
    "no_name_word",
    "no_title_opening",
    "paired_verb",
    "plural_before",
    "title_asker",
    "no_body",
    "no_capital_name",
    "no_name_stop",
    "no_programme",
    "no_programme_before",
    "no_result_before",
    "no_site_before",
    "no_unit_after",
    "no_verb",
    "no_verb_opening",
    "notifying",
    "object_lead",
    "ongoing_cue",
    "open_programme",
    "opening_act",
    "opening_clause",
    "order_adverb",
    "order_verb",
    "ordered_body",
    "ordinal_head",
    "page_caption",
    "page_close",
    "page_function",
    "page_order",
    "page_source",
    "part_end",
    "partner_opener",
    "partner_role",
    "person_label",
    "phenomenon",
    "planned_cue",
    "praise",
    "procedure_head",
    "programme_name_stop",
    "programme_owner",
    "project_colon",
    "proposal_lead",
    "proposal_opener",
    "report_title",
    "role_word",
    "rule_phrase",
    "saying_verb",
    "sending_verb",
    "setup_body",
    "site_word",
    "small_body",
    "small_grouped_body",
    "speaking_verb",
    "stative",
    "subject_opener",
    "task_lead",
    "task_role",
    "telling_word",
    "thing_opener",
    "time_role",
    "verb_adverb",
    "unit_stop",
    "whole_programme",
    "work_opener",
]


@cache
def _printed() -> dict[str, tuple[str, ...]]:
    """Each list as the tables print it."""
    lists: dict[str, list[str]] = {}
    for table in ("lexicon", "action_words"):
        for row in rows(table):
            lists.setdefault(row["list"], []).append(row["phrase"])
    return {name: tuple(phrases) for name, phrases in lists.items()}


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    return {name: tuple(map(letters, phrases)) for name, phrases in _printed().items()}


@cache
def spellings(name: ActionList) -> tuple[str, ...]:
    """The phrases of one list in their own case, for text that keeps its own."""
    return tuple(map(tone, _printed()[name]))


def words(name: List) -> tuple[str, ...]:
    """The phrases of one list as the table prints them, capitals and all."""
    return _printed()[name]


def phrases(name: List | ActionList) -> tuple[str, ...]:
    """The phrases of one list, in the form of `words.letters`, as the table orders them."""
    return _lists()[name]
