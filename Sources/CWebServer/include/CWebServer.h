#ifndef KZ_WEB_SERVER_H
#define KZ_WEB_SERVER_H

/// The library's version, as it says itself.
const char *_Nonnull kz_web_library_version(void);

#endif
