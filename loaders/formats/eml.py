"""Saved e-mails (.eml, .mht): the body and the attachments, each as a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from loaders.formats.limits import MEMBERS, UNPACKED
from ontology.errors import SourceError
from ontology.records import Source

if TYPE_CHECKING:
    from email.message import EmailMessage

EML = "message/rfc822"
MEDIA_TYPES: tuple[str, ...] = (EML,)

HEADER = re.compile(
    rb"(?:received|return-path|delivered-to|message-id|mime-version|from|to|subject|date|x-[\w-]{1,40}|dkim-signature|"
    rb"authentication-results|content-type):[^\n]{0,2000}\n",
    re.IGNORECASE,
)
FOLDED = re.compile(rb"[ \t][^\n]{0,2000}\n")
TELLING = re.compile(rb"^(?:message-id|mime-version|received):", re.IGNORECASE | re.MULTILINE)
BODY = "thư"
"""What the body is called among the members: thư.txt, thư.html."""


def accepts(data: bytes, name: str) -> str | None:
    """Begins with lines of an e-mail's header, one of which no text would begin with."""
    head = data[:16_384]
    match = HEADER.match(head)
    lines = 0
    while match is not None:
        lines += 1
        match = HEADER.match(head, match.end()) or FOLDED.match(head, match.end())
    return EML if lines >= 2 and TELLING.search(head) else None


def members(source: Source) -> Iterator[tuple[str, bytes] | SourceError]:
    """The body (as HTML where there is no plain text), then the attachments. Raises SourceError (source.damaged)."""
    from email import message_from_bytes, policy  # heavy, and only for mails
    from email.errors import MessageError
    from email.message import EmailMessage

    try:
        message = message_from_bytes(source.data, policy=policy.default)
        assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
        yield from _parts(message, source.name)
    except (MessageError, LookupError, ValueError, AttributeError, RecursionError) as error:
        raise SourceError("source.damaged", name=source.name) from error


def _parts(message: EmailMessage, name: str) -> Iterator[tuple[str, bytes] | SourceError]:
    body = message.get_body(("plain", "html"))
    if body is not None:
        kind = "html" if body.get_content_subtype() == "html" else "txt"
        content = body.get_content()
        if isinstance(content, str) and content.strip():
            yield f"{BODY}.{kind}", content.encode("utf-8", errors="replace")
    room = UNPACKED
    for number, part in enumerate(message.iter_attachments(), 1):
        if number > MEMBERS:
            yield SourceError("source.members", name=name, limit=str(MEMBERS))
            return
        filename = (part.get_filename() or f"{number}").replace("\\", "/").rsplit("/", 1)[-1] or str(number)
        content = part.get_content() if not part.is_multipart() else part.as_bytes()
        data = content if isinstance(content, bytes) else str(content).encode("utf-8", errors="replace")
        room -= len(data)
        if room < 0:
            yield SourceError("source.bomb", name=name, limit=f"{UNPACKED // 1024**2} MB")
            return
        if data:
            yield filename, data
