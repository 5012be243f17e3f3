import ReportModel
import Support
import Testing

@testable import Archive

/// The companies that are expected, as they were known at any day.
struct CompanyTests {
  private let archive: ArchiveFile

  init() throws { archive = try ArchiveFile(path: try BuiltProgram.temporaryFolder() + "/a.sqlite", .orNew) }

  private func company(
    _ ticker: String, _ name: String = "甲", industry: String? = nil, activities: [String]? = nil,
    isExpected: Bool = true
  ) -> CompanyRecord {
    CompanyRecord(ticker: ticker, name: name, industry: industry, activities: activities, isExpected: isExpected)
  }

  @Test func whatWasAddedComesBackByTicker() throws {
    let companies = [
      company("2330", "乙", industry: "makers", activities: ["digs", "shops"]), company("1101", activities: []),
      company("9999", isExpected: false),
    ]
    #expect(try archive.add(companies, at: "2025-01-01T00:00:00Z") == ["2330", "1101", "9999"])
    #expect(try archive.companies() == [companies[1], companies[0], companies[2]])
  }

  @Test func eachDayKnowsWhatWasKnownByItsEnd() throws {
    _ = try archive.add([company("1101"), company("2330")], at: "2025-01-01T23:59:59Z")
    _ = try archive.add([company("1101", "改名")], at: "2025-03-01T00:00:00Z")
    _ = try archive.add([company("2330", isExpected: false)], at: "2025-03-01T12:00:00Z")
    func names(_ day: String) throws -> [String] {
      try archive.companies(asOf: Day(day)).map { "\($0.ticker) \($0.name) \($0.isExpected)" }
    }
    #expect(try names("2024-12-31") == [])
    #expect(try names("2025-01-01") == ["1101 甲 true", "2330 甲 true"])
    #expect(try names("2025-02-28") == names("2025-01-01"))
    #expect(try names("2025-03-01") == ["1101 改名 true", "2330 甲 false"])
  }

  @Test func whatIsKnownAlreadyIsNoStep() throws {
    _ = try archive.add([company("1101"), company("2330")], at: "2025-01-01T00:00:00Z")
    #expect(try archive.add([company("1101"), company("2330", "丙")], at: "2025-02-01T00:00:00Z") == ["2330"])
    let steps = try archive.database.all("SELECT ticker, step FROM companies ORDER BY ticker, step") {
      "\($0.text(0)) \($0.int(1))"
    }
    #expect(steps == ["1101 1", "2330 1", "2330 2"])
    // Back to what it was: a step all the same.
    #expect(try archive.add([company("2330")], at: "2025-03-01T00:00:00Z") == ["2330"])
    #expect(try archive.companies().map(\.name) == ["甲", "甲"])
  }
}
