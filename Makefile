# lede - see README.md; `make help` lists the targets.
VERSION = 0.1.0
BUILD ?= build
PREFIX ?= /usr/local
DESTDIR ?=
CC ?= cc
CXX ?= c++
AR ?= ar

# A user's CFLAGS stay theirs: what the sources need is added apart. With -O3 batch is some 5% faster than with -O2 (gcc 12).
CFLAGS ?= -O3 -g
SANITIZE =
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wundef
WERROR ?= $(if $(CI),-Werror)
OWN = -std=c11 -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc -I$(BUILD)/gen -fPIC -fvisibility=hidden -ffp-contract=off \
      $(WARN) $(WERROR) $(SANITIZE) $(shell pkg-config --cflags libutf8proc jansson 2>/dev/null)
LIBS = -lstemmer -lutf8proc -ljansson -lm
CLI_LIBS = -lz -lzstd -lpthread

LAYERS = base lang read text model score pick render
LIB_C = src/lede.c $(wildcard $(LAYERS:%=src/%/*.c))
CLI_C = $(wildcard src/eval/*.c src/cli/*.c)
LIB_O = $(LIB_C:%.c=$(BUILD)/%.o) $(GEN_O)
CLI_O = $(CLI_C:%.c=$(BUILD)/%.o)
TESTS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/test_*.c))

PACKAGES = gcc g++ libc6-dev libstemmer-dev uthash-dev libutf8proc-dev libjansson-dev zlib1g-dev libzstd-dev libcmocka-dev liblinear-dev pkg-config

.DEFAULT_GOAL = all
.DELETE_ON_ERROR:
.PHONY: all
all: $(BUILD)/lede $(BUILD)/liblede.a $(if $(SANITIZE),,$(BUILD)/liblede.so $(BUILD)/lede.pc)

# ---- language data: stopwords/ -> constant tables ---------------------------------------------------------------------
CODES := $(shell sed -n 's/^LANGUAGE.\([a-z]*\),.*/\1/p' src/lang/languages.def)
COUNTED := $(patsubst stopwords/%.df,%,$(wildcard stopwords/*.df))
FORMED := $(patsubst stopwords/%.forms,%,$(wildcard stopwords/*.forms))
GEN_O = $(FORMED:%=$(BUILD)/gen/forms_%.o) $(CODES:%=$(BUILD)/gen/lexicon_%.o) $(COUNTED:%=$(BUILD)/gen/frequencies_%.o) $(BUILD)/gen/detect.o

$(BUILD)/embed: src/tools/embed.c src/lang/lexicon.def src/lang/forms.def src/lang/table.h src/lang/language.h
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -O1 $(WARN) -Isrc $< -o $@

.SECONDEXPANSION:
$(BUILD)/gen/lexicon_%.c: $(BUILD)/embed $$(wildcard stopwords/$$*.stop stopwords/$$*.abbr stopwords/$$*.cues stopwords/$$*.furniture)
	@mkdir -p $(@D)
	$(BUILD)/embed lexicon $* $(filter stopwords/%,$^) >$@
$(BUILD)/gen/frequencies_%.c: $(BUILD)/embed stopwords/%.df
	@mkdir -p $(@D)
	$(BUILD)/embed frequencies $* stopwords/$*.df >$@
$(BUILD)/gen/forms_%.c: $(BUILD)/embed stopwords/%.forms
	@mkdir -p $(@D)
	$(BUILD)/embed forms $* stopwords/$*.forms >$@
$(BUILD)/gen/detect.c: $(BUILD)/embed $(CODES:%=stopwords/%.stop)
	@mkdir -p $(@D)
	$(BUILD)/embed detect $(CODES:%=stopwords/%.stop) >$@
$(BUILD)/gen/frequencies.h: $(COUNTED:%=stopwords/%.df)
	@mkdir -p $(@D)
	for code in $(COUNTED); do echo "extern const struct ld_table ld_frequencies_$$code; extern const uint32_t ld_background_$$code;"; done >$@
$(BUILD)/gen/%.o: $(BUILD)/gen/%.c
	$(CC) -std=c11 -O0 -fPIC -fvisibility=hidden -Isrc -c $< -o $@
$(BUILD)/src/lang/language.o: $(BUILD)/gen/frequencies.h
$(BUILD)/gen/weights.def: src/score/weights.tsv
	@mkdir -p $(@D)
	awk -F '\t' '!/^#/ && NF { printf "WEIGHT(%s, %s, %s)\n", $$1, $$2, $$3 }' $< >$@
$(BUILD)/src/score/weights.o: $(BUILD)/gen/weights.def
$(BUILD)/gen/choice_weights.def: src/pick/choice.tsv
	@mkdir -p $(@D)
	awk -F '\t' '!/^#/ && NF { printf "%s(%s, %s, %s)\n", $$1 ~ /^[A-Z]/ ? "PIECE" : "CHOICE", $$1, $$2, $$3 }' $< >$@
$(BUILD)/src/pick/choice.o: $(BUILD)/gen/choice_weights.def
$(BUILD)/lists: src/tools/lists.c src/pick/words.def src/lang/table.h src/text/words.h
	@mkdir -p $(@D)
	$(CC) -std=c11 -O1 $(WARN) -Isrc $< -o $@
$(BUILD)/gen/word_bits.def: $(BUILD)/lists
	@mkdir -p $(@D)
	$(BUILD)/lists >$@
$(BUILD)/src/pick/shorten_lists.o: $(BUILD)/gen/word_bits.def

# ---- library and program ------------------------------------------------------------------------------------------------
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(OWN) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/liblede.a: $(LIB_O)
	@rm -f $@
	$(AR) rcs $@ $(LIB_O)
$(BUILD)/liblede.so: $(LIB_O)
	$(CC) -shared $(SANITIZE) -Wl,-soname,liblede.so.0 -Wl,-z,defs $(CFLAGS) $(LDFLAGS) $(LIB_O) $(LIBS) -o $@
	ln -sf liblede.so $(BUILD)/liblede.so.0
$(BUILD)/lede: $(CLI_O) $(BUILD)/liblede.a
	$(CC) $(SANITIZE) $(CFLAGS) $(LDFLAGS) $(CLI_O) $(BUILD)/liblede.a $(LIBS) $(CLI_LIBS) -o $@
$(BUILD)/lede.pc: Makefile
	@mkdir -p $(@D)
	printf '%s\n' 'prefix=$(PREFIX)' 'Name: lede' 'Description: summaries, bullets and headlines of articles' 'Version: $(VERSION)' \
	  'Libs: -L$${prefix}/lib -llede' 'Libs.private: $(LIBS)' 'Cflags: -I$${prefix}/include' >$@


# ---- tests --------------------------------------------------------------------------------------------------------------
EXAMPLES = $(patsubst examples/%,$(BUILD)/examples/%,$(basename $(wildcard examples/*.c examples/*.cpp)))
# These fail each allocation in turn (tests/failing.h): calls of our objects go through their own.
$(BUILD)/tests/test_memory $(BUILD)/tests/test_memory_commands: WRAP = -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc
$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(filter-out %/main.o,$(CLI_O)) $(BUILD)/liblede.a
	$(CC) $(SANITIZE) $(CFLAGS) $(LDFLAGS) $(WRAP) $< $(filter-out %/main.o,$(CLI_O)) $(BUILD)/liblede.a $(LIBS) $(CLI_LIBS) -lcmocka -o $@
$(BUILD)/examples/%: examples/%.c $(BUILD)/liblede.a
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) -Iinclude $(SANITIZE) $(CFLAGS) $(LDFLAGS) $< $(BUILD)/liblede.a $(LIBS) -o $@
$(BUILD)/examples/%: examples/%.cpp $(BUILD)/liblede.a
	@mkdir -p $(@D)
	$(CXX) -std=c++17 -Wall -Wextra -Iinclude $(SANITIZE) $(CFLAGS) $(LDFLAGS) $< $(BUILD)/liblede.a $(LIBS) -o $@
.SECONDARY: $(GEN_O:.o=.c)
.PRECIOUS: $(BUILD)/%.o

.PHONY: deps demo check check-run asan tsan
deps: ## install what is missing (Debian packages; as root or through sudo)
	@missing=; for p in $(PACKAGES); do dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	command -v apt-get >/dev/null || { echo "lede needs these packages (Debian names):$$missing" >&2; exit 1; }; \
	if [ "$$(id -u)" = 0 ]; then run=; else command -v sudo >/dev/null && run=sudo || { echo "run as root: apt-get install$$missing" >&2; exit 1; }; fi; \
	$$run apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$run apt-get install -y -qq --no-install-recommends $$missing

demo: deps ## build, and summarise a sample article
	@$(MAKE) --no-print-directory all >/dev/null
	$(BUILD)/lede corpus/harbour-tunnel.txt

check: deps ## every test
	@$(MAKE) --no-print-directory check-run

check-run: all $(BUILD)/fit $(BUILD)/fit-headlines $(TESTS) $(EXAMPLES)
	@BUILD=$(BUILD) SANITIZE="$(SANITIZE)" sh tests/run.sh $(TESTS)

asan: deps ## every test under AddressSanitizer and UBSan
	@$(MAKE) --no-print-directory check-run BUILD=$(BUILD)/asan CFLAGS="-O1 -g" SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=all"
tsan: deps ## the tests of threads, and lede batch, under ThreadSanitizer
	@$(MAKE) --no-print-directory $(BUILD)/tsan/tests/test_threads $(BUILD)/tsan/tests/test_queue $(BUILD)/tsan/lede \
	  BUILD=$(BUILD)/tsan CFLAGS="-O1 -g" SANITIZE=-fsanitize=thread
	$(BUILD)/tsan/tests/test_threads
	$(BUILD)/tsan/tests/test_queue
	LEDE=$(BUILD)/tsan/lede KILLS=6 sh tests/batch_kill.sh

.PHONY: check-spark soak
check-spark: all ## examples/spark/ on a cluster of two workers on this machine (installs pyspark into build/venv)
	@BUILD=$(BUILD) sh tests/spark.sh
soak: all ## lede batch at full load for MINUTES (10), memory watched
	@LEDE=$(BUILD)/lede MINUTES=$(or $(MINUTES),10) sh tests/soak.sh

# ---- for those who change lede --------------------------------------------------------------------------------------------
.PHONY: fuzz fuzz-smoke lint format format-check coverage bench sizes
SOURCES = $(wildcard include/*.h src/*.c src/*/*.c src/*/*.h tests/*.c examples/*.c examples/*.cpp)
FUZZ_FLAGS = CC=clang CFLAGS="-O1 -g -DLD_ARENA_APART" SANITIZE="-fsanitize=fuzzer-no-link,address,undefined"

$(BUILD)/fuzz: tests/fuzz.c $(BUILD)/liblede.a
	clang -std=c11 -Iinclude $(CFLAGS) -fsanitize=fuzzer,address,undefined $< $(BUILD)/liblede.a $(LIBS) -o $@
fuzz: ## libFuzzer on the library until it is stopped (needs clang and libclang-rt-dev)
	@$(MAKE) --no-print-directory $(BUILD)/fuzzing/fuzz BUILD=$(BUILD)/fuzzing $(FUZZ_FLAGS)
	mkdir -p $(BUILD)/fuzzing/found && $(BUILD)/fuzzing/fuzz -max_len=8192 $(BUILD)/fuzzing/found corpus
fuzz-smoke: ## the same for a minute
	@$(MAKE) --no-print-directory $(BUILD)/fuzzing/fuzz BUILD=$(BUILD)/fuzzing $(FUZZ_FLAGS)
	mkdir -p $(BUILD)/fuzzing/found && $(BUILD)/fuzzing/fuzz -max_len=8192 -max_total_time=60 $(BUILD)/fuzzing/found corpus
lint: $(BUILD)/gen/frequencies.h $(BUILD)/gen/weights.def $(BUILD)/gen/choice_weights.def $(BUILD)/gen/word_bits.def ## clang-tidy and cppcheck, both must be silent
	cppcheck -q --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 -Iinclude -Isrc -I$(BUILD)/gen \
	  --suppress=nullPointerArithmeticRedundantCheck --suppress=missingIncludeSystem -DSIZE_MAX=18446744073709551615UL src
	@for file in $(LIB_C) $(CLI_C) $(wildcard src/tools/fit*.c); do clang-tidy --quiet --warnings-as-errors='*' $$file -- $(OWN) 2>/dev/null || exit 1; done
format: ## clang-format everything
	clang-format -i $(SOURCES)
format-check: ## nothing left to format?
	clang-format --dry-run -Werror $(SOURCES)
coverage: ## lines that the tests run, by folder
	@$(MAKE) --no-print-directory check-run BUILD=$(BUILD)/coverage CFLAGS="-O0 -g" SANITIZE=--coverage
	@find $(BUILD)/coverage/src -name '*.gcda' | xargs gcov -n | awk -F "[':% ]" \
	  '/^File/ { n = split($$3, part, "/"); folder = part[1] (n > 2 ? "/" part[2] : ""); own = $$3 ~ /^src.*\.c$$/ } \
	   /^Lines/ && own { of[folder] += $$NF; run[folder] += $$NF * $$3 / 100; own = 0 } \
	   END { for (f in of) printf "%-12s %5.1f%% of %d lines\n", f, 100 * run[f] / of[f], of[f] }' | sort
bench: all ## scores over corpus/ and instructions a byte, against corpus/baseline.tsv and corpus/instructions.tsv
	@LEDE=$(BUILD)/lede sh tests/bench.sh
	@LEDE=$(BUILD)/lede sh tests/instructions.sh
sizes: all ## time against size for every method, 10 KB to 100 MB: the table of docs/performance.md (takes minutes)
	@LEDE=$(BUILD)/lede sh tests/sizes.sh

# ---- fitting the weights ------------------------------------------------------------------------------------------------
.PHONY: fit fit-headlines
PROFILE ?= news
HEADS_O = $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/tools/fit_headlines*.c) src/tools/fit_climb.c)
FIT_O = $(patsubst %.c,$(BUILD)/%.o,$(filter-out src/tools/fit_headlines%,$(wildcard src/tools/fit*.c)))
$(BUILD)/fit: $(FIT_O) $(filter-out %/main.o,$(CLI_O)) $(BUILD)/liblede.a
	$(CC) $(SANITIZE) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) $(CLI_LIBS) -llinear -o $@
$(BUILD)/fit-headlines: $(HEADS_O) $(filter-out %/main.o,$(CLI_O)) $(BUILD)/liblede.a
	$(CC) $(SANITIZE) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) $(CLI_LIBS) -o $@
fit: $(BUILD)/fit ## weights from DATA="FILE..." of PROFILE (news or general) into build/weights.tsv, for --weights
	$(if $(DATA),,$(error DATA is missing: make fit DATA="articles with references, as for lede bench"))
	$(BUILD)/fit -p $(PROFILE) -o $(BUILD)/weights.tsv src/score/weights.tsv $(DATA)
fit-headlines: $(BUILD)/fit-headlines ## weights of candidate headlines from DATA="FILE..." into build/choice.tsv
	$(if $(DATA),,$(error DATA is missing: make fit-headlines DATA="articles with titles, sentences with compressions"))
	$(BUILD)/fit-headlines -o $(BUILD)/choice.tsv src/pick/choice.tsv $(DATA)

.PHONY: install uninstall install-check dist clean help
MANIFEST = bin/lede lib/liblede.a lib/liblede.so lib/liblede.so.0 lib/pkgconfig/lede.pc include/lede.h share/man/man1/lede.1
install: all ## into PREFIX (default /usr/local), below DESTDIR where given
	install -d $(foreach d,bin lib/pkgconfig include share/man/man1,$(DESTDIR)$(PREFIX)/$d)
	install $(BUILD)/lede $(DESTDIR)$(PREFIX)/bin/lede
	install -m 644 $(BUILD)/liblede.a $(DESTDIR)$(PREFIX)/lib/liblede.a
	install $(BUILD)/liblede.so $(DESTDIR)$(PREFIX)/lib/liblede.so.0
	ln -sf liblede.so.0 $(DESTDIR)$(PREFIX)/lib/liblede.so
	sed 's|^prefix=.*|prefix=$(PREFIX)|' $(BUILD)/lede.pc >$(DESTDIR)$(PREFIX)/lib/pkgconfig/lede.pc
	install -m 644 include/lede.h $(DESTDIR)$(PREFIX)/include/lede.h
	install -m 644 docs/lede.1 $(DESTDIR)$(PREFIX)/share/man/man1/lede.1
uninstall: ## what install put there
	rm -f $(MANIFEST:%=$(DESTDIR)$(PREFIX)/%)
install-check: all ## install, build an example against it, uninstall, nothing left
	BUILD=$(BUILD) MAKE="$(MAKE)" MANIFEST="$(MANIFEST)" sh tests/install.sh
dist: ## a source archive of the last commit
	@mkdir -p $(BUILD)
	git archive --prefix=lede-$(VERSION)/ -o $(BUILD)/lede-$(VERSION).tar.gz HEAD
clean: ## away with build/
	rm -rf $(BUILD)
help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

-include $(LIB_C:%.c=$(BUILD)/%.d) $(CLI_C:%.c=$(BUILD)/%.d) $(FIT_O:.o=.d) $(HEADS_O:.o=.d) $(TESTS:%=%.d)
