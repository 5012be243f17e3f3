import ReportModel
import Testing

@testable import Pipeline

struct ReadabilityTests {
  private static let glyph = Glyph(
    scalarValue: 65, box: Box(x0: 0, y0: 0, x1: 1, y1: 1), originX: 0, originY: 1, size: 9)

  @Test(arguments: [
    (PageFault.abandoned("x"), 1, Readability.Grade.none, Readability.Reason.damaged),
    (.damaged("x"), 1, .partial, .damaged), (.damaged("x"), 0, .none, .damaged),
    (.tooManyGlyphs(limit: 1), 1, .partial, .limitReached), (.tooManyShapes(limit: 1), 1, .full, .limitReached),
  ])
  func aPageWithAFaultNeverPassesForAWholeOne(
    _ fault: PageFault, _ glyphs: Int, _ grade: Readability.Grade, _ reason: Readability.Reason
  ) {
    var page = PageText(number: 1, width: 1, height: 1, faults: [fault, fault])
    page.glyphs = Array(repeating: Self.glyph, count: glyphs)
    var readability = Readability.full
    readability.lower(by: page)
    #expect(readability == Readability(grade: grade, reasons: [reason]))
  }

  @Test func aFaultMakesNoPageMoreReadable() {
    var readability = Readability(grade: .none, reasons: [.noTextLayer])
    readability.lower(by: PageText(number: 1, width: 1, height: 1, faults: [.tooManyShapes(limit: 1)]))
    #expect(readability == Readability(grade: .none, reasons: [.noTextLayer, .limitReached]))
  }
}
