# Everything a developer does: `make run` and `make test` work on a fresh Debian 12 machine with a Swift toolchain.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# What building and running need of Debian; what the tests ask besides.
PACKAGES := libcairo2-dev libharfbuzz-dev libfribidi-dev libfreetype-dev libdeflate-dev zlib1g-dev libzip-dev libexpat1-dev libcurl4-openssl-dev libsqlite3-dev libpq-dev pkg-config
TEST_PACKAGES := librsvg2-bin poppler-utils pngcheck imagemagick chromium python3 python3-pip qpdf openssl postgresql pgbouncer nginx-light fonts-noto-cjk fonts-noto-color-emoji

# What the tests ask of PyPI, in a folder of the build: an SMTP server, and a reader of calendars.
PYTHON_PACKAGES := aiosmtpd==1.4.6 icalendar==6.3.2 openapi-spec-validator==0.7.1 quickchart.io==3.0.0
BUDGET_PACKAGES := valgrind binutils
BROWSER_PACKAGES := chromium chromium-driver python3-venv openjdk-17-jre-headless

DIST_PACKAGES := dpkg-dev binutils python3

PORT ?= 8080
PREFIX ?= /usr/local
# What the tests in a browser need of PyPI, in versions that are written down.
BROWSER_TOOLS := .build/browser-tools

.PHONY: help setup setup-test build run test test-browser bench bench-growth budget docs gallery install dist format lint clean

help:
	@echo "make run      build, import Data/purchases.csv, serve the dashboard at http://127.0.0.1:$(PORT)"
	@echo "make test     build and test"
	@echo "make test-browser   test the pages in Chromium"
	@echo "make budget   count allocations and instructions; fails off the committed numbers, which BUDGETS=update writes anew"
	@echo "make docs     the documentation of the modules, by DocC"
	@echo "make install  the program, its manual page and completions, below $(PREFIX)"
	@echo "make dist     an executable with the Swift runtime inside, and a Debian package of it, in .build/dist"
	@echo "make build | bench | bench-growth | gallery | format | lint | setup | clean"

# Installs what is missing, with sudo where that is needed; says nothing when nothing is.
define install
	@missing=$$(for package in $(1); do dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; done); \
	if [ -n "$$missing" ]; then \
	  as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "Installing" $$missing; \
	  $$as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

setup:
	$(call install,$(PACKAGES))

setup-test: setup
	$(call install,$(TEST_PACKAGES))
	@[ -d .build/python/icalendar -a -d .build/python/aiosmtpd -a -d .build/python/openapi_spec_validator -a -d .build/python/quickchart ] || \
	  python3 -m pip install --quiet --upgrade --target .build/python $(PYTHON_PACKAGES)

build: setup
	@[ -x .build/release/cartograph ] || echo "Building Cartograph: about ten minutes on two cores, the first time."
	swift build -c release --product cartograph

# The database is cartograph.sqlite in this folder, as for every command.
run: build
	@echo "Importing Data/purchases.csv and serving it at http://127.0.0.1:$(PORT); Ctrl-C ends it."
	.build/release/cartograph serve --port $(PORT) --import Data/purchases.csv

install: build
	deploy/install $(DESTDIR)$(PREFIX)

# The Swift runtime is linked in, so that what comes out needs Debian's libraries only.
dist: setup
	$(call install,$(DIST_PACKAGES))
	swift build -c release --static-swift-stdlib --product cartograph
	deploy/package

# Left to itself, Swift Testing starts all tests at once. Those that have a server would then hold more than 1,300 files open: more
# than a new Debian allows a process, and more than Foundation's `Process` lists without reading past its buffer.
test: setup-test
	@mkdir -p .build
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8 swift test 2>&1 | tee .build/test.log; status=$${PIPESTATUS[0]}; \
	  [ $$status = 0 ] || { echo; echo "What failed:"; grep -E "^✘|error: " .build/test.log; exit $$status; }
	swift run --package-path Tests/LibraryConsumer --scratch-path .build/consumer

$(BROWSER_TOOLS)/installed: Tests/Browser/requirements.txt
	$(call install,$(BROWSER_PACKAGES))
	python3 -m venv $(BROWSER_TOOLS)
	$(BROWSER_TOOLS)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

test-browser: setup $(BROWSER_TOOLS)/installed
	swift build --product cartograph
	cd Tests/Browser && ../../$(BROWSER_TOOLS)/bin/python -B -m unittest -v

bench: setup
	swift run -c release benchmark

# How costs grow with the lines of others; GROWTH has the numbers of lines, which may be as many as the disk bears.
bench-growth: setup
	swift run -c release benchmark growth $(GROWTH)

# Counts are the same on a busy machine and a quiet one, so they gate where times could not.
budget: setup
	$(call install,$(BUDGET_PACKAGES))
	swift build -c release --product cartograph
	swift build -c release --product benchmark
	"$$(dirname "$$(readlink -f "$$(command -v swift)")")"/clang -O2 -shared -fPIC -o .build/release/suspension.so Tests/Budgets/suspension.c
	.build/release/benchmark budget

docs: setup
	swift build
	.ci/docs

gallery: setup
	swift run gallery .gallery

format:
	swift format -i --recursive Package.swift Sources Tests

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

clean:
	rm -rf .build .gallery
