import Quantities
import ReportModel
import Review

extension ReportReview.Entry {
  /// As it is to be shown and counted: what reviewers agree on is in it.
  package var shown: PlacedEvidence {
    let placed: PlacedEvidence
    switch origin {
    case .found(let found): placed = found
    case .kept(let words, let key, let page):
      placed = PlacedEvidence(Evidence(words, of: item, at: key, page: page), boxes: [])
    case .added(let addition, _): placed = PlacedEvidence(addition)
    }
    guard case .correct(let correction) = judgement.verdict else { return placed }
    return PlacedEvidence(placed.evidence.corrected(by: correction), boxes: placed.boxes)
  }

  /// Whether it answers its item. Where reviewers differ, the machine's answer stands: what rules found counts, and
  /// what only people found does not.
  package var counts: Bool {
    switch (origin, judgement) {
    case (_, .agreed(.reject, _)): false
    case (.found, _), (_, .agreed): true
    case (.kept, _), (.added, _): false
    }
  }
}

extension Evidence {
  /// Words that were decided on and that no rule finds any more.
  fileprivate init(_ words: DecidedWords, of item: String, at key: Range<Int>, page: Int) {
    let reading = words.reading
    self.init(
      item: item, topics: reading.topics, rule: reading.rule, level: reading.level, page: page, quote: words.quote,
      quoteRanges: [key], focus: [key],
      value: reading.value.isEmpty && words.printed.isEmpty
        ? nil : Value(written: reading.value, unit: reading.unit, high: reading.high, printed: words.printed),
      year: reading.year, place: reading.form)
  }

  fileprivate func corrected(by correction: Correction) -> Evidence {
    var evidence = self
    if correction.value != nil || correction.unit != nil {
      let (number, unit) = (correction.value ?? value?.plain ?? "", correction.unit ?? value?.unit ?? "")
      evidence.value =
        number.isEmpty ? nil : Value(written: number, unit: unit, high: "", printed: value?.printed ?? "")
    }
    if let year = correction.year {
      evidence.year = year
      evidence.yearSource = nil
    }
    if let page = correction.page { evidence.page = page }
    if let level = correction.level { evidence.level = level }
    return evidence
  }
}

extension PlacedEvidence {
  fileprivate init(_ addition: Addition) {
    let value =
      addition.value.isEmpty
      ? nil : Evidence.Value(written: addition.value, unit: addition.unit, high: "", printed: addition.value)
    var (page, quote, boxes) = (0, "", [PlacedBox]())
    switch addition.source {
    case .page(let number, let box, let words):
      (page, quote) = (number, words)
      boxes = [PlacedBox(page: number, box: box)]
    case .web(let address, let seen): quote = "\(address.text) (\(seen.text))"
    }
    self.init(
      Evidence(
        item: addition.item, topics: [], rule: "", level: "", page: page, quote: quote, quoteRanges: [], focus: [],
        value: value, year: addition.year), boxes: boxes)
  }
}

extension Evidence.Value {
  /// A number as a person writes it, read as if it stood in a report.
  init(written number: String, unit: String, high: String, printed: String) {
    let quantity = findQuantities(in: Array((number + unit).unicodeScalars)).first
    self.init(
      plain: quantity?.value.plain ?? number, high: high, unit: unit, printed: printed,
      normalized: quantity?.normalized)
  }
}
