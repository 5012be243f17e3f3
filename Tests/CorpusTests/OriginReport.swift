import Foundation
import PageLayout
import PageReading
import ReportModel
import TextStructure

/// A PDF read the whole way in this process, with every value on the way kept.
struct OriginReport {
  var name: String
  var pages: [PageText]
  var blocks: [PageBlocks]
  var text: ReportText
  /// Into `pages` and `blocks`.
  var places: [Int32: Int]

  init(_ source: OriginSource) throws {
    let pdf = try PDFFile(path: source.path, password: source.password)
    let facts = pdf.facts
    name = source.name
    pages = []
    for number in 1...max(1, facts.pageCount) { pages.append(try pdf.page(number)) }
    blocks = layOut(pages, facts: facts)
    text = composeText(blocks, pages: pages, facts: facts)
    places = Dictionary(pages.enumerated().map { (Int32($1.number), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func page(_ source: GlyphReference) -> PageText? { places[source.page].map { pages[$0] } }

  func glyph(_ source: GlyphReference) -> Glyph? {
    guard let page = page(source), page.glyphs.indices.contains(Int(source.glyph)) else { return nil }
    return page.glyphs[Int(source.glyph)]
  }

  /// Where a scalar of the text stands, for a person to look it up.
  func place(_ index: Int) -> String {
    let around = text.string(max(0, index - 8)..<min(text.text.count, index + 9)).debugDescription
    let page = text.origins.sources(of: max(0, index - 8)..<min(text.text.count, index + 9)).first?.page ?? 0
    return "\(name) page \(page): \(around)"
  }
}

/// A PDF to be proven: one of the Corpus, or a shared report.
struct OriginSource {
  var name: String
  var path: String
  var password: String?

  static func corpus() throws -> [OriginSource] {
    try CorpusFile.all().map {
      OriginSource(name: $0.document, path: $0.path, password: $0.password.isEmpty ? nil : $0.password)
    }
  }

  /// Shared reports by their place in the folder; nil, and said so, where the machine has none.
  static func shared() -> [OriginSource]? {
    let folder = CorpusFile.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/reports")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.filter { $0.hasSuffix(".pdf") }.sorted()
    guard !files.isEmpty else {
      print("skipped: no shared data")
      return nil
    }
    return files.enumerated().map { place, file in
      OriginSource(name: "report \(place + 1)", path: folder.appendingPathComponent(file).path)
    }
  }
}
