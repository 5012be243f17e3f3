import Glibc
import ReportModel

/// Starts workers: the program itself, with the document open and nothing else.
package struct WorkerLauncher: Sendable {
  private let executable: String

  package init(executable: String = "/proc/self/exe") { self.executable = executable }

  /// The variables that reading may need; the locale is not among them, so that it changes nothing.
  private static let passedVariables = [
    "HOME", "PATH", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
    "LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE",
  ]

  private static let ownVariables = [
    // Swift's backtracer can hang for minutes on a broken process.
    "SWIFT_BACKTRACE=enable=no",
    // What is freed stays with the process: it takes and frees the same for each page, and then ends.
    "GLIBC_TUNABLES=glibc.malloc.trim_threshold=268435456:glibc.malloc.mmap_threshold=33554432:glibc.malloc.hugetlb=1",
  ]

  func start(_ request: WorkerRequest, on document: Int32) throws(ReadFailure) -> WorkerProcess {
    let orders = try Pipe()
    let frames = try Pipe()
    let complaints = try Pipe()
    // The request is far smaller than a pipe holds, so this never waits for the worker.
    let bytes = ByteWriter.request(request)
    guard bytes.count <= Pipe.holds else { throw ReadFailure(.tooLarge, "the request is too long") }
    guard writeAll(bytes, to: orders.input) == nil else { throw ReadFailure(.internalFault, "no request was sent") }
    frames.grow()
    let process = try spawn([
      (orders.output, Worker.Descriptor.request), (complaints.input, STDERR_FILENO),
      (frames.input, Worker.Descriptor.frames), (document, Worker.Descriptor.document),
    ])
    return WorkerProcess(process: process, frames: frames.releaseOutput(), complaints: complaints.releaseOutput())
  }

  private func spawn(_ descriptors: [(from: Int32, to: Int32)]) throws(ReadFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (from, to) in descriptors { posix_spawn_file_actions_adddup2(&actions, from, to) }
    // What a library prints must not land among the results.
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // Ctrl-C at the terminal is for the parent, which then has no use for the worker. What the parent holds back is
    // not to be held back there.
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    return try run(actions: &actions, attributes: &attributes)
  }

  private func run(
    actions: inout posix_spawn_file_actions_t, attributes: inout posix_spawnattr_t
  ) throws(ReadFailure) -> pid_t {
    let variables = Self.passedVariables.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    var arguments = Self.pointers(["kaozheng", Worker.command])
    var environment = Self.pointers(variables + Self.ownVariables)
    defer { for pointer in arguments + environment { free(pointer) } }
    var process: pid_t = 0
    let errorNumber = posix_spawn(&process, executable, &actions, &attributes, &arguments, &environment)
    guard errorNumber == 0 else {
      throw ReadFailure(.internalFault, "no reading process: \(String(cString: strerror(errorNumber)))")
    }
    return process
  }

  /// As C wants a list of words: ended by a null; the caller frees each.
  private static func pointers(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    words.map { word in strdup(word) } + [nil]
  }
}

/// Both ends of a pipe, closed unless handed on.
private final class Pipe {
  let input: Int32
  private(set) var output: Int32
  /// What Linux lets a pipe hold without a reader.
  static let holds = 65_536

  init() throws(ReadFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw ReadFailure(.internalFault, "no pipe: \(String(cString: strerror(errno)))")
    }
    // Above the numbers that the worker's own will get, and closed in every process started from here.
    output = fcntl(ends[0], F_DUPFD_CLOEXEC, 16)
    input = fcntl(ends[1], F_DUPFD_CLOEXEC, 16)
    close(ends[0])
    close(ends[1])
  }

  deinit {
    close(input)
    if output >= 0 { close(output) }
  }

  func releaseOutput() -> Int32 {
    defer { output = -1 }
    return output
  }

  /// Room for a whole page, so that the worker goes on while the page is taken in.
  func grow() {
    let setPipeSize: Int32 = 1031
    _ = fcntl(input, setPipeSize, 1 << 20)
  }
}
