import Glibc
import ReportModel

/// A worker that tries all that it must not be able to do, and what came of it.
struct SandboxTrial: Equatable {
  struct Attempt: Equatable {
    var name: String
    /// What the kernel answered; 0 where the attempt went through.
    var error: Int32

    /// Any other complaint is about the attempt itself: the door was open. ENOSYS: there is no such door.
    var isRefused: Bool { [EPERM, EACCES, ENOSYS].contains(error) }
  }

  var state: SandboxState
  var attempts: [Attempt]
  /// Whether poppler still finds its character maps.
  var hasChineseMaps: Bool

  /// New files are tried for in the folder, which is left as it was.
  static func run(
    launcher: WorkerLauncher, layers: SandboxLayers = .all, folder: String = ProbePage.temporaryFolder
  ) throws(ReadFailure) -> SandboxTrial {
    let file = try ProbePage.file()
    let request = WorkerRequest(task: .tryForbidden(folder: folder, layers: layers))
    let worker = try launcher.start(request, on: file.descriptor)
    guard case .frame(.sandbox, var frame) = worker.next(until: .now + .seconds(8)),
      let trial = try? frame.takeSandboxTrial()
    else { throw worker.stop().failure(lastWords: worker.lastWords, page: nil) }
    return trial
  }
}

extension ByteWriter {
  static func sandboxTrial(_ trial: SandboxTrial) -> [UInt8] {
    var frame = ByteWriter(.sandbox)
    frame.put(trial.state.landlock)
    frame.put(UInt8(trial.state.filtersCalls ? 1 : 0))
    frame.put(UInt8(trial.hasChineseMaps ? 1 : 0))
    frame.put(UInt32(trial.attempts.count))
    for attempt in trial.attempts {
      frame.put(attempt.name)
      frame.put(attempt.error)
    }
    return frame.finishedFrame()
  }
}

extension ByteReader {
  mutating func takeSandboxTrial() throws(ByteFault) -> SandboxTrial {
    let state = SandboxState(landlock: try takeOptionalInt(), filtersCalls: try take(UInt8.self) == 1)
    let hasChineseMaps = try take(UInt8.self) == 1
    let attempts = try takeEach { reader throws(ByteFault) in
      SandboxTrial.Attempt(name: try reader.takeString(), error: try reader.take())
    }
    return SandboxTrial(state: state, attempts: attempts, hasChineseMaps: hasChineseMaps)
  }
}
