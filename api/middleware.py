"""What every answer carries, and which requests are let in."""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.settings import LANGUAGES
from viz.links import LANGUAGE

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No inline script or style, nothing from other hosts: whatever a document says cannot become a program."""

FRAMED = f"{POLICY}; frame-src 'self'"
"""Of a page that shows another of this server in a frame."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
    "Vary": "Accept, Cookie",
}
"""`no-cache`: may be kept, must be asked for again; a store changes whenever somebody loads a document."""


class SecurityHeaders:
    """Adds `HEADERS` where a route did not set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, sending)


class HeadAsGet:
    """Answers HEAD like GET; the server leaves the body out, because it still knows what was asked."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_head = scope["type"] == "http" and scope["method"] == "HEAD"
        await self.app({**scope, "method": "GET"} if is_head else scope, receive, send)


class RememberLanguage:
    """Keeps the language of an address (`?lang=en`) for the next visit, in a cookie that says nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        wanted = QueryParams(scope.get("query_string", b"")).get(LANGUAGE) if scope["type"] == "http" else None

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and wanted in LANGUAGES:
                cookie = f"{LANGUAGE}={wanted}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        await self.app(scope, receive, sending)


class KnownHosts:
    """Refuses requests that name another host.

    A server on the loopback interface holds papers of one person; a web page whose name is bound to 127.0.0.1 after it
    was opened (DNS rebinding) would else read them through that person's browser.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and host_name(Headers(scope=scope).get("host", "")) not in self.hosts:
            await PlainTextResponse("unknown host", status_code=421)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def host_name(host: str) -> str:
    """The Host header without the port: "[::1]:8000" → "[::1]"."""
    name, _, port = host.lower().rpartition(":")
    return name if name and port.isdigit() else host.lower()
