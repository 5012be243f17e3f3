import ReportModel

/// Currencies, as units after a number and as signs before it.
enum MoneyRows {
  /// The currency of 元 alone.
  static let home = "TWD"

  /// Names, the first of each also what stands after a number in Chinese.
  static let currencies: [(code: String, names: String)] = [
    (
      home,
      "新台幣 新臺幣 台幣 臺幣 NT$ NTD NT＄ NTD$ TWD NT ＮＴ＄ NTD＄ 新台幣（下同） 新台幣： 新臺幣： 新台幣: 新臺幣: TWD$ NT."
    ),
    ("USD", "美元 美金 US$ USD USD$ US＄ U.S.$ US"), ("EUR", "歐元 EUR € Euro"), ("CNY", "人民幣 CNY RMB RMB¥"),
    ("JPY", "日圓 日元 日幣 YEN JPY JPY¥ ¥ ￥"), ("HKD", "港幣 港元 HKD HK$"), ("GBP", "英鎊 GBP £"),
    ("AUD", "澳幣 澳元 AUD A$ AU$"), ("SGD", "新加坡幣 新幣 星幣 SGD S$"), ("CAD", "加幣 加元 CAD C$"),
    ("CHF", "瑞士法郎 瑞郎 CHF"), ("KRW", "韓元 韓圜 韓幣 KRW ₩"), ("THB", "泰銖 THB"), ("VND", "越南盾 VND 越盾"),
    ("INR", "印度盧比 盧比 INR"), ("MYR", "馬幣 令吉 MYR"), ("PHP", "菲律賓披索 披索 PHP"), ("IDR", "印尼盾 印尼幣 IDR"),
    ("NZD", "紐幣 紐元 NZD"), ("ZAR", "南非幣 蘭特 ZAR"),
  ]

  /// Signs that one writes before a number only.
  static let signs: Set<String> = ["NT", "ＮＴ＄", "US", "NT.", "¥", "￥", "£", "₩", "S$", "C$", "A$"]

  static let all: [UnitRow] =
    [UnitRow(.money, home, "元 圓 塊錢"), UnitRow(.money, home, -2, use: .figures, "角|錢")]
    + currencies.map { code, names in
      UnitRow(.money, code, names.split(separator: " ").filter { !signs.contains(String($0)) }.joined(separator: " "))
    }
    + currencies.flatMap { code, names in
      names.split(separator: " ").filter { $0.hasSuffix("幣") }.map { UnitRow(.money, code, "\($0)元 \($0)_元 \($0)圓") }
    }
}
