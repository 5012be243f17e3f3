# Kaozheng. `make` lists what one can do.

prefix ?= /usr/local
SHARED ?= ../shared
SWIFT := $(shell Tools/find-swift)
STRICT := --explicit-target-dependency-import-check error
RELEASE := $(STRICT) -c release --static-swift-stdlib
PROGRAM := .build/release/kaozheng
# How long the bounded runs take, in seconds.
FUZZ_SECONDS ?= 60
SEED ?=
REPORTS ?= 2000
PAGES ?= 150000
KILLS ?= 200
COMPANIES ?= 2000
MONTHS ?= 24

.DEFAULT_GOAL := help
.PHONY: help demo test check format record record-engines bench bench-batch bench-market bench-diff bench-pages soak fuzz fuzz-quantities hostile install uninstall clean deps release picture schema coverage swift

help:             ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: release     ## read the Corpus and show what came out
	@Tools/demo.py $(PROGRAM) Corpus demo-out

test: deps swift  ## build and run every test
	@Tools/install-packages tests
	@$(SWIFT) build $(STRICT) --build-tests
	@$(SWIFT) test $(STRICT) --skip-build

check: deps swift ## formatting, imports, scripts, the man page
	@Tools/check $(SWIFT)

format: swift     ## format the Swift files as check wants them
	@$(SWIFT) format -i -r Sources Tests Package.swift

record: deps      ## typeset the Corpus anew from its sources
	@test -x Corpus/record || { echo "Corpus/record is missing" >&2; exit 1; }
	@Corpus/record

record-engines: deps swift ## keep what the engines make of the Corpus, after their numbers were raised
	@$(SWIFT) build $(STRICT) --build-tests
	@KAOZHENG_RECORD=1 $(SWIFT) test $(STRICT) --skip-build --filter EngineRevisionTests

bench: release    ## speed of reading against pdftotext, of matching against ripgrep and Python
	@Tests/Benchmarks/bench.py $(PROGRAM) $(SHARED)/reports
	@Tests/Benchmarks/matching.py $(PROGRAM) $(SHARED)/reports
	@Tests/Benchmarks/patterns.py $(PROGRAM) $(SHARED)/reports

fuzz: release     ## read damaged copies of the Corpus (FUZZ_SECONDS=60 SEED=…)
	@Tests/Fuzz/fuzz.py $(PROGRAM) Corpus --seconds $(FUZZ_SECONDS) $(if $(SEED),--seed $(SEED))

fuzz-quantities: swift ## read random text as quantities (FUZZ_SECONDS=60 SEED=…)
	@$(SWIFT) build $(RELEASE) --product fuzz-quantities
	@.build/release/fuzz-quantities $(FUZZ_SECONDS) $(SEED)

hostile: release  ## read every file of ../shared/hostile
	@Tests/Fuzz/hostile.py $(PROGRAM) $(SHARED)/hostile

picture: release  ## draw the pictures of README.md from the Corpus
	@Tools/readme-picture.py $(PROGRAM) Corpus Documentation/check-page.svg
	@Tools/install-packages tests
	@Tools/review-picture.sh $(PROGRAM) Corpus Documentation/review-page.png

schema: release   ## write the schemas of Rules/schema anew from the program
	@for kind in rules vocabulary pack items coverage; do \
	  $(PROGRAM) rules schema $$kind > Rules/schema/$$kind.schema.json || exit 1; done

bench-batch: release ## a whole batch of 2,000 reports against pdftotext (REPORTS=2000 PAGES=150000)
	@Tests/Benchmarks/batch.py $(PROGRAM) Corpus --reports $(REPORTS) --pages $(PAGES) --also $(SHARED)/reports

bench-market: swift ## rank and list a market of 2,000 companies over 24 months (COMPANIES=2000 MONTHS=24 SEED=…)
	@$(SWIFT) build $(RELEASE) --product bench-market
	@.build/release/bench-market $(COMPANIES) $(MONTHS) $(SEED)

bench-diff: swift ## compare runs over a made archive of 2,000 reports (REPORTS=2000)
	@$(SWIFT) build $(RELEASE) --product bench-diff
	@.build/release/bench-diff $(REPORTS) Rules

bench-pages: release ## first paints of every view over a made archive of 2,000 reports, in a browser (REPORTS=2000)
	@$(SWIFT) build $(RELEASE) --product bench-diff
	@$(SWIFT) build $(RELEASE) --product bench-pages
	@rm -f .build/bench-pages.sqlite*
	@.build/release/bench-diff $(REPORTS) Rules .build/bench-pages.sqlite
	@.build/release/bench-pages $(PROGRAM) .build/bench-pages.sqlite

soak: release     ## kill 200 ingests at random moments (KILLS=200 SEED=…)
	@Tests/Faults/soak.py $(PROGRAM) Corpus Rules --kills $(KILLS) $(if $(SEED),--seed $(SEED))

coverage: release ## count in how many reports of ../shared each item is found; writes Rules/tip/coverage.yaml
	@Tools/coverage.py $(PROGRAM) $(SHARED)

install: release  ## program, rules, man page, completion under prefix=/usr/local
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(prefix)/bin/kaozheng
	install -d $(DESTDIR)$(prefix)/share/kaozheng
	cp -R Rules $(DESTDIR)$(prefix)/share/kaozheng/
	install -D -m 644 Documentation/kaozheng.1 $(DESTDIR)$(prefix)/share/man/man1/kaozheng.1
	install -d $(DESTDIR)$(prefix)/share/bash-completion/completions
	$(PROGRAM) completion > $(DESTDIR)$(prefix)/share/bash-completion/completions/kaozheng

uninstall:        ## take away what install put there
	rm -f $(DESTDIR)$(prefix)/bin/kaozheng $(DESTDIR)$(prefix)/share/man/man1/kaozheng.1
	rm -f $(DESTDIR)$(prefix)/share/bash-completion/completions/kaozheng
	rm -rf $(DESTDIR)$(prefix)/share/kaozheng

clean:            ## remove what was built
	rm -rf .build demo-out

deps:             ## install the Debian packages that are missing
	@Tools/install-packages

release: deps swift
	@$(SWIFT) build $(RELEASE) --product kaozheng

swift:
	@test -n "$(SWIFT)" || { Tools/find-swift --explain; exit 1; }
