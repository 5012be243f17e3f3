import ReportModel
import Testing

@testable import TextStructure

/// One line in, the text a person would type out.
struct FoldingCase: CustomTestStringConvertible, Sendable {
  var line: String
  var typed: String
  var changes: Set<TextChange>
  var role = BlockRole.paragraph

  init(_ line: String, _ typed: String, _ changes: Set<TextChange> = [], role: BlockRole = .paragraph) {
    self.line = line
    self.typed = typed
    self.changes = changes
    self.role = role
  }

  var testDescription: String { "\(line) → \(typed)" }
}

@Suite("Folding, glyph by glyph")
struct FoldingTests {
  static let cases: [FoldingCase] = [
    // Radicals, both blocks.
    FoldingCase("\u{2F08}\u{2F26}", "人子", [.radical]),
    FoldingCase("\u{2ED1}期、\u{2EC4}部、\u{2ED8}年、\u{2EA0}間、\u{2ED4}\u{2EE9}", "長期、西部、青年、民間、门黃", [.radical]),
    // Compatibility ideographs.
    FoldingCase("\u{FA01}\u{F98A}\u{F93D}\u{F9DD}", "度力綠利", [.compatibilityIdeograph]),
    FoldingCase("\u{F9A8}\u{F99E}\u{2F800}", "令咽丽", [.compatibilityIdeograph]),
    // Variants.
    FoldingCase("爲了眞相", "為了真相", [.variant]),
    FoldingCase("另ㄧ大類", "另一大類", [.variant]),
    FoldingCase("ㄧㄨㄢ", "ㄧㄨㄢ"),
    // Never a blind NFKC.
    FoldingCase("81.25%²", "81.25%²"),
    FoldingCase("①1½㎡㎏℃", "①1½㎡㎏℃"),
    // Full width.
    FoldingCase("１２７人，８１．２５％", "127人，81.25%", [.width]),
    FoldingCase("ＣＯ２與ＥＳＧ", "CO2與ESG", [.width]),
    FoldingCase("實際列席率(%)（Ｂ/Ａ）", "實際列席率(%)（Ｂ/Ａ）"),
    FoldingCase("（一）目的：是，否；？！。", "（一）目的：是，否；？！。"),
    FoldingCase("個人／企業", "個人／企業"),
    FoldingCase("Ａ１／Ｂ２", "A1/B2", [.width]),
    FoldingCase("－５％", "-5%", [.width]),
    FoldingCase("管理－數位金融", "管理－數位金融"),
    FoldingCase("5～8%、＄15,000", "5～8%、＄15,000"),
    FoldingCase("｢永續｣", "「永續」", [.width]),
    // Presentation forms and ligatures.
    FoldingCase("O\u{FB04}ine Certi\u{FB01}cation", "Offline Certification", [.presentationForm]),
    FoldingCase("︵兼︶﹙含﹚", "（兼）（含）", [.presentationForm]),
    FoldingCase("1.04﹪", "1.04%", [.presentationForm]),
    FoldingCase("\u{2212}77.9", "-77.9", [.presentationForm]),
    FoldingCase("\u{1D453}(\u{1D467})", "f(z)", [.presentationForm]),
    // Zero width.
    FoldingCase("永\u{200B}續\u{FEFF}發\u{2060}展\u{202A}", "永續發展"),
    // Bullets, at the start of a line with text only.
    FoldingCase("\u{F06C}¦2030年", "•2030年", [.bullet]),
    FoldingCase("甲\u{F06C}乙", "甲\u{F06C}乙"),
    FoldingCase("●完成", "•完成", [.bullet], role: .listItem),
    FoldingCase("●", "●", role: .listItem),
    FoldingCase("●已達成", "●已達成"),
    // Raised and lowered.
    FoldingCase("CO_2", "CO2", [.lowered]),
    FoldingCase("CO₂", "CO2", [.lowered]),
    FoldingCase("250^9", "250⁹", [.raised]),
    FoldingCase("m^3,10^-^6", "m³,10⁻⁶", [.raised]),
    FoldingCase("81.25%^註^2", "81.25%註2", [.raised]),
    FoldingCase("在地^［^1^］", "在地［1］", [.raised]),
    FoldingCase("4^t^h", "4th", [.raised]),
    // Composition.
    FoldingCase("Cafe\u{301}", "Café", [.composed]),
    FoldingCase("か\u{3099}", "が", [.composed]),
  ]

  @Test(arguments: cases) func folds(_ example: FoldingCase) {
    var sketch = PageSketch()
    sketch.block([example.line], example.role)
    let report = compose([sketch])
    #expect(report.whole == example.typed)
    let found = Set(report.origins.origins.map(\.change)).subtracting([.none, .insertedSpace])
    #expect(found == example.changes)
  }

  @Test(
    "Symbol fonts: bullets at the start of a line, else what they show",
    arguments: [
      ("Wingdings-Regular", "l¦甲", "•甲"), ("Wingdings", "\u{F06C}甲", "•甲"), ("Wingdings", "\u{F06C}", "●"),
      ("Wingdings-Regular", "\u{F0FC}有", "✓有"), ("Wingdings2", "P", "✓"), ("Wingdings3", "\u{F07D}甲", "•甲"),
      ("Wingdings", "\u{F081}\u{F082}", "①②"), ("SymbolMT", "甲\u{F0B3}\u{F06D}m", "甲≥μm"), ("SymbolMT", "a", "a"),
      ("Wingdings3", "\u{F0B7}\u{F0EA}", "•"), ("Wingdings", "\u{F056}", "•"), ("Wingdings", "甲", "甲"),
    ])
  func symbolFont(_ font: String, _ line: String, _ typed: String) {
    var sketch = PageSketch(fonts: [FontFace(name: font)])
    sketch.block([line])
    #expect(compose([sketch]).whole == typed)
  }
}

func compose(_ sketches: [PageSketch], outline: [OutlineEntry] = []) -> ReportText {
  composeText(
    sketches.map(\.page), pages: sketches.map(\.text),
    facts: DocumentFacts(pageCount: sketches.count, outline: outline))
}
