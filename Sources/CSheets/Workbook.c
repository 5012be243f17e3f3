#include "CSheets.h"

#include <stdlib.h>
#include <xlsxwriter.h>

/// The start of 2000: a workbook's bytes depend on its tables alone, not on the day.
static const time_t written = 946684800;

struct KzWorkbook {
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *header;
  lxw_format *text;
  lxw_format *long_text;
  lxw_format *number;
  lxw_format *link;
};

static lxw_format *new_format(lxw_workbook *book, bool is_text, bool is_wrapped) {
  lxw_format *format = workbook_add_format(book);
  if (format == NULL) return NULL;
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (is_wrapped) format_set_text_wrap(format);
  if (is_text) format_set_num_format(format, "@");
  return format;
}

KzWorkbook *kz_workbook_new(const char *path) {
  KzWorkbook *workbook = calloc(1, sizeof(KzWorkbook));
  lxw_workbook *book = workbook_new(path);
  if (workbook == NULL || book == NULL) {
    if (book != NULL) lxw_workbook_free(book);
    free(workbook);
    return NULL;
  }
  workbook->book = book;
  workbook->header = new_format(book, true, true);
  workbook->text = new_format(book, true, true);
  workbook->long_text = new_format(book, false, true);
  workbook->number = new_format(book, false, false);
  workbook->link = new_format(book, false, false);
  if (workbook->link != NULL) {
    format_set_font_color(workbook->link, 0x1B5E9B);
    format_set_underline(workbook->link, LXW_UNDERLINE_SINGLE);
  }
  if (workbook->header != NULL) {
    format_set_bold(workbook->header);
    format_set_bg_color(workbook->header, 0xE7EDF3);
    format_set_bottom(workbook->header, LXW_BORDER_THIN);
  }
  lxw_doc_properties properties = {.created = written};
  workbook_set_properties(book, &properties);
  return workbook;
}

bool kz_workbook_add_sheet(KzWorkbook *workbook, const char *name) {
  workbook->sheet = workbook_add_worksheet(workbook->book, name);
  return workbook->sheet != NULL;
}

static lxw_format *format_of(const KzWorkbook *workbook, KzLook look) {
  switch (look) {
  case KzLookHeader: return workbook->header;
  case KzLookText: return workbook->text;
  case KzLookLongText: return workbook->long_text;
  }
  return workbook->text;
}

bool kz_workbook_put_text(KzWorkbook *workbook, uint32_t row, uint16_t column, const char *text, KzLook look) {
  lxw_format *format = format_of(workbook, look);
  return worksheet_write_string(workbook->sheet, row, column, text, format) == LXW_NO_ERROR;
}

bool kz_workbook_put_number(KzWorkbook *workbook, uint32_t row, uint16_t column, double number) {
  return worksheet_write_number(workbook->sheet, row, column, number, workbook->number) == LXW_NO_ERROR;
}

bool kz_workbook_put_link(
    KzWorkbook *workbook, uint32_t row, uint16_t column, const char *formula, const char *text) {
  return worksheet_write_formula_str(workbook->sheet, row, column, formula, workbook->link, text) == LXW_NO_ERROR;
}

bool kz_workbook_set_column(KzWorkbook *workbook, uint16_t column, double width, bool is_text) {
  lxw_format *format = is_text ? workbook->text : NULL;
  return worksheet_set_column(workbook->sheet, column, column, width, format) == LXW_NO_ERROR;
}

bool kz_workbook_set_header(KzWorkbook *workbook, uint16_t columns, uint32_t rows) {
  worksheet_freeze_panes(workbook->sheet, 1, 0);
  return worksheet_autofilter(workbook->sheet, 0, 0, rows, (lxw_col_t)(columns - 1)) == LXW_NO_ERROR;
}

bool kz_workbook_close(KzWorkbook *workbook) {
  bool is_fine = workbook_close(workbook->book) == LXW_NO_ERROR;
  free(workbook);
  return is_fine;
}

void kz_workbook_abandon(KzWorkbook *workbook) {
  lxw_workbook_free(workbook->book);
  free(workbook);
}
