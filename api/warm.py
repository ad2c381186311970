"""Imported by the process from which those that read and print are copied, and by nobody else: tables and patterns are
ready in each."""

from __future__ import annotations

from api.reading import Form, Job, answers
from loaders.formats import registry
from ontology.records import Source

TEXT = "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;"

FORMATS = registry.FORMATS
READY = list(answers(Job("", None, source=Source("", TEXT.encode(), "text/plain"), form=Form())))
