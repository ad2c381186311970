# What a newcomer needs: make demo, make test. Bare machine: Python 3.11 or newer with venv, make, git.
SHELL := /bin/sh
.DEFAULT_GOAL := help

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
ARGS ?=
SHARED ?= ../shared

# Stamps: each says what the environment holds, so that a second run starts at once.
MADE := $(VENV)/.made
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev

.PHONY: help demo test lint format types scores lock goldens clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

demo: $(RUNTIME) ## load the sample documents and serve the pages (ARGS="--no-serve" only loads)
	@$(BIN)/cancu demo $(ARGS)

test: $(DEV) ## all tests (ARGS="-k words" chooses)
	@$(BIN)/python -m pytest $(ARGS)

lint: $(DEV) ## style, types and floors
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(DEV) ## put the source into its canonical form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

scores: $(DEV) ## measure extraction on the gold documents in $(SHARED)/eval, against tests/scores.toml
	@$(BIN)/python tests/scores.py $(SHARED)/eval $(ARGS)

goldens: $(DEV) ## rewrite what the program says in tests/documents and the READMEs; read the difference before you commit it
	@$(BIN)/python -m pytest tests/test_golden.py tests/test_docs.py tests/browser --update-documents -q
	@git --no-pager diff --stat -- tests/documents README.md README.vi.md docs/images

lock: $(DEV) ## choose newer versions of what is depended on (needs uv on the path)
	@command -v uv >/dev/null || { echo "make lock needs uv: pipx install uv" >&2; exit 1; }
	@uv pip compile pyproject.toml --group build $(COMPILE) --output-file requirements/runtime.txt
	@uv pip compile pyproject.toml --group dev --constraint requirements/runtime.txt $(COMPILE) --output-file requirements/dev.txt

# No index address, no header with paths: the lock holds names, versions and hashes, and nothing of the machine that wrote it.
COMPILE := --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-annotate --no-header --quiet

clean: ## remove the environment, caches and the sample store
	rm -rf $(VENV) demo-store build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(MADE):
	@test -n "$(PYTHON)" || { echo "Căn Cứ needs Python 3.11 or newer with venv (Debian: apt install python3-venv)." >&2; exit 1; }
	@echo "Creating $(VENV) with $(PYTHON) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(RUNTIME): $(MADE) requirements/runtime.txt pyproject.toml
	@echo "Installing what Căn Cứ needs to run (once) ..."
	@$(PIP) --require-hashes --requirement requirements/runtime.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(RUNTIME) requirements/dev.txt
	@echo "Installing what the tests need (once) ..."
	@$(PIP) --require-hashes --requirement requirements/dev.txt
	@touch $@
