import Foundation
import Support
import Testing

@testable import ReviewServer

/// Reports, their evidence and what is decided on it, asked of a running server.
struct ReportPagesTests {
  private static let attack = "</td><script>alert(1)</script><img src=x onerror=alert(2)>"

  /// What a page of ours knows: the token of its forms and the cookie.
  private struct Pass {
    let token: String
    let cookie: String

    init(_ site: ViewSite) throws {
      let page = try #require(site.client.get("/reports"))
      cookie = String(try #require(page.header("Set-Cookie")?.split(separator: ";").first))
      token = try ReportPagesTests.part(of: page.text, between: "name=\"token\" value=\"", and: "\"")
    }

    func headers(_ who: String) -> [String: String] { ["Cookie": "\(cookie); kaozheng-reviewer=\(who)"] }
  }

  private static func part(of text: String, between start: String, and end: String) throws -> String {
    let from = try #require(text.range(of: start)?.upperBound)
    let to = try #require(text.range(of: end, range: from..<text.endIndex)?.lowerBound)
    return String(text[from..<to])
  }

  private static func parts(of text: String, between start: String, and end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().compactMap { $0.components(separatedBy: end).first }
  }

  /// The addresses of all reports.
  private static func reports(_ site: ViewSite) throws -> [String] {
    parts(of: try site.page("/reports"), between: "href=\"/reports/", and: "\"").filter { $0.count == 64 }
  }

  private static func evidence(_ site: ViewSite, of report: String) throws -> [String] {
    var seen = Set<String>()
    return parts(of: try site.page("/reports/\(report)?list=found"), between: "evidence=", and: "&").map {
      String($0.prefix(19))
    }.filter { seen.insert($0).inserted }
  }

  @Test
  func wordsOfReportsAndCompaniesAreNeverMarks() throws {
    let site = try ViewSite(also: [
      "printf '%s\\n公布鐵項\(Self.attack)。\\n' '\(Self.attack)' > in/1199.txt",
      "echo '1199.txt,1199,\(Self.attack),2024,sustainability,makers,2025-08-31' >> in/manifest.csv",
      "sleep 3; kaozheng ingest in --quiet",
    ])
    let list = try site.page("/reports?q=1199")
    let report = try #require(Self.parts(of: list, between: "href=\"/reports/", and: "\"").first { $0.count == 64 })
    let id = try #require(try Self.evidence(site, of: report).first)
    for target in [
      "/reports", "/reports?q=%3Cscript%3Ealert(1)%3C/script%3E", "/reports/\(report)?page=1",
      "/reports/\(report)?evidence=\(id)", "/review", "/companies/1199", "/scores",
      "/reports/\(report)?list=%22%3E%3Cscript%3E&zoom=%3Cscript%3E",
    ] {
      let page = try site.page(target)
      #expect(!page.contains("<script>") && !page.contains("<img src=x") && !page.contains("</td><script"), "\(target)")
    }
    #expect(list.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(try site.page("/reports/\(report)?page=1").contains("onerror=alert(2)&gt;"))
  }

  @Test
  func nothingButReportsIsReached() throws {
    let site = try ViewSite()
    let report = try #require(try Self.reports(site).first)
    for target in [
      "/reports/..%2f..%2fetc%2fpasswd", "/reports/%2e%2e/a.sqlite", "/files/..%2fa.sqlite", "/files/a.sqlite",
      "/a.sqlite", "/a.sqlite.files",
    ] {
      let status = site.client.get(target)?.status
      #expect(status == 400 || status == 404, "\(target)")
    }
    for target in [
      "/reports/\(report)/pages/0", "/reports/\(report)/pages/-1", "/reports/\(report)/pages/x",
      "/reports/\(report)/pages/99999999999999999999", "/reports/\(report)/pages/1?z=../../x",
      "/reports/zz/pages/1", "/reports/zz", "/review/../reports", "/files/review.js/x",
    ] {
      let status = site.client.get(target)?.status
      #expect(status == 400 || status == 404, "\(target)")
    }
    // Out of range is no fault of anybody's.
    try site.page("/reports/\(report)?page=99999")
    try site.page("/reports/\(report)?page=-5&evidence=nonsense&item=%27%3B--")
  }

  @Test
  func decisionsAreKeptAndTakenBack() throws {
    let site = try ViewSite()
    let pass = try Pass(site)
    let report = try #require(try Self.reports(site).last)
    let id = try #require(try Self.evidence(site, of: report).first)
    let here = "%2Freports%2F\(report)%3Fevidence%3D\(id)"
    let fields = "token=\(pass.token)&evidence=\(id)&from=\(here)"
    // Without a name nothing is decided.
    let nameless = try #require(
      site.client.post("/decisions", fields + "&verdict=accept", headers: ["Cookie": pass.cookie]))
    #expect(nameless.status == 400)
    let done = try #require(
      site.client.post("/decisions", fields + "&verdict=reject&note=not%20theirs", headers: pass.headers("Lin")))
    #expect(done.status == 303)
    #expect(done.header("Location") == "/reports/\(report)?evidence=\(id)&done=1")
    #expect(try site.page("/reports/\(report)?evidence=\(id)").contains("not theirs"))
    // Another one differs, and it shows.
    _ = site.client.post("/decisions", fields + "&verdict=accept", headers: pass.headers("Wu"))
    #expect(try site.page("/reports/\(report)?evidence=\(id)").contains("reviewers differ"))
    // Only one's own step is taken back, and once.
    let undo = "token=\(pass.token)&step=2&from=/"
    #expect(try #require(site.client.post("/undo", undo, headers: pass.headers("Lin"))).status == 409)
    #expect(try #require(site.client.post("/undo", undo, headers: pass.headers("Wu"))).status == 303)
    #expect(try #require(site.client.post("/undo", undo, headers: pass.headers("Wu"))).status == 409)
    #expect(try !site.page("/reports/\(report)?evidence=\(id)").contains("reviewers differ"))
    // The way back leads nowhere else.
    let away = try #require(
      site.client.post(
        "/decisions", "token=\(pass.token)&evidence=\(id)&verdict=accept&from=https%3A%2F%2Fevil.example",
        headers: pass.headers("Wu")))
    #expect(away.header("Location") == "/?done=4")
  }

  @Test
  func correctionsSayWhatDiffers() throws {
    let site = try ViewSite()
    let pass = try Pass(site)
    let report = try #require(try Self.reports(site).last)
    let id = try #require(try Self.evidence(site, of: report).first)
    let fields =
      "token=\(pass.token)&evidence=\(id)&verdict=correct&value=12&was-value=&unit=&was-unit=&year=2023&was-year=2024&from=/"
    #expect(try #require(site.client.post("/decisions", fields, headers: pass.headers("Lin"))).status == 303)
    let page = try site.page("/reports/\(report)?evidence=\(id)")
    #expect(page.contains("value 12, year 2023"))
    // Nothing that differs is no correction.
    let none = "token=\(pass.token)&evidence=\(id)&verdict=correct&value=&was-value=&from=/"
    #expect(try #require(site.client.post("/decisions", none, headers: pass.headers("Lin"))).status == 409)
  }

  @Test(arguments: [
    ("address=https%3A%2F%2Fexample.com%2Fesg&seen=2025-09-01&value=7", 303),
    ("address=javascript%3Aalert(1)&seen=2025-09-01", 409), ("address=https%3A%2F%2Fexample.com&seen=someday", 409),
    ("page=1&x0=1&y0=1&x1=90&y1=40&value=7", 303), ("page=99&x0=1&y0=1&x1=90&y1=40", 409),
    ("page=1&x0=5&y0=5&x1=5&y1=5", 409), ("page=1&x0=nan&y0=1&x1=2&y1=inf", 409),
  ])
  func additionsNameAPlace(_ place: String, status: Int) throws {
    let site = try ViewSite()
    let pass = try Pass(site)
    let report = try #require(try Self.reports(site).first)
    let fields = "token=\(pass.token)&document=\(report)&item=item-0&from=/&" + place
    let answer = try #require(site.client.post("/additions", fields, headers: pass.headers("Lin")))
    #expect(answer.status == status, "\(answer.text)")
  }

  /// Two windows and an ingest at work at the same time: every decision is in the log, once, and in order.
  @Test
  func nothingIsLostAtTheSameTime() async throws {
    let site = try ViewSite()
    let pass = try Pass(site)
    let report = try #require(try Self.reports(site).last)
    let ids = try Self.evidence(site, of: report)
    #expect(ids.count == 10)
    let folder = site.folder
    async let ingest = Task.detached {
      try BuiltProgram.shell(
        "cd '\(folder)'; for n in 1 2 3; do echo 公布鐵項。$n > in/new-$n.txt; kaozheng ingest in --rehash --quiet; done",
        environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "KAOZHENG_RULES": folder + "/rules"])
    }.value
    let statuses = await withTaskGroup(of: [Int].self) { group in
      for who in ["Lin", "Wu"] {
        group.addTask {
          (0..<20).map { round in
            let fields =
              "token=\(pass.token)&evidence=\(ids[round % 10])&verdict=\(round % 2 == 0 ? "accept" : "reject")&from=/"
            return site.client.post("/decisions", fields, headers: pass.headers(who))?.status ?? 0
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(statuses == Array(repeating: 303, count: 40))
    #expect(try await ingest.code == 0)
    let log = try BuiltProgram.shell(
      "kaozheng review log --format json", environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite"])
    #expect(log.code == 0, "\(log.errors)")
    for who in ["Lin", "Wu"] { #expect(log.output.components(separatedBy: "\"\(who)\"").count == 21) }
  }

  /// A queue is worked through in its order; what was decided leaves it, and what is taken back comes again.
  @Test
  func queueGoesOnToTheNext() throws {
    let site = try ViewSite(also: [
      "sed -i 's/公布鐵項/公布錫項/' rules/ours/people/rules.yaml", "sleep 1; kaozheng ingest in --quiet",
    ])
    let pass = try Pass(site)
    let entries = Self.parts(of: try site.page("/review"), between: "href=\"/review/", and: "\"").filter {
      $0.count == 16
    }
    var unique: [String] = []
    for entry in entries where !unique.contains(entry) { unique.append(entry) }
    #expect(unique.count > 5)
    #expect(site.client.get("/review/next")?.header("Location") == "/review/\(unique[0])")
    let page = try site.page("/review/\(unique[0])")
    #expect(page.contains("before") && page.contains("by rule"))
    let id = try Self.part(of: page, between: "name=\"evidence\" value=\"", and: "\"")
    let next = try Self.part(of: page, between: "name=\"next\" value=\"", and: "\"")
    let fields = "token=\(pass.token)&evidence=\(id)&verdict=accept&next=\(next)&from=/review/\(unique[0])"
    let done = try #require(site.client.post("/decisions", fields, headers: pass.headers("Lin")))
    #expect(done.header("Location") == "\(next)?done=1")
    #expect(try site.page("/review/\(unique[0])").contains("dealt with"))
    #expect(site.client.get("/review/next")?.header("Location") != "/review/\(unique[0])")
    #expect(try !site.page("/review").contains("/review/\(unique[0])"))
    _ = site.client.post("/undo", "token=\(pass.token)&step=1&from=/", headers: pass.headers("Lin"))
    #expect(try site.page("/review").contains("/review/\(unique[0])"))
  }

  /// A corrected upload says twice what was decided on once: where it holds is asked, and said by one key.
  @Test
  func earlierDecisionsAreConfirmed() throws {
    let site = try ViewSite()
    let pass = try Pass(site)
    let list = try site.page("/reports?q=1105")
    let report = try #require(Self.parts(of: list, between: "href=\"/reports/", and: "\"").first { $0.count == 64 })
    let id = try #require(try Self.evidence(site, of: report).first)
    let fields = "token=\(pass.token)&evidence=\(id)&verdict=reject&from=/"
    #expect(try #require(site.client.post("/decisions", fields, headers: pass.headers("Lin"))).status == 303)
    let corrected = try BuiltProgram.shell(
      """
      cd '\(site.folder)'
      { cat in/1105.txt; echo 又，; tail -n +2 in/1105.txt; } > in/1105-b.txt
      echo '1105-b.txt,1105,戊,2024,sustainability,makers,2025-09-05' >> in/manifest.csv
      sleep 3; kaozheng ingest in --quiet
      """,
      environment: ["KAOZHENG_ARCHIVE": site.folder + "/a.sqlite", "KAOZHENG_RULES": site.folder + "/rules"])
    #expect(corrected.code == 0, "\(corrected.errors)")
    let queue = try site.page("/review?kind=confirmation")
    let entry = try #require(Self.parts(of: queue, between: "href=\"/review/", and: "\"").first { $0.count == 16 })
    let page = try site.page("/review/\(entry)")
    #expect(page.contains("holds on page 1") && page.contains("holds nowhere here"))
    let document = try Self.part(of: page, between: "name=\"document\" value=\"", and: "\"")
    #expect(document != report)
    let places = Self.parts(of: page, between: "name=\"place\" value=\"", and: "\"")
    #expect(places.count == 3 && places.last == "none")
    let answer = "token=\(pass.token)&step=1&document=\(document)&from=/"
    // What is no such place is none.
    let wrong = try #require(
      site.client.post("/confirmations", answer + "&place=99999", headers: pass.headers("Lin")))
    #expect(wrong.status == 409)
    let done = try #require(
      site.client.post("/confirmations", answer + "&place=\(places[0])", headers: pass.headers("Lin")))
    #expect(done.status == 303, "\(done.text)")
    #expect(try !site.page("/review?kind=confirmation").contains("/review/\(entry)"))
    #expect(try site.page("/reports/\(document)?list=found").contains("rejected"))
  }
}
