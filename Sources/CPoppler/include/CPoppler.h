#pragma once
// A PDF read once through poppler, as plain C values. No poppler type shows here.
//
// Everything a call hands out belongs to the KZFile and lives until the next call of the same name, or until
// `kz_close`. A KZFile belongs to one thread.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct KZFile KZFile;

typedef enum KZOpenResult {
  KZOpened = 0,
  KZCannotOpen,
  KZNeedsPassword,
  KZBadPassword,
  KZUnknownEncryption,
  KZDamaged,
} KZOpenResult;

/// Laid out byte for byte as ReportModel.Glyph.
typedef struct KZGlyph {
  uint32_t scalar;
  float x0, y0, x1, y1;
  float originX, originY;
  float size;
  uint16_t font;
  uint8_t direction;
  uint8_t traits;
  uint32_t color;
  uint32_t code;
  int32_t mark;
} KZGlyph;

/// Laid out as ReportModel.Box.
typedef struct KZBox {
  float x0, y0, x1, y1;
} KZBox;

/// Laid out as ReportModel.Ruling and ReportModel.Fill.
typedef struct KZShape {
  KZBox box;
  uint32_t color;
} KZShape;

enum {
  KZFontBold = 1 << 0,
  KZFontItalic = 1 << 1,
  KZFontType3 = 1 << 2,
  KZFontHasUnicodeMap = 1 << 3,
  KZFontEmbedded = 1 << 4,
};

typedef struct KZFont {
  const char *name;
  uint32_t flags;
} KZFont;

/// Set in a page's font index where the page thickens the glyphs by stroking their outlines in the same colour.
#define KZThickened 0x80000000u

/// Page limits; what goes beyond is lost and the page says so.
enum { KZGlyphLimit = 60000, KZShapeLimit = 20000 };

enum { KZTooManyGlyphs = 1 << 0, KZTooManyShapes = 1 << 1, KZPageDamaged = 1 << 2 };

typedef struct KZPage {
  float width, height;
  const KZGlyph *glyphs;
  size_t glyphCount;
  /// Indices into the file's fonts (`kz_font`), one for each font of the page; perhaps with KZThickened.
  const uint32_t *fonts;
  size_t fontCount;
  const KZShape *rulings;
  size_t rulingCount;
  const KZShape *fills;
  size_t fillCount;
  const KZBox *pictures;
  size_t pictureCount;
  const KZBox *outlines;
  size_t outlineCount;
  uint32_t faults;
  /// What poppler said, when the page is damaged.
  const char *damage;
} KZPage;

/// Opens a file; NULL with a reason where that fails. The password may be NULL.
KZFile *kz_open(const char *path, const char *password, KZOpenResult *result);
void kz_close(KZFile *file);

int kz_page_count(KZFile *file);
/// Reads page `number` (from 1); false where the file has no such page.
bool kz_read_page(KZFile *file, int number, KZPage *page);
/// A font that a page read so far uses.
KZFont kz_font(KZFile *file, uint32_t index);
/// The printed label of a page; NULL where the file states none.
const char *kz_page_label(KZFile *file, int number);

/// A bookmark. Page 0: it leads nowhere in this file; y is NaN where it is not stated.
typedef struct KZBookmark {
  const char *title;
  int32_t level;
  int32_t page;
  float y;
} KZBookmark;

typedef struct KZFacts {
  /// NULL where the file states none.
  const char *title;
  const char *producer;
  const KZBookmark *outline;
  size_t outlineCount;
} KZFacts;

void kz_facts(KZFile *file, KZFacts *facts);

/// In the order of ReportModel.StructureTag.Role.
enum {
  KZHeading1, KZHeading2, KZHeading3, KZHeading4, KZHeading5, KZHeading6,
  KZParagraph, KZListItem, KZTableHeader, KZTableCell, KZCaption, KZFigure, KZNote, KZContents, KZArtifact, KZOther,
};

typedef struct KZTag {
  int32_t page;
  int32_t mark;
  int32_t element;
  int32_t role;
} KZTag;

/// Walks the tagged structure, within a budget; false where the budget ended the walk.
bool kz_structure(KZFile *file, const KZTag **tags, size_t *count);

typedef struct KZReadiness {
  /// Whether poppler finds its maps from Adobe-CNS1 characters to Unicode (package poppler-data).
  bool hasChineseMaps;
  const char *popplerVersion;
} KZReadiness;

KZReadiness kz_readiness(void);

#ifdef __cplusplus
}
#endif
