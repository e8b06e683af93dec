# LastMile: `make plan` plans a day and leaves a page to look at, `make test` runs all tests.
# Each installs libglpk by itself if it is missing, and says so.

SCENARIO ?= datasets/santiago
OUT ?= out/santiago
SEARCH_SECONDS ?= 20

MODULES = Logistics Travel Inventory Promising Returns Routing LinearProgramming Sourcing Waves Dispatching LastMile Interchange

.PHONY: plan test memcheck lint bench bench-routing docs deps clean

plan: deps
	swift build -c release --product lastmile
	.build/release/lastmile plan $(SCENARIO) --seconds $(SEARCH_SECONDS) --out $(OUT)
	@echo "The page: $(OUT)/plan.html"

test: deps
	swift test --parallel

# Ten thousand calls of the wrapped C library on changing threads, faults and cancellations among them: none may leave memory behind.
MEMCHECK_CALLS ?= 10000
memcheck: deps
	@command -v valgrind >/dev/null || { echo "valgrind is missing: install it, then run make again" >&2; exit 1; }
	@mkdir -p .build
	$(CC) -std=gnu11 -O1 -g -Wall -Wextra -Wno-attributes -ISources/CGLPK/include Tests/Memcheck/memcheck.c Sources/CGLPK/*.c \
		-lglpk -lm -lpthread -o .build/memcheck
	valgrind --leak-check=full --errors-for-leak-kinds=all --error-exitcode=3 .build/memcheck $(MEMCHECK_CALLS)

lint:
	swift format lint --strict --recursive Sources Tests Benchmarks Package.swift

bench: deps
	cd Benchmarks && swift package --disable-sandbox benchmark --no-progress

# `lastmile route` beside other solvers on public instances, about an hour as it stands; writes tables and plots into docs/.
# BENCH_FAMILIES: some of them only, as "solomon x300"; BENCH_RESUME=1: go on with a run that was interrupted.
BENCH_SECONDS ?= 10
BENCH_SEEDS ?= 2
BENCH_INSTANCES ?= 2
BENCH_FAMILIES ?=
BENCH_RESUME ?=
bench-routing: deps
	swift build -c release --product lastmile
	Benchmarks/routing.py --seconds $(BENCH_SECONDS) --seeds $(BENCH_SEEDS) --instances $(BENCH_INSTANCES) \
		$(if $(BENCH_FAMILIES),--families $(BENCH_FAMILIES)) $(if $(BENCH_RESUME),--resume)
	Benchmarks/routing_report.py

docs: deps
	LASTMILE_DOCS=1 swift package --scratch-path .build-docs --allow-writing-to-directory docs/api generate-documentation \
		$(addprefix --target ,$(MODULES)) --enable-experimental-combined-documentation --output-path docs/api \
		--transform-for-static-hosting --hosting-base-path LastMile

# The C compiler is the judge: where the header lies differs from system to system.
deps:
	@if printf '#include <glpk.h>\nint main(void){return 0;}\n' | $(CC) -x c - -lglpk -o /dev/null 2>/dev/null; then :; \
	elif command -v apt-get >/dev/null; then \
		echo "libglpk-dev is missing: installing it with apt-get"; \
		if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
		$$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends libglpk-dev; \
	elif command -v brew >/dev/null; then \
		echo "glpk is missing: installing it with brew"; brew install glpk; \
	else \
		echo "glpk.h is missing: install GLPK 5.0 or newer with its headers, then run make again" >&2; exit 1; \
	fi

clean:
	rm -rf .build .build-* out docs/api
