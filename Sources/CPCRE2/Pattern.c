#include "CPCRE2.h"

#define PCRE2_CODE_UNIT_WIDTH 32
#include <pcre2.h>
#include <stdlib.h>

struct KzPattern {
  pcre2_code *code;
  pcre2_match_data *found;
  pcre2_match_context *limits;
  pcre2_jit_stack *stack;
  /// Whether translation to machine code was tried: it costs more than all the rest, and on a given report most
  /// patterns never run.
  bool translated;
  size_t name_count;
  size_t name_size;
  PCRE2_SPTR names;
};

/// The classes \d, \w, \s and the edge \b stay ASCII: so \bISO\b finds the word between Chinese characters.
static pcre2_code *compiled(const uint32_t *scalars, size_t count, bool ignores_case, KzPatternFault *fault) {
  pcre2_compile_context *context = pcre2_compile_context_create(NULL);
  if (context == NULL) return NULL;
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  uint32_t options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | (ignores_case ? PCRE2_CASELESS : 0);
  int code = 0;
  pcre2_code *result = pcre2_compile(scalars, count, options, &code, &fault->offset, context);
  fault->code = code;
  pcre2_compile_context_free(context);
  return result;
}

KzPattern *kz_pattern_new(const uint32_t *scalars, size_t count, bool ignores_case, KzPatternFault *fault) {
  *fault = (KzPatternFault){.code = PCRE2_ERROR_NOMEMORY};
  KzPattern *pattern = calloc(1, sizeof(KzPattern));
  if (pattern == NULL) return NULL;
  pattern->code = compiled(scalars, count, ignores_case, fault);
  if (pattern->code == NULL) {
    kz_pattern_free(pattern);
    return NULL;
  }
  pattern->found = pcre2_match_data_create_from_pattern(pattern->code, NULL);
  pattern->limits = pcre2_match_context_create(NULL);
  if (pattern->found == NULL || pattern->limits == NULL) {
    fault->code = PCRE2_ERROR_NOMEMORY;
    kz_pattern_free(pattern);
    return NULL;
  }
  uint32_t number = 0;
  pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMECOUNT, &number);
  pattern->name_count = number;
  pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMEENTRYSIZE, &number);
  pattern->name_size = number;
  pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMETABLE, &pattern->names);
  return pattern;
}

size_t kz_pattern_message(int32_t code, uint32_t *message, size_t capacity) {
  int length = pcre2_get_error_message(code, message, capacity);
  return length > 0 ? (size_t)length : 0;
}

size_t kz_pattern_name_count(const KzPattern *pattern) { return pattern->name_count; }

/// An entry of PCRE2's table is the group's number, the name and zeros.
KzGroupName kz_pattern_name(const KzPattern *pattern, size_t index) {
  PCRE2_SPTR entry = pattern->names + index * pattern->name_size;
  KzGroupName name = {.number = entry[0], .name = entry + 1};
  while (name.name[name.length] != 0) name.length++;
  return name;
}

void kz_pattern_limit(KzPattern *pattern, KzMatchLimits limits) {
  pcre2_set_match_limit(pattern->limits, limits.steps);
  pcre2_set_depth_limit(pattern->limits, limits.depth);
  pcre2_set_heap_limit(pattern->limits, limits.memory);
}

static int run(KzPattern *pattern, const uint32_t *text, size_t count, size_t start) {
  // Unicode scalars are valid UTF-32 by their type.
  uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
  return pcre2_match(pattern->code, text, count, start, options, pattern->found, pattern->limits);
}

/// Few matches need more than the 32 KiB of the machine's stack that machine code begins with.
static bool grow_stack(KzPattern *pattern) {
  if (pattern->stack != NULL) return false;
  pattern->stack = pcre2_jit_stack_create(64 * 1024, 1024 * 1024, NULL);
  if (pattern->stack == NULL) return false;
  pcre2_jit_stack_assign(pattern->limits, NULL, pattern->stack);
  return true;
}

static int matched(KzPattern *pattern, const uint32_t *text, size_t count, size_t start) {
  if (!pattern->translated) {
    pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
    pattern->translated = true;
  }
  int result = run(pattern, text, count, start);
  if (result != PCRE2_ERROR_JIT_STACKLIMIT || !grow_stack(pattern)) return result;
  return run(pattern, text, count, start);
}

KzMatchResult kz_pattern_match(KzPattern *pattern, const uint32_t *text, size_t count, size_t start) {
  int result = matched(pattern, text, count, start);
  if (result > 0) return KzMatchFound;
  return result == PCRE2_ERROR_NOMATCH ? KzMatchNone : KzMatchGaveUp;
}

const size_t *kz_pattern_bounds(const KzPattern *pattern) { return pcre2_get_ovector_pointer(pattern->found); }

void kz_pattern_free(KzPattern *pattern) {
  if (pattern == NULL) return;
  pcre2_jit_stack_free(pattern->stack);
  pcre2_match_context_free(pattern->limits);
  pcre2_match_data_free(pattern->found);
  pcre2_code_free(pattern->code);
  free(pattern);
}
