#include "CSandbox.h"

#include <malloc.h>

// Far more than a page's streams take.
enum { keptAtMost = 256 << 20, largestOutOfHeap = 32 << 20 };

void kz_keep_freed_memory(void) {
  mallopt(M_TRIM_THRESHOLD, keptAtMost);
  mallopt(M_MMAP_THRESHOLD, largestOutOfHeap);
}
