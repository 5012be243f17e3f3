import Archive
import Foundation
import ReportModel
import RuleBook
import Support
import Testing
import TextStructure

@testable import Pipeline

/// Whose document it is, by its text, a manifest, and the surest of several sources.
struct PlacingTests {
  private func cover(_ text: String, title: String? = nil, year: Int? = nil) -> Placement {
    var facts = DocumentFacts(pageCount: 1)
    facts.title = title
    return CoverReader(composePlainText(text), facts: facts, year: year, words: NameReaderTests.words).placement
  }

  @Test func aCoverTellsKindLanguageAndCompany() {
    let body = String(repeating: "本公司持續推動各項永續工作，並與利害關係人溝通。\n", count: 12)
    let placement = cover("永續報告書\n\n晨光電子股份有限公司\n\n\(body)\n晨光電子股份有限公司", year: 2023)
    #expect(placement.kind?.value == .sustainability)
    #expect(placement.language?.value == .chinese)
    #expect(placement.company?.value == "晨光電子")
    #expect(placement.year == Placement.Fact(2023, from: .document))
  }

  @Test func twoCompaniesAlikeLeaveTheQuestionOpen() {
    let text = "甲乙股份有限公司\n丙丁股份有限公司\n甲乙股份有限公司\n丙丁股份有限公司\n"
    #expect(cover(text).company == nil)
  }

  @Test func theFilesOwnTitleCounts() {
    #expect(cover("前言\n", title: "2022 TCFD Report").kind?.value == .tcfd)
    #expect(cover("前言\n", title: "Sustainability Report and Annual Report").kind == nil)
  }

  @Test func aFewWordsHaveNoLanguage() { #expect(cover("Hello\n").language == nil) }

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

  // MARK: The manifest

  private func manifest(_ text: String) throws -> (Manifest, [String]) {
    var findings: [Manifest.Finding] = []
    let manifest = try Manifest(
      Array(text.utf8), path: "in/manifest.csv", industries: ["finance"], findings: &findings)
    return (manifest, findings.map { "\($0.line) \($0.column): \($0.message.english)" })
  }

  @Test func aManifestIsFoundByPathNameOrDigest() throws {
    let (manifest, findings) = try manifest(
      """
      檔案,公司,代號,年度,種類,語言,上傳日,版本,產業
      a.pdf,甲公司,1234,112,tcfd,zh,2024/8/31,1,finance
      sub/b.pdf,乙公司,,,,,,,
      abc123,丙公司,,2022,,,,,
      """)
    #expect(findings == [])
    let first = try #require(manifest.placement(path: "in/deep/a.pdf", sha256: "x"))
    #expect(first.company?.value == "甲公司" && first.ticker?.value == "1234" && first.year?.value == 2023)
    #expect(first.kind?.value == .tcfd && first.language?.value == .chinese && first.revision?.value == 1)
    #expect(first.uploaded?.value == "2024-08-31" && first.industry?.value == "finance")
    #expect(first.company?.source == .manifest)
    #expect(manifest.placement(path: "in/sub/b.pdf", sha256: "x")?.company?.value == "乙公司")
    #expect(manifest.placement(path: "in/c.pdf", sha256: "abc123")?.company?.value == "丙公司")
    #expect(manifest.placement(path: "in/d.pdf", sha256: "y") == nil)
    #expect(manifest.unused(paths: [("in/sub/b.pdf", "x")]) == ["a.pdf", "abc123"])
  }

  @Test func whatIsWrongInAManifestIsSaidAndTheRestCounts() throws {
    let (manifest, findings) = try manifest(
      """
      file,year,kind,industry,colour
      a.pdf,20 23,novel,bakers,red
      a.pdf,2023,,,
      b.pdf,2023,annual,,
      """)
    #expect(
      findings == [
        "1 colour: no such column", "2 year: “20 23” is not a year, as 2023 or 112",
        "2 kind: “novel” is not sustainability, tcfd, annual, web", "2 industry: “bakers” is not one of finance",
        "3 file: “a.pdf” stands twice",
      ])
    #expect(manifest.placement(path: "b.pdf", sha256: "")?.kind?.value == .annual)
    #expect(try self.manifest("company\nA\n").1 == ["1 file: there is no such column"])
  }
}
