import Foundation
import ReportModel
import Support
import Testing

@testable import Pipeline

/// Real attempts from inside a worker: behind both walls, behind each alone, and behind none.
@Suite(.serialized) struct SandboxTests {
  private static let launcher = WorkerLauncher(executable: BuiltProgram.path)
  private static let state = try? SandboxState.ask(launcher)
  static let hasLandlock = state?.landlock != nil
  static let hasSeccomp = state?.filtersCalls == true

  /// What came of each attempt. Nothing stays behind in the folder.
  private func attempts(behind layers: SandboxLayers) throws -> [String: SandboxTrial.Attempt] {
    let folder = try BuiltProgram.temporaryFolder()
    let trial = try SandboxTrial.run(launcher: Self.launcher, layers: layers, folder: folder)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    return Dictionary(trial.attempts.map { ($0.name, $0) }) { first, _ in first }
  }

  private func refused(behind layers: SandboxLayers) throws -> Set<String> {
    Set(try attempts(behind: layers).values.filter(\.isRefused).map(\.name))
  }

  /// What any process may do: were one of these refused without walls, its refusal behind them would prove nothing.
  private static let reading: Set<String> = [
    "read another file", "read the list of users", "read memory as a file", "list a folder",
  ]
  private static let writing: Set<String> = [
    "write to the document", "append to the document", "create a file", "create a file by a new call", "make a folder",
    "make a link", "make a named pipe", "remove a file", "rename a file", "change a file's rights", "cut a file short",
  ]
  private static let reaching: Set<String> = [
    "open a socket", "open a local socket", "connect", "wait for connections",
  ]
  private static let spawning: Set<String> = [
    "start a process", "start a process by a new call", "run a program", "run an open program", "follow a process",
    "signal the parent", "ask for the parent's limits", "change its own limits", "unshare", "memfd_create", "setns",
    "talk to a device",
  ]

  /// What containers often forbid by themselves.
  private static let forbiddenAnyway: Set<String> = [
    "create a file by a new call", "start a process by a new call", "unshare", "setns", "follow a process",
  ]

  @Test func withoutWallsTheDoorsAreOpen() throws {
    let refused = try refused(behind: []).subtracting(Self.forbiddenAnyway)
    for kind in [Self.reading, Self.writing, Self.reaching, Self.spawning] { #expect(refused.isDisjoint(with: kind)) }
  }

  @Test(.enabled(if: hasLandlock && hasSeccomp)) func behindBothWallsEveryAttemptIsRefused() throws {
    let attempts = try attempts(behind: .all)
    #expect(attempts.count > 40)
    #expect(attempts.values.filter { !$0.isRefused }.map(\.name) == [])
    #expect(Set(attempts.keys).isSuperset(of: Self.reading.union(Self.writing).union(Self.reaching)))
  }

  @Test(.enabled(if: hasSeccomp)) func theFilterAloneForbidsWritingReachingAndSpawning() throws {
    let refused = try refused(behind: .calls)
    #expect(refused.isSuperset(of: Self.writing.union(Self.reaching).union(Self.spawning)))
    #expect(refused.isDisjoint(with: ["read another file", "list a folder"]))
  }

  @Test(.enabled(if: hasLandlock)) func landlockAloneForbidsOtherFilesAndNewOnes() throws {
    let refused = try refused(behind: .paths)
    #expect(refused.isSuperset(of: Self.reading))
    #expect(refused.isSuperset(of: ["write to the document", "create a file", "make a folder", "make a link"]))
    #expect(refused.contains("connect") == (try #require(Self.state?.landlock) >= 4))
    #expect(!refused.contains("start a process"))
  }

  /// Not only the worker that tries: those that read and draw too, before they say anything of the document.
  @Test(
    .enabled(if: hasSeccomp),
    arguments: [WorkerRequest.Task.read(from: 1), .pictures(pages: [1], scale: 1)])
  func workersThatReadAndDrawAreShutIn(_ task: WorkerRequest.Task) throws {
    let file = try ProbePage.file()
    let worker = try Self.launcher.start(WorkerRequest(task: task), on: file.descriptor)
    guard case .frame = worker.next(until: .now + .seconds(8)) else {
      Issue.record("the worker said nothing")
      return
    }
    // What has ended is still told of until it is waited for.
    let status = try String(contentsOfFile: "/proc/\(worker.process)/status", encoding: .utf8)
    #expect(status.contains("NoNewPrivs:\t1\n"))
    #expect(status.contains("Seccomp:\t2\n"))
  }

  @Test func whatIsLackingIsSaidInBothLanguages() throws {
    #expect(SandboxState(landlock: 4, filtersCalls: true).note == nil)
    for state in [(4, false), (nil, true), (nil, false)].map(SandboxState.init) {
      let note = try #require(state.note)
      #expect(note.english.contains("Landlock") == (state.landlock == nil))
      #expect(note.english.contains("seccomp") == !state.filtersCalls)
      #expect(note.chinese.contains("Landlock") == (state.landlock == nil))
      #expect(note.chinese.contains("seccomp") == !state.filtersCalls)
    }
  }

  @Test func aWorkerThatCannotTellIsAFailure() {
    #expect(throws: ReadFailure.self) { try SandboxState.ask(WorkerLauncher(executable: "/bin/false")) }
  }

  @Test func theFoldersOfTheUserFollowFontconfigsVariables() {
    let home = SandboxFolders.ofTheUser { ["HOME": "/home/a"][$0] }
    #expect(home.contains("/home/a/.local/share/fonts"))
    #expect(home.contains("/home/a/.cache/fontconfig"))
    let elsewhere = SandboxFolders.ofTheUser {
      ["HOME": "/home/a", "XDG_CACHE_HOME": "/cache", "FONTCONFIG_FILE": "/etc/x/f.conf"][$0]
    }
    #expect(elsewhere.contains("/cache/fontconfig"))
    #expect(elsewhere.contains("/etc/x"))
    #expect(!elsewhere.contains("/home/a/.cache/fontconfig"))
    // Never the whole machine, and never a folder that depends on where one stands.
    #expect(SandboxFolders.ofTheUser { ["FONTCONFIG_PATH": "/", "FONTCONFIG_FILE": "f.conf"][$0] }.isEmpty)
  }
}
