# Python 3.11 or newer with venv, and make: nothing else is needed.
PYTHON ?= python3
PYTEST_OPTIONS ?= --numprocesses auto --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help site test test-slow test-all check law pictures docs figures clean

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile

site: .venv/for-site ## build the notices of content/ into build/
	@.venv/bin/notice build

test: .venv/for-test ## run the tests of every change
	@.venv/bin/python -m pytest $(PYTEST_OPTIONS) -m "not slow"

test-slow: .venv/for-test ## run the slower proofs: whole sites in a browser, every fact unknown, interrupted builds
	@.venv/bin/python -m pytest $(PYTEST_OPTIONS) -m slow

test-all: test test-slow ## run both

check: .venv/for-check ## look at style, types, who imports whom, and the files of CI
	@.venv/bin/ruff check --quiet
	@.venv/bin/ruff format --check --quiet
	@.venv/bin/mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo
	@.venv/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml integrations/github/*.yml
	@.venv/bin/check-jsonschema --builtin-schema vendor.github-actions action.yml
	@.venv/bin/check-jsonschema --builtin-schema vendor.gitlab-ci integrations/gitlab/*.yml
	@.venv/bin/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	@.venv/bin/zizmor --offline --pedantic --quiet --no-progress --config .github/zizmor.yml . integrations/github/*.yml

law: .venv/for-site ## fail when an entry of the tables of law is overdue for review: for a scheduled job
	@.venv/bin/notice law --due

pictures: .venv/for-test ## make the pictures of the documentation anew (needs Chromium)
	@.venv/bin/python docs/pictures/make.py

docs: .venv/for-site ## write the pages of the rules, docs/coverage.md and docs/keys/ anew
	@.venv/bin/python docs/make.py

figures: .venv/for-test ## write the figures: every fault of twelve registers, variants of every site checked and built, and the corpus of sentences (two hours)
	@.venv/bin/python tests/mutation/make_figures.py
	@.venv/bin/python tests/agreement/compare_all.py
	@cd tests && ../.venv/bin/python -m sentences.score --by-rule
	@cd tests && for set in second third fourth; do ../.venv/bin/python -m sentences.score --set $$set; done

clean: ## remove what was made, but for .venv
	@rm -rf build dist .build.building-* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find notice tests -type d -name __pycache__ -prune -exec rm -rf {} +

# One environment, filled as far as a target needs it; each file stands for what is installed.
.venv/for-site: extras = .
.venv/for-test: extras = .[test]
.venv/for-check: extras = .[test,lint]

.venv/for-%: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing what 'make $*' needs into .venv"
	@.venv/bin/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '$(extras)'
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	@$(PYTHON) -m venv .venv
