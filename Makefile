# Each goal does all the set-up it needs: Python 3.11 or newer and make are enough to begin with.

VENV := .venv
PY := $(VENV)/bin/python
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11
PIP := $(PY) -m pip install -q --disable-pip-version-check -c constraints.txt

.PHONY: demo test lint types layers unit bench format picture clean

demo: $(VENV)/.run
	@$(PY) examples/demo.py

test: lint types layers unit

lint: $(VENV)/.dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: $(VENV)/.dev
	$(PY) -m mypy

layers: $(VENV)/.dev
	$(VENV)/bin/lint-imports --no-logo

unit: $(VENV)/.dev
	$(PY) -m pytest -n auto

bench: $(VENV)/.dev
	$(PY) -m benchmarks

format: $(VENV)/.dev
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

picture: $(VENV)/.dev
	$(PY) docs/architecture.py

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.run: pyproject.toml constraints.txt | $(PY)
	@echo "正在安装依赖 / installing ..."
	@$(PIP) -e '.[pdf]'
	@$(PY) -m compileall -q letters
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(PY)
	@echo "正在安装开发依赖 / installing for development ..."
	@$(PIP) -e '.[dev]'
	@$(PY) -m compileall -q letters
	@touch $(VENV)/.run $@

$(PY):
	@old=; ready=; \
	for name in $(PYTHONS); do \
	  command -v $$name >/dev/null 2>&1 || continue; \
	  if ! $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then continue; fi; \
	  old=$$name; \
	  if $$name -c 'import venv, ensurepip' 2>/dev/null; then ready=$$name; break; fi; \
	done; \
	if [ -z "$$old" ]; then \
	  echo "需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed:" >&2; \
	  echo "  Debian 12+, Ubuntu 24.04+:  sudo apt install python3 python3-venv" >&2; \
	  echo "  macOS:                      brew install python" >&2; \
	  exit 1; \
	fi; \
	if [ -z "$$ready" ]; then \
	  version=`$$old -c 'import sys; print("%d.%d" % sys.version_info[:2])'`; \
	  echo "$$old 缺少 venv 模块（Debian、Ubuntu 把它放在单独的包里）/ lacks the venv module:" >&2; \
	  echo "  sudo apt install python$$version-venv" >&2; \
	  exit 1; \
	fi; \
	$$ready -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
