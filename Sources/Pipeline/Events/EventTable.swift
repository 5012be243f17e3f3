import ReportModel
import RuleBook
import Scoring
import Sheets

/// An event as somebody gives it, with what was done about it where that is said too.
package struct EventNotice: Sendable, Equatable {
  package var event: MaterialEvent
  package var response: EventResponse?

  package init(_ event: MaterialEvent, response: EventResponse? = nil) {
    self.event = event
    self.response = response
  }
}

/// What a table leaves unsaid and whoever imports it says of all its rows.
package struct EventDefaults: Sendable {
  package var kind: String?
  package var item: String?
  package var source: OneLine?
  package var deduction: Deduction?
  /// Companies that nobody knows may have events too.
  package var mayBeNew = false

  package init() {}
}

/// A table of events. Either all of its rows are events or it is not to be used.
package struct EventTable: Sendable {
  package struct Row: Sendable {
    /// As a spreadsheet counts.
    package var number: Int
    package var notice: EventNotice
  }

  package private(set) var rows: [Row] = []
  /// Columns that nothing is taken from.
  package private(set) var notes: [TableFinding] = []
  package private(set) var findings: [TableFinding] = []

  package init(
    _ sheet: Sheet, words: EventWords, scrutiny: EventScrutiny, companies: KnownCompanies,
    defaults: EventDefaults, today: Day
  ) {
    let columns = TableColumns<EventColumn>(sheet.header, findings: &notes)
    guard columns.places[.company] != nil || columns.places[.ticker] != nil else {
      findings = [
        TableFinding(
          row: 1, column: 1,
          message: Phrase("there is no column of companies (ticker or company)", "缺少公司欄位（代號或公司名稱）"))
      ]
      return
    }
    let reader = EventRowReader(
      words: words, scrutiny: scrutiny, companies: companies, defaults: defaults, today: today)
    for place in sheet.rows.indices {
      var row = TableRow(place, of: sheet, columns: columns)
      if row.isEmpty { continue }
      let notice = reader.notice(&row)
      findings += row.findings
      if let notice { rows.append(Row(number: row.number, notice: notice)) }
    }
    if rows.isEmpty, findings.isEmpty {
      findings.append(TableFinding(row: 2, column: 1, message: Phrase("there is no event", "沒有任何事件")))
    }
  }

  /// What the ledger has against rows, each with its place.
  package func findings(of refusals: [EventEntry.Refusal]) -> [TableFinding] {
    refusals.map { refusal in
      TableFinding(row: rows[refusal.place].number, column: 1, message: refusal.fault.sentence)
    }
  }
}

/// Reads rows of a table as events, cell by cell.
private struct EventRowReader {
  let words: EventWords
  let scrutiny: EventScrutiny
  let companies: KnownCompanies
  let defaults: EventDefaults
  let today: Day

  /// Nil where the row has findings.
  func notice(_ row: inout TableRow<EventColumn>) -> EventNotice? {
    let facts = facts(&row)
    let response = response(&row)
    guard row.findings.isEmpty else { return nil }
    let event: MaterialEvent
    do throws(MaterialEvent.Fault) {
      event = try MaterialEvent(facts)
    } catch {
      row.add(error.column, error.sentence)
      return nil
    }
    for fault in scrutiny.faults(of: event, today: today) { row.add(fault.column, fault.sentence) }
    if let response {
      for fault in scrutiny.faults(of: response, today: today) { row.add(.responded, fault.sentence) }
    }
    return row.findings.isEmpty ? EventNotice(event, response: response) : nil
  }

  private func facts(_ row: inout TableRow<EventColumn>) -> [EventFact] {
    var facts: [EventFact] = []
    if let company = company(&row) { facts.append(.company(company)) }
    facts.append(.caseNumber(row.text(.caseNumber).flatMap(CaseNumber.init)))
    facts.append(.acted(row.value(.acted, EventWords.dayWanted, EventWords.day)))
    facts.append(.penalized(row.value(.penalized, EventWords.dayWanted, EventWords.day)))
    facts.append(.published(row.value(.published, EventWords.dayWanted, EventWords.day)))
    let item = row.value(.item, Phrase("an item of the pack", "規則包的題項"), words.item) ?? defaults.item
    facts.append(.item(item))
    if let kind = row.value(.kind, list(words.kindIDs), words.kind) ?? defaults.kind { facts.append(.kind(kind)) }
    facts.append(.law(row.text(.law).flatMap(LawArticle.init)))
    facts.append(.fine(row.value(.fine, EventWords.fineWanted, EventWords.fine) ?? nil))
    let deduction = row.value(.deduction, EventWords.deductionWanted, EventWords.deduction) ?? defaults.deduction
    if let deduction { facts.append(.deduction(deduction)) }
    if let source = row.text(.source).flatMap(OneLine.init) ?? defaults.source { facts.append(.source(source)) }
    facts.append(.text(text(row)))
    return scrutiny.completed(facts, words)
  }

  private func list(_ ids: [String]) -> Phrase {
    let list = ids.joined(separator: ", ")
    return Phrase("one of \(list)", "\(list) 之一")
  }

  private func text(_ row: TableRow<EventColumn>) -> OneLine? {
    let remarks = EventColumn.remarks.compactMap { column in row.text(column).map { "\(column.chineseName)：\($0)" } }
    return OneLine(([row.text(.text)].compactMap(\.self) + remarks).joined(separator: "；"))
  }

  private func company(_ row: inout TableRow<EventColumn>) -> CompanyID? {
    let ticker = row.value(.ticker, Placement.tickerWanted, Placement.ticker)
    let name = row.text(.company)
    guard ticker != nil || name != nil else {
      if row.text(.ticker) == nil { row.add(.company, MaterialEvent.Fault.missing(.company).sentence) }
      return nil
    }
    switch companies.company(ticker: ticker, name: name) {
    case .one(let company): return company
    case .unknown where defaults.mayBeNew: return ticker.map { CompanyID($0) } ?? CompanyID(name: name ?? "")
    case let answer:
      let word = [ticker, name].compactMap(\.self).joined(separator: " ")
      if let trouble = answer.trouble(of: word) { row.add(ticker == nil ? .company : .ticker, trouble) }
      return nil
    }
  }

  /// All three of its columns, or none.
  private func response(_ row: inout TableRow<EventColumn>) -> EventResponse? {
    let level = row.value(.response, list(words.responseIDs), words.response)
    let day = row.value(.responded, EventWords.dayWanted, EventWords.day)
    let evidence = row.text(.evidence).flatMap(OneLine.init)
    if row.text(.responded) == nil, evidence == nil, row.text(.response) == nil || level == words.responseIDs.first {
      return nil
    }
    guard let level, let day, let evidence else {
      if row.text(.response) == nil { row.add(.response, Phrase("no level of response", "缺少因應等級")) }
      if row.text(.responded) == nil { row.add(.responded, Phrase("a response needs a day", "因應須有日期")) }
      if evidence == nil { row.add(.evidence, Phrase("a response needs evidence", "因應須有依據")) }
      return nil
    }
    return EventResponse(level: level, day: day, evidence: evidence)
  }
}

extension KnownCompanies.Answer {
  /// Nil where there is one company and no trouble.
  package func trouble(of word: String) -> Phrase? {
    switch self {
    case .one: return nil
    case .unknown(let candidates):
      let unknown = Phrase("no company is known as “\(word)”", "沒有名為「\(word)」的公司")
      guard !candidates.isEmpty else {
        return unknown.with(Phrase("; --new-company takes it all the same", "；確為新公司時請加 --new-company"))
      }
      let list = candidates.joined(separator: ", ")
      return unknown.with(Phrase("; is it \(list)?", "；是否為 \(list)？"))
    case .several(let companies):
      let list = companies.joined(separator: ", ")
      return Phrase(
        "“\(word)” is the name of several: \(list); say the ticker", "名為「\(word)」的公司有多家：\(list)，請指定代號")
    case .contradiction(let companies):
      let list = companies.joined(separator: ", ")
      return Phrase(
        "“\(word)” contradicts itself: the name is that of \(list)", "「\(word)」自相矛盾：此名稱屬於 \(list)")
    }
  }
}

extension Phrase {
  fileprivate func with(_ more: Phrase) -> Phrase { Phrase(english + more.english, chinese + more.chinese) }
}

extension MaterialEvent.Fault {
  /// Where the table should have said it.
  fileprivate var column: EventColumn {
    switch self {
    case .missing(let field): field.column
    case .days: .penalized
    }
  }
}

extension EventFact.Field {
  fileprivate var column: EventColumn {
    switch self {
    case .company: .company
    case .caseNumber: .caseNumber
    case .acted: .acted
    case .penalized: .penalized
    case .published: .published
    case .kind: .kind
    case .item: .item
    case .law: .law
    case .fine: .fine
    case .deduction: .deduction
    case .source: .source
    case .text: .text
    }
  }
}

extension EventScrutiny.Fault {
  fileprivate var column: EventColumn {
    switch self {
    case .unknownKind: .kind
    case .unknownItem, .positiveItem, .otherDimension: .item
    case .deductionTooLarge: .deduction
    case .unknownResponse: .response
    case .inTheFuture: .penalized
    }
  }
}
