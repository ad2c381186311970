"""What a block says at all, before its status is asked: does it only name people, or what is answered below it; has a
body done what its lead-in tells; whose task is it?"""

from __future__ import annotations

import re

from loaders.actions import actors, announcements, status_words, verbs
from loaders.actions.clauses import CONCERNING, Clauses
from loaders.citations.tails import Speaker
from loaders.text.reading import Reading
from loaders.text.tree import Node, Tree

PREAMBLE = re.compile(r"(?:căn\s+cứ|thực\s+hiện|trên\s+cơ\s+sở|xét|theo|tiếp\s+theo|phúc\s+đáp)(?!\w)")


class Judgements:
    """Looks at single blocks of one text."""

    def __init__(self, reading: Reading, tree: Tree, clauses: Clauses, speaker: Speaker) -> None:
        self.reading, self.tree, self.clauses, self.speaker = reading, tree, clauses, speaker

    def only_concerns(self, start: int, end: int) -> bool:
        """ "1. Về kiến nghị sớm ban hành Nghị quyết A:" says what is answered below, and orders nothing."""
        low = self.reading.low
        return CONCERNING.match(low, start) is not None and status_words.order_within(low, start, end) is None

    def only_names_people(self, start: int, end: int) -> bool:
        """ "(2) Bà Nguyễn Thị A - Phó Giám đốc Sở Y tế;" says who takes part. A task has its verb in small letters."""
        text = self.reading.text
        if text[start] not in actors.PERSON_OPENS or actors.NAMED_PERSON.match(text, start) is None:
            return False
        return verbs.doing().search(text, start, end) is None

    def examiner_acts(self, start: int, end: int) -> bool:
        """In a paper that tells what an inspection found, only what a body did is an action: "Đoàn kiểm tra đã lập
        biên bản …", not "Công ty đã lập sổ theo dõi"."""
        clause = self.clauses.main(start, end)
        if actors.actor(self.reading, clause, end, self.speaker) is not None:
            return True
        named = status_words.examiners().finditer(self.reading.low, clause, min(end, clause + actors.LIMIT))
        return any(verbs.acted(self.reading.low, body.end(), end) for body in named)

    def did(self, clause: int, end: int) -> bool:
        """ "Trên cơ sở ý kiến của X, UBND tỉnh đã ban hành các Quyết định: …, cụ thể như sau:"."""
        behind = actors.subject(self.reading, clause, end, self.speaker)
        return behind is not None and self.reading.low.startswith(" đã ", behind)

    def is_given(self, clause: int, end: int) -> bool:
        """Does the first sentence say behind its opening whose task it is: "Trên cơ sở quy hoạch, Sở A rà soát …"?"""
        low = self.reading.low
        if PREAMBLE.match(low, clause) is None or status_words.rules().search(low, clause, end):
            return False
        return actors.actor(self.reading, clause, end, self.speaker) is not None

    def is_listed_object(self, node: Node) -> bool:
        """Does the item stand below a lead-in that ends with what its list is about: "lưu ý các dữ liệu về:"?"""
        above = None if node.parent is None else self.tree.nodes[node.parent]
        return (
            above is not None and above.lead and announcements.lists_objects(self.reading.low, above.words, above.end)
        )
