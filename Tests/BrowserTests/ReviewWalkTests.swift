import Foundation
import Pipeline
import Support
import Testing
import WebServer

@testable import ReviewServer

/// A person at work, in a real browser: every view is walked through, and ten changes are decided by keyboard.
@Suite(.enabled(if: Browser.isInstalled, "no chromium is installed"), .serialized)
struct ReviewWalkTests {
  private let folder: String
  private let server: WebServer
  private let browser: Browser

  /// The small market and a report of the Corpus, read twice: by the second time rules have changed.
  init() throws {
    folder = try SmallMarket.folder()
    try Self.addReport(folder)
    let environment = ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "KAOZHENG_RULES": folder + "/rules"]
    let ingest = "cd '\(folder)' && kaozheng ingest in --quiet --industry makers"
    let first = try BuiltProgram.shell(ingest, environment: environment)
    #expect(first.code == 0, "\(first.errors)")
    try Self.changeRules(folder)
    let second = try BuiltProgram.shell(ingest, environment: environment)
    #expect(second.code == 0, "\(second.errors)")
    let settings = ReviewSite.Settings(
      archive: folder + "/a.sqlite", language: .english, launcher: WorkerLauncher(executable: BuiltProgram.path))
    server = try ReviewSite(settings).open(WebServer.Settings())
    browser = try Browser()
  }

  private static func addReport(_ folder: String) throws {
    let corpus = BuiltProgram.root.appendingPathComponent("Corpus/gigabyte-2022.pdf")
    try FileManager.default.copyItem(at: corpus, to: URL(fileURLWithPath: folder + "/in/corpus.pdf"))
    try edit(folder + "/in/manifest.csv") {
      $0 + "corpus.pdf,1111,<script>alert(1)</script>,2024,sustainability,makers,2025-08-31\n"
    }
    try edit(folder + "/rules/ours/people/rules.yaml") {
      $0.replacingOccurrences(of: "find: 公布銅項", with: "find: [公布銅項, 採購準則]")
    }
  }

  /// Two rules find other words than before: what they had found is gone, or told by other words.
  private static func changeRules(_ folder: String) throws {
    try edit(folder + "/rules/ours/people/rules.yaml") {
      $0.replacingOccurrences(of: "find: 公布鐵項", with: "find: 公布錫項")
    }
    try edit(folder + "/rules/ours/money/rules.yaml") {
      $0.replacingOccurrences(of: "find: 公布松項", with: "find: 公布柏項")
    }
  }

  private static func edit(_ path: String, _ change: (String) -> String) throws {
    try change(try String(contentsOfFile: path, encoding: .utf8)).write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func address(_ path: String) -> String { "http://127.0.0.1:\(server.port)\(path)" }

  /// Kept where somebody wants to look at them.
  private func keepPicture(_ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["KAOZHENG_PICTURES"] else { return }
    try browser.picture().write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
  }

  /// Nothing came from elsewhere, nothing was refused by the policy, no script broke down.
  private func expectQuiet() {
    let own = "http://127.0.0.1:\(server.port)/"
    // The browser draws some of its own fields by addresses that hold their data.
    let foreign = browser.requests.filter { !$0.hasPrefix(own) && $0 != "about:blank" && !$0.hasPrefix("data:") }
    #expect(foreign.isEmpty)
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  private func sayWho(_ name: String) throws {
    try browser.open(address("/reports"))
    _ = try browser.value("document.querySelector('#who').focus()")
    try browser.leaving(to: "a page that knows the reviewer") {
      try browser.type(name)
      _ = try browser.value("document.querySelector('#who').form.requestSubmit()")
    }
  }

  @Test
  func highlightsAreFollowedBothWays() throws {
    try sayWho("Lin")
    try browser.open(address("/reports?q=corpus"))
    #expect(try browser.text("tbody th") == "1111 <script>alert(1)</script>")
    try browser.press("j")
    try browser.leaving(to: "the report") { try browser.press("Enter") }
    #expect(try browser.count(".paper img") == 1)
    // From the list to the page …
    try browser.leaving(to: "the first evidence") { try browser.press("j") }
    #expect(try browser.count(".mark.selected rect") > 0)
    #expect(try browser.text("#chosen").contains("Item 1"))
    try browser.wait(for: "the page's picture") { "document.querySelector('.paper img').naturalWidth > 600" }
    let inside = try browser.value(
      """
      (() => { const a = document.querySelector('.mark.selected rect').getBoundingClientRect();
        const b = document.querySelector('.paper img').getBoundingClientRect();
        return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom && a.width > 3; })()
      """)
    #expect(inside as? Bool == true)
    try keepPicture("report")
    // … and from the page to the list.
    let mark = try browser.value("document.querySelector('.mark:not(.selected)')?.dataset.mark ?? ''") as? String ?? ""
    if !mark.isEmpty {
      try browser.leaving(to: "what was clicked on") { try browser.click(".mark:not(.selected) rect") }
      #expect(try browser.value("document.querySelector('a.line[aria-current]').dataset.mark") as? String == mark)
    }
    // Larger, and the next page.
    try browser.leaving(to: "a larger page") { try browser.press("+") }
    #expect(try browser.count(".paper.zoom-150") == 1)
    try browser.leaving(to: "the next page") { try browser.press("n") }
    #expect(try browser.count(".neighbours a[aria-current]") == 1)
    expectQuiet()
  }

  @Test
  func missedEvidenceIsDrawn() throws {
    try sayWho("Lin")
    try browser.open(address("/reports?q=corpus"))
    try browser.press("j")
    try browser.leaving(to: "the report") { try browser.press("Enter") }
    try browser.wait(for: "the picture") { "document.querySelector('.paper img').complete" }
    try browser.press("b")
    let box = try #require(
      try browser.value(
        "(() => { const b = document.querySelector('#overlay').getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; })()"
      ) as? [Double])
    try browser.drag(
      from: (box[0] + box[2] * 0.1, box[1] + box[3] * 0.1), to: (box[0] + box[2] * 0.5, box[1] + box[3] * 0.3))
    try browser.wait(for: "the form") { "document.querySelector('#addition').open" }
    try keepPicture("addition")
    _ = try browser.value("document.querySelector('#addition [name=value]').value = '42'")
    try browser.leaving(to: "what was added") {
      _ = try browser.value("document.querySelector('#addition form').requestSubmit()")
    }
    #expect(try browser.text(".done").contains("evidence added"))
    #expect(try browser.text(".evidence-list").contains("42"))
    expectQuiet()
  }

  private var decidedSoFar: Int {
    get throws { try browser.text("#progress").split(separator: " ").first.flatMap { Int($0) } ?? -1 }
  }

  @Test
  func tenChangesAreDecidedByKeyboard() throws {
    try browser.open(address("/review"))
    try keepPicture("queue")
    let entries = try browser.count("tbody tr")
    #expect(entries >= 10)
    // Nobody decides without a name.
    try browser.leaving(to: "the first entry") { try browser.press("s") }
    let first = try browser.address
    try browser.press("a")
    #expect(try browser.address == first)
    #expect(try browser.value("document.activeElement.id") as? String == "who")
    try browser.leaving(to: "a page that knows the reviewer") {
      try browser.type("Lin")
      _ = try browser.value("document.activeElement.form.requestSubmit()")
    }
    try keepPicture("entry")
    var decided: [(address: String, key: String)] = []
    for key in ["a", "r", "a", "a", "d", "r", "a", "r", "a", "a"] {
      decided.append((try browser.address.components(separatedBy: "?")[0], key))
      try browser.leaving(to: "the next entry") { try browser.press(key) }
      #expect(try browser.text(".done").contains("#\(decided.count)"))
    }
    #expect(Set(decided.map(\.address)).count == 10)
    // What was put off is not decided; what one decision answers twice is decided twice.
    let progress = try decidedSoFar
    #expect(progress >= 9)
    // The last one is taken back: it is there again, to be decided anew.
    try browser.leaving(to: "what was taken back") { try browser.press("u") }
    #expect(try browser.address.hasPrefix(decided[9].address))
    let afterUndo = try decidedSoFar
    #expect(afterUndo < progress)
    try keepPicture("undone")
    // Whatever is loaded again tells the same, and so does another browser.
    try browser.reload()
    #expect(try decidedSoFar == afterUndo)
    for (address, key) in decided.dropLast() {
      try browser.open(address)
      let word = ["a": "accepted", "r": "rejected", "d": "put off"][key] ?? ""
      #expect(try browser.text("#chosen").contains(word), "\(address)")
    }
    try browser.open(decided[9].address)
    #expect(try !browser.text("#chosen .opinions").contains("Lin"))
    let log = try BuiltProgram.shell(
      "kaozheng review log --format json", environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite"])
    #expect(log.code != 0 || log.output.components(separatedBy: "\"Lin\"").count - 1 >= 11)
    expectQuiet()
  }

  @Test(arguments: ["en", "zh-Hant"])
  func everyViewIsShown(_ language: String) throws {
    for section in SiteSection.allCases {
      try browser.open(address("/?lang=\(language)"))
      guard try browser.count("[data-go='\(section.key)']") == 1 else { continue }
      try browser.press("g")
      try browser.leaving(to: section.link.text) { try browser.press(section.key) }
      #expect(try browser.address.hasPrefix(address(section.link.text)))
      #expect(try browser.value("document.documentElement.lang") as? String == language)
      #expect(try !browser.text("h1").isEmpty)
      // No page is wider than the window.
      #expect(try browser.value("document.documentElement.scrollWidth <= 1280") as? Bool == true, "\(section)")
      try keepPicture("\(section)-\(language)")
      try browser.press("?")
      #expect(try browser.value("document.querySelector('#help').open") as? Bool == true)
    }
    expectQuiet()
  }
}
