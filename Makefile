# make          set up the environment and run the main job
# make test     set up the environment and run the tests
# It needs Python 3.11 or newer, pip 22.3 or newer, make, and the network once. PYTHON=... picks the interpreter.

PYTHONS = python3.13 python3.12 python3.11 python3
ENV = .venv
BIN = $(ENV)/bin
READY = $(ENV)/.ready

.PHONY: all test lint check formal appendix bench clean

all: $(READY)
	@$(BIN)/attnproof all

test: $(READY)
	@$(BIN)/pytest

lint: $(READY)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

check: $(READY)
	@$(BIN)/attnproof generate --check

formal: $(READY)
	@$(BIN)/attnproof formal

appendix: $(READY)
	@$(BIN)/attnproof appendix --pdf

bench: $(READY)
	@$(BIN)/python benchmarks/prove.py
	@$(BIN)/python benchmarks/folding.py
	@$(BIN)/attnproof bench

# pip installs from outside the environment (--python), so that it needs neither ensurepip nor the python3-venv package.
$(READY): requirements.lock pyproject.toml
	@set -e; \
	for python in $(or $(PYTHON),$(PYTHONS)); do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    recent=$$python; \
	    if $$python -c 'import pip, sys; sys.exit(tuple(map(int, pip.__version__.split(".")[:2])) < (22, 3))' 2>/dev/null; \
	    then chosen=$$python; break; fi; \
	  fi; \
	done; \
	if [ -z "$$recent" ]; then \
	  echo "Python 3.11 or newer is needed; install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; \
	fi; \
	if [ -z "$$chosen" ]; then \
	  echo "pip 22.3 or newer is needed for $$recent; install it with: apt-get install python3-pip" >&2; exit 1; \
	fi; \
	pip="$$chosen -m pip --python $(BIN)/python --disable-pip-version-check --quiet install --root-user-action ignore"; \
	echo "setting up $(ENV) with $$chosen (once; about a minute)"; \
	$$chosen -m venv --without-pip $(ENV); \
	$$pip -r requirements.lock; \
	$$pip --no-deps -e .; \
	touch $@

clean:
	rm -rf $(ENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
