# One door for every check, the same by hand and in CI.
PYTHON ?= .venv/bin/python

.PHONY: check test lint types layers format

check: test lint types layers

test:
	$(PYTHON) -m pytest

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

layers:
	$(dir $(PYTHON))lint-imports --no-cache --config pyproject.toml

format:
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .
