#ifndef KZ_SHEETS_H
#define KZ_SHEETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A zip archive of XML parts, open for reading.
typedef struct KzArchive KzArchive;

/// One part of an archive, unpacked and parsed while it is read; must be closed before its archive.
typedef struct KzPart KzPart;

typedef enum KzStatus {
  KzStatusFine,
  KzStatusNotZip,
  KzStatusUnreadable,
  KzStatusMissing,
  KzStatusEncrypted,
  KzStatusDamaged,
  /// More bytes than the archive's limit, whatever its directory claims.
  KzStatusTooLarge,
} KzStatus;

typedef enum KzPartKind {
  KzPartKindStart,
  KzPartKindEnd,
  KzPartKindText,
  KzPartKindStop,
  KzPartKindFailure,
} KzPartKind;

typedef struct KzPartEvent {
  KzPartKind kind;
  /// UTF-8 of the text, or the element's name without its namespace; ends with NUL, valid until the next event.
  const char *_Nullable text;
  size_t length;
  /// Of a start: name and value by turns, each ended by NUL.
  const char *_Nullable attributes;
  size_t attribute_count;
  /// Of a failure.
  KzStatus status;
} KzPartEvent;

/// Null with the status where the file is no readable zip; no more than `byte_limit` is unpacked, all parts together.
KzArchive *_Nullable kz_archive_open(const char *_Nonnull path, uint64_t byte_limit, KzStatus *_Nonnull status);
void kz_archive_close(KzArchive *_Nonnull archive);

KzPart *_Nullable kz_part_open(KzArchive *_Nonnull archive, const char *_Nonnull name, KzStatus *_Nonnull status);
KzPartEvent kz_part_next(KzPart *_Nonnull part);
/// The value of an attribute, by its name without a namespace; null where the element has none.
const char *_Nullable kz_part_attribute(const KzPartEvent *_Nonnull event, const char *_Nonnull name);
void kz_part_close(KzPart *_Nonnull part);

/// A workbook being written; sheets are added one after another, cells go to the last one.
typedef struct KzWorkbook KzWorkbook;

typedef enum KzLook {
  KzLookHeader,
  /// Text that the spreadsheet keeps as text even when its cell is edited.
  KzLookText,
  /// Long text: cells of the text format show ##### for it in older versions of Excel.
  KzLookLongText,
} KzLook;

/// Null where there is no memory. The file is made when the workbook is closed.
KzWorkbook *_Nullable kz_workbook_new(const char *_Nonnull path);
bool kz_workbook_add_sheet(KzWorkbook *_Nonnull workbook, const char *_Nonnull name);
bool kz_workbook_put_text(
    KzWorkbook *_Nonnull workbook, uint32_t row, uint16_t column, const char *_Nonnull text, KzLook look);
bool kz_workbook_put_number(KzWorkbook *_Nonnull workbook, uint32_t row, uint16_t column, double number);
/// A formula that leads somewhere, and the text that it shows.
bool kz_workbook_put_link(
    KzWorkbook *_Nonnull workbook, uint32_t row, uint16_t column, const char *_Nonnull formula,
    const char *_Nonnull text);
/// In characters; a text column keeps as text what is typed below its last row.
bool kz_workbook_set_column(KzWorkbook *_Nonnull workbook, uint16_t column, double width, bool is_text);
/// Freezes the first row and puts a filter on it.
bool kz_workbook_set_header(KzWorkbook *_Nonnull workbook, uint16_t columns, uint32_t rows);
/// Writes the file and frees the workbook, also where it fails.
bool kz_workbook_close(KzWorkbook *_Nonnull workbook);
/// Frees the workbook and writes nothing.
void kz_workbook_abandon(KzWorkbook *_Nonnull workbook);

#endif
