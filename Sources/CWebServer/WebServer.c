#include "CWebServer.h"

#include <microhttpd.h>

const char *kz_web_library_version(void) { return MHD_get_version(); }
