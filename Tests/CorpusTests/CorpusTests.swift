import Foundation
import PageLayout
import PageReading
import Pipeline
import ReportModel
import Testing
import TextStructure

/// Every document of the Corpus, read in this process and measured against its truth.
struct CorpusTests {
  /// Per cent over all documents together.
  private static let required: [(Tally.Measure, Double)] = [(.characters, 99.5), (.order, 99), (.cells, 98)]

  @Test func theCorpusIsReadAsAPersonReadsIt() throws {
    var total = Tally()
    print(row("document", Tally.Measure.allCases.map(\.rawValue)))
    for file in try CorpusFile.all() {
      let pages = try read(file)
      var tally = Tally()
      for page in file.pages {
        let found = pages.first { $0.number == page.number }
        tally.add(PageScore(page, read: found, name: "\(file.document) page \(page.number)").tally)
      }
      print(row(file.document, Tally.Measure.allCases.map { String(format: "%.2f", tally.share($0)) }))
      total.add(tally)
    }
    print(row("all", Tally.Measure.allCases.map { String(format: "%.2f", total.share($0)) }))
    for (measure, least) in Self.required {
      #expect(total.share(measure) >= least, "\(measure) is below \(least) %; the worst:\n\(total.worst(measure))")
    }
  }

  @Test func theCorpusIsLargeEnoughAndShowsEveryDifficultyTwice() throws {
    let files = try CorpusFile.all()
    #expect(files.count >= 14)
    #expect(files.reduce(0) { $0 + $1.pages.count } >= 80)
    let shown = files.flatMap(\.shows).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    #expect(shown.count >= 60)
    #expect(shown.filter { $0.value < 2 }.isEmpty)
  }

  /// Crop boxes and turned pages applied, page labels read.
  @Test func everyPageHasTheSizeAndLabelOfItsTruth() throws {
    for file in try CorpusFile.all() {
      let pdf = try PDFFile(path: file.path, password: file.password.isEmpty ? nil : file.password)
      #expect(pdf.pageCount == file.pages.count, "\(file.document)")
      for truth in file.pages {
        let page = try pdf.page(truth.number)
        #expect(abs(Double(page.width) - truth.width) < 0.1, "\(file.document) page \(truth.number)")
        #expect(abs(Double(page.height) - truth.height) < 0.1, "\(file.document) page \(truth.number)")
        #expect(truth.label.isEmpty || page.label == truth.label, "\(file.document) page \(truth.number)")
      }
    }
  }

  private func read(_ file: CorpusFile) throws -> [ReadPage] {
    let pdf = try PDFFile(path: file.path, password: file.password.isEmpty ? nil : file.password)
    let facts = pdf.facts
    var pages: [PageText] = []
    for number in 1...max(1, facts.pageCount) { pages.append(try pdf.page(number)) }
    let report = composeText(layOut(pages, facts: facts), pages: pages, facts: facts)
    let document = Document(input: file.document, facts: facts, report: report)
    let bytes = json(of: document, pages: .all).bytes
    return try JSONDecoder().decode(ReadPage.Document.self, from: Data(bytes)).pages
  }

  private func row(_ name: String, _ columns: [String]) -> String {
    name.padding(toLength: 22, withPad: " ", startingAt: 0)
      + columns.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
  }
}
