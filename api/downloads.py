"""Answers that are files."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response


def attachment(content: str | bytes, media_type: str, name: str) -> Response:
    """A file for the reader to keep. It is never opened within the site: the network file carries its own scripts."""
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "Content-Security-Policy": "sandbox",
    }
    return Response(content, media_type=media_type, headers=headers)
