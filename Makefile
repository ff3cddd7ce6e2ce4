# Everything this project does is a target here; `make` alone lists them.

# A Python that Streamlit accepts (3.11 or newer). Another one: make serve PYTHON=/path/to/python3.12
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

# Material announces its end of life at every start; CONTRIBUTING.md knows.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build zensical test examples pictures social-cards check-api bench lint theme-lock clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | awk -F '\t' '{printf "  make %-12s %s\n", $$1, $$2}'

serve: $(VENV)/.site ## Serve the site at http://127.0.0.1:8000 and show changes as you save (PORT=…)
	$(BIN)/python -m mkdocs serve --dirty --no-strict --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/.site ## Build the site into site/; any warning fails
	$(BIN)/python -m mkdocs build --strict

zensical: $(VENV)/.site ## Build the same site with Zensical, into site-zensical/
	$(BIN)/python tests/zensical_site.py

test: $(VENV)/.tests ## Build strictly and run all tests, in a real browser too
	$(BIN)/python tests/chromium.py
	$(BIN)/ruff check extensions hooks tests examples
	$(BIN)/ruff format --check --quiet extensions hooks tests
	$(BIN)/python -m pytest -q --numprocesses auto

examples: $(VENV)/.tests ## Run the examples of one page, or of a docstring: make examples PAGE=streamlit.button
	$(BIN)/python -m pytest -q tests/test_examples.py tests/test_docstring_examples.py tests/test_pages.py -k "$(PAGE)"

pictures: $(VENV)/.tests ## Take the pictures of examples that are missing or stale (NAMES="st.button streamlit.map.1")
	$(BIN)/python tests/chromium.py
	$(BIN)/python tests/pictures/take.py $(NAMES)

social-cards: $(VENV)/.tests ## Take the pictures of links to the site
	$(BIN)/python tests/chromium.py
	$(BIN)/python tests/pictures/social.py

check-api: $(VENV)/.tests ## Compare the pages with the installed Streamlit, by name
	@$(BIN)/python tests/api_surface.py

bench: $(VENV)/.tests ## Measure a build, a saved page, and what pages cost their readers
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench_pages.py

lint: $(VENV)/.tests ## Correct and format the Python files
	$(BIN)/ruff check --fix extensions hooks tests examples
	$(BIN)/ruff format extensions hooks tests

theme-lock: $(VENV)/.tests ## After an upgrade of the theme: note that the overrides were compared with it
	$(BIN)/python tests/test_theme.py

clean: ## Remove the built site and the virtual environment
	rm -rf site site-zensical .cache $(VENV) .pytest_cache .ruff_cache

$(BIN)/python:
	@test -n "$(PYTHON)" && "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Streamlit needs Python 3.11 or newer. Install it, or say where it is: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) \
	|| { rm -rf $(VENV); echo "Could not make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/.site: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

$(VENV)/.tests: tests/requirements.txt $(VENV)/.site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
	@touch $@
