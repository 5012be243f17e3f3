import ReportModel

/// One pattern: lists that are not there, regular expressions that are wrong or can run away.
struct PatternChecks {
  let pattern: Pattern
  let lists: Set<String>
  let log: FindingLog

  func run() {
    for list in pattern.lists where !lists.contains(list) {
      log.add(
        .unknownList, at: pattern.place, Phrase("there is no list “\(list)”", "沒有「\(list)」這個詞彙表"),
        hint: lists.sorted().first { $0.hasPrefix(list.prefix(4)) }.map {
          Phrase("did you mean “$\($0)”?", "是否為「$\($0)」？")
        })
    }
    checkSigns()
    guard case .regex(let text) = pattern.form, let runaway = PatternFacts(of: text).runaway else { return }
    var place = pattern.place
    place.column += runaway.place.lowerBound + 1
    log.add(
      .runawayPattern, at: place, Phrase(runaway.reason, runaway.chineseReason),
      hint: Phrase("write a bound, or parts that share no characters", "請設上限，或改寫成不共用字元的部分"))
  }
}

extension PatternChecks {
  /// Signs as a Chinese keyboard gives them are words of the pattern, seldom meant as such.
  private static let wide: [(sign: Unicode.Scalar, meant: String)] = [
    ("｜", "|"), ("＃", "#"), ("＄", "$"), ("／", "/"),
  ]

  fileprivate func checkSigns() {
    guard case .sequence = pattern.form else { return }
    let scalars = pattern.source.unicodeScalars
    for (sign, meant) in Self.wide where scalars.contains(sign) {
      warn("“\(sign)” is a word here, not the sign \(meant)", "「\(sign)」在此是文字，不是符號 \(meant)")
    }
    if pattern.source.contains("...") { warn("“...” is three full stops; a gap is …", "「...」是三個句點；間隔請用 …") }
  }

  private func warn(_ english: String, _ chinese: String) {
    log.add(.wideSign, at: pattern.place, Phrase(english, chinese), hint: Phrase("use the half-width sign", "請改用半形符號"))
  }
}

extension Runaway {
  fileprivate var chineseReason: String {
    switch kind {
    case .nestedRepeats: "重複之中又有重複，同一串字元有無數種分法"
    case .overlappingParts: "重複的各部分可共用字元，有無數種分法"
    case .adjacentRepeats: "兩個無上限的重複可共用字元"
    case .adjacentGaps: "相鄰的間隔可共用字元，有上千種分法"
    }
  }
}
