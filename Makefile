# Two commands do everything on a machine with Python 3.11+, pip, venv and make:
#   make demo   sets up and lints the sample replies
#   make test   sets up and passes the tests
# Further: make docs writes the reference of the rules and the site of the documentation.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test format docs bench clean

demo: $(READY)
	$(BIN)/tonelint check --exit-zero samples

test: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/tonelint test
	$(BIN)/python -m docs.site.reference --check
	$(BIN)/pytest --cov --numprocesses auto

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(READY)
	$(BIN)/python -m docs.site.reference
	$(BIN)/python -m docs.site.build

bench: $(READY)
	$(BIN)/python tests/benchmarks/bench.py

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable ".[dev]"
	touch $(READY)

clean:
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
