"""`cancu serve`: pages, SPARQL and REST over a store."""

from __future__ import annotations

import click

from api import serving
from api.app import create_app
from api.bilingual import Session, command


@command("serve", store=True)
@click.option("--host")
@click.option("--port", type=int)
@click.option("--upload-token")
def serve(
    session: Session,
    host: str | None,
    port: int | None,
    upload_token: str | None,
    store: str | None,
    update_url: str | None,
) -> int:
    """The store is opened before the port is announced, so that whoever sees the address is answered."""
    settings = session.settings(store=store, update_url=update_url, host=host, port=port, upload_token=upload_token)
    app = create_app(settings)
    serving.serve(app, settings, serving.listen(settings))
    return 0
