# Trajectoires. `make help` lists what there is.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: run test soak lint bench docs up up-cluster down test-eventstoredb format clean help install build

SINGLE := docker compose -f docker/compose.yaml
CLUSTER := docker compose -f docker/compose.cluster.yaml --env-file docker/.env

run: build ## installe, enregistre l’histoire réelle et la sert (install, load the real history, serve it)
	@node dist/src/main.js serve --sample

test: build node_modules/.tap-plugins ## installe et passe les tests (install, pass the tests)
	@npx tap

soak: build node_modules/.tap-plugins ## les mêmes tests, longtemps : propriétés 10 000 fois, 60 arrêts brutaux (the same tests, for long)
	@TEST_RUNS=10000 CRASH_ROUNDS=60 npx tap --timeout=3600 \
	  'dist/test/**/*.property.test.js' 'dist/test/**/*.crash.test.js'

lint: build ## les règles de la maison, et la mise en forme (house rules and formatting)
	@npx eslint .
	@npx prettier --check --log-level warn .

bench: build ## les rapports de vitesse, face à une limite ou à un pair (speed, as ratios)
	@for file in dist/test/bench/*.bench.js; do echo "== $$file"; node "$$file"; done

docs: build ## la page du catalogue, depuis le catalogue (the catalogue’s page)
	@node dist/src/docs/write-catalogue.js

up: ## une base EventStoreDB et une application, en conteneurs : http://localhost:2727 (one database, one application)
	@$(SINGLE) up --build --detach --wait

up-cluster: docker/.env ## trois bases sécurisées, deux applications : ports 2727 et 2728 (three databases, two applications)
	@$(CLUSTER) up --build --detach --wait

down: ## arrête ces conteneurs ; les données restent dans leurs volumes (stop them; volumes stay)
	@$(SINGLE) down
	@if [ -f docker/.env ]; then $(CLUSTER) down; fi

# Random, and once: a database keeps the password that it was begun with.
docker/.env:
	@umask 077; for name in ADMIN OPS APP; do echo "$${name}_PASSWORD=$$(openssl rand -hex 24)"; done > $@
	@echo "docker/.env : mots de passe tirés au sort, à garder (random passwords: keep them)"

test-eventstoredb: build node_modules/.tap-plugins ## les tests du journal sur une vraie base : EVENTSTOREDB_URL, ou celle de make up (on a real database)
	@if [ -z "$${EVENTSTOREDB_URL:-}" ]; then $(SINGLE) up --detach --wait eventstoredb; fi; \
	  EVENTSTOREDB_URL="$${EVENTSTOREDB_URL:-esdb://localhost:$${EVENTSTOREDB_PORT:-2113}?tls=false}" \
	  npx tap --timeout=600 'dist/test/adapters/event-log/eventstoredb/**/*.test.js'

format: install ## met en forme (format)
	@npx prettier --write --log-level warn .

clean: ## efface ce qui se reconstruit ; les données restent dans data/ (what can be rebuilt; data/ stays)
	@rm -rf dist node_modules .tap

help: ## cette liste (this list)
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-18s %s\n", $$1, $$2 }'

install: node_modules/.package-lock.json

node_modules/.package-lock.json: package.json package-lock.json
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# The runner is assembled from the plugins of .taprc: left to itself, it does so in the middle of its first run.
node_modules/.tap-plugins: node_modules/.package-lock.json .taprc
	@npx tap build
	@touch $@

build: install
	@node node_modules/typescript-native/bin/tsc -p tsconfig.json
	@# A test whose source was moved or removed would still run.
	@find dist/test -name '*.test.js' | while read -r built; do \
	  source=$${built#dist/}; source=$${source%.js}; \
	  [ -e "$$source.ts" ] || [ -e "$$source.tsx" ] || rm -- "$$built" "$$built.map"; done
