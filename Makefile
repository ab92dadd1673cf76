# Trajectoires. `make help` lists what there is.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: run test soak lint bench docs format clean help install build

run: build ## installe, enregistre l’histoire réelle et la sert (install, load the real history, serve it)
	@node dist/src/main.js serve --sample

test: build ## installe et passe les tests (install, pass the tests)
	@npx tap

soak: build ## les mêmes tests, longtemps : propriétés 10 000 fois, 60 arrêts brutaux (the same tests, for long)
	@TEST_RUNS=10000 CRASH_ROUNDS=60 npx tap --timeout=3600 \
	  'dist/test/**/*.property.test.js' 'dist/test/**/*.crash.test.js'

lint: build ## les règles de la maison, et la mise en forme (house rules and formatting)
	@npx eslint .
	@npx prettier --check --log-level warn .

bench: build ## les rapports de vitesse, face à une limite ou à un pair (speed, as ratios)
	@for file in dist/test/bench/*.bench.js; do echo "== $$file"; node "$$file"; done

docs: build ## la page du catalogue, depuis le catalogue (the catalogue’s page)
	@node dist/src/docs/write-catalogue.js

format: install ## met en forme (format)
	@npx prettier --write --log-level warn .

clean: ## efface ce qui se reconstruit ; les données restent dans data/ (what can be rebuilt; data/ stays)
	@rm -rf dist node_modules .tap

help: ## cette liste (this list)
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-8s %s\n", $$1, $$2 }'

install: node_modules/.package-lock.json

node_modules/.package-lock.json: package.json package-lock.json
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

build: install
	@npx tsc -p tsconfig.json
