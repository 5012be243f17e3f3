import ReportModel
import RuleBook
import Testing

@testable import Scoring

/// What ranges do to lists: what is not known lists nobody for sure.
@Suite("Provisional entries")
struct ProvisionalTests {
  /// 40 companies with 1 %, 2 % … of which some have a range instead: the line is the 2nd lowest rate.
  private func lists(_ ranges: [Int: ClosedRange<Int>]) -> MonthlyLists {
    let scores = MarketSketch.staircase(40).enumerated().map { index, score in
      ranges[index + 1].map { MarketSketch.company(score.company.text, $0) } ?? score
    }
    return MarketSketch.lists(scores, MarketSketch.rules())
  }

  @Test("Nothing is known of c030: at worst it is below c001, and the line is c001's own rate")
  func aFileThatCannotBeRead() {
    // If c030 has 0: 0, 1, 2 … the line is 1 and c001 is not below. If it has 100: 1, 2 … the line is 2 and c001 is.
    let lists = lists([30: 0...100])
    #expect(lists.watchSketch == "c001? c030?" && lists.blackSketch == "")
    let line = lists.watch[0].shortfalls.first.line
    #expect(line.lowest.percentText == "1.0" && line.highest.percentText == "2.0")
  }

  @Test("c001 may be anything: then c002 may be the lowest, and c003 cannot be")
  func theLowestIsNotKnown() {
    // c001 at 100: 2, 3 … the line is 3. c001 at 0: the line is 2.
    #expect(lists([1: 0...100]).watchSketch == "c001? c002?")
  }

  @Test("A range that ends below whatever line there may be is certain; one that ends on it is not")
  func certainAllTheSame() {
    // Even with 1 %, c001 is below the 2nd lowest, 2 %.
    #expect(lists([1: 0...1]).watchSketch == "c001")
    #expect(lists([1: 0...2]).watchSketch == "c001?")
    // What is missing to 2 of 100 points: 2 − 1 = 1 at least, 2 − 0 = 2 at most.
    let missing = lists([1: 0...1]).watch[0].shortfalls.first.missing
    #expect(missing.lowerBound.figure.plain == "1" && missing.upperBound.figure.plain == "2")
    #expect(lists([1: 0...2]).watch[0].shortfalls.first.missing.lowerBound == .zero)
  }

  @Test("Where the lowest company is the line nobody is below, whatever turns out")
  func twentyCompanies() {
    let scores = MarketSketch.staircase(19) + [MarketSketch.company("range", 0...100)]
    #expect(MarketSketch.lists(scores, MarketSketch.rules()).watchSketch == "")
  }

  @Test("Two documents that cannot be read leave two places open")
  func twoRanges() {
    // c039 and c040 at 100: the line is 2, c001 is below. Both at 0: the line is 0.
    #expect(lists([39: 0...100, 40: 0...100]).watchSketch == "c001? c039? c040?")
    // c001 and c002 at 100: 3, 4 …: the line is 4.
    #expect(lists([1: 0...100, 2: 0...100]).watchSketch == "c001? c002? c003?")
  }

  @Test("A total that may be below the line is on the black list provisionally, and stays on the watch list")
  func aBadFileBlacklistsNobody() {
    var scores = MarketSketch.staircase(40).map { MarketSketch.company($0.company.text, 50, total: 50) }
    scores[0] = MarketSketch.company("c001", 1...1, total: 0...100)
    let lists = MarketSketch.lists(scores, MarketSketch.rules())
    #expect(lists.watchSketch == "c001" && lists.blackSketch == "c001?")
    scores[0] = MarketSketch.company("c001", 1...1, total: 0...49)
    let certain = MarketSketch.lists(scores, MarketSketch.rules())
    #expect(certain.watchSketch == "" && certain.blackSketch == "c001")
  }
}
