import Archive

extension ClosedRound {
  /// SHA-256 over all that the round keeps, each part with its length before it, so that nothing can move from one
  /// part to the next. It tells of changes; that nobody made a new seal too is known only to whoever noted it elsewhere.
  package var digest: String {
    var digest = Digest()
    for part in ["kaozheng round 1", round, closed, who, String(run.number), book, String(line), program] {
      digest.add(Array("\(part.utf8.count)\n\(part)\n".utf8))
    }
    digest.add(Array("\(body?.count ?? -1)\n".utf8))
    digest.add(body ?? [])
    return digest.hex()
  }

  /// What was closed; nil where the seal is broken: what is kept is not that any more.
  package var frozen: FrozenRound? {
    guard seal == digest, let body, let frozen = FrozenRound(body: body) else { return nil }
    let isSame =
      frozen.id == round && frozen.closed == closed && frozen.who == who && frozen.run == run.number
      && frozen.rules == book && frozen.line == line && frozen.program == program
    return isSame ? frozen : nil
  }
}
