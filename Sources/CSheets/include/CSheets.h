#ifndef KZ_SHEETS_H
#define KZ_SHEETS_H

#include <stddef.h>

#endif
