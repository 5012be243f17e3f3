#include "Archive.h"

#include <stdlib.h>

KzStatus kz_status_of(int zip_error) {
  switch (zip_error) {
  case ZIP_ER_NOZIP: return KzStatusNotZip;
  case ZIP_ER_NOENT: return KzStatusMissing;
  case ZIP_ER_OPEN:
  case ZIP_ER_READ:
  case ZIP_ER_SEEK:
  case ZIP_ER_MEMORY: return KzStatusUnreadable;
  case ZIP_ER_NOPASSWD:
  case ZIP_ER_WRONGPASSWD:
  case ZIP_ER_ENCRNOTSUPP: return KzStatusEncrypted;
  default: return KzStatusDamaged;
  }
}

KzArchive *kz_archive_open(const char *path, uint64_t byte_limit, KzStatus *status) {
  KzArchive *archive = malloc(sizeof(KzArchive));
  if (archive == NULL) {
    *status = KzStatusUnreadable;
    return NULL;
  }
  int error = 0;
  archive->zip = zip_open(path, ZIP_RDONLY, &error);
  archive->bytes_left = byte_limit;
  *status = archive->zip != NULL ? KzStatusFine : kz_status_of(error);
  if (archive->zip != NULL) return archive;
  free(archive);
  return NULL;
}

void kz_archive_close(KzArchive *archive) {
  // Nothing was changed, so nothing is written: closing would only compare.
  zip_discard(archive->zip);
  free(archive);
}
