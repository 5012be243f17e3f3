import Pipeline
import ReportModel
import Review

/// What the words and options of a command line say of a decision.
struct ReviewOptions {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func who() throws(WrongUse) -> OneLine {
    if let who = invocation.values["--by"].flatMap(OneLine.init) { return who }
    let name = invocation.command ?? ""
    throw wrong(Phrase("\(name) needs --by NAME: who says so", "\(name) 需要 --by NAME：覆核者姓名"))
  }

  func note() throws(WrongUse) -> OneLine? { try line("--note") }

  /// Words that have to be some where the option is given.
  func line(_ option: String) throws(WrongUse) -> OneLine? {
    guard let text = invocation.values[option] else { return nil }
    if let line = OneLine(text) { return line }
    throw wrong(Phrase("\(option) needs words", "\(option) 需要文字"))
  }

  func id(_ word: String) throws(WrongUse) -> EvidenceID {
    if let id = EvidenceID(word) { return id }
    throw wrong(
      Phrase(
        "“\(word)” is no id of evidence, as 3f9a2c1d-7be2a01c94; see kaozheng review show",
        "「\(word)」不是證據編號，例如 3f9a2c1d-7be2a01c94；請見 kaozheng review show"))
  }

  func step(_ word: String) throws(WrongUse) -> Int {
    if let step = Int(word), step > 0 { return step }
    throw wrong(Phrase("“\(word)” is no number of a step", "「\(word)」不是步驟編號"))
  }

  func correction() throws(WrongUse) -> Correction {
    let correction = Correction(
      value: invocation.values["--value"].map(Self.plain), unit: invocation.values["--unit"].map(Self.plain),
      year: try year(), page: try page(), level: invocation.values["--level"].map(Self.plain))
    guard !correction.isEmpty else {
      throw wrong(
        Phrase(
          "nothing is corrected: give --value, --unit, --year, --page or --level",
          "未指定更正內容：--value、--unit、--year、--page 或 --level"))
    }
    return correction
  }

  func addition() throws(WrongUse) -> Addition {
    Addition(
      document: invocation.operands[0], item: invocation.operands[1], source: try source(),
      value: Self.plain(invocation.values["--value"] ?? ""), unit: Self.plain(invocation.values["--unit"] ?? ""),
      year: try year() ?? "")
  }

  private func source() throws(WrongUse) -> Addition.Source {
    let wanted = wrong(
      Phrase(
        "say where it is: --page PAGE --box X0,Y0,X1,Y1, or --web ADDRESS --seen DAY",
        "請指定位置：--page PAGE --box X0,Y0,X1,Y1，或 --web ADDRESS --seen DAY"))
    let (page, box) = (try page(), try box())
    let (address, seen) = (try line("--web"), try invocation.day("--seen"))
    switch (page, box, address, seen) {
    case (let page?, let box?, nil, nil): return .page(page, box, words: "")
    case (nil, nil, let address?, let seen?): return .web(address: address, seen: seen)
    default: throw wanted
    }
  }

  private func box() throws(WrongUse) -> Box? {
    guard let text = invocation.values["--box"] else { return nil }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Float($0) }
    guard numbers.count == 4, let x0 = numbers[0], let y0 = numbers[1], let x1 = numbers[2], let y1 = numbers[3],
      numbers.allSatisfy({ $0?.isFinite ?? false }), x0 < x1, y0 < y1
    else { throw wrong(Phrase("--box takes X0,Y0,X1,Y1, not “\(text)”", "--box 須為 X0,Y0,X1,Y1，而非「\(text)」")) }
    return Box(x0: x0, y0: y0, x1: x1, y1: y1)
  }

  private func year() throws(WrongUse) -> String? {
    guard let text = invocation.values["--year"] else { return nil }
    guard text.isEmpty || text.utf8.count == 4 && text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw wrong(Phrase("--year takes four figures, not “\(text)”", "--year 須為四位數西元年，而非「\(text)」"))
    }
    return text
  }

  private func page() throws(WrongUse) -> Int? {
    guard let text = invocation.values["--page"] else { return nil }
    if let page = Int(text), page > 0 { return page }
    throw wrong(Phrase("--page takes a number, not “\(text)”", "--page 須為頁碼，而非「\(text)」"))
  }

  private static func plain(_ text: String) -> String { OneLine(text)?.text ?? "" }

  func wrong(_ message: Phrase) -> WrongUse { WrongUse(message: message, command: invocation.command) }
}
