import Foundation
import Support
import Testing

/// The program as a user runs it.
struct EndToEndTests {
  private let folder: String

  init() throws {
    folder = try BuiltProgram.temporaryFolder()
    try "第一頁。\n\u{0C}第二頁。\n".write(toFile: folder + "/a.txt", atomically: true, encoding: .utf8)
    try "另一份。\n".write(toFile: folder + "/b.txt", atomically: true, encoding: .utf8)
  }

  private func run(_ line: String, _ environment: [String: String] = [:]) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd '\(folder)'\n" + line, environment: environment)
  }

  @Test func severalFilesGiveALineOfJSONEachErrorsIncluded() throws {
    let outcome = try run("kaozheng text a.txt none.pdf b.txt --format json")
    #expect(outcome.code == 1)
    #expect(outcome.errors == "kaozheng: none.pdf: no such file\n")
    let lines = try outcome.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(lines.map { $0["input"] as? String } == ["a.txt", "none.pdf", "b.txt"])
    #expect((lines[1]["error"] as? [String: String])?["code"] == "not-found")
    #expect((lines[1]["pages"] as? [Any])?.isEmpty == true)
    #expect((lines[0]["pages"] as? [Any])?.count == 2)
  }

  @Test func aFailedFileLeavesNoOutputAndTheOthersAreWritten() throws {
    let outcome = try run("kaozheng text a.txt none.pdf --format txt --output out && echo no")
    #expect(outcome.code == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/out") == ["a.txt"])
    #expect(try String(contentsOfFile: folder + "/out/a.txt", encoding: .utf8) == "第一頁。\n\u{0C}第二頁。\n")
  }

  @Test func messagesFollowTheLocaleOrTheOption() throws {
    #expect(try run("kaozheng text none.pdf", ["LC_ALL": "zh_TW.UTF-8"]).errors == "kaozheng: none.pdf：找不到檔案\n")
    #expect(try run("kaozheng text none.pdf --lang zh-TW").errors == "kaozheng: none.pdf：找不到檔案\n")
    #expect(
      try run("kaozheng text none.pdf --lang=en", ["LC_ALL": "zh_TW.UTF-8"]).errors
        == "kaozheng: none.pdf: no such file\n")
  }

  @Test func theLocaleDoesNotChangeTheOutput() throws {
    let english = try run("kaozheng text a.txt none.pdf --format json")
    let chinese = try run("kaozheng text a.txt none.pdf --format json", ["LC_ALL": "zh_TW.UTF-8"])
    #expect(english.output == chinese.output)
  }

  @Test func wrongUseEndsWithTwoAndSaysWhereHelpIs() throws {
    let outcome = try run("kaozheng text --pagse 3 a.txt")
    #expect(outcome.code == 2)
    #expect(
      outcome.errors
        == "kaozheng: unknown option “--pagse”; did you mean --pages?\nkaozheng: see kaozheng help text\n")
    #expect(try run("kaozheng").code == 2)
    #expect(try run("kaozheng text a.txt --pages 2-1").code == 2)
    #expect(try run("kaozheng text a.txt --format txt --output .").code == 2)
  }

  @Test func aPageThatIsNotThereIsAnError() throws {
    let outcome = try run("kaozheng text a.txt --format json --pages 2,9")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains(#""error":{"code":"no-such-page","message":"the document has 2 pages","page":9}"#))
    #expect(outcome.output.contains("第二頁"))
    #expect(!outcome.output.contains("第一頁"))
  }

  @Test func outputThatCannotBeWrittenIsSaidSo() throws {
    let full = try run("kaozheng text a.txt > /dev/full")
    #expect(full.code == 1)
    #expect(full.errors == "kaozheng: standard output could not be written: No space left on device\n")
    let closed = try run("{ sleep 0.3; kaozheng text a.txt; echo $? > code; } | true; cat code")
    #expect(closed.output == "1\n")
    #expect(closed.errors == "kaozheng: standard output was closed before all was written\n")
    let folder = try run("kaozheng text a.txt --output none/x.md")
    #expect(folder.code == 1)
    #expect(folder.errors == "kaozheng: none/x.md could not be written: No such file or directory\n")
  }

  @Test func controlCharactersInNamesDoNotReachTheTerminal() throws {
    #expect(try run(#"kaozheng text $'x\e[31m.pdf'"#).errors == "kaozheng: x\u{FFFD}[31m.pdf: no such file\n")
  }

  @Test func passwordsAreTakenFromFilesAndTheEnvironment() throws {
    #expect(try run("kaozheng text a.txt --password-file none").code == 2)
    #expect(try run("echo x > p; kaozheng text a.txt --password-file p").code == 0)
  }

  @Test func theDoctorFindsTheReadingProcess() throws {
    let outcome = try run("kaozheng doctor --json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let checks = try #require(object["checks"] as? [[String: String]])
    #expect(checks.first { $0["name"] == "reader" }?["status"] == "ok")
    // Good or lacking, but never broken through.
    #expect(["ok", "advice"].contains(checks.first { $0["name"] == "landlock" }?["status"]))
    #expect(["ok", "advice"].contains(checks.first { $0["name"] == "seccomp" }?["status"]))
    #expect(!checks.contains { $0["name"] == "sandbox" })
    #expect((outcome.code == 1) == checks.contains { $0["status"] == "missing" })
  }

  @Test func aDocumentOfTheCorpusComesOutTheSameTwice() throws {
    let corpus = BuiltProgram.root.appendingPathComponent("Corpus").path
    let line = "for f in '\(corpus)'/*.pdf; do kaozheng text \"$f\" --format json; break; done"
    let first = try run(line)
    let second = try run(line)
    #expect(first.code == 0)
    #expect(first.output == second.output)
    #expect(first.output.contains("\"role\":\"paragraph\""))
  }

  @Test func completionIsUnderstoodByBash() throws {
    let words = """
      source <(kaozheng completion)
      COMP_WORDS=(kaozheng te); COMP_CWORD=1; _kaozheng; echo "${COMPREPLY[*]}"
      COMP_WORDS=(kaozheng text --f); COMP_CWORD=2; _kaozheng; echo "${COMPREPLY[*]}"
      COMP_WORDS=(kaozheng text --format j); COMP_CWORD=3; _kaozheng; echo "${COMPREPLY[*]}"
      """
    #expect(try run(words).output == "text\n--format\njson\n")
  }
}
