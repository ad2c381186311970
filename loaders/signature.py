"""Who signs: the name below the capacity (TM., KT., GIÁM ĐỐC …)."""

from __future__ import annotations

import re

from loaders import trie, types
from ontology.lexicon import phrases
from ontology.words import letters

CAPACITY = re.compile(
    rf"^(?:(?:{trie.pattern(phrases('signing_mark'))})\s*\.?\s.*|(?:{trie.pattern(phrases('capacity'))})(?:\s.*)?)$"
)

PERSON = re.compile(
    r"^(?:(?:TS|ThS|PGS|GS|BS|KS)\.?\s*|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|tướng,)\s+)*(?P<name>[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){1,5}|[A-ZĐÀ-Ỹ]{2,}(?:\s+[A-ZĐÀ-Ỹ]{2,}){1,4})$"
)


def signer(text: str) -> str | None:
    """The name below the capacity of the signature (TM., KT., GIÁM ĐỐC …), near the end of the text."""
    tail = text[-6000:]
    lines = [line.strip(" \t|*_.") for line in re.split(r"\n|\t|\s{4,}|\|", tail)]
    found = None
    expecting = 0
    for line in lines:
        if not line:
            continue
        if len(line) < 80 and line.upper() == line and CAPACITY.match(line.lower()):
            expecting = 6
            continue
        if expecting:
            person = PERSON.match(line)
            if line.isupper() and line.startswith(("PHÓ ", "QUYỀN ")):
                expecting = 6  # a capacity that no row holds
            elif person and letters(person["name"]) not in types.spellings():
                found, expecting = person["name"], 0
            else:
                expecting -= 1
    return found
