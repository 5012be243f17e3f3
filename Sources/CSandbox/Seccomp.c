#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && defined(__AARCH64EL__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

/// Calls that reading may make whatever their arguments; the frequent ones first.
static const int allowed[] = {
    // memory
    SYS_mmap, SYS_munmap, SYS_mremap, SYS_mprotect, SYS_madvise, SYS_brk,
    // what is open
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_lseek, SYS_close, SYS_fcntl, SYS_dup, SYS_fadvise64,
    SYS_getdents64, SYS_ppoll,
    // what files are
    SYS_newfstatat, SYS_fstat, SYS_statx, SYS_statfs, SYS_fstatfs, SYS_faccessat, SYS_faccessat2, SYS_readlinkat,
    SYS_getcwd,
    // threads
    SYS_futex, SYS_set_robust_list, SYS_rseq, SYS_membarrier, SYS_sched_yield, SYS_sched_getaffinity, SYS_getcpu,
    // time, chance, and who am I
    SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday, SYS_getrusage,
    SYS_getrandom, SYS_getpid, SYS_gettid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid, SYS_uname, SYS_sysinfo,
    // the end
    SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_restart_syscall, SYS_exit,
    SYS_exit_group,
#ifdef __x86_64__
    SYS_access, SYS_stat, SYS_lstat, SYS_readlink, SYS_poll, SYS_time,
#endif
};

/// The C library makes do with older calls where these are said to be unknown.
static const int unknown[] = {SYS_clone3, SYS_openat2};

/// The first number that the headers of Debian 12 have no name for: whatever it is, it is unknown.
static const unsigned firstUnknown = SYS_set_mempolicy_home_node + 1;

/// Whatever would change a file or make one. `O_TMPFILE` without its part that means a folder.
static const unsigned writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);

enum { longest = 256 };

typedef struct {
  struct sock_filter steps[longest];
  unsigned short count;
} Filter;

static void add(Filter *filter, unsigned short code, unsigned value, unsigned char yes, unsigned char no) {
  filter->steps[filter->count++] = (struct sock_filter){.code = code, .k = value, .jt = yes, .jf = no};
}

static void load(Filter *filter, size_t offset) { add(filter, BPF_LD | BPF_W | BPF_ABS, (unsigned)offset, 0, 0); }

static void answer(Filter *filter, unsigned verdict) { add(filter, BPF_RET | BPF_K, verdict, 0, 0); }

static const unsigned no = SECCOMP_RET_ERRNO | EPERM;

static void answerCall(Filter *filter, int call, unsigned verdict) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 1);
  answer(filter, verdict);
}

/// For one call the verdict hangs on one of its arguments, compared with a value; the low half is all the kernel reads.
static void judge(Filter *filter, int call, int argument, unsigned short comparison, unsigned value, unsigned verdict) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 4);
  load(filter, offsetof(struct seccomp_data, args) + sizeof(uint64_t) * (size_t)argument);
  add(filter, BPF_JMP | comparison | BPF_K, value, 0, 1);
  answer(filter, verdict);
  answer(filter, verdict == no ? SECCOMP_RET_ALLOW : no);
}

static void compose(Filter *filter) {
  load(filter, offsetof(struct seccomp_data, arch));
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  answer(filter, SECCOMP_RET_KILL_PROCESS);
  load(filter, offsetof(struct seccomp_data, nr));
  for (size_t i = 0; i < sizeof allowed / sizeof *allowed; ++i) {
    answerCall(filter, allowed[i], SECCOMP_RET_ALLOW);
  }
  judge(filter, SYS_openat, 2, BPF_JSET, writing, no);
#ifdef __x86_64__
  judge(filter, SYS_open, 1, BPF_JSET, writing, no);
#endif
  judge(filter, SYS_clone, 0, BPF_JSET, CLONE_THREAD, SECCOMP_RET_ALLOW);
  // A signal to itself: aborting.
  judge(filter, SYS_tgkill, 0, BPF_JEQ, (unsigned)getpid(), SECCOMP_RET_ALLOW);
  for (size_t i = 0; i < sizeof unknown / sizeof *unknown; ++i) {
    answerCall(filter, unknown[i], SECCOMP_RET_ERRNO | ENOSYS);
  }
  // On x86-64 this takes in the calls of x32, which are numbered from far above.
  add(filter, BPF_JMP | BPF_JGE | BPF_K, firstUnknown, 0, 1);
  answer(filter, SECCOMP_RET_ERRNO | ENOSYS);
  answer(filter, no);
}

bool kz_shut_calls(void) {
  Filter filter = {.count = 0};
  compose(&filter);
  const struct sock_fprog program = {.len = filter.count, .filter = filter.steps};
  // All threads: a sanitizer runs one of its own.
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
      && syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

#else

bool kz_shut_calls(void) { return false; }

#endif

bool kz_is_sanitized(void) {
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
  return true;
#else
  return false;
#endif
}

void kz_end_with_parent(void) { prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }
