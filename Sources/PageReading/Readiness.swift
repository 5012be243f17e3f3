import CPagePicture
import CPoppler

/// What reading needs of this machine, and whether it is there.
package struct Readiness: Sendable, Equatable {
  /// Whether text in fonts without a map of their own (Adobe-CNS1 and its like) can be read: package poppler-data.
  package var hasChineseMaps: Bool
  /// Whether pages can be drawn: library poppler-glib.
  package var hasPictures: Bool
  package var popplerVersion: String

  package static func check() -> Readiness {
    let state = kz_readiness()
    return Readiness(
      hasChineseMaps: state.hasChineseMaps, hasPictures: kz_pictures_available(),
      popplerVersion: state.popplerVersion.map { String(cString: $0) } ?? "")
  }
}
