import Foundation
import ReportModel
import RuleBook
import Support
import Testing
import TextStructure

@testable import Pipeline

/// Whose document it is, by its text and by the surest of several sources.
struct PlacingTests {
  private func cover(_ text: String, title: String? = nil, year: Int? = nil) -> Placement {
    var facts = DocumentFacts(pageCount: 1)
    facts.title = title
    return CoverReader(composePlainText(text), facts: facts, year: year, words: NameReaderTests.words).placement
  }

  private static let body = String(repeating: "我們持續推動各項工作，並與往來對象溝通。\n", count: 12)

  @Test func aCoverTellsKindLanguageAndCompany() {
    let placement = cover("永續報告書\n\n晨光電子股份有限公司\n\n\(Self.body)\n晨光電子的同仁", year: 2023)
    #expect(placement.kind?.value == .sustainability)
    #expect(placement.language?.value == .chinese)
    #expect(placement.company?.value == "晨光電子")
    #expect(placement.year == Placement.Fact(2023, from: .document))
  }

  @Test func aTitleTellsAllAtOnce() {
    let placement = cover("晨光電子2021永續報告書更正版\n\n\(Self.body)\n晨光電子的同仁\n")
    #expect(placement.company?.value == "晨光電子")
    #expect(placement.year?.value == 2021)
    #expect(placement.kind?.value == .sustainability && placement.revision?.value == 1)
    let english = cover("Lantern Bank\n\nTCFD Report 2022\n\nAt Lantern Bank we lend.\n")
    #expect(english.company?.value == "Lantern Bank" && english.year?.value == 2022 && english.kind?.value == .tcfd)
  }

  @Test(arguments: [
    // A slogan, a pointer, a sentence, a chapter.
    "綠色未來2023永續報告書\n\n綠色未來\n綠色未來\n", "請參閱晨光電子永續報告書\n\n晨光電子\n晨光電子\n",
    "晨光電子出版了永續報告書，晨光電子\n", "董事長的話\n\n董事長的話\n",
    // Nobody uses the name again.
    "星河電子2023永續報告書\n\n前言\n",
    // Two that are named alike.
    "甲乙股份有限公司\n丙丁股份有限公司\n甲乙股份有限公司\n丙丁股份有限公司\n",
  ])
  func whatIsNotClearIsLeftOpen(_ text: String) { #expect(cover(text).company == nil) }

  /// An auditor or a supplier is named in full as well, but not everywhere.
  @Test func aLegalNameCountsWhereItStandsOnManyPages() {
    let page = "\n晨光股份有限公司\n前言\n"
    let auditor = "\n遠山查驗股份有限公司\n"
    #expect(cover(Array(repeating: page, count: 5).joined(separator: "\u{0C}") + auditor).company?.value == "晨光")
    #expect(cover(page + auditor + auditor + auditor).company == nil)
    let few = ["前言\n", "前言\n", "前言\n"] + Array(repeating: auditor, count: 3)
    #expect(cover(few.joined(separator: "\u{0C}")).company == nil)
  }

  @Test(arguments: [(1, nil), (3, "遠山銀行")] as [(Int, String?)])
  func aHeaderCountsWhereItStandsOnManyPages(_ pages: Int, _ told: String?) {
    let text = (0..<10).map { $0 < 10 - pages ? "前言\n" : "遠山銀行\n\n遠山銀行的意見\n" }
    var report = composePlainText(text.joined(separator: "\u{0C}"))
    for place in report.blocks.indices where report.string(report.blocks[place].range) == "遠山銀行" {
      report.blocks[place].role = .runningHeader
    }
    let reader = CoverReader(
      report, facts: DocumentFacts(pageCount: 10), year: nil, words: NameReaderTests.words)
    #expect(reader.placement.company?.value == told)
  }

  @Test func aCoverTellsTheTicker() {
    #expect(cover("股票代號：6299\n年報\n").ticker?.value == "6299")
    #expect(cover("股票代號：6299\n股票代號：6298\n").ticker == nil)
    #expect(cover("年報\n").kind?.value == .annual)
  }

  @Test func theFilesOwnTitleCounts() {
    #expect(cover("前言\n", title: "2022 TCFD Report").kind?.value == .tcfd)
    #expect(cover("前言\n", title: "Sustainability Report and Annual Report").kind == nil)
    // A cover that says otherwise is surer than what a template left behind.
    #expect(cover("2023永續報告書\n", title: "2021年報").year?.value == 2023)
    #expect(cover("2023永續報告書\n", title: "2021年報").kind?.value == .sustainability)
  }

  @Test func aFewWordsHaveNoLanguage() { #expect(cover("Hello\n").language == nil) }

  @Test func aNameIsBorneOutByTheText() {
    let placer = Placer(NameReaderTests.book)
    let report = composePlainText("台晶集團的同仁\n")
    func placed(_ name: String) -> Placement {
      placer.placement(name: name, report: report, facts: DocumentFacts(pageCount: 1), year: nil)
    }
    #expect(placed("台晶永續報告書.pdf").company == Placement.Fact("台晶", from: .name))
    #expect(placed("晶台永續報告書.pdf").company == nil)
  }

  @Test func theSurerSourceWins() {
    var manifest = Placement()
    manifest.year = Placement.Fact(2022, from: .manifest)
    var hand = Placement()
    hand.year = Placement.Fact(2021, from: .hand)
    var document = Placement()
    document.year = Placement.Fact(2020, from: .document)
    document.company = Placement.Fact("甲", from: .document)
    #expect(document.completed(by: manifest).year?.value == 2022)
    #expect(manifest.completed(by: hand).year?.value == 2021)
    #expect(hand.completed(by: manifest).completed(by: document).year?.value == 2021)
    #expect(hand.completed(by: document).company?.value == "甲")
    #expect(hand.openQuestions == [.company, .kind])
  }
}
