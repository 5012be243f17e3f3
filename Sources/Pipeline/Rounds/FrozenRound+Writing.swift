import ReportModel

extension FrozenRound {
  private static let form = 1

  /// One line of JSON: the same value gives the same bytes.
  package var body: [UInt8] {
    var json = JSONWriter(capacity: 4096 + companies.count * 4096)
    json.object { json in
      json.number("form", Self.form)
      json.text("id", id)
      json.text("pack", pack)
      json.names("names", names)
      json.number("reportYear", reportYear)
      json.text("cutOff", cutOff)
      json.text("completion", completion)
      json.key("early")
      json.value(isEarly)
      json.text("closed", closed)
      json.text("who", who)
      json.text("program", program)
      json.number("run", run)
      json.text("rules", rules)
      json.number("line", line)
      json.key("dimensions")
      json.list { json in
        for dimension in dimensions {
          json.object { json in
            json.text("id", dimension.id)
            json.names("names", dimension.names)
          }
        }
      }
      json.key("companies")
      json.list { json in
        for company in companies { json.company(company) }
      }
    }
    return json.buffer.bytes
  }

  /// Nil for what is no such body.
  package init?(body: [UInt8]) {
    guard let json = JSONReader.read(body), json["form"]?.number == Self.form, let id = json["id"]?.text,
      let pack = json["pack"]?.text, let names = Phrase(json["names"]), let reportYear = json["reportYear"]?.number,
      let cutOff = json["cutOff"]?.text, let completion = json["completion"]?.text, let early = json["early"]?.truth,
      let closed = json["closed"]?.text, let who = json["who"]?.text, let program = json["program"]?.text,
      let run = json["run"]?.number, let rules = json["rules"]?.text, let line = json["line"]?.number,
      let dimensions = json["dimensions"]?.all(Dimension.init), let companies = json["companies"]?.all(Company.init)
    else { return nil }
    self.init(
      id: id, pack: pack, names: names, reportYear: reportYear, cutOff: cutOff, completion: completion, isEarly: early,
      closed: closed, who: who, program: program, run: run, rules: rules, line: line, dimensions: dimensions,
      companies: companies)
  }
}

// MARK: Writing

extension JSONWriter {
  fileprivate mutating func company(_ company: FrozenRound.Company) {
    object { json in
      json.text("id", company.id)
      json.text("name", company.name)
      json.key("expected")
      json.value(company.isExpected)
      json.key("documents")
      json.list { json in
        for document in company.documents { json.document(document) }
      }
      switch company.outcome {
      case .scored(let scores):
        json.text("outcome", "scored")
        json.scores(scores)
      case .missing: json.text("outcome", "missing")
      case .noIndustry: json.text("outcome", "no-industry")
      }
    }
  }

  private mutating func document(_ document: FrozenRound.Document) {
    object { json in
      json.text("name", document.name)
      json.text("sha256", document.sha256)
      json.text("status", document.status)
      json.text("uploaded", document.uploaded)
      json.text("uploadedFrom", document.uploadedFrom)
    }
  }

  private mutating func scores(_ scores: FrozenRound.Scores) {
    text("industry", scores.industry)
    if let activities = scores.activities { texts("activities", activities) }
    sums(scores.total, scores.parts)
    key("items")
    list { json in
      for item in scores.items { json.texts([item.id, item.outcome, item.low, item.high]) }
    }
    guard let after = scores.afterEvents else { return }
    key("afterEvents")
    object { json in
      json.sums(after.total, after.parts)
      json.key("events")
      json.list { json in
        for event in after.events { json.texts([event.id, event.dimension, event.points]) }
      }
    }
  }

  private mutating func sums(_ total: FrozenRound.Figures, _ parts: [FrozenRound.Part]) {
    key("total")
    figures(total)
    key("parts")
    list { json in
      for part in parts {
        json.object { json in
          json.text(part.isDimension ? "dimension" : "subDimension", part.id)
          json.key("figures")
          json.figures(part.figures)
        }
      }
    }
  }

  private mutating func figures(_ figures: FrozenRound.Figures) {
    texts([figures.low, figures.high, figures.attainable, figures.lowRate, figures.highRate])
  }

  private mutating func texts(_ texts: [String]) {
    list { json in
      for text in texts { json.value(text) }
    }
  }
}

// MARK: Reading

extension JSONValue {
  /// Nil where any of them is not what it should be.
  fileprivate func all<Value>(_ read: (JSONValue) -> Value?) -> [Value]? {
    guard let list else { return nil }
    let values = list.compactMap(read)
    return values.count == list.count ? values : nil
  }

  fileprivate func texts(_ count: Int? = nil) -> [String]? {
    guard let texts = all(\.text), count == nil || texts.count == count else { return nil }
    return texts
  }
}

extension Phrase {
  fileprivate init?(_ json: JSONValue?) {
    guard let english = json?["en"]?.text, let chinese = json?["zh-Hant"]?.text else { return nil }
    self.init(english, chinese)
  }
}

extension FrozenRound.Dimension {
  fileprivate init?(_ json: JSONValue) {
    guard let id = json["id"]?.text, let names = Phrase(json["names"]) else { return nil }
    self.init(id: id, names: names)
  }
}

extension FrozenRound.Company {
  fileprivate init?(_ json: JSONValue) {
    guard let id = json["id"]?.text, let name = json["name"]?.text, let expected = json["expected"]?.truth,
      let documents = json["documents"]?.all(FrozenRound.Document.init), let outcome = FrozenRound.Outcome(json)
    else { return nil }
    self.init(id: id, name: name, isExpected: expected, documents: documents, outcome: outcome)
  }
}

extension FrozenRound.Document {
  fileprivate init?(_ json: JSONValue) {
    guard let name = json["name"]?.text, let sha256 = json["sha256"]?.text, let status = json["status"]?.text,
      let uploaded = json["uploaded"]?.text, let uploadedFrom = json["uploadedFrom"]?.text
    else { return nil }
    self.init(name: name, sha256: sha256, status: status, uploaded: uploaded, uploadedFrom: uploadedFrom)
  }
}

extension FrozenRound.Outcome {
  fileprivate init?(_ json: JSONValue) {
    switch json["outcome"]?.text {
    case "scored":
      guard let scores = FrozenRound.Scores(json) else { return nil }
      self = .scored(scores)
    case "missing": self = .missing
    case "no-industry": self = .noIndustry
    default: return nil
    }
  }
}

extension FrozenRound.Scores {
  fileprivate init?(_ json: JSONValue) {
    guard let industry = json["industry"]?.text, let total = FrozenRound.Figures(json["total"]),
      let parts = json["parts"]?.all(FrozenRound.Part.init), let items = json["items"]?.all(FrozenRound.Item.init)
    else { return nil }
    let after = json["afterEvents"].map(FrozenRound.AfterEvents.init)
    if case .some(.none) = after { return nil }
    self.init(
      industry: industry, activities: json["activities"]?.texts(), total: total, parts: parts, items: items,
      afterEvents: after ?? nil)
  }
}

extension FrozenRound.AfterEvents {
  fileprivate init?(_ json: JSONValue) {
    guard let total = FrozenRound.Figures(json["total"]), let parts = json["parts"]?.all(FrozenRound.Part.init),
      let events = json["events"]?.all(FrozenRound.Event.init)
    else { return nil }
    self.init(total: total, parts: parts, events: events)
  }
}

extension FrozenRound.Event {
  fileprivate init?(_ json: JSONValue) {
    guard let texts = json.texts(3) else { return nil }
    self.init(id: texts[0], dimension: texts[1], points: texts[2])
  }
}

extension FrozenRound.Part {
  fileprivate init?(_ json: JSONValue) {
    let dimension = json["dimension"]?.text
    guard let id = dimension ?? json["subDimension"]?.text, let figures = FrozenRound.Figures(json["figures"]) else {
      return nil
    }
    self.init(id: id, isDimension: dimension != nil, figures: figures)
  }
}

extension FrozenRound.Item {
  fileprivate init?(_ json: JSONValue) {
    guard let texts = json.texts(4) else { return nil }
    self.init(id: texts[0], outcome: texts[1], low: texts[2], high: texts[3])
  }
}

extension FrozenRound.Figures {
  fileprivate init?(_ json: JSONValue?) {
    guard let texts = json?.texts(5) else { return nil }
    self.init(low: texts[0], high: texts[1], attainable: texts[2], lowRate: texts[3], highRate: texts[4])
  }
}
