import Foundation
import PageReading
import ReportModel
import Testing

/// The boxes of glyphs beside the page as poppler draws it.
struct OriginInkTests {
  @Test("The boxes of all Corpus pages lie on ink, and their ink in boxes")
  func corpus() throws { try check(OriginSource.corpus(), "Corpus", most: .max) }

  @Test("The boxes of shared reports lie on ink, and their ink in boxes")
  func shared() throws {
    guard let sources = OriginSource.shared() else { return }
    try check(sources, "shared reports", most: 4)
  }

  /// Looks at `most` pages of each file, evenly spread. Boxes that are moved aside must fare worse: else the text
  /// is so dense that the test shows nothing.
  private func check(_ sources: [OriginSource], _ title: String, most: Int) throws {
    var tally = InkTally()
    for source in sources {
      let pdf = try PDFFile(path: source.path, password: source.password)
      for number in stride(from: 1, through: pdf.pageCount, by: max(1, pdf.pageCount / most)) {
        let place = "\(source.name) page \(number)"
        let picture = try GreyPage.draw(source.path, password: source.password, page: number, scale: 1)
        guard let picture else {
          Issue.record("\(place) cannot be drawn")
          continue
        }
        let check = InkCheck(page: try pdf.page(number), picture: picture)
        #expect(abs(Float(picture.width) - check.page.width) <= 1.5, "\(place): width")
        #expect(abs(Float(picture.height) - check.page.height) <= 1.5, "\(place): height")
        tally.add(check, place)
      }
    }
    print("\(title): \(tally.summary)")
    #expect(tally.onInk.share >= 0.99, "\(tally.findings.examples(.onInk))")
    #expect(tally.covered.share >= 0.95, "\(tally.uncovered.joined(separator: "\n"))")
    #expect(tally.movedOnInk.share < tally.onInk.share - 0.1)
    #expect(tally.movedCovered.share < tally.covered.share - 0.1)
  }
}

/// What the pages looked at have in common.
private struct InkTally {
  struct Part {
    var found = 0
    var all = 0
    var share: Double { all == 0 ? 1 : Double(found) / Double(all) }

    mutating func add(_ found: Int, of all: Int) {
      self.found += found
      self.all += all
    }

    var percent: String { String(format: "%.2f %%", 100 * share) }
  }

  var pages = 0
  let findings = OriginFindings()
  var onInk = Part()
  var movedOnInk = Part()
  var covered = Part()
  var movedCovered = Part()
  var uncovered: [String] = []

  /// Half a character and a line; less for ink, of which the next line's boxes would cover as much.
  private static let aside: (x: Float, y: Float) = (0.5, 1.2)
  private static let halfALine: (x: Float, y: Float) = (0.5, 0.7)

  mutating func add(_ check: InkCheck, _ place: String) {
    pages += 1
    let boxes = check.onInk()
    for (glyph, holds) in boxes {
      let name = "U+" + String(glyph.scalarValue, radix: 16, uppercase: true)
      findings.check(.onInk, holds, "\(place): \(name) at \(glyph.box.short)")
    }
    onInk.add(boxes.filter(\.holds).count, of: boxes.count)
    movedOnInk.add(check.onInk(shift: Self.aside).filter(\.holds).count, of: boxes.count)
    let ink = check.coverage()
    covered.add(ink.covered, of: ink.all)
    if ink.covered * 10 < ink.all * 9 { uncovered.append("\(place): \(ink.covered) of \(ink.all) pixels of ink") }
    let moved = check.coverage(shift: Self.halfALine)
    movedCovered.add(moved.covered, of: moved.all)
  }

  var summary: String {
    "\(pages) pages; of \(onInk.all) glyph boxes \(onInk.percent) hold ink (moved aside \(movedOnInk.percent)); "
      + "of \(covered.all) pixels of text-like ink \(covered.percent) lie in boxes (moved \(movedCovered.percent))"
  }
}
