import ReportModel
import Testing

@testable import Review

/// Which kind of change it is.
struct DifferenceTests {
  private func differences(_ a: PlacedEvidence, _ b: PlacedEvidence) -> [String] {
    a.evidence.differences(to: b.evidence).sorted().map(\.rawValue)
  }

  private func numbers(_ a: String, _ b: String) -> [String] {
    differences(sketch("用水量", a, unit: "噸"), sketch("用水量", b, unit: "噸"))
  }

  @Test(arguments: [
    ("12.34", "12.3"), ("12.3", "12.34"), ("12.38", "12.4"), ("12.38", "12.3"), ("1234", "1200"), ("5", "4.7"),
    ("-3.25", "-3.3"),
  ])
  func theSameNumberMoreOrLessExactlyIsARounding(_ pair: (String, String)) {
    #expect(numbers(pair.0, pair.1) == ["rounding"])
  }

  @Test(arguments: [("1234", "1000"), ("12.34", "12.5"), ("120", "125"), ("3.2", "-3.2"), ("1234", "1300")])
  func anotherNumberIsAnotherValue(_ pair: (String, String)) {
    #expect(numbers(pair.0, pair.1) == ["value"])
  }

  @Test func theDecimalPointAlone() {
    #expect(numbers("1.234", "1234") == ["power-of-ten"])
    #expect(numbers("50", "0.5") == ["power-of-ten"])
    #expect(numbers("50", "50.0") == [])
  }

  @Test func unitsAreTheSameOnlyIfTheyMeanTheSame() {
    let tonnes = sketch("用水量", "5", unit: "噸", meant: ("5000", "kg"))
    let kilos = sketch("用水量", "5000", unit: "公斤", meant: ("5000", "kg"))
    let wrong = sketch("用水量", "5", unit: "公斤", meant: ("5", "kg"))
    let less = sketch("用水量", "4985", unit: "公斤", meant: ("4985", "kg"))
    #expect(differences(tonnes, kilos) == ["unit"])
    #expect(differences(tonnes, wrong) == ["unit", "power-of-ten"])
    #expect(differences(kilos, less) == ["value"])
    #expect(differences(tonnes, less) == ["unit", "value"])
    #expect(differences(sketch("x", "5", unit: "座"), sketch("x", "5", unit: "口")) == ["unit"])
    #expect(differences(sketch("x", "5", unit: "座"), sketch("x", "6", unit: "口")) == ["unit", "value"])
  }

  @Test func eachRespectIsNamed() {
    let old = sketch("本公司約有5座水井", "5", unit: "座", qualifier: .about)
    #expect(differences(old, sketch("本公司約有5座水井", "5", unit: "座")) == ["qualifier"])
    #expect(differences(old, sketch("本公司約有5座水井", "5", unit: "座", year: "2021", qualifier: .about)) == ["year"])
    #expect(
      differences(old, sketch("本公司約有5座水井", "5", unit: "座", boundary: "台灣", qualifier: .about)) == ["boundary"])
    #expect(differences(old, sketch("本公司約有5座水井", "5", unit: "座", level: "goal", qualifier: .about)) == ["level"])
    #expect(differences(old, sketch("集團約有5座水井", "5", unit: "座", qualifier: .about)) == ["quote"])
    #expect(differences(old, sketch("本公司約有5座水井", nil)) == ["value"])
    #expect(differences(old, sketch("本公司約有5座水井", "5", unit: "座", name: "甲", qualifier: .about)) == ["name"])
  }

  @Test func thePageCountsOnlyWhereNothingElseDoes() {
    #expect(differences(sketch("水", "5"), sketch("水", "5", page: 2)) == ["page"])
    #expect(differences(sketch("水", "5"), sketch("水", "6", page: 2)) == ["value"])
  }

  @Test func aRestatedNumberIsNoOtherQuote() {
    let old = sketch("2022年用水1,200噸", "1200", unit: "噸")
    #expect(differences(old, sketch("2022年用水1,350噸", "1350", unit: "噸")) == ["value"])
    #expect(differences(old, sketch("2022年耗水1,350噸", "1350", unit: "噸")) == ["value", "quote"])
  }

  @Test func ofARangeTheEndThatChangedMoreCounts() {
    func range(_ low: String, _ high: String) -> Evidence.Value { Evidence.Value(plain: low, high: high) }
    #expect(NumberDifference.between(range("5", "12.34"), range("5", "12.3")) == [.rounding])
    #expect(NumberDifference.between(range("5.1", "12"), range("5", "13")) == [.value])
    #expect(NumberDifference.between(range("5", ""), range("5", "13")) == [.value])
    #expect(NumberDifference.between(range("5", "13"), range("5", "13")) == [])
    #expect(NumberDifference.between(nil, nil) == [])
    #expect(
      NumberDifference.between(Evidence.Value(plain: "", printed: "皆"), Evidence.Value(plain: "", printed: "無")) == [
        .value
      ])
  }
}
