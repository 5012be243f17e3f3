import Pipeline
import ReportModel
import RuleBook
import Scoring

/// `kaozheng score COMPANY --what-if LIST`: what would move in a month if some things were so.
struct WhatIfCommand {
  private let invocation: Invocation
  private let console: Console
  private let choice: MarketChoice
  private let word: String
  private let list: String
  private let format: ReportFormat

  init(
    _ invocation: Invocation, company word: String, list: String, environment: (String) -> String?, console: Console
  ) throws(WrongUse) {
    self.invocation = invocation
    self.console = console
    self.word = word
    self.list = list
    choice = try MarketChoice(invocation, environment: environment, console: console)
    format = ReportFormat(invocation)
    for option in ["--round", "--year", "--years", "--why", "--industry", "--activities"] where invocation.has(option) {
      throw WrongUse(
        message: Phrase(
          "--what-if is about a month, as rank and lists are; not with \(option)", "--what-if 以月份為準，不與 \(option) 並用"),
        command: invocation.command)
    }
  }

  func run() throws(WrongUse) -> Int32 {
    try choice.run { opened throws(MarketChoice.Trouble) in
      let suppositions = try MarketChoice.Trouble.using { () throws(WrongUse) in
        try SuppositionList(list, opened.pack, command: invocation.command).suppositions
      }
      let company = try choice.company(word, opened)
      let report = try MarketChoice.Trouble.rating { () throws(MarketFailure) in
        try opened.reader.whatIf(suppositions, of: company, in: opened.month)
      }
      guard let report else {
        console.complain(
          Phrase(
            "\(company.label) is not rated in \(opened.month.text)", "\(company.label) 於 \(opened.month.text) 未受評"))
        throw .said
      }
      switch format {
      case .text: return console.print(text(of: report, in: console.language))
      case .json: return console.print(json(of: report))
      case .csv: return console.print(csv(of: report))
      }
    }
  }
}

/// Reads `found:ITEM,missing:ITEM,event:KIND:POINTS:RESPONSE`.
private struct SuppositionList {
  private let pack: Pack
  private let command: String?
  private(set) var suppositions = Suppositions()

  init(_ list: String, _ pack: Pack, command: String?) throws(WrongUse) {
    self.pack = pack
    self.command = command
    for entry in list.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = entry.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      if let kind = parts.first.flatMap(Suppositions.OfItem.init), parts.count == 2 {
        suppositions.items[try item(parts[1])] = kind
      } else if parts.first == "event", (3...4).contains(parts.count) {
        suppositions.events.append(try event(parts))
      } else {
        throw wrong(
          Phrase(
            "--what-if takes found:ITEM, missing:ITEM and event:KIND:POINTS or event:KIND:POINTS:RESPONSE, with commas; not “\(entry)”",
            "--what-if 的格式為 found:題項、missing:題項、event:類型:扣分[:因應]，以逗號分隔；不接受「\(entry)」"))
      }
    }
  }

  private func item(_ id: String) throws(WrongUse) -> String {
    let known = pack.items.map(\.id)
    if known.contains(id) { return id }
    throw wrong(.unknown("item", "題項", id, hint: Suggestion.closest(to: id, among: known)))
  }

  private func event(_ parts: [String]) throws(WrongUse) -> SupposedEvent {
    let rules = pack.rating?.events
    let kinds = rules?.kinds.map(\.id) ?? []
    guard kinds.contains(parts[1]) else {
      throw wrong(.unknown("kind of event", "事件類型", parts[1], hint: Suggestion.closest(to: parts[1], among: kinds)))
    }
    guard let deduction = Figure(plain: parts[2]).flatMap(Deduction.init) else {
      throw wrong(
        Phrase("an event takes points above 0, as 1 or 0.5; not “\(parts[2])”", "事件扣分須大於 0，例如 1 或 0.5，而非「\(parts[2])」"))
    }
    guard parts.count == 4 else { return SupposedEvent(kind: parts[1], deduction: deduction) }
    let levels = rules?.responses.map(\.id) ?? []
    guard levels.contains(parts[3]) else {
      throw wrong(.unknown("response", "因應", parts[3], hint: Suggestion.closest(to: parts[3], among: levels)))
    }
    return SupposedEvent(kind: parts[1], deduction: deduction, response: parts[3])
  }

  private func wrong(_ message: Phrase) -> WrongUse { WrongUse(message: message, command: command) }
}
