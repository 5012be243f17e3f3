#define _GNU_SOURCE
#include "CSandbox.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

// Each attempt returns 0 where it went through, or -1 with errno. Where one cannot go through for another reason (a
// file that is not there, an argument that is wrong), the kernel's complaint tells that the door itself is open.

typedef struct {
  const char *folder;
  int file;
} Place;

static int closed(long descriptor) { return descriptor < 0 ? -1 : close((int)descriptor); }

/// A name in the folder that nobody else has.
static const char *fresh(const Place *place, char *path, size_t room) {
  snprintf(path, room, "%s/kaozheng-attempt-%d", place->folder, (int)getpid());
  return path;
}

#define FRESH(place) fresh(place, (char[4096]){0}, 4096)

static const char *own(const Place *place, char *path, size_t room) {
  snprintf(path, room, "/proc/self/fd/%d", place->file);
  return path;
}

#define OWN(place) own(place, (char[64]){0}, 64)

static int readOther(const Place *place) {
  (void)place;
  return closed(open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
}

static int readPasswords(const Place *place) {
  (void)place;
  return closed(open("/etc/passwd", O_RDONLY | O_CLOEXEC));
}

static int readMemory(const Place *place) {
  (void)place;
  return closed(open("/proc/self/mem", O_RDONLY | O_CLOEXEC));
}

static int listFolder(const Place *place) {
  return closed(open(place->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

static int writeOwn(const Place *place) { return closed(open(OWN(place), O_WRONLY | O_CLOEXEC)); }

static int writeOwnByAppending(const Place *place) {
  return closed(open(OWN(place), O_RDWR | O_APPEND | O_CLOEXEC));
}

static int createFile(const Place *place) {
  const char *path = FRESH(place);
  const int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    unlink(path);
  }
  return closed(descriptor);
}

static int createNamelessFile(const Place *place) {
  return closed(open(place->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
}

static int createFileByNewCall(const Place *place) {
  const char *path = FRESH(place);
  const uint64_t how[3] = {O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600, 0};
  const long descriptor = syscall(SYS_openat2, AT_FDCWD, path, how, sizeof how);
  if (descriptor >= 0) {
    unlink(path);
  }
  return closed(descriptor);
}

static int makeFolder(const Place *place) {
  const char *path = FRESH(place);
  return mkdir(path, 0700) < 0 ? -1 : rmdir(path);
}

static int makeLink(const Place *place) {
  const char *path = FRESH(place);
  return symlink("nowhere", path) < 0 ? -1 : unlink(path);
}

static int makePipe(const Place *place) {
  const char *path = FRESH(place);
  return mkfifo(path, 0600) < 0 ? -1 : unlink(path);
}

static int removeFile(const Place *place) { return unlink(FRESH(place)); }
static int renameFile(const Place *place) { return rename(FRESH(place), FRESH(place)); }
static int changeRights(const Place *place) { return chmod(FRESH(place), 0600); }
static int cutFile(const Place *place) { return truncate(FRESH(place), 0); }

static int openSocket(const Place *place) {
  (void)place;
  return closed(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

static int openDatagramSocket(const Place *place) {
  (void)place;
  return closed(socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0));
}

static int openLocalSocket(const Place *place) {
  (void)place;
  return closed(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

typedef int Reach(int, const struct sockaddr *, socklen_t);

static int reach(Reach *call, in_port_t port) {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) {
    return -1;
  }
  const struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  const int result = call(descriptor, (const struct sockaddr *)&address, sizeof address);
  const int error = errno;
  close(descriptor);
  errno = error;
  return result;
}

// Nothing listens on the port of old that throws away what it gets: refused by nobody means not refused by the kernel.
static int connectSocket(const Place *place) {
  (void)place;
  return reach(connect, 9);
}

static int listenForOthers(const Place *place) {
  (void)place;
  return reach(bind, 0);
}

static int startProcess(const Place *place) {
  (void)place;
  const long child = syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
  if (child == 0) {
    syscall(SYS_exit_group, 0);
  }
  return child < 0 ? -1 : waitpid((pid_t)child, NULL, 0) < 0 ? -1 : 0;
}

static int startProcessByNewCall(const Place *place) {
  (void)place;
  return (int)syscall(SYS_clone3, NULL, 0);
}

static int runProgram(const Place *place) {
  char *const none[] = {NULL};
  return execve(FRESH(place), none, none);
}

static int runOpenProgram(const Place *place) {
  (void)place;
  char *const none[] = {NULL};
  return (int)syscall(SYS_execveat, -1, "", none, none, AT_EMPTY_PATH);
}

static int followProcess(const Place *place) {
  (void)place;
  return (int)ptrace(PTRACE_ATTACH, 0x3FFFFFFF, NULL, NULL);
}

static int readProcess(const Place *place) {
  (void)place;
  return (int)process_vm_readv(getpid(), NULL, 0, NULL, 0, 0);
}

static int signalParent(const Place *place) {
  (void)place;
  return kill(getppid(), 0);
}

static int limitParent(const Place *place) {
  (void)place;
  struct rlimit old;
  return prlimit(getppid(), RLIMIT_CORE, NULL, &old);
}

// A worker of the superuser could raise its limits again. It writes no core dumps already, so this changes nothing.
static int changeOwnLimits(const Place *place) {
  (void)place;
  return setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
}

static int talkToDevice(const Place *place) { return ioctl(place->file, 0xFFFFFFFF, 0) < 0 ? -1 : 0; }

// Doors into the kernel, knocked at with arguments that lead nowhere.
#define DOOR(name, ...)                           \
  static int knockAt_##name(const Place *place) { \
    (void)place;                                  \
    return (int)syscall(SYS_##name, __VA_ARGS__); \
  }

DOOR(bpf, -1, NULL, 0)
DOOR(io_uring_setup, 0, NULL)
DOOR(userfaultfd, -1)
DOOR(keyctl, -1)
DOOR(perf_event_open, NULL, 0, -1, -1, 0)
DOOR(unshare, 0)
DOOR(setns, -1, 0)
DOOR(memfd_create, NULL, 0)
DOOR(open_by_handle_at, -1, NULL, 0)
DOOR(init_module, NULL, 0, NULL)
DOOR(personality, 0xFFFFFFFF)
DOOR(chroot, NULL)
DOOR(setuid, -1)

static int mountFolder(const Place *place) {
  (void)place;
  return (int)syscall(SYS_mount, NULL, NULL, NULL, 0, NULL);
}

static const struct {
  const char *name;
  int (*attempt)(const Place *place);
} forbidden[] = {
    {"read another file", readOther},
    {"read the list of users", readPasswords},
    {"read memory as a file", readMemory},
    {"list a folder", listFolder},
    {"write to the document", writeOwn},
    {"append to the document", writeOwnByAppending},
    {"create a file", createFile},
    {"create a nameless file", createNamelessFile},
    {"create a file by a new call", createFileByNewCall},
    {"make a folder", makeFolder},
    {"make a link", makeLink},
    {"make a named pipe", makePipe},
    {"remove a file", removeFile},
    {"rename a file", renameFile},
    {"change a file's rights", changeRights},
    {"cut a file short", cutFile},
    {"open a socket", openSocket},
    {"open a datagram socket", openDatagramSocket},
    {"open a local socket", openLocalSocket},
    {"connect", connectSocket},
    {"wait for connections", listenForOthers},
    {"start a process", startProcess},
    {"start a process by a new call", startProcessByNewCall},
    {"run a program", runProgram},
    {"run an open program", runOpenProgram},
    {"follow a process", followProcess},
    {"read a process's memory", readProcess},
    {"signal the parent", signalParent},
    {"ask for the parent's limits", limitParent},
    {"change its own limits", changeOwnLimits},
    {"talk to a device", talkToDevice},
    {"bpf", knockAt_bpf},
    {"io_uring", knockAt_io_uring_setup},
    {"userfaultfd", knockAt_userfaultfd},
    {"keyctl", knockAt_keyctl},
    {"perf_event_open", knockAt_perf_event_open},
    {"mount", mountFolder},
    {"unshare", knockAt_unshare},
    {"setns", knockAt_setns},
    {"memfd_create", knockAt_memfd_create},
    {"open_by_handle_at", knockAt_open_by_handle_at},
    {"init_module", knockAt_init_module},
    {"personality", knockAt_personality},
    {"chroot", knockAt_chroot},
    {"setuid", knockAt_setuid},
};

size_t kz_try_forbidden(const char *folder, int file, KZAttempt *attempts, size_t room) {
  const Place place = {.folder = folder, .file = file};
  size_t count = 0;
  for (; count < sizeof forbidden / sizeof *forbidden && count < room; ++count) {
    errno = 0;
    const bool isThrough = forbidden[count].attempt(&place) >= 0;
    attempts[count] = (KZAttempt){.name = forbidden[count].name, .error = isThrough ? 0 : errno};
  }
  return count;
}
