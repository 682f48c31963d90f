# One door for every check; .ci/run makes the same ones in a fresh copy and a fresh environment.
BIN ?= .venv/bin

.PHONY: check test lint types layers format docs

check: test lint types layers

test: $(BIN)/python
	$(BIN)/python -m pytest

lint: $(BIN)/python
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .

types: $(BIN)/python
	$(BIN)/python -m mypy

layers: $(BIN)/python
	$(BIN)/lint-imports --no-cache

format: $(BIN)/python
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

# The page of keys and the picture in the README, which are made from the program.
docs: $(BIN)/python
	$(BIN)/python scripts/keys_page.py
	$(BIN)/python scripts/screenshot.py

.venv/bin/python:
	python3 -m venv .venv && .venv/bin/pip install -e '.[dev]'
