import Archive
import ReportModel
import RuleBook
import Scoring

/// What the companies of an archive came to before, under a digest of all that it was reckoned from.
///
/// A key is never reckoned anew to check it: whatever decides a score has to be in it. What it names by a number of the
/// archive (a basis, a sheet, a step of the log) is only ever added to there.
struct ScoreMemory {
  private let archive: ArchiveFile
  private let shape: CardOutline.Shape
  private let floor: ScoringRules.Floor
  /// What is the same for all companies of a moment.
  private let common: [UInt8]
  /// Reckoned anew, and not kept yet.
  private var fresh: [(key: String, body: [UInt8])] = []

  /// Nil where the pack does not score.
  init?(_ archive: ArchiveFile, rules: String, pack: Pack) {
    guard let scoring = pack.scoring else { return nil }
    self.archive = archive
    shape = CardOutline.Shape(pack)
    floor = scoring.floor
    var writer = ByteWriter()
    writer.put("scores 1")
    writer.put(ProgramMark.current)
    writer.put(rules)
    writer.put(pack.id)
    common = writer.bytes
  }

  /// All that a company's score is reckoned from, besides the rules.
  struct Grounds {
    var company: CompanyID
    var profile: CompanyProfile
    /// That its documents are asked.
    var sheet: SheetID
    /// Those that count, in their order: how each was read, and what it was asked.
    var documents: [Document]
    /// Its events that stand, each with the line of the ledger that spoke of it last.
    var events: [(id: EventID, line: Int)]
    /// The last step of the log of decisions about each document that is its own, counted or not.
    var decisions: [(document: String, step: Int)]

    struct Document {
      var report: ReportRecord
      var asked: [SheetID]
      /// Those whose place it takes, by SHA-256: what was decided on them may hold for it.
      var correcting: [String]
    }
  }

  func key(_ grounds: Grounds) -> String {
    var writer = ByteWriter()
    writer.put(common)
    writer.put(grounds.company.text)
    writer.put(grounds.profile.industry)
    switch grounds.profile.activities {
    case .unknown: writer.putShort(-1)
    case .known(let activities):
      writer.putShort(activities.count)
      for activity in activities.sorted() { writer.put(activity) }
    }
    writer.putShort(grounds.sheet.number)
    writer.putShort(grounds.documents.count)
    for document in grounds.documents {
      writer.put(document.report.document.sha256)
      writer.putShort(document.report.basis.number)
      writer.putShorts(document.asked.map(\.number))
      writer.putShort(document.correcting.count)
      for earlier in document.correcting { writer.put(earlier) }
    }
    writer.putShort(grounds.events.count)
    for event in grounds.events {
      writer.putShort(event.id.number)
      writer.putShort(event.line)
    }
    writer.putShort(grounds.decisions.count)
    for decision in grounds.decisions {
      writer.put(decision.document)
      writer.putShort(decision.step)
    }
    var digest = Digest()
    digest.add(writer.bytes)
    return digest.hex()
  }

  /// What a company comes to; reckoned where it is not remembered.
  mutating func outline(
    _ grounds: Grounds, reckon: () throws(ArchiveScoringFailure) -> Scorecard
  ) throws(ArchiveScoringFailure) -> CardOutline {
    let key = key(grounds)
    if let body = try? archive.remembered(key),
      let standings = try? OutlineCoding.standings(body),
      let known = CardOutline(shape, company: grounds.profile, standings: standings, floor: floor)
    {
      return known
    }
    let outline = CardOutline(try reckon(), floor: floor)
    fresh.append((key, OutlineCoding.bytes(outline.items.map(\.standing))))
    return outline
  }

  /// Keeps what was reckoned. An archive that may not be written to, or a full disk, only costs time the next time.
  mutating func keep() {
    try? archive.remember(fresh)
    fresh = []
  }
}

/// An outline's items as bytes: most come to the same few things, which are written once.
enum OutlineCoding {
  static func bytes(_ standings: [ItemStanding]) -> [UInt8] {
    var places: [ItemStanding: Int] = [:]
    var kinds: [ItemStanding] = []
    let items = standings.map { standing in
      if let known = places[standing] { return known }
      places[standing] = kinds.count
      kinds.append(standing)
      return kinds.count - 1
    }
    var writer = ByteWriter(capacity: standings.count + 32 * kinds.count)
    writer.putShort(kinds.count)
    for kind in kinds {
      writer.put(kind.kind.rawValue)
      writer.putShort(kind.points.lowerBound.parts)
      writer.putShort(kind.points.upperBound.parts)
      writer.putShort(kind.attainable.parts)
      writer.putShort(kind.review.rawValue)
    }
    writer.putShorts(items)
    return writer.bytes
  }

  static func standings(_ bytes: [UInt8]) throws(ByteFault) -> [ItemStanding] {
    var reader = ByteReader(bytes)
    var kinds: [ItemStanding] = []
    for _ in 0..<max(0, try reader.takeShort()) {
      guard let kind = Outcome.Kind(rawValue: try reader.takeString()) else { throw ByteFault() }
      let (low, high, attainable) = (try reader.takeShort(), try reader.takeShort(), try reader.takeShort())
      guard let review = ItemReview(rawValue: try reader.takeShort()), let low = Points(kept: low),
        let high = Points(kept: high), let attainable = Points(kept: attainable),
        low <= high
      else { throw ByteFault() }
      kinds.append(ItemStanding(kind: kind, points: low...high, attainable: attainable, review: review))
    }
    var standings: [ItemStanding] = []
    for place in try reader.takeShorts() {
      guard kinds.indices.contains(place) else { throw ByteFault() }
      standings.append(kinds[place])
    }
    guard reader.isAtEnd else { throw ByteFault() }
    return standings
  }
}
