import ReportModel
import Testing

@testable import TextStructure

@Suite("Text files")
struct PlainTextTests {
  private func blocks(_ text: String) -> [String] {
    let report = composePlainText(text)
    return report.blocks.map { "\($0.role.rawValue): \(report.string($0.range))" }
  }

  static let wrapped = """
    4.1 供應鏈概況
    本公司選擇在地供應商，落實照應鄰近社區之
    責任，也減少遠程運輸造成的環境衝擊。2022 年
    一階供應商超過93%位於亞洲。
    ●導入分級制度
    另一段文字。
    """

  @Test("Lines join where the column cuts a sentence, and stop at its end")
  func joins() {
    #expect(
      blocks(Self.wrapped) == [
        "heading: 4.1供應鏈概況", "paragraph: 本公司選擇在地供應商，落實照應鄰近社區之責任，也減少遠程運輸造成的環境衝擊。2022年一階供應商超過93%位於亞洲。",
        "list-item: •導入分級制度", "paragraph: 另一段文字。",
      ])
  }

  @Test("A file with a blank line after every line reads the same")
  func doubleSpaced() {
    let lines = """
      本公司選擇在地供應商，落實照應鄰近社區之
      責任，也減少遠程運輸造成的環境衝擊，並持續
      推動供應商之評鑑與輔導，以提升其永續的表現
      與品質，另依循負責任商業聯盟之行為準則訂定
      管理面向。
      """
    let spaced = lines.split(separator: "\n").joined(separator: "\n\n")
    #expect(blocks(spaced) == blocks(lines))
    #expect(blocks(lines).count == 1)
  }

  @Test("Pages end at form feeds; an empty rest is no page")
  func pages() {
    let report = composePlainText("甲\u{C}\u{C}乙\r\n\u{C}\n")
    #expect(report.pages.map(\.number) == [1, 2, 3])
    #expect(report.blocks.map { $0.parts[0].page } == [1, 3])
    #expect(report.whole == "甲\n乙")
    #expect(composePlainText("").pages.count == 1)
  }

  @Test("Lines that pages share, and page numbers at their edges, are furniture")
  func furniture() {
    let text = (1...5).map { "永續治理 員工照護\n第\($0)頁的內容。\n\($0)" }.joined(separator: "\u{C}")
    let roles = composePlainText(text).blocks.map(\.role)
    #expect(roles == (1...5).flatMap { _ in [BlockRole.runningHeader, .paragraph, .pageNumber] })
  }

  @Test("A run of numbered titles is a contents page")
  func contents() {
    let text = "1.1 關於本公司\n1.2 公司治理\n1.3 營運績效\n1.4 誠信經營\n"
    #expect(composePlainText(text).blocks.allSatisfy { $0.role == .tocEntry })
  }

  @Test("Every scalar is in the text or dropped, once")
  func accounted() {
    let text = Self.wrapped + "\r\n\t甲\u{3000}乙 \u{FEFF}\n\n"
    let report = composePlainText(text)
    let all = report.origins.sources + report.origins.dropped.map(\.source)
    #expect(all.count == text.unicodeScalars.count)
    #expect(Set(all).count == all.count)
    #expect(
      highlightBoxes(0..<report.text.count, in: report, pages: [PageText(number: 1, width: 0, height: 0)]).isEmpty)
  }
}
