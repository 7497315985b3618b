PYTHON ?= python3
BIN := .venv/bin
LIBRARY ?= var/exempel
QA ?= ../shared/data/qa
MINUTES ?= ../shared/data/minutes
PORT ?= 8501
# One more than there are processors: a third of the time tests wait for other processes.
WORKERS ?= $(shell $(PYTHON) -c "import os; print(min(4, os.cpu_count() + 1))")
FUZZ_S ?= 1800
WALKS ?= tests/integration/browser
SERVED ?= tests/integration tests/unit/rag tests/trust

.PHONY: run test walk check lint gate trust served fuzz lock locked audit bench pictures format

run: .venv/installed  ## set everything up and open the app on the invented sample minutes
	@test -d $(LIBRARY) || $(BIN)/motesminne ingest --samples --library $(LIBRARY) || test -d $(LIBRARY)
	$(BIN)/motesminne serve --library $(LIBRARY) --port $(PORT)

test: .venv/installed-dev  ## set everything up and run the tests
	$(BIN)/pytest -n $(WORKERS)

check: lint test gate  ## what must hold before a commit

walk: .venv/installed-dev  ## walk through the app in a real browser
	$(BIN)/pytest -m browser $(WALKS) -n 2 --dist loadfile

lint: .venv/installed-dev  ## formatting, lint, types, import directions
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: .venv/installed-dev  ## hold answer quality on the sample minutes against the baseline
	@rm -rf var/gate
	@$(BIN)/motesminne ingest --samples --library var/gate || test -d var/gate
	$(BIN)/motesminne eval gate eval/data/gate.jsonl --baseline eval/data/baseline.json --library var/gate

trust: .venv/installed-dev served  ## the slow tests
	$(BIN)/pytest -m slow

served: .venv/installed-dev  ## the tests of the library again, with its vectors on a Chroma server
	TEST_CHROMA=server $(BIN)/pytest -n $(WORKERS) $(SERVED)

fuzz: .venv/installed-dev  ## try damaged files on the readers, for half an hour
	MOTESMINNE_FUZZ_S=$(FUZZ_S) $(BIN)/pytest tests/trust/test_reader_fuzz.py -s

lock: .venv/bin/python  ## write the hashes of the files that the program runs on
	$(BIN)/python tools/lock.py

locked: .venv/bin/python  ## set up those files and no others (Linux, x86-64, Python 3.11)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch .venv/installed

audit: .venv/installed .venv/audit/installed  ## known holes, licences, and a list of all packages
	.venv/audit/bin/python tools/audit.py $(BIN)/python

bench: .venv/installed-dev  ## every measurement; those on shared sets where the sets are
	$(BIN)/python -m eval.bench
	$(BIN)/python -m eval.reading_bench
	$(BIN)/python -m eval.scale --folder var/scale
	$(BIN)/python -m eval.app_bench --folder var/app
	$(BIN)/python -m eval.load_bench --folder var/load
	$(BIN)/python -m eval.altered
	$(BIN)/motesminne eval grammar $(if $(wildcard $(MINUTES)),--minutes $(MINUTES))
	$(BIN)/motesminne eval summaries $(if $(wildcard $(MINUTES)),--minutes $(MINUTES))
	$(BIN)/python -m eval.summary_bench
	@test ! -f $(QA)/swequad-mc-training.json || \
	  $(BIN)/motesminne eval peers swequad --path $(QA)/swequad-mc-training.json
	@test ! -f $(QA)/swefaq-dev.jsonl || \
	  $(BIN)/motesminne eval peers swefaq --path $(QA)/swefaq-dev.jsonl
	@test ! -f $(QA)/squad-sv-dev-half.json || \
	  $(BIN)/motesminne eval public squad --path $(QA)/squad-sv-dev-half.json

pictures: .venv/installed-dev  ## pictures of every page of the app, light, dark and narrow
	$(BIN)/python -m ui.pictures --folder docs/pictures

format: .venv/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	@touch $@

# Apart from what they look at, which would find and load their own packages.
.venv/audit/installed: constraints.txt tools/audit.txt
	$(PYTHON) -m venv .venv/audit
	.venv/audit/bin/python -m pip install --quiet -c constraints.txt -r tools/audit.txt
	@touch $@

.venv/installed-dev: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[dev,peers]"
	@touch .venv/installed $@
