import ReportModel
import Support
import Testing

@testable import Review

/// What each piece of evidence was before.
struct PairingTests {
  @Test func inOneTextTheSamePlaceIsTheSameStatement() {
    let old = answer([sketch("用水12噸", "12", at: 0), sketch("用水15噸", "15", at: 100)])
    #expect(kinds(old.changes(to: answer([sketch("用水15噸", "15", at: 100), sketch("用水12噸", "12", at: 0)]))) == [])
    #expect(
      kinds(old.changes(to: answer([sketch("用水13噸", "13", at: 0), sketch("用水15噸", "15", at: 100)]))) == ["value"])
    #expect(kinds(old.changes(to: answer([sketch("用水12噸", "12", at: 0)]))) == ["-"])
    #expect(kinds(old.changes(to: answer([]))) == ["state", "-", "-"])
    #expect(kinds(answer([]).changes(to: old)) == ["state", "+", "+"])
  }

  @Test func inOneTextOtherWordsWithAnotherNumberAreAnotherStatement() {
    let old = answer([sketch("用水12噸", "12", at: 0)])
    #expect(kinds(old.changes(to: answer([sketch("用水13噸", "13", page: 3, at: 100)]))) == ["+", "-"])
    // The same number of the same year is the same statement, wherever it is told.
    #expect(kinds(old.changes(to: answer([sketch("用水12噸", "12", page: 3, at: 100)]))) == ["page"])
    #expect(kinds(old.changes(to: answer([sketch("用水12噸", "12", year: "2021", page: 3, at: 100)]))) == ["+", "-"])
  }

  @Test func cellsOfARowArePairedByTheirYears() {
    let row = "用水量（噸） 2020 2021 2022"
    func cells(_ numbers: [String], text: Int) -> ItemAnswer {
      answer(
        zip(numbers, ["2020", "2021", "2022"]).map { sketch(row, $0, unit: "噸", year: $1) }, in: text)
    }
    let old = cells(["100", "120", "140"], text: 1)
    for text in [1, 2] {
      let changes = old.changes(to: cells(["120", "125", "140"], text: text))
      #expect(kinds(changes) == ["value", "value"])
      #expect(
        changes.map { [$0.before?.evidence.value?.plain, $0.after?.evidence.value?.plain] } == [
          ["100", "120"], ["120", "125"],
        ])
    }
  }

  @Test func inAnotherTextTheLikestWordsAreTheSameStatement() {
    let old = answer(
      [
        sketch("本公司2022年男性員工共120人", "120", unit: "人"), sketch("本公司2022年女性員工共80人", "80", unit: "人"),
      ], in: 1)
    let new = answer(
      [
        sketch("本公司2022年女性員工共85人", "85", unit: "人", page: 2), sketch("本公司2022年男性員工共120人", "120", unit: "人", page: 2),
      ], in: 2)
    let changes = old.changes(to: new)
    #expect(kinds(changes) == ["value", "page"])
    #expect(changes[0].before?.evidence.value?.plain == "80")
    let other = answer([sketch("員工訓練時數達3,000小時", "3000", unit: "小時")], in: 2)
    #expect(kinds(answer([old.evidence[0]], in: 1).changes(to: other)) == ["+", "-"])
  }

  @Test func wordsWithoutNumbersPairByWords() {
    let old = answer([sketch("本公司訂有人權政策並公開於網站")], in: 1)
    #expect(kinds(old.changes(to: answer([sketch("本公司訂有人權政策，並公開於網站")], in: 2))) == ["quote"])
    #expect(kinds(old.changes(to: answer([sketch("董事會每年檢討氣候風險")], in: 2))) == ["+", "-"])
  }

  /// Each is what it was, or is new; nothing is paired twice, and no order of the evidence matters.
  @Test func pairsAreOneToOneAndNoOrderDecides() {
    let seed = UInt64.random(in: 1...9999)
    var random = SeededRandom(state: seed)
    let words = ["用水量", "男性員工", "女性員工", "訓練時數", "再生能源", "廢棄物總量"]
    func some(_ random: inout SeededRandom) -> [PlacedEvidence] {
      (0..<Int.random(in: 0...7, using: &random)).map { place in
        let word = words.randomElement(using: &random) ?? ""
        return sketch(
          "本公司\(word)\(Int.random(in: 1...4, using: &random))", "\(Int.random(in: 1...4, using: &random))",
          year: "\(Int.random(in: 2020...2022, using: &random))", page: Int.random(in: 1...9, using: &random),
          at: place * 50)
      }
    }
    for _ in 0..<300 {
      let (old, new) = (some(&random), some(&random))
      for inOneText in [true, false] {
        let pairing = EvidencePairing(old.map(\.evidence), new.map(\.evidence), inOneText: inOneText)
        #expect(Set(pairing.pairs.map(\.before)).union(pairing.vanished).count == old.count, "seed \(seed)")
        #expect(pairing.pairs.count + pairing.vanished.count == old.count, "seed \(seed)")
        #expect(Set(pairing.pairs.map(\.after)).union(pairing.appeared).count == new.count, "seed \(seed)")
        #expect(pairing.pairs.count + pairing.appeared.count == new.count, "seed \(seed)")
        let itself = EvidencePairing(
          old.map(\.evidence), old.shuffled(using: &random).map(\.evidence), inOneText: inOneText)
        #expect(itself.pairs.count == old.count, "seed \(seed)")
      }
      let shuffled = answer(old.shuffled(using: &random))
      #expect(kinds(answer(old).changes(to: shuffled)) == [], "seed \(seed)")
    }
  }
}
