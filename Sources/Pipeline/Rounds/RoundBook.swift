import Archive
import ReportModel
import RuleBook
import Scoring

/// The rules by which an archive's rounds go, with the one pack that is meant.
package struct RoundBook: Sendable {
  package let book: RuleBook
  package let pack: Pack
  package let plan: RoundPlan

  /// Without a name the only pack there is.
  package init(_ book: RuleBook, pack name: String?) throws(RoundRefusal) {
    let named = book.packs.filter { name == nil || $0.id == name }
    guard let pack = named.first, named.count == 1 else { throw .noSuchPack(name, packs: book.packs.map(\.id)) }
    guard let rating = pack.rating else { throw .noRounds(pack: pack.id) }
    self.book = book
    self.pack = pack
    plan = RoundPlan(rating)
  }

  /// Those that were gone by at a moment.
  package init(_ archive: ArchiveFile, at moment: ArchiveMoment, pack name: String?) throws(RoundRefusal) {
    let book = try RoundRefusal.scoring { () throws(ArchiveScoringFailure) in try archive.ruleBook(of: moment) }
    try self.init(book, pack: name)
  }

  package func round(_ text: String) throws(RoundRefusal) -> Round {
    guard let id = RoundID(text), let round = plan.round(id) else { throw .noSuchRound(text, ids: plan.ids) }
    return round
  }

  /// The one that is named, else the one that is running.
  package func round(_ text: String?, on day: Day) throws(RoundRefusal) -> Round {
    if let text { return try round(text) }
    guard let running = plan.running(on: day) else { throw .noSuchRound(day.text, ids: plan.ids) }
    return running
  }
}
