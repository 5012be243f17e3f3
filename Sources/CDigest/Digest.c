#include "CDigest.h"

#include <glib.h>

KzDigest *kz_digest_new(void) { return (KzDigest *)g_checksum_new(G_CHECKSUM_SHA256); }

void kz_digest_add(KzDigest *digest, const void *bytes, size_t count) {
  g_checksum_update((GChecksum *)digest, bytes, (gssize)count);
}

const char *kz_digest_hex(KzDigest *digest) { return g_checksum_get_string((GChecksum *)digest); }

void kz_digest_free(KzDigest *digest) { g_checksum_free((GChecksum *)digest); }
