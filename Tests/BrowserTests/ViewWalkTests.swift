import Foundation
import Support
import Testing
import WebServer

@testable import ReviewServer

/// Every view of scores, rounds, lists, events and the rubric, walked through by keyboard in a real browser.
@Suite(.enabled(if: Browser.isInstalled, "no chromium is installed"), .serialized)
struct ViewWalkTests {
  private let server: WebServer
  private let browser: Browser

  init() throws {
    let folder = try SmallMarket.folder(broken: ["1107"])
    let environment = ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "KAOZHENG_RULES": folder + "/rules"]
    for line in [
      "kaozheng ingest in --quiet",
      "printf 'ticker,company,industry\\n1104,丁科技股份,makers\\n1107,庚,makers\\n2201,未到,makers\\n' > c.csv; kaozheng companies c.csv",
      "kaozheng events add --by 甲 --company 1104 --penalized 2025-11-03 --kind social --deduction 2 --source https://example.org/1",
    ] { _ = try BuiltProgram.shell("cd '\(folder)'\n" + line, environment: environment) }
    server = try ReviewSite(ReviewSite.Settings(archive: folder + "/a.sqlite", language: .english))
      .open(WebServer.Settings())
    browser = try Browser()
  }

  private func address(_ path: String) -> String { "http://127.0.0.1:\(server.port)\(path)" }

  private func go(_ key: String, to what: String) throws {
    try browser.leaving(to: what) {
      try browser.press("g")
      try browser.press(key)
    }
  }

  private func enter(_ what: String) throws { try browser.leaving(to: what) { try browser.press("Enter") } }

  /// Nothing came from elsewhere, nothing was refused by the policy, no script broke down.
  private func expectQuiet() {
    let own = "http://127.0.0.1:\(server.port)/"
    #expect(browser.requests.filter { !$0.hasPrefix(own) && $0 != "about:blank" }.isEmpty)
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  /// Kept where somebody wants to look at them.
  private func keepPicture(_ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["KAOZHENG_PICTURES"] else { return }
    try browser.picture().write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
  }

  @Test func fromTheRankingDownToThePageOfAReport() throws {
    try browser.open(address("/rubric"))
    try go("s", to: "the scores")
    #expect(try browser.text("h1") == "Scores and ranking")
    #expect(try browser.count("tbody tr") == 10)
    // A bar is as wide as the rate: 100 % and 20 %.
    let widths = try browser.value(
      "Array.from(document.querySelectorAll('svg.bar .full')).map((bar) => Math.round(bar.getBoundingClientRect().width))"
    )
    let bars = try #require(widths as? [Double])
    #expect(try #require(bars.first) > 60 && abs(bars[8] * 5 - bars[0]) <= 5, "\(bars)")
    try browser.press("/")
    try browser.type("1104")
    try enter("the one company")
    #expect(try browser.count("tbody tr") == 1)
    try browser.press("Escape")
    try browser.press("j")
    try enter("the company")
    #expect(try browser.text("h1") == "1104 丁科技股份")
    #expect(try browser.count("svg.items rect.gained") > 0)
    try browser.press("j")
    try enter("the first sub-dimension")
    #expect(try browser.count(".item.gained") == 3)
    try keepPicture("sub-dimension")
    try browser.leaving(to: "the next sub-dimension") { try browser.press("n") }
    #expect(try browser.text("h1") == "Money")
    try browser.leaving(to: "the one before") { try browser.press("p") }
    try browser.press("j")
    try enter("the page of the report")
    #expect(try browser.address.contains("/reports/") && browser.address.contains("item=item-0"))
    expectQuiet()
  }

  @Test func choicesApplyAtOnceAndStayInTheAddress() throws {
    try browser.open(address("/scores"))
    try browser.leaving(to: "the ranking by another measure") {
      _ = try browser.value(
        "(() => { const by = document.querySelector('select[name=by]'); by.value = 'social'; by.dispatchEvent(new Event('change', { bubbles: true })); })()"
      )
    }
    #expect(try browser.address.contains("by=social"))
    try browser.reload()
    #expect(try browser.value("document.querySelector('select[name=by]').value") as? String == "social")
    try browser.leaving(to: "Chinese") { try browser.click("a.language") }
    #expect(try browser.text("h1") == "評分與排名" && browser.address.contains("by=social"))
    try browser.leaving(to: "the industries") { try browser.click(".tabs a:not([aria-current])") }
    #expect(try browser.count("svg.chart .step") > 0 && browser.address.contains("by=social"))
    expectQuiet()
  }

  @Test func roundsListsAndEvents() throws {
    try browser.open(address("/scores"))
    try go("b", to: "the round")
    #expect(try browser.text("h1").hasPrefix("2025-2"))
    try browser.leaving(to: "those that are missing") { try browser.click("a.tile[href*='only=missing']") }
    #expect(try browser.count("tbody tr") == 1 && browser.text("tbody tr").contains("2201"))
    try go("l", to: "the lists")
    #expect(try browser.count(".entry") > 0)
    try keepPicture("lists")
    try go("e", to: "the events")
    try browser.press("j")
    try enter("the event")
    #expect(try browser.text("h1").hasPrefix("E1"))
    try browser.leaving(to: "the events again") { try browser.press("u") }
    expectQuiet()
  }

  @Test("From the rubric to a rule, and the rule tried on a report by Ctrl and Enter")
  func aRuleIsTried() throws {
    try browser.open(address("/scores"))
    try go("u", to: "the rubric")
    try browser.press("/")
    try browser.type("item-0")
    try enter("the item")
    try browser.press("Escape")
    try browser.press("j")
    try enter("its rules")
    _ = try browser.value("document.querySelector('#item-0 details.rule').open = true")
    try keepPicture("rubric")
    try browser.leaving(to: "the box") { try browser.click("#item-0 details.rule .body a[href^='/trial']") }
    try browser.press("j")
    try browser.leaving(to: "the rule and the report") { try browser.click("tbody a") }
    #expect(try browser.text("textarea").contains("id: item-0"))
    _ = try browser.value(
      "(() => { const box = document.querySelector('textarea'); box.value = 'rules:\\n  - id: item-0\\n    find: 公布(松|柏)項\\n'; box.focus(); })()"
    )
    try browser.leaving(to: "what came of it") {
      for type in ["keyDown", "keyUp"] {
        try browser.call(
          "Input.dispatchKeyEvent",
          ["type": type, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "modifiers": 2])
      }
    }
    #expect(try browser.count(".trial .case") > 0 && browser.text(".trial").contains("passages looked at"))
    #expect(try browser.text("textarea").contains("公布(松|柏)項"))
    try keepPicture("trial")
    expectQuiet()
  }

  @Test("No view is wider than a window of 1280")
  func everythingFitsTheWindow() throws {
    for language in ["en", "zh-Hant"] {
      for path in [
        "/scores", "/scores/industries", "/companies/1104", "/companies/1104/people", "/lists", "/rounds/2025-1",
        "/events", "/events/E1", "/rubric", "/rubric/people", "/rubric/words", "/trial",
      ] {
        try browser.open(address(path + "?lang=\(language)"))
        let width = try browser.value("document.documentElement.scrollWidth") as? Double ?? .infinity
        #expect(width <= 1280, "\(path) is \(width) wide in \(language)")
        try keepPicture(path.split(separator: "/").joined(separator: "-") + "-" + language)
      }
    }
    expectQuiet()
  }
}
