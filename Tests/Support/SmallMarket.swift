import Foundation

/// A market of ten companies on disk, small enough to reckon by hand: each tells so many of five social and of five
/// economic items, and the line is the second lowest of ten rates (20 %).
package enum SmallMarket {
  /// By company: how many it tells of each five; a rate of 20 % for each.
  package static let companies: [(ticker: String, name: String, social: Int, economic: Int)] = [
    ("1101", "甲甲水泥", 0, 5), ("1102", "乙食品", 1, 1), ("1103", "丙", 2, 2), ("1104", "丁科技股份", 3, 2),
    ("1105", "戊", 3, 3), ("1106", "己", 4, 3), ("1107", "庚", 4, 4), ("1108", "Xin", 5, 4), ("1109", "壬", 5, 5),
    ("1110", "癸", 5, 5),
  ]

  private static let social = ["鐵", "銅", "錫", "鋁", "鋅"]
  private static let economic = ["松", "柏", "楠", "樟", "檜"]

  /// The folder of the rules is `rules`, that of the documents `in`.
  package static func folder(broken: Set<String> = [], late: Set<String> = []) throws -> String {
    let root = try BuiltProgram.temporaryFolder()
    func write(_ path: String, _ text: String) throws {
      let url = URL(fileURLWithPath: root + "/" + path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    let words = social.map { ("people", $0) } + economic.map { ("money", $0) }
    try write("rules/ours/pack.yaml", pack)
    try write("rules/ours/rating.yaml", rating)
    try write("rules/ours/items.yaml", "items:\n" + words.enumerated().map { item($0, $1.0) }.joined())
    for place in ["people", "money"] {
      let rules = words.enumerated().filter { $1.0 == place }.map { rule($0, $1.1) }.joined()
      try write("rules/ours/\(place)/rules.yaml", "rules:\n" + rules)
    }
    try FileManager.default.createDirectory(atPath: root + "/rules/vocabulary", withIntermediateDirectories: true)
    for name in ["engine", "placing"] {
      try FileManager.default.copyItem(
        atPath: BuiltProgram.root.appendingPathComponent("Rules/vocabulary/\(name).yaml").path,
        toPath: root + "/rules/vocabulary/\(name).yaml")
    }
    var manifest = "file,ticker,company,year,kind,industry,uploaded\n"
    for company in companies {
      let isBroken = broken.contains(company.ticker)
      let name = company.ticker + (isBroken ? ".pdf" : ".txt")
      let told = social.prefix(company.social) + economic.prefix(company.economic)
      try write("in/\(name)", isBroken ? "%PDF-" : company.name + "。\n" + told.map { "公布\($0)項。\n" }.joined())
      let day = late.contains(company.ticker) ? "2025-09-01" : "2025-08-31"
      manifest += "\(name),\(company.ticker),\(company.name),2024,sustainability,makers,\(day)\n"
    }
    try write("in/manifest.csv", manifest)
    return root
  }

  private static let pack = """
    id: ours
    names: {zh-Hant: 我們的, en: Ours}
    industries:
      makers: {names: {zh-Hant: 製造業, en: Makers}}
    levels:
      policy: {names: {zh-Hant: 政策, en: Policy}, tense: any}
    dimensions:
      - id: social
        names: {zh-Hant: 社會, en: Social}
        sub-dimensions:
          people: {names: {zh-Hant: 員工, en: People}}
      - id: economic
        names: {zh-Hant: 經濟, en: Economic}
        sub-dimensions:
          money: {names: {zh-Hant: 財務, en: Money}}
    scoring:
      precedence: [found, unreadable, stated-non-disclosure, not-found]
      positive: {found: 1}
      negative: {found: -1}
      floor: sub-dimension

    """

  private static let rating = """
    events:
      kinds:
        social: {names: {zh-Hant: 社會面, en: Social}, dimension: social}
      responses:
        none: {names: {zh-Hant: 未採取措施, en: No measures}, factor: 1}
      months: 12
    lists:
      notes: {zh-Hant: 自訂, en: The pack's own}
      percentile: 20
      line: nearest-rank
      fewest-companies: 5
      watched: [social, economic]
      watch-months: {months: 3, of: 4}
      black-months: count
    rounds:
      - id: "1"
        names: {zh-Hant: 第一次, en: First}
        uploaded-by: {month: 8}
        completed-in: {month: 11}
        report-year: -1
      - id: "2"
        names: {zh-Hant: 第二次, en: Second}
        uploaded-by: {month: 4, years-later: 1}
        completed-in: {month: 5, years-later: 1}
        report-year: -1
    calendar:
      months:
        - {month: 2025-11, closed: []}
        - {month: 2026-05, closed: [2026-05-01]}

    """

  private static func item(_ number: Int, _ place: String) -> String {
    "  - {id: item-\(number), names: {zh-Hant: 題\(number), en: Item \(number)}, sub-dimension: \(place), level: policy, references: [GRI 2-1]}\n"
  }

  private static func rule(_ number: Int, _ word: String) -> String {
    "  - {id: item-\(number), find: 公布\(word)項}\n"
  }
}
