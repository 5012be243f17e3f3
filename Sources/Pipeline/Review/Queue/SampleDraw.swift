import ReportModel
import Review

/// Of each item some of the documents in which it was found, drawn by lot: by them all others are judged.
struct SampleDraw {
  /// In the order of the rubric.
  let items: [Item]

  struct Item {
    let item: String
    let population: Int
    /// In the order of their lots.
    let drawn: [Drawn]
  }

  struct Drawn {
    /// The place in the list of documents.
    let document: Int
    let answer: Int
    fileprivate let lot: UInt64
    fileprivate let digest: String
  }

  /// - Parameter items: of the pack, in the order of the rubric.
  init(_ documents: [ReviewedDocument], items: [String], size: Int) {
    var hats = Dictionary(items.map { ($0, Hat(item: $0, size: size)) }, uniquingKeysWith: { first, _ in first })
    for (place, document) in documents.enumerated() {
      for (number, answer) in document.answers.enumerated() where answer.state == .found {
        hats[answer.item]?.put(document.report.document.sha256, document: place, answer: number)
      }
    }
    self.items = items.compactMap { item in
      hats[item].flatMap { hat in
        hat.population > 0 ? Item(item: item, population: hat.population, drawn: hat.lowest) : nil
      }
    }
  }

  /// Keeps the lowest lots only.
  private struct Hat {
    let size: Int
    let salt: UInt64
    var population = 0
    var lowest: [Drawn] = []

    init(item: String, size: Int) {
      self.size = size
      salt = Lot.salt(item)
    }

    mutating func put(_ digest: String, document: Int, answer: Int) {
      population += 1
      let drawn = Drawn(document: document, answer: answer, lot: Lot.of(digest: digest, salt: salt), digest: digest)
      if lowest.count == size, let last = lowest.last, !Self.precedes(drawn, last) { return }
      let place = lowest.firstIndex { Self.precedes(drawn, $0) } ?? lowest.endIndex
      lowest.insert(drawn, at: place)
      if lowest.count > size { lowest.removeLast() }
    }

    private static func precedes(_ a: Drawn, _ b: Drawn) -> Bool { (a.lot, a.digest) < (b.lot, b.digest) }
  }
}
