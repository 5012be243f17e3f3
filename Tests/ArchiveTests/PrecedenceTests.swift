import ReportModel
import Support
import Testing

@testable import Archive

/// Which of several documents of a company and year counts.
struct PrecedenceTests {
  private func report(
    _ number: Int, language: DocumentLanguage? = .chinese, revision: Int? = nil, uploaded: String? = nil,
    status: ReadingStatus = .ok, year: Int? = 2023, ticker: String? = "1234", company: String? = nil
  ) -> ReportRecord {
    ReportSketch(
      number: number, ticker: ticker, company: company, year: year, language: language, revision: revision,
      uploaded: uploaded, status: status
    ).report
  }

  private func current(_ reports: [ReportRecord]) -> [String] {
    let superseded = Precedence.superseded(reports)
    return reports.filter { superseded[$0.document.id] == nil }.map(\.document.sha256).sorted()
  }

  @Test func theWrittenOrderDecides() {
    #expect(current([report(1, language: .english, revision: 3), report(2)]) == ["s2"])
    #expect(current([report(2), report(1, revision: 1)]) == ["s1"])
    #expect(current([report(1, uploaded: "2024-08-31"), report(2, uploaded: "2024-06-30")]) == ["s1"])
    #expect(current([report(1), report(2)]) == ["s2"])
    #expect(current([report(1), report(2, revision: 1, status: .failed)]) == ["s1"])
  }

  @Test func otherYearsCompaniesAndOpenQuestionsAreLeftAlone() {
    #expect(current([report(1), report(2, year: 2022)]) == ["s1", "s2"])
    #expect(current([report(1), report(2, ticker: "9999")]) == ["s1", "s2"])
    #expect(current([report(1), report(2, year: nil)]) == ["s1", "s2"])
  }

  @Test func aNameThatStandsBesideOneTickerMeansThatCompany() {
    #expect(current([report(1, company: "臺晶"), report(2, ticker: nil, company: "台晶")]) == ["s2"])
    let two = [report(1, company: "台晶"), report(2, ticker: "9999", company: "台晶")]
    #expect(current(two + [report(3, ticker: nil, company: "台晶")]) == ["s1", "s2", "s3"])
    // A company's name is not another one's number.
    #expect(current([report(1), report(2, ticker: nil, company: "1234")]) == ["s1", "s2"])
  }

  @Test func theOrderOfTheListNeverMatters() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of lists: \(seed)")
    var dice = SeededRandom(state: seed)
    for _ in 0..<200 {
      let reports = (1...8).map { number in
        report(
          number, language: [.chinese, .english, nil].randomElement(using: &dice) ?? nil,
          revision: [nil, 1, 2].randomElement(using: &dice) ?? nil,
          uploaded: [nil, "2024-01-01", "2024-02-02"].randomElement(using: &dice) ?? nil,
          year: [2022, 2023].randomElement(using: &dice), ticker: ["1234", nil].randomElement(using: &dice) ?? nil,
          company: ["甲乙", "丙丁", nil].randomElement(using: &dice) ?? nil)
      }
      #expect(Precedence.superseded(reports) == Precedence.superseded(reports.shuffled(using: &dice)))
    }
  }
}
