#ifndef KZ_PCRE2_H
#define KZ_PCRE2_H

#include <stddef.h>
#include <stdint.h>

#endif
