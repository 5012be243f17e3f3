import Archive
import Pipeline
import ReportModel
import Synchronization

/// Pictures of pages, drawn in a worker when they are asked for; the last ones are kept.
final class PictureShelf: Sendable {
  struct Key: Hashable, Sendable {
    let document: String
    let page: Int
    let sharpness: Sharpness
  }

  /// How many pixels there are for a point.
  enum Sharpness: String, Sendable, CaseIterable {
    case small = "s"
    case medium = "m"
    case large = "l"

    var scale: Double {
      switch self {
      case .small: 0.4
      case .medium: 1.6
      case .large: 3
      }
    }
  }

  private struct Shelf {
    var pictures: [Key: [UInt8]] = [:]
    /// The one asked for last stands last.
    var order: [Key] = []
    var size = 0
  }

  private let originals: OriginalStore
  private let launcher: WorkerLauncher
  private let shelf = Mutex(Shelf())

  private static let room = 96 << 20

  init(originals: OriginalStore, launcher: WorkerLauncher) {
    self.originals = originals
    self.launcher = launcher
  }

  /// As PNG; nil where the page cannot be drawn.
  func picture(of page: Int, in document: KnownDocument, paths: [String], _ sharpness: Sharpness) -> [UInt8]? {
    let key = Key(document: document.sha256, page: page, sharpness: sharpness)
    if let kept = take(key) { return kept }
    guard let file = try? originals.original(document, paths: paths) else { return nil }
    let session = PictureSession(
      file: file, pages: [page], scale: sharpness.scale, options: ReadOptions(launcher: launcher))
    guard let drawn = session.picture(of: page) else { return nil }
    put(drawn, key)
    return drawn
  }

  private func take(_ key: Key) -> [UInt8]? {
    shelf.withLock { shelf in
      guard let picture = shelf.pictures[key] else { return nil }
      if shelf.order.last != key {
        shelf.order.removeAll { $0 == key }
        shelf.order.append(key)
      }
      return picture
    }
  }

  private func put(_ picture: [UInt8], _ key: Key) {
    shelf.withLock { shelf in
      guard shelf.pictures.updateValue(picture, forKey: key) == nil else { return }
      shelf.order.append(key)
      shelf.size += picture.count
      while shelf.size > Self.room, !shelf.order.isEmpty {
        shelf.size -= shelf.pictures.removeValue(forKey: shelf.order.removeFirst())?.count ?? 0
      }
    }
  }
}
