# The front door. Every target does its own set-up, on a bare Debian with Rust and Node.

.PHONY: audit help setup ui run test sim mutants kill fuzz demo utama bindings recorded bench bench-window deny packages windows windows-check windows-try utama-deb clean

CARGO ?= cargo
DENY := target/tools/bin/cargo-deny
DEB := target/tools/bin/cargo-deb

# One profile for building, linting and testing, or the heavy crates are built twice.
AS_TESTED := --locked --workspace --all-targets --profile test

help:
	@echo "make run       opens the app (without a display: on a virtual one, with a screenshot)"
	@echo "make test      runs every test, lint and check"
	@echo "make sim       runs the simulator for SECONDS from SEED on"
	@echo "make mutants   proves that the simulator sees the mistakes it is there to see"
	@echo "make audit     says what is known to be wrong with the libraries, of the copy kept here"
	@echo "make fuzz      feeds TARGET (or each decoder) with rubbish for SECONDS, from SEED"
	@echo "make kill      kills real desks and servers TIMES times each, from SEED"
	@echo "make demo      walks the main job headless into ./demo"
	@echo "make utama     starts PPID Utama on http://127.0.0.1:8018"
	@echo "make utama-deb makes the server's Debian package, of a release build, and tries it in a clean one"
	@echo "make bindings  writes the TypeScript side of the commands"
	@echo "make recorded  records what the core answers to the window, for the window's tests"
	@echo "make bench     measures the papers, the stores, and sync over real sockets"
	@echo "make bench-window  measures the released window: its start and its memory, beside an empty one"
	@echo "make packages  makes the desk's package for Debian, and tries it in a clean one"
	@echo "make windows   makes the programs and the setup for Windows (half an hour of one core)"
	@echo "make windows-check  reads everything as Windows' compiler does, without making a program of it"
	@echo "make windows-try  tries the setup under Wine"

setup:
	@scripts/setup.sh

# The window's page; the app embeds what is built here.
ui: setup ui/node_modules/.done
	cd ui && npm run --silent build

# Not `npm ci`: it insists on a line for every platform's optional binary, also those a registry does not serve.
ui/node_modules/.done: ui/package-lock.json
	cd ui && npm install --no-save --no-audit --no-fund
	touch $@

run: ui
	$(CARGO) build --locked --bin loket-ppid
	@scripts/run.sh

test: ui $(DENY)
	cd ui && npm run --silent lint && npm run --silent test
	$(CARGO) fmt --all --check
	$(CARGO) build $(AS_TESTED)
	$(CARGO) clippy $(AS_TESTED) -- -D warnings
	$(DENY) --offline check --hide-inclusion-graph bans licenses sources
	$(CARGO) test --locked --workspace
	$(MAKE) mutants

SECONDS ?= 60
SEED ?= 1000

# From seed 1000 on runs are long, so that nearly all the time goes into faults.
sim: setup
	SIM_SECONDS=$(SECONDS) SIM_SEED=$(SEED) $(CARGO) test --locked --workspace --test simulator the_laws -- --nocapture

fuzz: setup
	FUZZ_TARGET=$(TARGET) FUZZ_SECONDS=$(SECONDS) FUZZ_SEED=$(SEED) $(CARGO) test --locked --workspace --test fuzz -- --nocapture

TIMES ?= 200

kill: setup
	$(CARGO) build $(AS_TESTED)
	KILL_TIMES=$(TIMES) KILL_SEED=$(SEED) $(CARGO) test --locked --workspace --test sync killing -- --nocapture

mutants: setup
	$(CARGO) test --locked --workspace --features loket-tests/mutants --test simulator scenarios

# What is known to be wrong with what we stand on, asked of the copy in packaging/advisories: without a network, with its age.
audit: setup
	$(CARGO) test --locked --workspace --test house advisories -- --nocapture

# Advisories as they stand today come from a list on the network; everything else is checked without one.
$(DENY): | setup
	$(CARGO) install cargo-deny --version 0.20.2 --locked --debug --root target/tools

deny: $(DENY)
	$(DENY) check

demo: setup
	$(CARGO) build $(AS_TESTED)
	rm -rf demo
	target/debug/loketctl demo demo

# Neither the window nor its libraries: a compiler for C and OpenSSL's library are all it needs besides Rust.
utama:
	@scripts/setup.sh server
	$(CARGO) run --locked -p loket-utama -- serve --database utama-data

utama-deb:
	@scripts/setup.sh server
	$(CARGO) build --locked --release -p loket-utama
	rm -rf target/deb
	scripts/utama-deb.sh
	scripts/try-utama-deb.sh target/deb/loket-utama_*.deb

# Without asking the types: those of the commands are what is written here.
bindings: setup ui/node_modules/.done
	cd ui && npx vite build
	$(CARGO) build $(AS_TESTED)
	target/debug/loket-ppid bindings > ui/src/core/bindings.ts

recorded: setup
	$(CARGO) build $(AS_TESTED)
	target/debug/loketctl record ui/test/recorded

bench: setup
	$(CARGO) run --locked --release -p loket-letters --example speed
	$(CARGO) run --locked --release -p loket-utama --example load
	$(CARGO) build --locked --release -p loket-utama -p loket-tests --bin loket-utama --example sockets
	target/release/examples/sockets

bench-window: ui
	$(CARGO) build --locked --release -p loket-ppid -p loketctl
	scripts/linux/measure-window.sh

$(DEB): | setup
	$(CARGO) install cargo-deb --version 3.8.0 --locked --debug --root target/tools

# What is given to offices; docs/rilis.md says what comes after it.
packages: ui $(DEB)
	$(CARGO) build --locked --release -p loket-ppid -p loketctl
	rm -rf target/packages/*.deb
	$(DEB) --no-build --output target/packages/
	scripts/try-packages.sh target/packages/loket-ppid_*.deb

windows: ui
	scripts/windows/build.sh

# No part of `make test`: on a bare machine it takes longer than all else that is checked there.
windows-check: ui
	scripts/windows/build.sh check --locked --workspace

windows-try:
	scripts/windows/try-setup.sh

clean:
	$(CARGO) clean
	rm -rf ui/dist ui/node_modules demo gen
