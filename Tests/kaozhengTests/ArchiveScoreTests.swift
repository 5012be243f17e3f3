import Archive
import Foundation
import Pipeline
import ReportModel
import Support
import Testing

/// Out of the archive comes the same score as from the files.
struct ArchiveScoreTests {
  private static let root = BuiltProgram.root.path
  private let folder: String

  /// Among them pages without text, a table of years, a file that cannot be opened.
  private static let files = ["gigabyte-2022", "sai-2024", "tradevan-2020", "anlan-2021", "yungu-2024"]

  init() throws { folder = try BuiltProgram.temporaryFolder() }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite"])
  }

  /// Each a company of its own, by numbers from 1000 on. No year is said: it would be a better hint than the name.
  private func ingest() throws {
    let rows = Self.files.enumerated().map { "\($1).pdf,,\(1000 + $0),,sustainability,,,electronics\n" }
    let table = "file,company,ticker,year,kind,language,uploaded,industry\n" + rows.joined()
    try table.write(toFile: folder + "/manifest.csv", atomically: true, encoding: .utf8)
    let list = Self.files.map { "'\(Self.root)/Corpus/\($0).pdf'" }.joined(separator: " ")
    _ = try run("mkdir in; cp \(list) in; touch -d '1 hour ago' in/*")
    _ = try run("kaozheng ingest --rules '\(Self.root)/Rules' --manifest manifest.csv --quiet in")
  }

  /// Without what only the archive knows (its part `archive`, and what its ledger takes) and the folder before names.
  private func comparable(_ json: String) throws -> String {
    let start = try #require(json.range(of: "\"documents\":[{\"input\""))
    let head = try #require(json.range(of: ",\"archive\":{") ?? json.range(of: ",\"documents\":["))
    let end = json.range(of: ",\"afterEvents\":{") ?? json.range(of: "}\n", options: .backwards)
    let rest = json[start.lowerBound..<(try #require(end)).lowerBound]
    return json[..<head.lowerBound] + "," + rest.replacingOccurrences(of: "\"in/", with: "\"")
  }

  @Test func theSameBytesAsFromTheFiles() throws {
    try ingest()
    for (number, file) in Self.files.enumerated() {
      // The year has to be known for the archive; said by hand it asks nothing anew.
      let year = file.suffix(4)
      _ = try run("kaozheng place \(file) --year \(year)")
      let fresh = try run(
        "kaozheng score in/\(file).pdf --industry electronics --rules '\(Self.root)/Rules' --format json")
      let stored = try run("kaozheng score \(1000 + number) --format json")
      #expect(try comparable(fresh.output) == comparable(stored.output), "\(file)")
      #expect(fresh.code == stored.code, "\(file): \(stored.errors)")
      #expect(fresh.output.count > 50_000)
    }
    // Two documents of one company.
    for file in ["gigabyte-2022", "anlan-2021"] {
      _ = try run("kaozheng place \(file) --year 2022 --ticker 5555 --kind \(file.hasPrefix("g") ? "annual" : "tcfd")")
    }
    let fresh = try run(
      """
      kaozheng score in/gigabyte-2022.pdf in/anlan-2021.pdf --industry electronics --format json \
      --rules '\(Self.root)/Rules'
      """)
    #expect(try comparable(fresh.output) == comparable(try run("kaozheng score 5555 --format json").output))
    try sumsAreThoseOfWholeCards()
  }

  private func sumsAreThoseOfWholeCards() throws {
    let archive = try ArchiveFile(path: folder + "/a.sqlite", .existing)
    let moment = try #require(try archive.moment())
    let book = try archive.ruleBook(of: moment)
    let scorer = try ArchiveScorer(archive, at: moment, pack: try #require(book.packs.first), in: book)
    var seen = 0
    for year in [2020, 2022, 2024] {
      let unscored = try scorer.eachCard(in: DocumentWindow(reportYear: year)) { company, card in
        seen += 1
        let whole = try? scorer.score(company, .year(year)).card
        #expect(whole?.score == card.score)
        #expect(whole?.dimensions.map(\.score) == card.dimensions.map(\.score))
        #expect(
          whole?.dimensions.flatMap(\.subDimensions).map(\.score)
            == card.dimensions.flatMap(\.subDimensions).map(\.score))
        // Of negative items nothing is left out.
        for place in zip(whole?.dimensions ?? [], card.dimensions).flatMap({ zip($0.subDimensions, $1.subDimensions) })
        {
          for (one, other) in zip(place.0.items, place.1.items) where one.item.polarity == .negative {
            #expect(one == other)
          }
        }
      }
      #expect(unscored.count + (year == 2024 ? 2 : 1) == scorer.companies.count)
    }
    #expect(seen == 4)
  }
}
