import Synchronization

/// Values that were reckoned once, for all requests: a few of a kind, the last used first.
final class Shelf<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let room: Int
  private let kept = Mutex<[(key: Key, value: Value)]>([])
  /// Whoever makes something: what two ask for at the same time is made once.
  private let making = Mutex(())

  init(room: Int) { self.room = room }

  func value<Failure: Error>(_ key: Key, _ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    if let value = find(key) { return value }
    return try making.withLock { _ throws(Failure) in
      if let value = find(key) { return value }
      let value = try make()
      kept.withLock { kept in
        kept.insert((key, value), at: 0)
        kept.removeLast(max(0, kept.count - room))
      }
      return value
    }
  }

  private func find(_ key: Key) -> Value? {
    kept.withLock { kept in
      guard let place = kept.firstIndex(where: { $0.key == key }) else { return nil }
      let found = kept.remove(at: place)
      kept.insert(found, at: 0)
      return found.value
    }
  }
}
