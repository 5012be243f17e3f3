/// The walls that a worker can build around itself.
struct SandboxLayers: OptionSet {
  let rawValue: UInt8

  /// Landlock: which files and networks can be reached.
  static let paths = SandboxLayers(rawValue: 1)
  /// Seccomp: which calls of the kernel can be made.
  static let calls = SandboxLayers(rawValue: 2)
  static let all: SandboxLayers = [.paths, .calls]
}
