import ReportModel

/// What keeps workers in on this machine.
package struct SandboxState: Sendable, Equatable {
  /// The version of Landlock in force; nil where the kernel has none.
  package var landlock: Int?
  /// Whether a seccomp filter is in force.
  package var filtersCalls: Bool

  /// What a person should know who reads files of strangers; nil where nothing is lacking.
  package var note: Phrase? {
    switch (landlock != nil, filtersCalls) {
    case (true, true): nil
    case (true, false):
      Phrase(
        "this kernel has no seccomp filters: the reading process cannot write files, but is shut in less tightly",
        "此核心沒有 seccomp 過濾功能：讀取程序無法寫入檔案，但隔離較不嚴密")
    case (false, true):
      Phrase(
        "this kernel has no Landlock: the reading process can neither write nor reach the network, but could read other files",
        "此核心沒有 Landlock：讀取程序無法寫入或連線，但可能讀取其他檔案")
    case (false, false):
      Phrase(
        "this kernel has neither Landlock nor seccomp filters: the reading process is not shut in",
        "此核心沒有 Landlock 與 seccomp 過濾功能：讀取程序未受隔離")
    }
  }

  /// What a worker of this launcher says of itself. Costs one worker: to be asked once.
  package static func ask(_ launcher: WorkerLauncher = WorkerLauncher()) throws(ReadFailure) -> SandboxState {
    try SandboxTrial.run(launcher: launcher).state
  }
}
