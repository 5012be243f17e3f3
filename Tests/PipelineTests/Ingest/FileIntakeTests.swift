import Archive
import Foundation
import Support
import Testing

@testable import Pipeline

/// Whether a file that was seen before is known again by what it shows from outside.
struct FileIntakeTests {
  private let folder: String
  private var path: String { folder + "/a.txt" }

  init() throws {
    folder = try BuiltProgram.temporaryFolder()
    try "水井三座".write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func take(known: [String: SeenFile], _ policy: OriginalStore.Policy = .refer) -> FileIntake.Taken {
    let store = OriginalStore(archive: folder + "/a.sqlite")
    return FileIntake(store: store, policy: policy, settling: .zero, known: known).take(path)
  }

  private func seen(_ taken: FileIntake.Taken) throws -> SeenFile {
    guard case .seen(let file) = taken else { throw Missing() }
    return file
  }

  private struct Missing: Error {}

  /// A digest that is not the file's shows that its bytes were not looked at.
  private func pretended(_ change: (inout SeenFile) -> Void = { _ in }) throws -> SeenFile {
    var file = try seen(take(known: [:]))
    file.sha256 = "pretended"
    change(&file)
    return file
  }

  @Test func theSameMarkIsTheSameFile() throws {
    #expect(try seen(take(known: [path: try pretended()])).sha256 == "pretended")
  }

  @Test func whateverDiffersItIsRead() throws {
    for part in [\FileMark.size, \.modified, \.changed, \.inode] {
      let known = try pretended { $0.mark[keyPath: part] += 1 }
      #expect(try seen(take(known: [path: known])).sha256 != "pretended")
    }
  }

  @Test func anOriginalThatIsNotKeptYetIsKept() throws {
    #expect(try seen(take(known: [path: try pretended()], .keep)).sha256 != "pretended")
    let kept = try seen(take(known: [:], .keep))
    #expect(kept.kept != .path)
    // To link it changed it, and that is noted: it is known again.
    #expect(try seen(take(known: [path: kept], .keep)) == kept)
  }
}
