import ReportModel

/// Words after a number that limit it.
enum Tails {
  /// The word at a place and its end; brackets around 含 are part of it.
  static func read(in window: Window, at start: Int) -> (Quantity.Qualifier, end: Int)? {
    let place = window.afterSpace(start)
    guard let (word, end) = trie.longest(in: window, at: place) else { return nil }
    return (meanings[word], end)
  }

  private static let rows: [(Quantity.Qualifier, String)] = [
    (.atLeast, "以上 (含)以上 （含）以上 含以上 或以上 及以上 (含以上) （含以上） 起跳 or_more or_above or_higher and_above +"),
    (.atMost, "以下 (含)以下 （含）以下 含以下 或以下 及以下 以內 之內 (含)以內 （含）以內 or_less or_below or_lower or_fewer"),
    (.about, "左右 上下"),
  ]
  private static let words = rows.flatMap { qualifier, names in names.tableWords.map { ($0, qualifier) } }
  private static let trie = ScalarTrie(words.map(\.0))
  private static let meanings = words.map(\.1)

  /// 多, 餘, 來: a little more than the number, said between it and its unit.
  static func isLoose(_ value: UInt32) -> Bool { value == 0x591A || value == 0x9918 || value == 0x9980 }
}

/// What stands before a number and says something of it, read backwards.
struct Lead {
  /// Where the number begins with its sign, its currency and its era.
  var start: Int
  var qualifier: Quantity.Qualifier?
  /// The code of a currency; "$" where it says no more.
  var currency: String?
  var sign: Range<Int>?
  var era: Era?
  /// 第: one of a row, no number of things.
  var isOrdinal = false
  /// ISO, 範疇, 表: a bare number after it is a name.
  var isLabel = false
  var isNegative = false
  /// The minus stands behind a word: 成長率-5% is negative, 2週-1個月 is not.
  var isMinusBehindWord = false
  var isCelsius = false

  enum Era { case republic, western, fiscal, quarter }

  /// What a word before a number does.
  enum Role {
    case qualifier(Quantity.Qualifier)
    /// 達, 為: says nothing, but a qualifier may stand before it.
    case filler
    case currency(String)
    case era(Era)
    case label, ordinal, negative, celsius
    /// A word that only ends like one of the others: 附近, 節約.
    case nothing
  }

  private static let mostWords = 5

  init(in window: Window, before number: Int, floor: Int) {
    start = number
    var place = signed(in: window, floor: floor)
    for _ in 0..<Self.mostWords {
      let end = window.beforeSpace(place)
      guard end > floor, let (word, begin) = LeadWords.longest(in: window, endingAt: end), begin >= floor,
        !Self.joins(window, begin),
        take(LeadWords.roles[word], begin..<end, isFirst: place == start)
      else { return }
      place = begin
    }
  }

  /// A minus sign stands apart from figures and letters before it: 305-1 and COVID-19 have none.
  private mutating func signed(in window: Window, floor: Int) -> Int {
    guard Self.isMinus(window.value(start - 1)), start > floor else { return start }
    let before = window.value(start - 2)
    let isJoint = window.isLatin(start - 2) || Window.digit(before) != nil || before == 0x25 || before == 0x29
    guard !isJoint else { return start }
    isNegative = true
    isMinusBehindWord = before > 0x2E7F && before < 0xFF00
    start -= 1
    return start
  }

  /// The sign was a hyphen after all.
  mutating func dropMinus() {
    isNegative = false
    start += 1
  }

  /// The ~ of 3~4月 joins; only before a lone number it says about.
  private static func joins(_ window: Window, _ sign: Int) -> Bool {
    guard [0x7E, 0xFF5E, 0x223C, 0x301C].contains(window.value(sign)) else { return false }
    let before = window.value(window.beforeSpace(sign) - 1)
    return Window.digit(before) != nil || [0x5E74, 0x6708, 0x65E5, 0x25].contains(before)
  }

  static func isMinus(_ value: UInt32) -> Bool { value == 0x2D || value == 0x2212 || value == 0xFF0D }

  /// Notes what a word says; whether the next one before it may count, too.
  private mutating func take(_ role: Role, _ range: Range<Int>, isFirst: Bool) -> Bool {
    switch role {
    case .qualifier(let word):
      qualifier = qualifier ?? word
      return word == .about || word == .all
    case .currency(let code):
      guard currency == nil else { return false }
      currency = code
      if isFirst { sign = range }
    case .era(let word): era = word
    case .negative: isNegative = true
    default: return mark(role)
    }
    if isFirst { start = range.lowerBound }
    return true
  }

  /// The words that stay outside of the quantity.
  private mutating func mark(_ role: Role) -> Bool {
    switch role {
    case .filler: return true
    case .celsius:
      isCelsius = true
      return true
    case .label: isLabel = true
    case .ordinal: isOrdinal = true
    default: break
    }
    return false
  }
}
