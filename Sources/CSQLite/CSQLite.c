#include "CSQLite.h"

#include <sqlite3.h>
#include <stdlib.h>

struct KzDatabase {
  sqlite3 *connection;
  int status;
};

struct KzStatement {
  sqlite3_stmt *statement;
  KzDatabase *database;
};

KzDatabase *kz_database_open(const char *path, bool may_create, int busy_milliseconds) {
  KzDatabase *database = calloc(1, sizeof *database);
  if (!database) return NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (may_create ? SQLITE_OPEN_CREATE : 0);
  database->status = sqlite3_open_v2(path, &database->connection, flags, NULL);
  if (database->connection) {
    sqlite3_extended_result_codes(database->connection, 1);
    sqlite3_busy_timeout(database->connection, busy_milliseconds);
  }
  return database;
}

void kz_database_close(KzDatabase *database) {
  sqlite3_close_v2(database->connection);
  free(database);
}

KzTrouble kz_database_trouble(KzDatabase *database) {
  switch (database->status & 0xFF) {
  case SQLITE_OK:
  case SQLITE_ROW:
  case SQLITE_DONE: return KzTroubleNone;
  case SQLITE_FULL: return KzTroubleFull;
  case SQLITE_IOERR:
    // A write that the disk has no room for comes out as this where it is the shared memory of the log.
    return database->status == SQLITE_IOERR_WRITE || database->status == SQLITE_IOERR_SHMSIZE ? KzTroubleFull
                                                                                             : KzTroubleOther;
  case SQLITE_BUSY:
  case SQLITE_LOCKED: return KzTroubleBusy;
  case SQLITE_READONLY:
  case SQLITE_PERM: return KzTroubleReadOnly;
  case SQLITE_CANTOPEN: return KzTroubleCannotOpen;
  case SQLITE_NOTADB: return KzTroubleNotADatabase;
  case SQLITE_CORRUPT: return KzTroubleDamaged;
  default: return KzTroubleOther;
  }
}

const char *kz_database_message(KzDatabase *database) {
  return database->connection ? sqlite3_errmsg(database->connection) : sqlite3_errstr(database->status);
}

bool kz_database_run(KzDatabase *database, const char *sql) {
  database->status = sqlite3_exec(database->connection, sql, NULL, NULL, NULL);
  return database->status == SQLITE_OK;
}

bool kz_database_use_log(KzDatabase *database, int patience_milliseconds) {
  for (int waited = 0;; waited += 10) {
    database->status = sqlite3_exec(database->connection, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    if ((database->status & 0xFF) != SQLITE_BUSY || waited >= patience_milliseconds) break;
    sqlite3_sleep(10);
  }
  return database->status == SQLITE_OK;
}

bool kz_database_back_up(KzDatabase *database, const char *path) {
  sqlite3 *target = NULL;
  database->status = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (database->status == SQLITE_OK) {
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", database->connection, "main");
    if (backup) sqlite3_backup_step(backup, -1);
    database->status = backup ? sqlite3_backup_finish(backup) : sqlite3_errcode(target);
  }
  sqlite3_close_v2(target);
  return database->status == SQLITE_OK;
}

int64_t kz_database_changes(KzDatabase *database) { return sqlite3_changes64(database->connection); }

int64_t kz_database_last_row(KzDatabase *database) { return sqlite3_last_insert_rowid(database->connection); }

KzStatement *kz_statement_prepare(KzDatabase *database, const char *sql) {
  KzStatement *statement = calloc(1, sizeof *statement);
  if (!statement) return NULL;
  statement->database = database;
  database->status =
      sqlite3_prepare_v3(database->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->statement, NULL);
  if (database->status == SQLITE_OK && statement->statement) return statement;
  free(statement);
  return NULL;
}

void kz_statement_close(KzStatement *statement) {
  sqlite3_finalize(statement->statement);
  free(statement);
}

void kz_statement_bind_null(KzStatement *statement, int place) { sqlite3_bind_null(statement->statement, place); }

void kz_statement_bind_int(KzStatement *statement, int place, int64_t value) {
  sqlite3_bind_int64(statement->statement, place, value);
}

void kz_statement_bind_text(KzStatement *statement, int place, const char *bytes, size_t count) {
  sqlite3_bind_text64(statement->statement, place, count ? bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void kz_statement_bind_blob(KzStatement *statement, int place, const void *bytes, size_t count) {
  if (count) sqlite3_bind_blob64(statement->statement, place, bytes, count, SQLITE_TRANSIENT);
  else sqlite3_bind_zeroblob(statement->statement, place, 0);
}

KzStep kz_statement_step(KzStatement *statement) {
  int status = statement->database->status = sqlite3_step(statement->statement);
  return status == SQLITE_ROW ? KzStepRow : status == SQLITE_DONE ? KzStepDone : KzStepFailure;
}

void kz_statement_reset(KzStatement *statement) {
  sqlite3_reset(statement->statement);
  sqlite3_clear_bindings(statement->statement);
}

bool kz_column_is_null(KzStatement *statement, int column) {
  return sqlite3_column_type(statement->statement, column) == SQLITE_NULL;
}

int64_t kz_column_int(KzStatement *statement, int column) { return sqlite3_column_int64(statement->statement, column); }

const void *kz_column_bytes(KzStatement *statement, int column, size_t *count) {
  const void *bytes = sqlite3_column_blob(statement->statement, column);
  *count = (size_t)sqlite3_column_bytes(statement->statement, column);
  return bytes;
}
