import Foundation
import Support
import Testing

/// The companies that are expected, told to the program as a user tells it.
struct CompaniesCommandTests {
  private let folder: String

  init() throws { folder = try SmallRules.folder() }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell(
      "cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "KAOZHENG_RULES": folder])
  }

  @Test func whatIsTakenInIsListed() throws {
    try write("c.csv", "代號,公司,產業,受評\n5876,丙公司,金融業,是\n1101,甲公司,,否\n")
    let taken = try run("kaozheng companies c.csv")
    #expect(taken.code == 0 && taken.output == "2 companies, 2 of them new or changed\n" && taken.errors.isEmpty)
    #expect(try run("kaozheng companies c.csv").output == "2 companies, 0 of them new or changed\n")
    #expect(
      try run("kaozheng companies --format csv").output
        == "\u{FEFF}ticker,company,industry,activities,expected\r\n'1101,甲公司,,,no\r\n'5876,丙公司,finance,,yes\r\n")
    let lines = try run("kaozheng companies --format json").output.split(separator: "\n")
    #expect(
      lines.count == 2 && lines[1].hasPrefix("{\"ticker\":\"5876\",\"company\":\"丙公司\",\"industry\":\"finance\","))
    let table = try run("kaozheng companies --lang zh-TW").output
    #expect(table.contains("代號") && table.contains("丙公司") && table.contains("否"))
    #expect(try run("kaozheng companies --as-of 2001-01-01 --format json").output == "")
  }

  @Test func oneWrongLineAndNothingIsTakenIn() throws {
    try write("c.csv", "ticker,company,industry\n1101,甲公司,finance\n12,乙公司,mining\n,丙公司,\n")
    let outcome = try run("kaozheng companies c.csv")
    #expect(outcome.code == 1 && outcome.output.isEmpty)
    for line in ["c.csv:3:1: “12”", "c.csv:3:3: “mining”", "c.csv:4:1: the row has no ticker", "nothing was taken in"] {
      #expect(outcome.errors.contains(line), "\(line)")
    }
    // Not even an archive is made.
    #expect(!FileManager.default.fileExists(atPath: folder + "/a.sqlite"))
    #expect(try run("kaozheng companies").errors.contains("there is no archive"))
  }

  @Test func wrongUse() throws {
    #expect(try run("kaozheng companies none.csv").code == 2)
    let day = try run("kaozheng companies --as-of 2025-02-30")
    #expect(day.code == 2 && day.errors.contains("takes a day, as 2025-08-31, not “2025-02-30”"))
    try write("c.csv", "ticker,company\n1101,甲公司\n")
    #expect(try run("kaozheng companies c.csv --as-of 2025-02-28").code == 2)
  }
}
