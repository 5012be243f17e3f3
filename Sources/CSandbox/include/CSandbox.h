#pragma once
// The kernel's two ways for a process to give up rights for good: Landlock (what can be reached) and seccomp (what can
// be asked of the kernel). Both by raw system calls: neither is in the C library of Debian 12.
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// From now on the process opens nothing but what lies under these folders, this file under any name, and what is open
/// already; all of it for reading only. No TCP, and no signals to others, where the kernel's Landlock knows of these.
/// Paths that are not there are passed over. Returns the version of Landlock in force, or 0 where there is none.
int kz_shut_paths(const char *const *folders, size_t folderCount, int file);

/// The process is killed when the thread that started it ends, however that comes about.
void kz_end_with_parent(void);

/// From now on the process asks of the kernel only what reading needs: memory, files for reading, threads, time, its
/// own end. All else fails with EPERM. Returns whether the filter is in force.
bool kz_shut_calls(void);

/// Whether the program was built with a sanitizer that maps terabytes of address space for itself.
bool kz_is_sanitized(void);

/// One thing that a reading process must not be able to do, and what the kernel said when it was tried.
typedef struct {
  const char *name;
  /// 0 where it went through.
  int error;
} KZAttempt;

/// Tries all that is forbidden, and undoes what went through. New files are tried for in this folder, and the open file
/// is tried for writing. Returns the number of attempts, at most `room`.
size_t kz_try_forbidden(const char *folder, int file, KZAttempt *attempts, size_t room);

#ifdef __cplusplus
}
#endif
