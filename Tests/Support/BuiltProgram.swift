import Foundation

/// The program as it was built beside the tests, to be run as a user runs it.
package enum BuiltProgram {
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Found from the tests' own bundle, whatever the build's configuration.
  package static let path: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("kaozheng").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return root.appendingPathComponent(".build/debug/kaozheng").path
  }()

  package struct Outcome: Sendable {
    package var code: Int32
    package var output: String
    package var errors: String
  }

  /// Runs a shell line in which `kaozheng` is the program; in English, with nothing else from outside.
  package static func shell(_ line: String, environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    // The variables are for the program only: bash itself warns of locales that are not installed.
    let variables = environment.map { "\($0)='\($1)' " }.joined()
    process.arguments = ["-c", "kaozheng() { env \(variables)'\(path)' \"$@\"; }\n" + line]
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    let output = Pipe()
    let errors = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  /// What this run of tests writes, taken away when it ends.
  private static let folder: String = {
    atexit { try? FileManager.default.removeItem(atPath: BuiltProgram.folder) }
    return NSTemporaryDirectory() + "kaozheng-tests-" + UUID().uuidString
  }()

  /// A new empty folder.
  package static func temporaryFolder() throws -> String {
    let path = "\(folder)/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
