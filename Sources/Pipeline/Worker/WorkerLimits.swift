import Glibc

/// What a reading process may take of the machine, set by itself before it opens the file.
///
/// A limit that cannot be set is left as it is: the parent's clocks still end the process.
enum WorkerLimits {
  static let addressSpace: rlim_t = 2 << 30
  static let processorSeconds: rlim_t = 600
  static let openFiles: rlim_t = 64
  static let fileSize: rlim_t = 16 << 20

  private static let table: [(resource: Int32, limit: rlim_t)] = [
    (Int32(RLIMIT_AS.rawValue), addressSpace), (Int32(RLIMIT_CPU.rawValue), processorSeconds),
    (Int32(RLIMIT_NOFILE.rawValue), openFiles), (Int32(RLIMIT_CORE.rawValue), 0),
    (Int32(RLIMIT_FSIZE.rawValue), fileSize),
  ]

  static func apply() {
    for (resource, limit) in table where !(Sandbox.isSanitized && resource == Int32(RLIMIT_AS.rawValue)) {
      var current = rlimit()
      guard getrlimit(resource, &current) == 0 else { continue }
      let allowed = min(limit, current.rlim_max)
      var wanted = rlimit(rlim_cur: allowed, rlim_max: allowed)
      setrlimit(resource, &wanted)
    }
  }

  /// What the parent's own parent left open is none of the worker's business.
  static func closeFiles(from first: Int32) {
    guard let folder = opendir("/proc/self/fd") else { return }
    var open: [Int32] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if let descriptor = Int32(name), descriptor >= first, descriptor != dirfd(folder) { open.append(descriptor) }
    }
    closedir(folder)
    for descriptor in open { close(descriptor) }
  }
}
