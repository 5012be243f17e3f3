import ReportModel
import Testing

@testable import Pipeline

@Suite("Which industry a report is of")
struct IndustryTableTests {
  private func table(_ csv: String) throws(IndustryTable.Fault) -> IndustryTable {
    try IndustryTable(csv: Array(csv.utf8), known: ["finance", "services"])
  }

  private func fault(_ csv: String) -> String? {
    do throws(IndustryTable.Fault) {
      _ = try table(csv)
      return nil
    } catch {
      return error.message.english
    }
  }

  @Test func reportsAreKnownByTheNamesOfTheirFiles() throws {
    let table = try table("industry,remark,report\nfinance,x,a.pdf\nservices,,b.pdf\n")
    #expect(table.industry(of: "some/where/a.pdf") == "finance")
    #expect(table.industry(of: "b.pdf") == "services")
    #expect(table.industry(of: "c.pdf") == nil && table.industry(of: "") == nil)
  }

  @Test func oneIndustryIsThatOfAll() {
    #expect(IndustryTable(all: "finance").industry(of: "x.pdf") == "finance")
    #expect(IndustryTable(all: nil).industry(of: "x.pdf") == nil)
  }

  @Test func faultsAreNamed() {
    #expect(fault("report,trade\na.pdf,finance\n") == "it needs the columns report and industry")
    #expect(
      fault("report,industry\na.pdf,finance\nb.pdf,bank\n")
        == "row 3: unknown industry “bank” (one of finance, services)")
    #expect(fault("report,industry\na.pdf,finance\na.pdf,services\n") == "row 3: “a.pdf” stands twice")
  }
}
