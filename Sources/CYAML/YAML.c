#include "CYAML.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct KzYAML {
  yaml_parser_t parser;
  yaml_event_t event;
  bool holds_event;
};

KzYAML *kz_yaml_new(const uint8_t *bytes, size_t count) {
  KzYAML *yaml = calloc(1, sizeof(KzYAML));
  if (yaml == NULL) return NULL;
  if (!yaml_parser_initialize(&yaml->parser)) {
    free(yaml);
    return NULL;
  }
  yaml_parser_set_encoding(&yaml->parser, YAML_UTF8_ENCODING);
  // With the encoding given, libyaml takes a byte order mark for a first column, and what follows for less indented.
  if (count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    bytes += 3;
    count -= 3;
  }
  yaml_parser_set_input_string(&yaml->parser, bytes, count);
  return yaml;
}

static KzYAMLEvent failure(const yaml_parser_t *parser) {
  KzYAMLEvent event = {.kind = KzYAMLKindFailure};
  event.text = parser->problem != NULL ? parser->problem : "cannot be read";
  event.length = strlen(event.text);
  event.line = parser->problem_mark.line;
  event.column = parser->problem_mark.column;
  return event;
}

KzYAMLEvent kz_yaml_next(KzYAML *yaml) {
  while (true) {
    if (yaml->holds_event) yaml_event_delete(&yaml->event);
    yaml->holds_event = yaml_parser_parse(&yaml->parser, &yaml->event);
    if (!yaml->holds_event) return failure(&yaml->parser);
    const yaml_event_t *event = &yaml->event;
    KzYAMLEvent result = {.line = event->start_mark.line, .column = event->start_mark.column};
    switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT: continue;
    case YAML_STREAM_END_EVENT: result.kind = KzYAMLKindStop; break;
    case YAML_DOCUMENT_END_EVENT: result.kind = KzYAMLKindDocumentEnd; break;
    case YAML_ALIAS_EVENT: result.kind = KzYAMLKindAlias; break;
    case YAML_SCALAR_EVENT:
      result.kind = KzYAMLKindScalar;
      result.text = (const char *)event->data.scalar.value;
      result.length = event->data.scalar.length;
      result.plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
      break;
    case YAML_SEQUENCE_START_EVENT: result.kind = KzYAMLKindListStart; break;
    case YAML_MAPPING_START_EVENT: result.kind = KzYAMLKindMapStart; break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: result.kind = KzYAMLKindEnd; break;
    }
    return result;
  }
}

void kz_yaml_free(KzYAML *yaml) {
  if (yaml->holds_event) yaml_event_delete(&yaml->event);
  yaml_parser_delete(&yaml->parser);
  free(yaml);
}
