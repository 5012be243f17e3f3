import ReportModel
import Testing

@testable import Archive

/// What makes two answers two.
struct AnswerPrintTests {
  private func evidence(_ edit: (inout Evidence) -> Void = { _ in }) -> Evidence {
    var evidence = Evidence(
      item: "a", topics: [], rule: "r", level: "l", page: 3, quote: "用水12噸", quoteRanges: [5..<11], focus: [5..<11],
      value: Evidence.Value(plain: "12", unit: "噸", printed: "12噸"), year: "2022")
    edit(&evidence)
    return evidence
  }

  private func print(_ evidence: Evidence...) -> Int { AnswerPrint(.found, evidence).number }

  @Test func whereItStandsInTheTextAndInWhichOrderIsNothing() {
    let other = evidence { $0.quote = "用水13噸" }
    let moved = evidence {
      $0.quoteRanges = [90..<96]
      $0.focus = []
      $0.rule = "other"
      $0.score = 7
      $0.headings = ["水"]
    }
    #expect(print(evidence()) == print(moved))
    #expect(print(evidence(), other) == print(other, evidence()))
  }

  @Test func allThatItSaysCounts() {
    let edits: [(inout Evidence) -> Void] = [
      { $0.quote = "用水12公噸" }, { $0.page = 4 }, { $0.year = "2021" }, { $0.boundary = "台灣" }, { $0.level = "m" },
      { $0.name = "n" }, { $0.value = nil }, { $0.value?.plain = "13" }, { $0.value?.unit = "公噸" },
      { $0.value?.high = "14" }, { $0.value?.qualifier = .about }, { $0.value?.printed = "十二噸" },
      { $0.value?.normalized = Quantity.Normalized(value: Figure(digits: 12), unit: "t") },
    ]
    let prints =
      edits.map { print(evidence($0)) } + [
        print(evidence()), print(), print(evidence(), evidence()), AnswerPrint(.unreadable, [evidence()]).number,
      ]
    #expect(Set(prints).count == prints.count)
  }

  // It is stored: another way of putting it down makes all that is stored differ once.
  @Test func itStaysAsItIs() {
    #expect(print(evidence()) == Self.recorded)
  }

  private static let recorded = -5_148_792_435_123_613_025
}
