import Glibc
import ReportModel

/// Which build of the program runs: what another one reckoned may not be what this one would.
enum ProgramMark {
  /// By the file that it was started from, as files are known again (`FileMark`); a number to be raised by hand could be
  /// forgotten, and a digest of the program would take longer than most of what is remembered.
  static let current: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return engineVersion }
    let parts = [
      Int(status.st_dev), Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
      status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ]
    return ([engineVersion] + parts.map(String.init)).joined(separator: " ")
  }()
}
