import Support
import Testing

@testable import ReviewServer

/// Totals of 1101 … 1110 in per cent: 50 20 40 50 60 70 80 90 100 100 (`SmallMarket`).
@Suite("Pages of scores")
struct ScorePagesTests {
  @Test func companiesStandInTheirOrderWithTheirRates() throws {
    let site = try ViewSite()
    let rows = try site.rows("/scores?month=2025-12").filter { !$0.isEmpty }
    #expect(rows.count == 10)
    #expect(rows[0].hasPrefix("1 | 1 | 1109 壬 | Makers | 100.0 |"))
    #expect(rows[2].hasPrefix("3 | 3 | 1108 Xin | Makers | 90.0 |"))
    #expect(rows[9].hasPrefix("10 | 10 | 1102 乙食品 | Makers | 20.0 |"))
    // By another measure, and only one.
    let social = try site.rows("/scores?month=2025-12&by=social&q=1101").filter { !$0.isEmpty }
    #expect(social.count == 1 && social[0].hasPrefix("10 | 10 | 1101 甲甲水泥 | Makers | 0.0 |"))
  }

  @Test("Without a month the last one is shown in which anybody is rated")
  func theLastRatedMonthComesFirst() throws {
    let page = try ViewSite().page("/scores")
    #expect(page.contains("round 2025-2") && page.contains("10 companies rated"))
  }

  @Test func whatCouldNotBeReadIsShownAsARange() throws {
    let site = try ViewSite(broken: ["1107"])
    let rows = try site.rows("/scores?month=2025-12").filter { $0.contains("1107") }
    #expect(rows.count == 1 && rows[0].contains("| 0.0–100.0 |"))
    let company = try site.page("/companies/1107")
    #expect(company.contains("class=\"maybe\" x=\"0\" width=\"100\""))
    #expect(company.contains("class=\"unknown\""))
  }

  @Test func aCompanyIsShownDownToTheItemsAndTheirPages() throws {
    let site = try ViewSite()
    let company = try site.page("/companies/1104")
    #expect(company.contains("1104 丁科技股份") && company.contains("50.0 %") && company.contains("5/10"))
    #expect(company.contains("href=\"/companies/1104/people?of=2025-2\""))
    let people = try site.page("/companies/1104/people")
    #expect(people.contains("60.0 %") && people.contains("公布鐵項。"))
    #expect(people.components(separatedBy: "class=\"item gained\"").count == 4)
    #expect(people.components(separatedBy: "class=\"item missed\"").count == 3)
    // The way to the page on which it stands.
    let link = try #require(
      people.components(separatedBy: "href=\"/reports/").dropFirst().first?.split(separator: "\"").first)
    #expect(link.contains("?page=1&amp;item=item-0"))
    try site.page("/reports/" + link.replacing("&amp;", with: "&"))
  }

  @Test func industriesShowHowTheirCompaniesAreSpread() throws {
    let page = try ViewSite().page("/scores/industries?month=2025-12")
    #expect(page.contains("10 companies · lowest 20 % · median 65 % · highest 100 % · line 40.0"))
  }

  @Test func whatIsNotThereIsSaid() throws {
    let site = try ViewSite()
    #expect(try site.page("/companies/9999", status: 404).contains("9999"))
    #expect(try site.page("/companies/1104/nowhere", status: 404).contains("nowhere"))
    #expect(try site.page("/scores?month=2020-01").contains("No company."))
  }

  @Test("A name is text, whatever it looks like")
  func namesAreNeverMarkup() throws {
    let name = "<script>alert(1)</script>\"'&"
    let site = try ViewSite(also: [
      "printf '%s\\n' 'ticker,company,industry' '1104,\"<script>alert(1)</script>\"\"'\"'\"'&\",makers' > c.csv\nkaozheng companies c.csv"
    ])
    let targets = [
      "/scores?month=2025-12", "/companies/1104", "/companies/1104/people", "/lists", "/rounds/2025-1", "/trial",
    ]
    for target in targets { #expect(try !site.page(target).contains("<script>alert"), "\(target)") }
    #expect(
      try site.page("/companies/1104").contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"), "\(name)")
  }
}

@Suite("Drawings")
struct DrawingTests {
  @Test func quartersFallBetweenCompanies() {
    let distribution = Distribution(rates: [10, 20, 30, 40])
    #expect(distribution.lowerQuarter == 17.5 && distribution.median == 25 && distribution.upperQuarter == 32.5)
    #expect(distribution.steps(from: 0, width: 20, count: 2) == [1, 3])
    #expect(Distribution(rates: []).median == nil)
  }
}

@Suite("Shelves")
struct ShelfTests {
  private struct Spoilt: Error {}

  @Test func aValueIsMadeOnceUntilThereIsNoRoom() throws {
    let shelf = Shelf<Int, Int>(room: 2)
    var made: [Int] = []
    for key in [1, 1, 2, 1, 3, 1, 2] {
      _ = shelf.value(key) {
        made.append(key)
        return key
      }
    }
    #expect(made == [1, 2, 3, 2])
  }

  @Test func whatFailedIsTriedAgain() throws {
    let shelf = Shelf<Int, Int>(room: 2)
    #expect(throws: Spoilt.self) { try shelf.value(1) { () throws(Spoilt) in throw Spoilt() } }
    #expect(shelf.value(1) { 7 } == 7)
  }
}
