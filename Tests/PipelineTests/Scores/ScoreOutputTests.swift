import Foundation
import ReportModel
import RuleBook
import Scoring
import Sheets
import Support
import Testing

@testable import Pipeline

/// A score as it is printed.
@Suite("Scores as text, JSON and csv")
struct ScoreOutputTests {
  private let report: ScoreReport

  /// Of three items of people one is found, one only missing, one hidden on a page without text; a negative one is
  /// told by the second document; of another pack's industry one does not apply.
  init() throws {
    var items: [Item] = []
    for (id, polarity, industries) in [
      ("code", Item.Polarity.positive, []), ("course", .positive, []), ("hidden", .positive, []),
      ("strike", .negative, []), ("loan", .positive, ["finance"]),
    ] {
      items.append(
        Item(
          id: id, pack: "ours", names: Phrase(id.capitalized, "題項\(id)"), subDimension: "people", polarity: polarity,
          level: "policy", industries: industries, place: Place(file: "")))
    }
    let place = Place(file: "")
    let pack = Pack(
      id: "ours", names: Phrase("Ours", "我們的"), notes: Phrase("Own\nnotes", "自訂"),
      industries: ["finance", "makers"].map { Pack.Named(id: $0, names: Phrase($0, $0 + "業")) },
      levels: [Pack.Level(id: "policy", names: Phrase("Policy", "政策"), tense: .any)],
      dimensions: [
        Pack.Dimension(
          id: "social", names: Phrase("Social", "社會"),
          subDimensions: [Pack.SubDimension(id: "people", names: Phrase("People", "員工與同仁"))]),
        Pack.Dimension(
          id: "money", names: Phrase("Money", "金融"),
          subDimensions: [Pack.SubDimension(id: "loans", names: Phrase("Loans", "授信"))]),
      ],
      scoring: ScoringRules(
        notes: Phrase("One point each", "每題一分"),
        precedence: [.found, .unreadable, .statedNonDisclosure, .notFound],
        positive: ScoringRules.Shares(found: Figure(digits: 1)),
        negative: ScoringRules.Shares(found: Figure(digits: -1)), floor: .none, place: place),
      items: items, place: place)
    let rules = items.map { item in
      var rule = Rule(id: item.id, pack: "ours", place: place)
      rule.items = [item.id]
      return rule
    }
    let scorer = try Scorer(pack, in: RuleBook(packs: [pack], rules: rules))
    report = ScoreReport(
      card: scorer.score(
        CompanyProfile(industry: "makers", activities: .unknown), documents: [Self.second, Self.first]), pack: pack,
      rules: "cafe")
  }

  private static func evidence(_ item: String, _ page: Int, _ quote: String) -> Evidence {
    Evidence(
      item: item, topics: [], rule: item, level: "policy", page: page, quote: quote, quoteRanges: [], focus: [],
      value: Evidence.Value(plain: "3", unit: "件"), year: "2022")
  }

  private static let first = CompanyDocument(
    name: "x/a.pdf", sha256: "aa", pages: 5,
    findings: Findings(
      evidence: [evidence("code", 4, "訂有\t準則\u{1B}[31m")],
      items: [
        ItemState(item: "code", state: .found, searched: [1, 2, 4]),
        ItemState(item: "course", state: .notFound, searched: [1, 2, 4]),
        ItemState(item: "hidden", state: .unreadable, searched: [1, 2, 4], unreadable: [3, 5]),
        ItemState(item: "strike", state: .notFound, searched: [1, 2, 4]),
      ]))
  private static let second = CompanyDocument(
    name: "x/b.pdf", sha256: "bb", pages: 2,
    findings: Findings(
      evidence: [evidence("strike", 2, "=罷工3件")],
      items: [
        ItemState(item: "code", state: .notFound, searched: [1, 2]),
        ItemState(
          item: "course", state: .statedNonDisclosure, searched: [1, 2],
          statement: ItemState.Statement(page: 1, quote: "未統計課程", ranges: [])),
        ItemState(item: "hidden", state: .notFound, searched: [1, 2]),
        ItemState(item: "strike", state: .found, searched: [1, 2]),
      ]))

  private func lines(_ language: Language, why: Bool = true) -> [String] {
    string(text(of: report, why: why, in: language)).split(separator: "\n").map(String.init)
  }

  @Test(arguments: Language.allCases)
  func theTableIsAlignedByColumnsOfTheTerminal(_ language: Language) throws {
    let lines = lines(language, why: false)
    let total = try #require(lines.firstIndex { $0.hasPrefix(language == .english ? "Total" : "總分") })
    // Head, total, two dimensions with a sub-dimension each: numbers end in the same columns.
    let table = lines[(total - 1)...(total + 4)].map { Self.withoutBar($0) }
    #expect(Set(table.map(DisplayWidth.of)).count == 1, "\(table)")
    // 1−1 to 2−1 of 3.
    let row = lines[total].split(separator: " ").map(String.init)
    #expect(Array(row[1...]) == ["0.0–33.3", "0–1/3", "4", "1", "1", "1", "1", "▒▒▒▒▒▒░░░░░░░░░░░░░░"])
    // Nothing to gain: no rate and no bar.
    #expect(
      lines[total + 3].split(separator: " ").dropFirst().map(String.init) == ["-", "0/0", "0", "0", "0", "0", "0"])
  }

  private static func withoutBar(_ line: String) -> String {
    String(line.prefix { !"█▒░".contains($0) }).trimmedEnd
  }

  @Test(arguments: Language.allCases)
  func everyTextSaysThatItIsUnofficialInBothLanguages(_ language: Language) {
    let first = lines(language)[0]
    #expect(first.contains("非官方") && first.contains("Unofficial"))
    #expect(lines(language).contains(language == .english ? "One point each" : "每題一分"))
  }

  @Test func theTraceLeadsFromTheTotalToQuotesAndPages() {
    let english = lines(.english)
    for line in [
      "Total  0–1/3 = 0.0–33.3%", "Social  0–1/3 = 0.0–33.3%", "  People  0–1/3 = 0.0–33.3%",
      "    + Code (code, Policy)  +1", "        a.pdf p. 4: [3 件 2022] 訂有 準則 [31m",
      "    . Course (course, Policy)  0/1",
      "        b.pdf p. 1: (stated as not disclosed) 未統計課程", "    ? Hidden (hidden, Policy)  0–1",
      "        a.pdf: may stand on pages 3,5, which have no usable text", "    - Strike (strike, Policy)  -1",
      "        b.pdf p. 2: [3 件 2022] =罷工3件", "    / Loan (loan, Policy)  not asked of this industry",
    ] {
      #expect(english.contains(line), "\(line) is not in \(english.joined(separator: "\n"))")
    }
    let chinese = lines(.chinese)
    #expect(
      chinese.contains("    + 題項code (code, 政策)  +1") && chinese.contains("        a.pdf 第 4 頁：[3 件 2022] 訂有 準則 [31m"))
    #expect(!lines(.english, why: false).contains { $0.contains("(code,") })
  }

  @Test func whatATerminalWouldObeyIsNotPrinted() {
    let bytes = text(of: report, why: true, in: .english).bytes
    #expect(!bytes.contains(0x1B) && !bytes.contains(0x09))
  }

  @Test func everyKeyOfTheContractIsThere() throws {
    let bytes = json(of: report).bytes
    #expect(bytes.last == UInt8(ascii: "\n") && !bytes.dropLast().contains(UInt8(ascii: "\n")))
    let card = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(card["official"] as? Bool == false)
    let notice = try #require(card["notice"] as? [String: String])
    #expect(notice["zh-Hant"]?.hasPrefix("非官方") == true && notice["en"]?.hasPrefix("Unofficial") == true)
    #expect(card["pack"] as? String == "ours" && card["rules"] as? String == "cafe")
    #expect(card["industry"] as? String == "makers" && card["activitiesFrom"] as? String == "all-assumed")
    #expect((card["interpretation"] as? [String: String])?["en"] == "One point each")
    let documents = try #require(card["documents"] as? [[String: Any]])
    #expect(documents.map { $0["input"] as? String } == ["x/a.pdf", "x/b.pdf"])
    let score = try #require(card["score"] as? [String: Any])
    #expect(score["gained"] as? [String: String] == ["low": "0", "high": "1"] && score["attainable"] as? String == "3")
    #expect(score["rate"] as? [String: String] == ["low": "0.0", "high": "33.3"])
    #expect(
      score["items"] as? [String: Int]
        == [
          "applying": 4, "gained": 1, "missed": 1, "deducted": 1, "clear": 0, "unknown": 1, "notApplicable": 1,
          "found": 2, "reviewed": 0, "disputed": 0,
        ])
    let dimensions = try #require(card["dimensions"] as? [[String: Any]])
    let money = try #require(dimensions[1]["score"] as? [String: Any])
    #expect(dimensions.map { $0["id"] as? String } == ["social", "money"] && money["rate"] == nil)
    let place = try #require((dimensions[0]["subDimensions"] as? [[String: Any]])?.first)
    let items = try #require(place["items"] as? [[String: Any]])
    #expect(
      items.map { $0["outcome"] as? String } == ["gained", "missed", "unknown", "deducted", "not-applicable"])
    let evidence = try #require((items[3]["evidence"] as? [[String: Any]])?.first)
    #expect(evidence["document"] as? Int == 1 && evidence["page"] as? Int == 2)
    #expect(evidence["quote"] as? String == "=罷工3件" && evidence["value"] as? String == "3")
    let statement = try #require((items[1]["statements"] as? [[String: Any]])?.first)
    #expect(statement["document"] as? Int == 1 && statement["page"] as? Int == 1)
    let hidden = try #require(items[2]["documents"] as? [[String: Any]])
    #expect(hidden.map { $0["state"] as? String } == ["unreadable", "not-found"])
    #expect((hidden[0]["doubts"] as? [[String: String]]) == [["doubt": "pages", "pages": "3,5"]])
    #expect(hidden[1]["searched"] as? String == "1-2" && items[4]["because"] as? String == "industry")
  }

  @Test func theSheetHasARowForEveryPartOfTheRubric() throws {
    let sheet = scoreSheet(of: report)
    #expect(
      sheet.rows.map { $0[1].text } == ["total", "dimension", "sub-dimension"] + Array(repeating: "item", count: 5) + [
        "dimension", "sub-dimension",
      ])
    #expect(sheet.rows.allSatisfy { $0[0] == .text("非官方 unofficial") && $0.count <= sheet.header.count })
    func cell(_ row: [Cell], _ name: String) throws -> Cell {
      row[try #require(sheet.header.firstIndex(of: name))]
    }
    let strike = try #require(sheet.rows.first { $0[4].text == "strike" })
    for (name, text) in [
      ("gained low", "-1"), ("page", "2"), ("document", "x/b.pdf"), ("year", "2022"), ("value", "3"),
    ] {
      #expect(try cell(strike, name).text == text, "\(name)")
    }
    #expect(try cell(sheet.rows[0], "rate high %").text == "33.3")
    // A quote that looks like a formula is guarded.
    #expect(string(csv(of: report)).contains("'=罷工3件"))
  }
}
