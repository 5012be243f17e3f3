import Foundation
import Support
import Testing
import WebServer

@testable import ReviewServer

/// A running server over an archive of the small market.
struct ViewSite {
  let folder: String
  let server: WebServer
  let client: RawClient

  /// - Parameter broken: the tickers of companies whose document cannot be read.
  init(broken: Set<String> = [], also lines: [String] = []) throws {
    folder = try SmallMarket.folder(broken: broken)
    for line in ["kaozheng ingest in --rules rules --archive a.sqlite --quiet"] + lines {
      let outcome = try BuiltProgram.shell(
        "cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "KAOZHENG_RULES": "rules"])
      #expect(outcome.code == 0 || !broken.isEmpty, "\(outcome.errors)")
    }
    server = try ReviewSite(ReviewSite.Settings(archive: folder + "/a.sqlite", language: .english))
      .open(WebServer.Settings())
    client = RawClient(port: server.port)
  }

  @discardableResult
  func page(_ target: String, status: Int = 200, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let answer = try #require(client.get(target), sourceLocation: sourceLocation)
    #expect(answer.status == status, "\(target): \(answer.text.prefix(300))", sourceLocation: sourceLocation)
    return answer.text
  }

  /// The rows of the page's tables, their cells parted by ` | `.
  func rows(_ target: String) throws -> [String] {
    try page(target).components(separatedBy: "<tr").dropFirst().map { row in
      row.components(separatedBy: "</tr")[0].components(separatedBy: "<td").dropFirst().map(Self.words).joined(
        separator: " | ")
    }
  }

  /// Without its marks.
  private static func words(_ html: String) -> String {
    var text = ""
    var isMark = true
    for letter in html {
      switch letter {
      case "<": isMark = true
      case ">": isMark = false
      default: if !isMark { text.append(letter) }
      }
    }
    return text.trimmingCharacters(in: .whitespaces)
  }
}
