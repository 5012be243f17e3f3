import ReportModel

/// Evidence as a row, and back. What surrounds the quote is in the text and is not stored twice.
enum EvidenceRow {
  static let columns = """
    rule, level, topics, page, also_on, quote, ranges, focus, boxes, headings, value, high, unit, printed, normalized,
    normalized_high, normalized_unit, inferred, qualifier, ambiguous, name, year, year_from, boundary, place, score
    """

  static let insertion = """
    INSERT INTO evidence(basis, question, rank, \(columns))
    VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static func values(_ placed: PlacedEvidence, basis: Int, question: Int, rank: Int) -> [Stored] {
    let evidence = placed.evidence
    let value = evidence.value
    let normalized = value?.normalized
    return [
      .int(basis), .int(question), .int(rank), .text(evidence.rule), .text(evidence.level),
      .text(ListText.lines(evidence.topics)), .int(evidence.page), .text(ListText.numbers(evidence.alsoOn)),
      .text(evidence.quote), .text(ListText.ranges(evidence.quoteRanges)), .text(ListText.ranges(evidence.focus)),
      .text(ListText.boxes(placed.boxes)), .text(ListText.lines(evidence.headings)), Stored(value?.plain),
      Stored(value?.high), Stored(value?.unit), Stored(value?.printed), Stored(normalized?.value.plain),
      Stored(normalized?.valueHigh?.plain), Stored(normalized?.unit), Stored(value.map { $0.isInferred ? 1 : 0 }),
      Stored(value?.qualifier?.rawValue), Stored(value.map { ListText.lines($0.ambiguous.map(\.rawValue)) }),
      .text(evidence.name), .text(evidence.year), Stored(evidence.yearSource?.rawValue), .text(evidence.boundary),
      .text(evidence.place.rawValue), .int(evidence.score),
    ]
  }

  /// Reads the columns from one on.
  static func evidence(_ row: Row, from first: Int32, item: String) throws(ArchiveFailure) -> PlacedEvidence {
    func text(_ place: Int32) -> String { row.text(first + place) }
    guard let place = Evidence.Place(rawValue: text(24)) else { throw .damaged("evidence stands nowhere") }
    var evidence = Evidence(
      item: item, topics: ListText.lines(text(2)), rule: text(0), level: text(1), page: row.int(first + 3),
      quote: text(5), quoteRanges: ListText.ranges(text(6)), focus: ListText.ranges(text(7)))
    evidence.alsoOn = ListText.numbers(text(4))
    evidence.headings = ListText.lines(text(9))
    evidence.value = value(row, from: first)
    evidence.name = text(20)
    evidence.year = text(21)
    evidence.yearSource = row.optionalText(first + 22).flatMap(Evidence.YearSource.init)
    evidence.boundary = text(23)
    evidence.place = place
    evidence.score = row.int(first + 25)
    return PlacedEvidence(evidence, boxes: ListText.boxes(text(8)))
  }

  /// What a sum needs of it.
  static func outline(_ row: Row, from first: Int32, item: String) -> PlacedEvidence {
    var evidence = Evidence(
      item: item, topics: [], rule: "", level: "", page: row.int(first + 3), quote: "", quoteRanges: [], focus: [])
    if let plain = row.optionalText(first + 10) {
      evidence.value = Evidence.Value(plain: plain, normalized: normalized(row, from: first))
    }
    evidence.year = row.text(first + 21)
    evidence.score = row.int(first + 25)
    return PlacedEvidence(evidence, boxes: [])
  }

  private static func normalized(_ row: Row, from first: Int32) -> Quantity.Normalized? {
    guard let number = row.optionalText(first + 14).flatMap({ Figure(plain: $0) }) else { return nil }
    return Quantity.Normalized(
      value: number, valueHigh: row.optionalText(first + 15).flatMap { Figure(plain: $0) }, unit: row.text(first + 16))
  }

  private static func value(_ row: Row, from first: Int32) -> Evidence.Value? {
    guard let plain = row.optionalText(first + 10) else { return nil }
    return Evidence.Value(
      plain: plain, high: row.text(first + 11), unit: row.text(first + 12), printed: row.text(first + 13),
      normalized: normalized(row, from: first), isInferred: row.int(first + 17) == 1,
      qualifier: row.optionalText(first + 18).flatMap(Quantity.Qualifier.init),
      ambiguous: ListText.lines(row.text(first + 19)).compactMap(Quantity.Kind.init))
  }
}
