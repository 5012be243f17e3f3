#ifndef KZ_PCRE2_H
#define KZ_PCRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A compiled regular expression with the place for its results; belongs to one thread.
typedef struct KzPattern KzPattern;

/// What is wrong with a pattern, and at which scalar of it.
typedef struct KzPatternFault {
  int32_t code;
  size_t offset;
} KzPatternFault;

/// How much work a match may cost before it is given up.
typedef struct KzMatchLimits {
  /// Steps from one start of a match, not for the whole text: PCRE2 counts anew at every start.
  uint32_t steps;
  /// Only where machine code cannot be used: nested steps, and memory in KiB.
  uint32_t depth;
  uint32_t memory;
} KzMatchLimits;

typedef enum KzMatchResult {
  KzMatchFound,
  KzMatchNone,
  /// A limit was reached, or there was no memory.
  KzMatchGaveUp,
} KzMatchResult;

typedef struct KzGroupName {
  uint32_t number;
  const uint32_t *_Nonnull name;
  size_t length;
} KzGroupName;

/// Null where the pattern is none, and then says why.
KzPattern *_Nullable kz_pattern_new(
  const uint32_t *_Nonnull scalars, size_t count, bool ignores_case, KzPatternFault *_Nonnull fault);
/// Writes what a fault means, and returns how many scalars that are.
size_t kz_pattern_message(int32_t code, uint32_t *_Nonnull message, size_t capacity);

size_t kz_pattern_name_count(const KzPattern *_Nonnull pattern);
/// Names stand in the order of their letters; one name may stand for several groups.
KzGroupName kz_pattern_name(const KzPattern *_Nonnull pattern, size_t index);

void kz_pattern_limit(KzPattern *_Nonnull pattern, KzMatchLimits limits);
/// Looks for the first match at or after `start` that is not empty.
KzMatchResult kz_pattern_match(
  KzPattern *_Nonnull pattern, const uint32_t *_Nonnull text, size_t count, size_t start);
/// Start and end for each group, the whole match first, `SIZE_MAX` where a group took no part; valid until the next
/// match.
const size_t *_Nonnull kz_pattern_bounds(const KzPattern *_Nonnull pattern);

void kz_pattern_free(KzPattern *_Nullable pattern);

#endif
