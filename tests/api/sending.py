"""A person who may send files: the token, and one file at a time."""

from __future__ import annotations

import httpx

WORD = "bi-mat"
TOKEN = {"Authorization": f"Bearer {WORD}"}


def send(site: httpx.Client, name: str, data: bytes) -> dict[str, object]:
    """What the server says of a file that it took."""
    answer = site.put("/api/upload", params={"name": name, "lang": "en"}, content=data, headers=TOKEN)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())
