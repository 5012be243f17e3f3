import Foundation
import Support
import Testing

@testable import Pipeline

struct OutputTests {
  private let folder: String

  init() throws {
    folder = try BuiltProgram.temporaryFolder()
  }

  private func file(_ name: String, _ text: String = "x") throws -> String {
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func buffer(_ text: String) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.append(string: text)
    return buffer
  }

  @Test func aFileAppearsOnlyWhenItIsWhole() throws {
    let path = try file("a.md", "old")
    do {
      let output = try OutputFile(path: path)
      try output.write(buffer("half"))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    let output = try OutputFile(path: path)
    try output.write(buffer("new"))
    try output.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.md"])
  }

  @Test func aFullDiskIsAFailureWithItsReason() throws {
    let output = try OutputFile(path: "/dev/full")
    let failure = #expect(throws: OutputFailure.self) { try output.write(buffer("text")) }
    #expect(failure?.errorNumber == ENOSPC)
  }

  @Test func severalInputsGoIntoAFolderUnderTheirOwnNames() throws {
    let targets = try OutputTargets(inputs: ["x/a.pdf", "b", ".hidden"], output: folder, format: .json)
    #expect(targets.paths == [folder + "/a.json", folder + "/b.json", folder + "/.hidden.json"])
  }

  @Test func oneInputGoesToAFileUnlessTheOutputIsAFolder() throws {
    #expect(try OutputTargets(inputs: ["a.pdf"], output: "x.md", format: .md).paths == ["x.md"])
    #expect(try OutputTargets(inputs: ["a.pdf"], output: "new/", format: .md).paths == ["new/a.md"])
    #expect(try OutputTargets(inputs: ["a.pdf", "b.pdf"], output: nil, format: .md).paths == [nil, nil])
  }

  @Test func nothingIsOverwrittenByAccident() throws {
    let input = try file("a.txt")
    #expect(throws: OutputTargets.Conflict.sameName("x/a.pdf", "y/a.pdf", target: folder + "/a.md")) {
      try OutputTargets(inputs: ["x/a.pdf", "y/a.pdf"], output: folder, format: .md)
    }
    #expect(throws: OutputTargets.Conflict.replacesInput(input)) {
      try OutputTargets(inputs: [input], output: folder, format: .txt)
    }
    #expect(throws: OutputTargets.Conflict.notAFolder(input)) {
      try OutputTargets(inputs: ["a.pdf", "b.pdf"], output: input, format: .md)
    }
    #expect(throws: OutputTargets.Conflict.needsFolder) {
      try OutputTargets(inputs: ["a.pdf", "b.pdf"], output: nil, format: .html)
    }
  }
}
