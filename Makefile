# Cordée. `make help` lists what there is to do.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8000
SHOP ?= miramas
PY := .venv/bin/python
FLASK := $(PY) -m flask --app server
# The demonstration is a setting of the server, refused at start unless it listens on this machine only.
DEMONSTRATION := CORDEE_DEMONSTRATION=1 CORDEE_BIND=127.0.0.1 PORT=$(PORT)
# A deployment has a secret of its own; invitations and tokens are then made with its settings.
SETTINGS := $(if $(CORDEE_SECRET_KEY),PORT=$(PORT),$(DEMONSTRATION))
PWA_SOURCES := $(shell find pwa -type f -not -path 'pwa/node_modules/*' -not -path 'pwa/dist/*' -not -path 'pwa/dist-previous/*' 2>/dev/null)

.PHONY: help
help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

# ---- what is needed -------------------------------------------------------------------------------------------------

.venv/runtime: requirements.txt scripts/python
	@scripts/python
	@$(PY) -m pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/development: requirements-dev.txt .venv/runtime
	@$(PY) -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@

pwa/node_modules/.installed: pwa/package-lock.json scripts/node
	@scripts/node npm --prefix pwa ci --no-audit --no-fund --loglevel=error
	@touch $@

pwa/dist/.built: pwa/node_modules/.installed $(PWA_SOURCES) | .venv/runtime
	@scripts/node npm --prefix pwa run -s build
	@$(PY) -m whitenoise.compress -q pwa/dist
	@touch $@

.PHONY: browser
browser:
	@scripts/browser

# ---- run it ---------------------------------------------------------------------------------------------------------

.PHONY: run
run: build database ## install, build, open the demonstration shop and serve it on http://127.0.0.1:8000 (PORT=…)
	@$(DEMONSTRATION) $(FLASK) welcome
	@$(DEMONSTRATION) exec $(PY) -m gunicorn -c server/gunicorn.py 'server:create_app()'

.PHONY: build
build: .venv/runtime pwa/dist/.built ## build the phone's application

.PHONY: database
database: .venv/runtime
	@$(DEMONSTRATION) $(FLASK) db upgrade
	@$(DEMONSTRATION) $(FLASK) first-run

.PHONY: release
release: build ## prepare a deployment: front end built, database migrated, catalogue published (settings: docs/operations.md)
	@$(FLASK) db upgrade
	@$(FLASK) first-run

.PHONY: serve
serve: build ## serve with the settings of the environment (what the Procfile runs)
	@exec $(PY) -m gunicorn -c server/gunicorn.py 'server:create_app()'

.PHONY: worker
worker: .venv/runtime ## try imports out apart from the web (with CORDEE_JOBS=worker; else each web worker sees to it)
	@exec $(PY) -m server.jobs

.PHONY: invite
invite: .venv/runtime ## print a one-time link: ROLE=seller|manager|merchandiser SHOP=miramas
	@$(SETTINGS) $(FLASK) invite --role "$(ROLE)" --shop "$(SHOP)"

.PHONY: token
token: .venv/runtime ## print a bearer token for a machine client: ROLE=… SHOP=miramas
	@$(SETTINGS) $(FLASK) token --role "$(ROLE)" --shop "$(SHOP)"

# ---- hold it to its word --------------------------------------------------------------------------------------------

.PHONY: format
format: .venv/development pwa/node_modules/.installed ## write the sources in the house style
	@$(PY) -m ruff format -q . && $(PY) -m ruff check -q --fix .
	@scripts/node npm --prefix pwa run -s format

.PHONY: check
check: .venv/development pwa/node_modules/.installed ## format, lint, types and the fast tests
	@$(PY) -m ruff format --check -q . && $(PY) -m ruff check -q .
	@$(PY) -m mypy
	@scripts/node npm --prefix pwa run -s check
	@$(PY) -m pytest -q -m "not browser and not postgresql and not slow"

.PHONY: test
test: .venv/development build browser ## everything that CI runs
	@$(PY) -m ruff format --check -q . && $(PY) -m ruff check -q .
	@$(PY) -m mypy
	@scripts/node npm --prefix pwa run -s check
	@scripts/node npm --prefix pwa run -s size
	@$(PY) -m pytest -q -m "not browser" -n 2 --dist loadfile --no-loadscope-reorder
	@# A browser on a small machine that does other work is late now and then: what fails is tried again, and counted.
	@$(PY) -m pytest -q -m browser -n 3 --dist loadfile --reruns 2

.PHONY: faults
faults: .venv/development build browser ## kill phones and servers on a failing network, in full (three hours; FAULTS_SEED=…)
	@scripts/node npm --prefix pwa exec -- vitest run --root pwa faults
	@FAULTS=full $(PY) -m pytest -q tests/faults

.PHONY: bench
bench: .venv/development build browser ## measure every promise again and rewrite docs/benchmarks.md (some minutes; a quiet machine)
	@for promise in finder catalogue documents imports desk page visitors labels scan starting lighthouse; do $(PY) -m bench.$$promise; done

# ---- make again what is made ----------------------------------------------------------------------------------------

.PHONY: lock
lock: .venv/development ## compile the pinned requirements and the npm lock file
	@$(PY) -m uv pip compile -q --no-header --no-annotate requirements.in -o requirements.txt
	@$(PY) -m uv pip compile -q --no-header --no-annotate requirements-dev.in -o requirements-dev.txt
	@scripts/node npm --prefix pwa install --package-lock-only --no-audit --no-fund

.PHONY: vectors
vectors: .venv/development ## make the cases that hold Python and TypeScript to the same bytes
	@for script in tests/vectors/make_*.py; do $(PY) "$$script"; done

.PHONY: handbook
handbook: .venv/development ## write the finder's knowledge as pages to read: docs/connaissances.md and docs/knowledge.md
	@$(PY) -m catalog.finder.handbook docs

.PHONY: openapi
openapi: .venv/runtime pwa/node_modules/.installed ## write the description of the API, and the phone's types from it
	@CORDEE_SECRET_KEY="only to start: nothing is signed by it here" $(FLASK) openapi > docs/openapi.json
	@scripts/node npm --prefix pwa run -s gen:api

.PHONY: screenshots
screenshots: .venv/development build browser ## photograph each screen into docs/screenshots
	@$(PY) -m tests.e2e.screenshots
