"""Who signs: the name below the capacity (TM., KT., GIÁM ĐỐC …)."""

from __future__ import annotations

import re

from loaders import trie, types
from ontology.issuers import from_text
from ontology.lexicon import phrases
from ontology.words import letters

CAPACITY = re.compile(
    rf"^(?:(?:{trie.pattern(phrases('signing_mark'))})\s*\.?\s.*|(?:{trie.pattern(phrases('capacity'))})(?:\s.*)?)$"
)

PERSON = re.compile(
    r"^(?:(?:TS|ThS|PGS|GS|BS|KS)\.?\s*|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|tướng,)\s+)*(?P<name>[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){1,5}|[A-ZĐÀ-Ỹ]{2,}(?:\s+[A-ZĐÀ-Ỹ]{2,}){1,4})$"
)


TERRITORY = ("tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "xã ", "phường ")

NO_PERSON = re.compile(rf"(?:{trie.pattern(phrases('block_opener'))})(?!\w)")

END_LIMIT = 6000
"""Code points at the end of a text in which it is signed, unless annexes follow."""

RECIPIENTS = "Nơi nhận"
RECIPIENTS_LIMIT = 3500
BESIDE_RECIPIENTS = 800
"""Code points behind and before the list of recipients, in which an act is signed that annexes follow."""


def signer(text: str) -> str | None:
    """The name below the capacity of the signature (TM., KT., GIÁM ĐỐC …): beside the first list of recipients, else
    near the end of the text."""
    recipients = text.find(RECIPIENTS)
    if 0 <= recipients < len(text) - END_LIMIT:
        found = _named(text[max(0, recipients - BESIDE_RECIPIENTS) : recipients + RECIPIENTS_LIMIT])
        if found is not None:
            return found
    return _named(text[-END_LIMIT:])


def _named(part: str) -> str | None:
    """The last name that stands below a capacity."""
    lines = [line.strip(" \t|*_.") for line in re.split(r"\n|\t|\s{4,}|\|", part)]
    found = None
    expecting = 0
    for line in lines:
        if not line or line.startswith(("-", "+")):
            continue  # recipients in the column beside
        if len(line) < 80 and line.upper() == line and CAPACITY.match(line.lower()):
            expecting = 6
            continue
        if expecting:
            person = PERSON.match(line)
            if line.isupper() and line.startswith(("PHÓ ", "QUYỀN ")):
                expecting = 6  # a capacity that no row holds
            elif (
                person
                and letters(person["name"]) not in types.spellings()
                and not (line.isupper() and _names_no_person(line))
            ):
                found, expecting = person["name"], 0
            else:
                expecting -= 1
    return found


def _names_no_person(line: str) -> bool:
    """Capitals that could be a name and are a type, a body, its place or the head of an annex: "PHỤ LỤC II"."""
    return (
        letters(line).startswith(TERRITORY)
        or letters(line) in types.spellings()
        or NO_PERSON.match(letters(line)) is not None
        or from_text(line, None, None) is not None
    )
