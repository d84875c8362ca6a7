# Every target makes .venv and puts into it what it needs.  The empty files
# .venv/for-use, for-work, for-spark and for-browser remember that this was done, until
# pyproject.toml changes.

PYTHON ?= python3
BIN := .venv/bin
EXTRAS := calendar,cli,html,pdf,plots,rdf,speed,tables,testing,xlsx,yaml,zstd
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test test-spark test-browser check docs bench clean

demo: .venv/for-use
	@sh examples/demo.sh $(BIN)/medborgarloften
	@printf '\nGo on by yourself:\n\n%s\n%s\n' '$$ . $(BIN)/activate' '$$ medborgarloften --help'

# A part of the tests cannot cover the whole, so what you ask for replaces
# --cov: make test ARGS="-k period"
test: ARGS ?= --cov
test: .venv/for-work
	$(BIN)/python -m pytest $(ARGS)

# The same questions on Spark.  It needs Java 17 or newer, and fails without.
test-spark: .venv/for-spark
	$(BIN)/python -m pytest tests/spark

# The pages of make docs, in a browser.  It needs Debian's chromium, and fails without.
test-browser: docs .venv/for-browser
	$(BIN)/python -m pytest tests/browser

check: .venv/for-work
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_public_names.py

docs: .venv/for-work
	$(BIN)/sphinx-build -n -W --keep-going docs docs/_build/html

bench: .venv/for-work
	$(BIN)/python -m benchmarks $(ARGS)

clean:
	rm -rf .venv .coverage .hypothesis .import_linter_cache .mypy_cache
	rm -rf .pytest_cache .ruff_cache build dist docs/_build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ------------------------------------------------------------ environment

.venv/for-use: pyproject.toml | .venv/made
	$(BIN)/python -m pip install -q -e '.[cli]'
	@touch $@

.venv/for-work: .venv/for-use
	$(BIN)/python -m pip install -q -e '.[$(EXTRAS)]' --group dev
	@touch $@

.venv/for-spark: .venv/for-work
	$(BIN)/python -m pip install -q --group spark
	@touch $@

.venv/for-browser: .venv/for-work
	$(BIN)/python -m pip install -q --group browser
	@touch $@

# Debian's Python cannot put pip into a new environment, so the pip of the
# machine does; and the newest, for older ones do not know dependency groups.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "medborgarloften needs Python 3.11 or newer, and $(PYTHON) is %d.%d; name another: make PYTHON=python3.11" % sys.version_info[:2])'
	$(PYTHON) -m venv --without-pip .venv
	$(PYTHON) -m pip -q --python $(BIN)/python install -U pip
	@touch $@
