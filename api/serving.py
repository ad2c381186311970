"""Runs the application under uvicorn until it is stopped."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress

import click
import uvicorn
from fastapi import FastAPI

from api.settings import Settings, UsageError
from api.words import line

BACKLOG = 128
"""Connections that may wait to be taken."""


def listen(settings: Settings) -> socket.socket:
    """A socket on the wanted address, so that a taken port is known first. Raises UsageError: serve.port or .host."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((settings.host, settings.port))
        taken.listen(BACKLOG)  # whoever reads the address may come before the server runs, and waits
    except OSError as error:
        taken.close()
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            raise UsageError("serve.host", host=settings.host) from error
        raise UsageError("serve.port", port=str(settings.port), reason=error.strerror or str(error)) from error
    return taken


def address(settings: Settings, listening: socket.socket) -> str:
    """Where a browser of this machine finds the server."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)  # noqa: S104 - compared, not bound
    host = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"http://{host}:{listening.getsockname()[1]}/"


def serve(app: FastAPI, settings: Settings, listening: socket.socket) -> None:
    """Says where, and serves until it is stopped (Ctrl+C, SIGTERM)."""
    click.echo(line("serve.address", settings.lang, address=address(settings, listening)))
    config = uvicorn.Config(app, log_level="warning", server_header=False, access_log=False)
    with suppress(KeyboardInterrupt):  # uvicorn ends in order, then raises it again: here it is how one stops
        uvicorn.Server(config).run(sockets=[listening])
