import PageReading

/// The program's own version, as `--version` prints it and results carry it.
package let engineVersion = "kaozheng 0.1.0"

/// Counts the changes to reading, layout and text that change what is read out of a page. With poppler's own version
/// it says whether a stored text is still what would be read today.
private let textRevision = 5

/// Counts the changes to matching and to the grammar of quantities that change answers to the same rules.
private let matchingRevision = 8

package var readingVersion: String { "text-\(textRevision) poppler-\(Readiness.check().popplerVersion)" }

package let matchingVersion = "match-\(matchingRevision)"
