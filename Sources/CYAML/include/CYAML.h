#ifndef KZ_YAML_H
#define KZ_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A YAML file read event by event, with the place of each in the file.
typedef struct KzYAML KzYAML;

typedef enum KzYAMLKind {
  KzYAMLKindScalar,
  KzYAMLKindListStart,
  KzYAMLKindMapStart,
  KzYAMLKindEnd,
  KzYAMLKindDocumentEnd,
  /// An anchor's use: not part of what rule files are written in.
  KzYAMLKindAlias,
  KzYAMLKindStop,
  KzYAMLKindFailure,
} KzYAMLKind;

typedef struct KzYAMLEvent {
  KzYAMLKind kind;
  /// UTF-8 of a scalar, or what went wrong; valid until the next event.
  const char *_Nullable text;
  size_t length;
  /// Whether the scalar stood without quotes.
  bool plain;
  /// From 0.
  size_t line;
  size_t column;
} KzYAMLEvent;

/// Reads from memory that must live as long as the reader; null where there is no memory.
KzYAML *_Nullable kz_yaml_new(const uint8_t *_Nonnull bytes, size_t count);
KzYAMLEvent kz_yaml_next(KzYAML *_Nonnull yaml);
void kz_yaml_free(KzYAML *_Nonnull yaml);

#endif
