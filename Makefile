# Two commands matter: `make demo` shows the program at work, `make test` passes the tests. Both need Python 3.11 or newer and
# a package registry, nothing else; both make the environment in .venv first.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test test-long check lint types imports cases gate bench docs lock clean

demo: $(READY)
	@rm -f demo.sqlite
	@$(BIN)/atodds read --ledger demo.sqlite examples/reports
	@echo
	@$(BIN)/atodds disputes --ledger demo.sqlite
	@echo "The proof of one:            $(BIN)/atodds disputes --explain DISPUTE --ledger demo.sqlite"
	@echo "All claims, side by side:    $(BIN)/atodds sheet --ledger demo.sqlite"
	@echo "From a number to its words:  $(BIN)/atodds show CLAIM --ledger demo.sqlite"

test: check
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term:skip-covered

test-long: $(READY)
	ATODDS_EXAMPLES=10000 $(BIN)/python -m pytest -n 2 -m "long or not long"

# What continuous integration runs besides the tests.
check: lint types imports

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

# Accept what the program prints today as what the golden cases expect. Read the difference first.
cases: $(READY)
	$(BIN)/python -m pytest tests/test_cases.py -n 0 --accept

# Accuracy on hand-coded data; ATODDS_GOLD names its folder.
gate: $(READY)
	$(BIN)/python quality/gate.py

bench: $(READY)
	$(BIN)/python quality/benchmarks/reading.py

docs: $(READY)
	$(BIN)/python docs/generate.py

lock: $(READY)
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --no-strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
		--extra dev --extra postgresql --output-file requirements.lock pyproject.toml

$(READY): requirements.lock pyproject.toml
	@echo "Setting up .venv (once; a minute or two) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "atodds needs Python 3.11 or newer; set PYTHON=..."; exit 2; }
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

clean:
	rm -rf $(VENV) demo.sqlite .pytest_cache .mypy_cache .ruff_cache .coverage .hypothesis
