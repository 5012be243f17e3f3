import ReportModel

/// A string of a page that may belong to a chart: a year of its axis, a value, or words.
struct ChartLabel {
  /// Where its line came from, so that it can be taken out there.
  var block: Int
  var entry: Int
  var line: LineDraft
  var reading: ChartReading

  var box: Box { line.box }
  var size: Float { line.size }
}

/// What a label says, if it is a year or a value; 2020 may be either.
struct ChartReading: Equatable {
  var year: Int?
  /// A bare 109 is a year only among its like.
  var isWeakYear = false
  var value: Double?

  var isWords: Bool { year == nil && value == nil }
}

/// Reads the labels out of a page's blocks.
struct ChartLabeler {
  let ink: [InkGlyph]

  /// In ems: within a label, and before a unit set apart.
  private static let widestGap: Float = 0.35
  private static let widestGapBeforeUnit: Float = 1
  /// No row of labels is as long as a line of text, in glyphs.
  private static let longest = 160

  /// Labels of all level lines outside tables; a line with other words in it is one label.
  func labels(_ blocks: [BlockDraft]) -> [ChartLabel] {
    var result: [ChartLabel] = []
    for (index, block) in blocks.enumerated() where block.table == nil && block.role != .tocEntry {
      for (at, entry) in block.lines.enumerated() where entry.line.direction == .right {
        let tokens = tokens(entry.line)
        let readings = tokens.map { ChartReading(text($0)) }
        if tokens.count > 1, readings.allSatisfy({ !$0.isWords }) {
          for (token, reading) in zip(tokens, readings) {
            result.append(ChartLabel(block: index, entry: at, line: part(of: entry.line, token), reading: reading))
          }
        } else {
          let reading = tokens.count == 1 ? readings[0] : ChartReading()
          result.append(ChartLabel(block: index, entry: at, line: entry.line, reading: reading))
        }
      }
    }
    return result
  }

  /// The glyphs of a line, cut at its gaps; a unit stays with its number.
  private func tokens(_ line: LineDraft) -> [[Int]] {
    var digits = 0
    for run in line.runs { for index in run.glyphs where ink[index].kind == .digit { digits += 1 } }
    // Mostly words: no row of years or values, and most lines of a page.
    guard digits * 5 >= line.glyphCount, line.glyphCount <= Self.longest else { return [[]] }
    var result: [[Int]] = []
    for index in line.runs.flatMap(\.glyphs) {
      if let last = result.last?.last, !isApart(ink[last], ink[index], line.size) {
        result[result.count - 1].append(index)
      } else {
        result.append([index])
      }
    }
    return joined(result, line.size)
  }

  private func isApart(_ a: InkGlyph, _ b: InkGlyph, _ size: Float) -> Bool {
    b.followsSpace || b.box.x0 - a.box.x1 > Self.widestGap * size
  }

  private func joined(_ tokens: [[Int]], _ size: Float) -> [[Int]] {
    var result: [[Int]] = []
    for token in tokens {
      if let last = result.last, let end = last.last, let start = token.first,
        ink[start].box.x0 - ink[end].box.x1 <= Self.widestGapBeforeUnit * size,
        isNumber(last) && isUnit(token) || ChartReading.opensYear(text(last))
      {
        result[result.count - 1] += token
      } else {
        result.append(token)
      }
    }
    return result
  }

  private func isNumber(_ token: [Int]) -> Bool { token.contains { ink[$0].kind == .digit } }

  private func isUnit(_ token: [Int]) -> Bool {
    token.count <= 4
      && token.allSatisfy { ink[$0].kind == .ideograph || ink[$0].kind == .letter || ink[$0].scalar == 0x25 }
  }

  private func text(_ token: [Int]) -> [UInt32] { token.map { BlockText.plain(ink[$0].scalar) } }

  /// A line of some of the glyphs of a line.
  private func part(of line: LineDraft, _ token: [Int]) -> LineDraft {
    let wanted = Set(token)
    var part = line
    part.runs = line.runs.compactMap { run in
      let chosen = run.glyphs.filter(wanted.contains)
      guard let first = chosen.first, let last = chosen.last else { return nil }
      var piece = run
      piece.glyphs = first..<last + 1
      piece.box = Box(around: chosen.lazy.map { ink[$0].box }) ?? run.box
      return piece
    }
    part.box = Box(around: part.runs.lazy.map(\.box)) ?? line.box
    part.glyphCount = token.count
    part.stream = token.min() ?? line.stream
    return part
  }
}

extension ChartReading {
  /// Of a label in ordinary width, small letters, without spaces.
  init(_ text: [UInt32]) {
    self.init()
    value = Self.value(text)
    if let (year, isWeak) = Self.year(text) {
      self.year = year
      isWeakYear = isWeak
    }
  }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
  private static let republic = scalars("民國")
  private static let era = scalars("西元")
  private static let fiscal = scalars("fy")
  /// 年 and 度 as some fonts spell them.
  private static let compatible: [UInt32] = [0xF98E, 0xFA01]
  private static let afterYear = Set(scalars("年度底ef()目標預估基準實際q") + compatible)
  private static let beforeValue = Set(scalars("<>≥≤~約-+−–▲△▼▽($nt"))
  private static let neverInUnit = Set(scalars("、，。：:；;,=~"))

  /// Whether a text waits for its year: 民國, FY.
  static func opensYear(_ text: [UInt32]) -> Bool { text == republic || text == era || text == fiscal }

  private static func digits(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    text.prefix(while: Numeral.isDigit)
  }
  private static func number(_ digits: ArraySlice<UInt32>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 & 15) } }

  private static func year(_ text: [UInt32]) -> (Int, isWeak: Bool)? {
    let prefix = [republic, era, fiscal].first { text.starts(with: $0) } ?? []
    let body = text.dropFirst(prefix.count)
    let digits = digits(body)
    let rest = body.dropFirst(digits.count)
    guard (2...4).contains(digits.count), rest.count <= 6, rest.allSatisfy(afterYear.contains) else { return nil }
    let number = number(digits)
    let isNamed = rest.first == 0x5E74 || rest.first == 0xF98E
    switch digits.count {
    case 4: return (1950...2100).contains(number) ? (number, false) : nil
    case 2 where prefix == fiscal: return (2000 + number, false)
    case 2, 3:
      guard (80...150).contains(number) else { return nil }
      if isNamed || prefix == republic { return (1911 + number, false) }
      return rest.isEmpty && prefix.isEmpty && number >= 90 ? (1911 + number, true) : nil
    default: return nil
    }
  }

  /// A number with at most a sign before and a unit after it.
  private static func value(_ text: [UInt32]) -> Double? {
    let sign = text.prefix { beforeValue.contains($0) }
    let body = text.dropFirst(sign.count)
    let figures = body.prefix { Numeral.isDigit($0) || $0 == 0x2C || $0 == 0x2E }
    let unit = body.dropFirst(figures.count)
    guard sign.count <= 3, let first = figures.first, Numeral.isDigit(first), figures.count <= 15,
      unit.count <= 6, !unit.contains(where: { neverInUnit.contains($0) || Numeral.isDigit($0) })
    else { return nil }
    var number = 0.0
    var scale = 0.0
    for figure in figures {
      if figure == 0x2E {
        scale = scale == 0 ? 1 : -1
      } else if figure != 0x2C {
        number = number * 10 + Double(figure & 15)
        scale *= 10
      }
      if scale < 0 { return nil }
    }
    let isBelow = sign.contains { $0 == 0x2D || $0 == 0x2212 || $0 == 0x25BC }
    return (scale > 0 ? number / scale : number) * (isBelow ? -1 : 1)
  }
}
