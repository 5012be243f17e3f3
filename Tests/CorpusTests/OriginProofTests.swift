import Foundation
import ReportModel
import Support
import Testing

/// The origin map proven on real pages: from the text to the ink and back, for every character.
@Suite("The way back, on every page", .serialized)
struct OriginProofTests {
  /// In wild tables a word hangs over its cell's rule, or stands left of the first one; and in a few places a numeral as
  /// tall as two lines is lit together with what stands beside it. Nowhere else, and nowhere in the Corpus.
  private static let leastShares: [OriginPromise: Double] = [.blockBox: 0.9998, .cellBox: 0.9995, .litAlone: 0.9995]

  @Test("Every character of the Corpus leads to its glyphs and back")
  func corpus() throws { try prove(OriginSource.corpus(), "Corpus", leastShares: [:]) }

  @Test("Every character of the shared reports leads to its glyphs and back")
  func shared() throws {
    guard let sources = OriginSource.shared() else { return }
    try prove(sources, "shared reports", leastShares: Self.leastShares)
  }

  private func prove(_ sources: [OriginSource], _ title: String, leastShares: [OriginPromise: Double]) throws {
    let seed = UInt64.random(in: 0...(.max))
    var random = SeededRandom(state: seed)
    let total = OriginFindings()
    var pages = 0
    for source in sources {
      let report = try OriginReport(source)
      pages += report.pages.count
      let checks = OriginChecks(report: report, findings: total)
      checks.checkFates()
      checks.checkReasons()
      checks.checkChanges()
      checks.checkThereAndBack()
      checks.checkHighlights(20, using: &random)
      checks.checkBlockBoxes()
      checks.checkCleanness()
    }
    print("\(title): \(pages) pages, seed \(seed)\n\(total.table)")
    let broken = OriginPromise.allCases.filter { total[$0].share < leastShares[$0] ?? 1 }
    #expect(broken.isEmpty, "\(broken.map(total.examples).joined(separator: "\n"))")
  }
}
