#include "Archive.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

/// Between a namespace and a name.
#define SEPARATOR '|'

/// Expat keeps every open element; no workbook nests a tenth as deep.
enum { FIRST_PIECE = 1 << 15, LARGEST_PIECE = 1 << 24, DEEPEST = 256 };

/// An event whose text stands in `KzPart.text`.
typedef struct Record {
  KzPartKind kind;
  size_t text;
  size_t length;
  size_t attributes;
  size_t attribute_count;
} Record;

/// Expat calls back for a whole piece of input; the events wait here until they are asked for.
struct KzPart {
  KzArchive *archive;
  zip_file_t *file;
  XML_Parser parser;
  /// How much is fed at once. It grows while nothing comes out: a token longer than the piece is scanned anew each time.
  size_t piece;
  KzStatus status;
  int depth;
  bool is_at_end;
  Record *records;
  size_t record_count, record_room, next_record;
  char *text;
  size_t text_count, text_room;
};

static void fail(KzPart *part, KzStatus status) {
  part->status = status;
  XML_StopParser(part->parser, XML_FALSE);
}

/// Room for `count` of `size` bytes in memory that grows twofold; the old memory where there is none.
static void *grown(void *memory, size_t count, size_t *room, size_t size) {
  if (count <= *room) return memory;
  size_t wanted = *room * 2 > count ? *room * 2 : count + 1024;
  void *larger = realloc(memory, wanted * size);
  if (larger != NULL) *room = wanted;
  return larger != NULL ? larger : memory;
}

/// Puts bytes and a NUL behind the text.
static void keep(KzPart *part, const char *bytes, size_t count) {
  size_t wanted = part->text_count + count + 1;
  part->text = grown(part->text, wanted, &part->text_room, 1);
  if (wanted > part->text_room) {
    fail(part, KzStatusTooLarge);
    return;
  }
  memcpy(part->text + part->text_count, bytes, count);
  part->text[wanted - 1] = '\0';
  part->text_count = wanted;
}

static Record *add(KzPart *part, KzPartKind kind, const char *bytes, size_t count) {
  part->records = grown(part->records, part->record_count + 1, &part->record_room, sizeof(Record));
  size_t place = part->text_count;
  keep(part, bytes, count);
  if (part->record_count == part->record_room) fail(part, KzStatusTooLarge);
  if (part->status != KzStatusFine) return NULL;
  Record *record = &part->records[part->record_count++];
  *record = (Record){.kind = kind, .text = place, .length = count, .attributes = part->text_count};
  return record;
}

static const char *local(const char *name) {
  const char *separator = strrchr(name, SEPARATOR);
  return separator != NULL ? separator + 1 : name;
}

static void on_start(void *context, const XML_Char *name, const XML_Char **attributes) {
  KzPart *part = context;
  part->depth += 1;
  if (part->depth > DEEPEST) fail(part, KzStatusDamaged);
  name = local(name);
  Record *record = add(part, KzPartKindStart, name, strlen(name));
  if (record == NULL) return;
  for (; attributes[0] != NULL; attributes += 2) {
    const char *attribute = local(attributes[0]);
    keep(part, attribute, strlen(attribute));
    keep(part, attributes[1], strlen(attributes[1]));
    record->attribute_count += 1;
  }
}

static void on_end(void *context, const XML_Char *name) {
  KzPart *part = context;
  part->depth -= 1;
  name = local(name);
  add(part, KzPartKindEnd, name, strlen(name));
}

static void on_text(void *context, const XML_Char *text, int count) {
  add(context, KzPartKindText, text, (size_t)count);
}

/// No workbook declares a document type; entities that unfold without end need one.
static void on_document_type(
    void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public, int has_subset) {
  (void)name, (void)system, (void)public, (void)has_subset;
  fail(context, KzStatusDamaged);
}

/// Fetches and parses one piece.
static void advance(KzPart *part) {
  part->record_count = part->next_record = part->text_count = 0;
  void *buffer = XML_GetBuffer(part->parser, (int)part->piece);
  zip_int64_t got = buffer != NULL ? zip_fread(part->file, buffer, part->piece) : -1;
  if (got < 0) {
    part->status = buffer != NULL ? KzStatusDamaged : KzStatusTooLarge;
    return;
  }
  if ((uint64_t)got > part->archive->bytes_left) {
    part->status = KzStatusTooLarge;
    return;
  }
  part->archive->bytes_left -= (uint64_t)got;
  part->is_at_end = got == 0;
  bool is_fine = XML_ParseBuffer(part->parser, (int)got, got == 0) == XML_STATUS_OK;
  if (!is_fine && part->status == KzStatusFine) part->status = KzStatusDamaged;
  if (part->record_count == 0 && part->piece < LARGEST_PIECE) part->piece *= 2;
}

KzPart *kz_part_open(KzArchive *archive, const char *name, KzStatus *status) {
  KzPart *part = calloc(1, sizeof(KzPart));
  zip_file_t *file = zip_fopen(archive->zip, name, 0);
  XML_Parser parser = XML_ParserCreateNS(NULL, SEPARATOR);
  if (part == NULL || file == NULL || parser == NULL) {
    *status = file == NULL ? kz_status_of(zip_error_code_zip(zip_get_error(archive->zip))) : KzStatusUnreadable;
    if (file != NULL) zip_fclose(file);
    if (parser != NULL) XML_ParserFree(parser);
    free(part);
    return NULL;
  }
  *part = (KzPart){.archive = archive, .file = file, .parser = parser, .piece = FIRST_PIECE};
  XML_SetUserData(parser, part);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  XML_SetStartDoctypeDeclHandler(parser, on_document_type);
  *status = KzStatusFine;
  return part;
}

KzPartEvent kz_part_next(KzPart *part) {
  while (part->next_record == part->record_count) {
    if (part->status != KzStatusFine) return (KzPartEvent){.kind = KzPartKindFailure, .status = part->status};
    if (part->is_at_end) return (KzPartEvent){.kind = KzPartKindStop};
    advance(part);
  }
  const Record *record = &part->records[part->next_record++];
  return (KzPartEvent){
      .kind = record->kind,
      .text = part->text + record->text,
      .length = record->length,
      .attributes = part->text + record->attributes,
      .attribute_count = record->attribute_count,
  };
}

const char *kz_part_attribute(const KzPartEvent *event, const char *name) {
  const char *place = event->attributes;
  for (size_t left = event->attribute_count; left > 0; left -= 1) {
    const char *value = place + strlen(place) + 1;
    if (strcmp(place, name) == 0) return value;
    place = value + strlen(value) + 1;
  }
  return NULL;
}

void kz_part_close(KzPart *part) {
  XML_ParserFree(part->parser);
  zip_fclose(part->file);
  free(part->records);
  free(part->text);
  free(part);
}
