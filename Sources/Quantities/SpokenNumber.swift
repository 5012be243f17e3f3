import ReportModel

/// What a Chinese numeral counts for.
enum NumeralSign: Equatable {
  case digit(Int)
  /// 十, 百, 千: tens inside a group of four.
  case small(Int)
  /// 廿, 卅: tens in one sign.
  case tens(Int)

  @inline(__always) static func of(_ value: UInt32) -> NumeralSign? {
    let place = Int(value) - first
    guard place >= 0, place < table.count, table[place] != 0 else { return nil }
    let code = Int(table[place])
    if code <= 10 { return .digit(code - 1) }
    return code < 20 ? .small(code - 10) : .tens(code - 20)
  }

  /// ○ is the first of them in Unicode, 零 the last.
  private static let first = 0x25CB

  /// A byte for each scalar: 1–10 for figures, 11–13 for 十百千, 22 and 23 for 廿 and 卅.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x96F7 - first)
    let figures = ["零〇○", "一壹", "二兩貳两", "三參叁", "四肆", "五伍", "六陸", "七柒", "八捌", "九玖"]
    for (index, row) in (figures + ["十拾", "百佰", "千仟"]).enumerated() {
      for scalar in row.unicodeScalars { table[Int(scalar.value) - first] = UInt8(index + 1) }
    }
    table[0x5EFF - first] = 22
    table[0x5345 - first] = 23
    return table
  }()
}

extension Window {
  /// A number in Chinese numerals below 萬: 十五, 一百二十, 二〇二二, 三點五; 兩三 is two to three.
  /// Not sound where the signs make no number; the run is read to its end all the same.
  func spokenNumber(at start: Int) -> Numeral? {
    guard let first = NumeralSign.of(value(start)) else { return nil }
    if case .small(let power) = first, power > 1 { return nil }
    var reader = SpokenReader(window: self, index: start)
    return reader.read()
  }
}

/// Reads the signs of a Chinese number one after another.
struct SpokenReader {
  let window: Window
  var index: Int
  private var total = 0
  /// Figures since the last 十, 百, 千.
  private var pending: [Int] = []
  private var lastPower = 4
  private var hasZero = false
  private var isSound = true

  private static let mostSigns = 12

  init(window: Window, index: Int) {
    self.window = window
    self.index = index
  }

  mutating func read() -> Numeral {
    let start = index
    while let sign = NumeralSign.of(window.value(index)), !startsUnit(sign) {
      take(sign, isLong: index - start > Self.mostSigns)
      index += 1
    }
    var numeral = Numeral(range: start..<index, value: .zero, isSpoken: true, isPlain: true)
    finish(&numeral)
    if numeral.isSound, numeral.high == nil { readDecimals(&numeral) }
    return numeral
  }

  private mutating func take(_ sign: NumeralSign, isLong: Bool) {
    guard !isLong else {
      isSound = false
      return
    }
    switch sign {
    case .digit(0) where lastPower < 4: hasZero = true
    case .digit(let digit): pending.append(digit)
    case .small(let power): takeTens(power)
    case .tens(let number):
      pending.append(number)
      takeTens(1)
    }
  }

  private mutating func takeTens(_ power: Int) {
    let isBare = pending.isEmpty && power == 1
    guard power < lastPower, pending.count == 1 || isBare, pending.first != 0 else {
      isSound = false
      return
    }
    total += (pending.first ?? 1) * Self.tens[power]
    pending = []
    lastPower = power
    hasZero = false
  }

  private static let tens = [1, 10, 100, 1000]

  private func finish(_ numeral: inout Numeral) {
    numeral.isSound = isSound
    if lastPower < 4 { return finishTens(&numeral) }
    let isString = pending.count > 2 || pending.contains(0)
    if pending.count == 2, !isString {
      // 兩三 names a range, 二五 nothing.
      numeral.isSound = isSound && pending[1] == pending[0] + 1
      numeral.high = Figure(digits: Int64(pending[1]))
      numeral.value = Figure(digits: Int64(pending[0]))
    } else if isSound {
      numeral.value = Figure(digits: pending.reduce(0) { $0 * 10 + Int64($1) })
    }
  }

  private func finishTens(_ numeral: inout Numeral) {
    // 一百五 is 150 to the ear and 105 to the eye: neither is taken.
    let isClear = pending.isEmpty || (pending.count == 1 && (lastPower == 1 || hasZero))
    numeral.isSound = isSound && isClear
    numeral.value = Figure(digits: Int64(total + (pending.first ?? 0)))
  }

  /// 三點五: the point is a word, figures follow one by one.
  private mutating func readDecimals(_ numeral: inout Numeral) {
    guard window.value(index) == 0x9EDE else { return }
    var place = index + 1
    var digits = numeral.value
    while case .digit(let digit)? = NumeralSign.of(window.value(place)), place - index < Self.mostSigns,
      let sum = digits.plus(Figure(digits: Int64(digit), exponent: index - place))
    {
      digits = sum
      place += 1
    }
    guard place > index + 1, NumeralSign.of(window.value(place)) == nil else { return }
    numeral.value = digits
    numeral.isPlain = false
    numeral.range = numeral.range.lowerBound..<place
  }

  /// 一千瓦 is one kilowatt: the 千 belongs to the unit.
  private func startsUnit(_ sign: NumeralSign) -> Bool {
    let next = window.value(index + 1)
    switch sign {
    case .small(3): return Self.isPrefixed(next)
    case .small(2): return next == 0x842C && Self.isPrefixed(window.value(index + 2))
    default: return false
    }
  }

  /// 瓦 卡 焦
  private static func isPrefixed(_ value: UInt32) -> Bool { value == 0x74E6 || value == 0x5361 || value == 0x7126 }
}
