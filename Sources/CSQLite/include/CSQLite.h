#ifndef KZ_SQLITE_H
#define KZ_SQLITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// One connection to a database file, for one thread at a time.
typedef struct KzDatabase KzDatabase;

/// One statement made ready; must be closed before its database.
typedef struct KzStatement KzStatement;

typedef enum KzStep {
  KzStepRow,
  KzStepDone,
  KzStepFailure,
} KzStep;

/// What went wrong, as far as the program tells it apart.
typedef enum KzTrouble {
  KzTroubleNone,
  /// No room on the disk.
  KzTroubleFull,
  /// Another process holds it for longer than was waited.
  KzTroubleBusy,
  KzTroubleReadOnly,
  KzTroubleCannotOpen,
  KzTroubleNotADatabase,
  KzTroubleDamaged,
  KzTroubleOther,
} KzTrouble;

/// Null where there is no memory; otherwise to be closed, also after a failure, which `kz_database_trouble` tells.
KzDatabase *_Nullable kz_database_open(const char *_Nonnull path, bool may_create, int busy_milliseconds);
void kz_database_close(KzDatabase *_Nonnull database);
KzTrouble kz_database_trouble(KzDatabase *_Nonnull database);
/// Valid until the next call.
const char *_Nonnull kz_database_message(KzDatabase *_Nonnull database);
/// Runs statements that give no rows; false on failure.
bool kz_database_run(KzDatabase *_Nonnull database, const char *_Nonnull sql);
/// From now on changes are written to a log first, so that readers and a writer do not wait for each other. The wait for
/// another process that opens the same file has to be our own here.
bool kz_database_use_log(KzDatabase *_Nonnull database, int patience_milliseconds);
/// Copies the whole database into a new file; false on failure.
bool kz_database_back_up(KzDatabase *_Nonnull database, const char *_Nonnull path);
int64_t kz_database_changes(KzDatabase *_Nonnull database);
int64_t kz_database_last_row(KzDatabase *_Nonnull database);

/// Null on failure.
KzStatement *_Nullable kz_statement_prepare(KzDatabase *_Nonnull database, const char *_Nonnull sql);
void kz_statement_close(KzStatement *_Nonnull statement);
/// Parameters count from 1. Text and blobs are copied.
void kz_statement_bind_null(KzStatement *_Nonnull statement, int place);
void kz_statement_bind_int(KzStatement *_Nonnull statement, int place, int64_t value);
void kz_statement_bind_text(KzStatement *_Nonnull statement, int place, const char *_Nullable bytes, size_t count);
void kz_statement_bind_blob(KzStatement *_Nonnull statement, int place, const void *_Nullable bytes, size_t count);
KzStep kz_statement_step(KzStatement *_Nonnull statement);
/// Ready to be bound and stepped again.
void kz_statement_reset(KzStatement *_Nonnull statement);

/// Columns of the row just stepped to, from 0; bytes are valid until the next step.
bool kz_column_is_null(KzStatement *_Nonnull statement, int column);
int64_t kz_column_int(KzStatement *_Nonnull statement, int column);
const void *_Nullable kz_column_bytes(KzStatement *_Nonnull statement, int column, size_t *_Nonnull count);

#endif
