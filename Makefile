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
.PHONY: help serve build zensical test examples pictures social-cards check-api api-changes bench lint theme-lock clean offline deploy-version site upgrade-check

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | awk -F '\t' '{printf "  make %-14s %s\n", $$1, $$2}'

serve: $(VENV)/.site ## Serve the site at http://127.0.0.1:8000 and show changes as you save (PORT=…)
	$(BIN)/python -m mkdocs serve --dirty --no-strict --dev-addr 127.0.0.1:$(PORT)

# `mkdocs build` empties its folder before it has anything to put there: so it gets one of its own.
build: $(VENV)/.site ## Build the site into site/; any warning fails, and the previous site stays as it is
	@if test -d site.old && ! test -d site; then mv site.old site; fi # the last build was killed between the two names
	@for folder in . site; do test ! -d $$folder || test -w $$folder \
	|| { echo "$(CURDIR)/$$folder is read-only, so nothing is built. Make it writable, or build elsewhere:" \
	"$(BIN)/python -m mkdocs build --strict --site-dir FOLDER" >&2; exit 1; }; done
	@rm -rf site.new site.old
	$(BIN)/python -m mkdocs build --strict --site-dir site.new
	@if test -d site; then mv site site.old; fi && mv site.new site && rm -rf site.old

offline: $(VENV)/.site ## Build one zip of the site that opens from a folder, without a network
	OFFLINE=true $(BIN)/python -m mkdocs build --strict --site-dir site-offline

deploy-version: $(VENV)/.site ## Commit the site for a Streamlit beside others: make deploy-version STREAMLIT=1.66.0 ALIAS=latest
	@$(BIN)/python tests/deploy_version.py $(if $(BRANCH),--branch "$(BRANCH)") "$(STREAMLIT)" $(ALIAS)

site: $(VENV)/.site ## Build the site for another Streamlit: make site STREAMLIT=1.50.0, into site-1.50.0/
	@$(BIN)/python tests/other_version.py $(STREAMLIT)

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

api-changes: $(VENV)/.tests ## Note what changed in the API up to the installed Streamlit (VERSIONS="1.66 1.67")
	$(BIN)/python tests/api_changes.py $(VERSIONS)

upgrade-check: $(VENV)/.tests ## Name what a newer Streamlit asks of the pages: make upgrade-check STREAMLIT=latest
	@$(BIN)/python tests/chromium.py
	@$(BIN)/python tests/upgrade_check.py "$(STREAMLIT)" $(PAGE)

bench: $(VENV)/.tests ## Measure a build, a saved page, and what pages cost their readers
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench_pages.py

lint: $(VENV)/.tests ## Correct and format the Python files
	$(BIN)/ruff check --fix extensions hooks tests examples
	$(BIN)/ruff format extensions hooks tests

theme-lock: $(VENV)/.tests ## After an upgrade of the theme: note that the overrides were compared with it
	$(BIN)/python tests/test_theme.py

clean: ## Remove the built sites and the virtual environments
	rm -rf site site.new site.old site-* .cache streamlit-docs-*.zip $(VENV) .venv-streamlit* .pytest_cache .ruff_cache

$(BIN)/python:
	@test -n "$(PYTHON)" && "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Streamlit needs Python 3.11 or newer. Install it, or say where it is: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) \
	|| { rm -rf $(VENV); echo "Could not make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

# Without a network, pip says that no version of the first package matches.
define install
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement $(1) \
	|| { echo "Could not install what $(1) names: see above, and check the network. make goes on here when it is there." >&2; exit 1; }
endef

$(VENV)/.site: requirements.txt | $(BIN)/python
	$(call install,requirements.txt)
	@touch $@

$(VENV)/.tests: tests/requirements.txt $(VENV)/.site
	$(call install,tests/requirements.txt)
	@touch $@
