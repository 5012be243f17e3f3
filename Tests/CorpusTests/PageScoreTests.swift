import Foundation
import Testing

/// The measures themselves: a page read as it stands is all right, and every kind of damage is seen.
struct PageScoreTests {
  private static let truth = """
    {"number":1,"label":"1","width":100,"height":200,"readable":"full","blocks":[
    {"role":"heading","level":1,"text":"環境","box":[0,0,100,20]},
    {"role":"paragraph","text":"用電量為86,420千度，較前一年減少。","box":[0,30,100,60]},
    {"role":"paragraph","text":"減少的原因是汰換設備。","box":[0,70,100,90]},
    {"role":"table","headerRows":1,"headerColumns":1,"rows":[["項目","2022年"],["用電","903"]],"box":[0,100,100,140]}],
    "furniture":[{"role":"running-header","text":"永續報告書2023"}]}
    """

  private func page() throws -> (truth: TruthPage, read: ReadPage) {
    let data = Data(Self.truth.utf8)
    return (try JSONDecoder().decode(TruthPage.self, from: data), try JSONDecoder().decode(ReadPage.self, from: data))
  }

  private func tally(_ change: (inout ReadPage) -> Void) throws -> Tally {
    var (truth, read) = try page()
    change(&read)
    return PageScore(truth, read: read, name: "page").tally
  }

  @Test func thePageAsItStandsIsAllRight() throws {
    let tally = try tally { _ in }
    for measure in Tally.Measure.allCases { #expect(tally.share(measure) == 100) }
  }

  @Test func aSpaceInsideChineseCostsACharacter() throws {
    let tally = try tally { $0.blocks[1].text = "用電量為 86,420千度，較前一年減少。" }
    #expect(tally.share(.characters) < 100)
    #expect(tally.share(.order) == 100)
  }

  @Test func blocksInTheWrongOrderAreSeen() throws {
    let tally = try tally { $0.blocks.swapAt(1, 2) }
    #expect(tally.share(.order) < 100)
    #expect(tally.share(.cells) == 100)
  }

  @Test func aCellUnderAnotherHeaderIsNotFound() throws {
    let tally = try tally { $0.blocks[3].rows = [["項目", "2021年"], ["用電", "903"]] }
    #expect(tally.share(.cells) == 0)
  }

  @Test func aRunningHeaderInTheBodyIsSeen() throws {
    let tally = try tally { page in
      page.blocks[1].text = "永續報告書2023" + (page.blocks[1].text ?? "")
    }
    #expect(tally.share(.absent) == 0)
  }

  @Test func aWrongRoleAndALostPageAreSeen() throws {
    #expect(try tally { $0.blocks[0].role = "paragraph" }.share(.roles) < 100)
    let lost = PageScore(try page().truth, read: nil, name: "page").tally
    #expect(lost.share(.characters) == 0)
    #expect(lost.share(.readable) == 0)
  }

  @Test(arguments: [("", "", 0), ("永續", "永續", 0), ("永續", "永 續", 1), ("abc", "", 3), ("kitten", "sitting", 3)])
  func distancesOfShortTexts(_ a: String, _ b: String, _ distance: Int) {
    #expect(editDistance(a.values, b.values) == distance)
    #expect(editDistance(b.values, a.values) == distance)
  }

  /// Beyond one machine word the carries between words count.
  @Test(arguments: [63, 64, 65, 127, 128, 129, 500])
  func distancesOfLongTexts(_ length: Int) {
    let text = (0..<length).map { UInt32($0 % 7) }
    var other = text
    other[length / 2] = 99
    other.insert(98, at: 1)
    other.removeLast()
    #expect(editDistance(text, other) == slowDistance(text, other))
    #expect(editDistance(text, text.reversed()) == slowDistance(text, text.reversed()))
  }

  private func slowDistance(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j + 1] + 1, row[j] + 1, corner + (x == y ? 0 : 1))
        corner = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
