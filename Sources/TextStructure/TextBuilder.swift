import ReportModel

/// The clean text as it grows, with the origin of each scalar and the fate of each glyph.
struct TextBuilder {
  private(set) var text: [Unicode.Scalar] = []
  private(set) var map = OriginMap()
  /// Class of the last scalar written; `.nothing` at the start of a block or cell.
  private(set) var last = ScalarClass.nothing

  /// The gap before the next scalar, not yet known to be a space.
  private var hasGap = false
  private var gapGlyph: GlyphReference?
  private var gapChange = TextChange.none
  private var isForced = false

  private let spacing = ScalarClass.spacing

  init(capacity: Int) {
    text.reserveCapacity(capacity)
    map.origins.reserveCapacity(capacity)
    map.sources.reserveCapacity(capacity)
  }

  var count: Int { text.count }

  /// Writes one scalar for one glyph, with the space that is due before it.
  @inline(__always)
  mutating func write(_ value: UInt32, _ kind: ScalarClass, from source: GlyphReference, change: TextChange = .none) {
    if hasGap { settleGap(before: kind) }
    let first = UInt32(truncatingIfNeeded: map.sources.count)
    map.sources.append(source)
    append(value, Origin(first: first, count: 1, change: change))
    last = kind
  }

  /// Writes another scalar for the glyph just written (a ligature spelled out).
  mutating func writeMore(_ value: UInt32, _ kind: ScalarClass, change: TextChange) {
    let first = UInt32(truncatingIfNeeded: max(0, map.sources.count - 1))
    append(value, Origin(first: first, count: 1, change: change))
    last = kind
  }

  /// Puts a combining mark on the scalar just written; false where the two have no composed form.
  mutating func compose(mark: UInt32, from source: GlyphReference) -> Bool {
    guard !hasGap, last != .nothing, let base = text.last, let origin = map.origins.last, origin.count < .max,
      Int(origin.first) + Int(origin.count) == map.sources.count,
      let composed = Folding.composed(base: base.value, mark: mark), let scalar = Unicode.Scalar(composed)
    else { return false }
    map.sources.append(source)
    text[text.count - 1] = scalar
    map.origins[map.origins.count - 1] = Origin(first: origin.first, count: origin.count + 1, change: .composed)
    return true
  }

  @inline(__always)
  private mutating func append(_ value: UInt32, _ origin: Origin) {
    text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    map.origins.append(origin)
  }

  /// Notes a gap without a glyph: inferred from the geometry, or the end of a line.
  @inline(__always)
  mutating func gap() { hasGap = true }

  /// Notes a space glyph; whether it becomes a space is decided by what follows.
  mutating func gap(_ value: UInt32, from source: GlyphReference) {
    hasGap = true
    guard gapGlyph == nil else { return drop(source, .padding) }
    gapGlyph = source
    gapChange = value == 0x20 ? .none : value == 0x3000 ? .width : .presentationForm
  }

  /// A gap that is a space whatever stands on its sides (before the page number of a contents entry).
  mutating func forceGap() {
    hasGap = last != .nothing
    isForced = hasGap
  }

  /// Forgets the gap before the next scalar: the two stand together.
  mutating func closeGap() {
    hasGap = false
    isForced = false
    if let glyph = gapGlyph { drop(glyph, .padding) }
    gapGlyph = nil
  }

  mutating func drop(_ source: GlyphReference, _ reason: DroppedSource.Reason) {
    map.dropped.append(DroppedSource(source: source, reason: reason))
  }

  private mutating func settleGap(before kind: ScalarClass) {
    guard isForced || spacing[Int(last.rawValue)] >> UInt16(kind.rawValue) & 1 == 1 else { return closeGap() }
    hasGap = false
    isForced = false
    let first = UInt32(truncatingIfNeeded: map.sources.count)
    if let glyph = gapGlyph {
      map.sources.append(glyph)
      append(0x20, Origin(first: first, count: 1, change: gapChange))
      gapGlyph = nil
    } else {
      append(0x20, Origin(first: first, count: 0, change: .insertedSpace))
    }
  }

  /// Ends a block, row, cell or paragraph.
  mutating func separate(with value: UInt32) {
    restart()
    append(value, Origin(first: UInt32(truncatingIfNeeded: map.sources.count), count: 0, change: .separator))
  }

  /// Starts afresh: nothing that was written before joins with what follows.
  mutating func restart() {
    closeGap()
    last = .nothing
  }
}
