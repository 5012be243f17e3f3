import ReportModel
import Testing

@testable import Archive

/// Which company a document is of.
struct CompanyNamesTests {
  private func companies(_ sketches: [ReportSketch]) -> [CompanyID?] {
    let reports = sketches.map(\.report)
    let names = CompanyNames(reports)
    return reports.map { names.company(of: $0) }
  }

  @Test func aTickerIsTheCompanyAndANameBesideOneTickerMeansIt() {
    let found = companies([
      ReportSketch(number: 1, company: "臺晶"), ReportSketch(number: 2, ticker: nil, company: "台晶"),
      ReportSketch(number: 3, ticker: nil, company: "Ours"), ReportSketch(number: 4, ticker: nil, company: "OURS"),
      ReportSketch(number: 5, ticker: nil),
    ])
    #expect(found.map { $0?.text } == ["1234", "1234", "ours", "ours", nil])
  }

  @Test func aNameOfTwoCompaniesMeansNeitherAndANameIsNoNumber() {
    let found = companies([
      ReportSketch(number: 1, company: "台晶"), ReportSketch(number: 2, ticker: "9999", company: "台晶"),
      ReportSketch(number: 3, ticker: nil, company: "台晶"), ReportSketch(number: 4, ticker: nil, company: "1234"),
    ])
    #expect(found.map { $0?.text } == ["1234", "9999", "台晶", "“1234”"])
  }

  @Test func companiesAreListedWithTheirNewestYearAndTheirSurestFacts() throws {
    let sketches = [
      ReportSketch(number: 1, company: "甲", year: 2022, industry: ("a", .name)),
      ReportSketch(number: 2, company: "甲公司", year: 2023, industry: ("b", .hand)),
      ReportSketch(number: 3, year: 2024, kind: nil, industry: ("c", .manifest)),
      ReportSketch(number: 4, ticker: "1000"),
    ]
    let all = ArchivedCompany.all(sketches.map(\.report))
    #expect(all.map(\.id.text) == ["1000", "1234"])
    // Of the third nobody knows the kind: it counts for no year.
    #expect(all.map(\.newestYear) == [2024, 2023])
    #expect(all.map(\.name) == ["1000", "甲"])
    let surest = try #require(ArchivedCompany.surest(\.industry, of: all[1].reports.shuffled()))
    #expect(surest.fact.value == "b" && surest.report.document.name == "n2")
  }
}
