#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Debian 12's header ends at version 2; the kernel may know more.
#define RIGHT_TRUNCATE (1ULL << 14)
#define RIGHT_DEVICE_CONTROL (1ULL << 15)
#define NET_BIND_AND_CONNECT 3ULL
#define SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS 3ULL

/// The kernel's structure as of version 6; older kernels take it as long as what they don't know is zero.
typedef struct {
  uint64_t files, net, scope;
} Rights;

static const uint64_t readFiles = LANDLOCK_ACCESS_FS_READ_FILE;
static const uint64_t readFolders = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

static Rights allRights(long version) {
  Rights rights = {.files = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};  // version 1: execute to make a symbolic link
  if (version >= 2) {
    rights.files |= LANDLOCK_ACCESS_FS_REFER;
  }
  if (version >= 3) {
    rights.files |= RIGHT_TRUNCATE;
  }
  if (version >= 4) {
    rights.net = NET_BIND_AND_CONNECT;
  }
  if (version >= 5) {
    rights.files |= RIGHT_DEVICE_CONTROL;
  }
  if (version >= 6) {
    rights.scope = SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS;
  }
  return rights;
}

static void allow(int ruleset, int place, uint64_t rights) {
  const struct landlock_path_beneath_attr rule = {.allowed_access = rights, .parent_fd = place};
  // What cannot be allowed stays forbidden.
  syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

int kz_shut_paths(const char *const *folders, size_t folderCount, int file) {
  const long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) {
    return 0;
  }
  const Rights rights = allRights(version);
  const int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0);
  if (ruleset < 0) {
    return 0;
  }
  for (size_t i = 0; i < folderCount; ++i) {
    const int folder = open(folders[i], O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
      allow(ruleset, folder, readFolders);
      close(folder);
    }
  }
  allow(ruleset, file, readFiles);
  const bool isShut =
      prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return isShut ? (int)version : 0;
}
