# One command each; `make help` lists them. The first one sets up .venv from the lock, once.
PYTHON ?= python3
FOLDER ?=
OUT ?= build
SHARED ?= $(wildcard ../shared)

BIN := .venv/bin
CHOSEN = $(if $(FOLDER),"$(FOLDER)")
UV := .tools/bin/uv
SYSTEM := $(shell { pwd; cat tools.lock requirements.lock pyproject.toml; } | cksum | tr ' ' '-')
READY := .venv/.ready-$(SYSTEM)
BENCH := .venv/.bench-$(shell cat requirements-bench.lock | cksum | tr ' ' '-')
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--annotation-style line --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -rs \
	--nbval --nbval-sanitize-with tests/notebooks/sanitize.cfg $(wildcard notebooks/*.ipynb) tests

export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1
unexport PYTHONDONTWRITEBYTECODE # else each start of Python compiles pandas and all the others anew, for seconds

.DEFAULT_GOAL := help
.PHONY: help run lab app notebooks picture goldens test fuzz coverage lint format bench quality lock clean

help: ## list these targets
	@echo "make TARGET, where TARGET is one of:"
	@sed -n 's/^\([a-z]*\):.*## /  \1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: $(READY) ## read the documents in FOLDER (default: what was chosen, else seeds), write tables, notebooks and report to OUT (default: build)
	@$(BIN)/workbook run $(CHOSEN) --out "$(OUT)"

lab: $(READY) ## open JupyterLab on the notebooks, on this machine only
	@$(BIN)/jupyter lab --config=.jupyter/lab.py

app: $(READY) ## open the workbook in a browser on FOLDER, on this machine only, at an address with a token
	@$(BIN)/workbook app $(CHOSEN) --out "$(OUT)"

notebooks: $(READY) ## execute the notebooks where they stand and keep their outputs
	@$(BIN)/python tests/notebooks/keep.py

picture: $(READY) ## draw the README's picture anew (needs Chromium)
	@$(BIN)/python docs/cross_check.py

test: lint ## check the code and run every test, the notebooks' included
	@$(PYTEST)

fuzz: $(READY) ## read thousands of damaged files of each kind, and kill writers of a journal again and again
	@set -e; for script in $(wildcard tests/fuzz/fuzz_*.py) tests/fuzz/killed_writers.py; do $(BIN)/python $$script; done

coverage: $(READY) ## the same tests, half as fast, and which lines none of them ran
	@$(PYTEST) --cov=helpers --cov-config=pyproject.toml --cov-report=term-missing:skip-covered

lint: $(READY) ## ruff, mypy, import-linter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet --diff .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(READY) ## lay the code out and mend what ruff can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(READY) $(BENCH) ## time the workbook against other libraries
	@set -e; for script in $(wildcard benchmarks/bench_*.py); do $(BIN)/python $$script; done

goldens: $(READY) ## write the tables of tests/golden anew; look at what changed before you keep it
	@$(BIN)/python tests/golden/write_anew.py
	@$(BIN)/workbook quality --rules tests/golden/rules_on_our_own_pages.csv >/dev/null

quality: $(READY) ## count what is read and found on annotated pages: our own, and those in SHARED (default: ../shared, if there)
	@$(BIN)/workbook quality $(if $(SHARED),"$(SHARED)")

lock: $(UV) ## write the locks anew from pyproject.toml (UPGRADE=1: newest versions)
	@$(COMPILE) pyproject.toml --group dev --output-file requirements.lock
	@$(COMPILE) --group bench --constraints requirements.lock --output-file requirements-bench.lock
	@echo uv | $(COMPILE) - --output-file tools.lock

clean: ## remove the environment, the caches and build/ (never the reviewers' decisions)
	rm -rf .venv .tools build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage

$(UV): tools.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) must be Python 3.11 or later; name another with PYTHON=..." >&2; exit 2; }
	@$(PYTHON) -m pip --version >/dev/null || { echo "$(PYTHON) has no pip; install it (on Debian: apt-get install python3-pip)" >&2; exit 2; }
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --upgrade --target .tools --require-hashes --requirement tools.lock
	@touch $@

$(READY): | $(UV)
	@echo "Setting up .venv from the lock (once) ..."
	@test -x $(BIN)/python || $(UV) venv --quiet --clear --relocatable --python $(PYTHON) .venv
	@$(UV) pip sync --quiet --require-hashes requirements.lock
	@$(UV) pip install --quiet --no-deps --no-build-isolation --reinstall --editable .
	@rm -f .venv/.ready-* .venv/.bench-*
	@touch $@

$(BENCH): requirements-bench.lock | $(READY)
	@$(UV) pip install --quiet --require-hashes --requirement requirements-bench.lock
	@touch $@
