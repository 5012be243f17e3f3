#include "CDigest.h"

#include <openssl/evp.h>
#include <stdlib.h>

struct KzDigest {
  EVP_MD_CTX *context;
  char hex[2 * EVP_MAX_MD_SIZE + 1];
};

KzDigest *kz_digest_new(void) {
  KzDigest *digest = calloc(1, sizeof *digest);
  if (!digest || !(digest->context = EVP_MD_CTX_new()) || !EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL))
    abort();
  return digest;
}

void kz_digest_add(KzDigest *digest, const void *bytes, size_t count) {
  EVP_DigestUpdate(digest->context, bytes, count);
}

const char *kz_digest_hex(KzDigest *digest) {
  unsigned char value[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  EVP_DigestFinal_ex(digest->context, value, &length);
  for (unsigned int i = 0; i < length; i++) {
    digest->hex[2 * i] = "0123456789abcdef"[value[i] >> 4];
    digest->hex[2 * i + 1] = "0123456789abcdef"[value[i] & 15];
  }
  return digest->hex;
}

void kz_digest_free(KzDigest *digest) {
  EVP_MD_CTX_free(digest->context);
  free(digest);
}
