#ifndef KZ_ARCHIVE_H
#define KZ_ARCHIVE_H

#include "CSheets.h"

#include <zip.h>

struct KzArchive {
  zip_t *zip;
  /// How many bytes may still be unpacked.
  uint64_t bytes_left;
};

KzStatus kz_status_of(int zip_error);

#endif
