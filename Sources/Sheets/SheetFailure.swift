/// Why a table could not be read or written, and where.
package struct SheetFailure: Error, Sendable, Equatable {
  package var code: Code
  package var message: String
  package var sheet: String?
  /// From 1, as a spreadsheet counts; the header is row 1.
  package var row: Int?
  /// From 1: column A is 1.
  package var column: Int?

  package enum Code: String, Sendable, CaseIterable {
    case notFound = "not-found"
    case notReadable = "not-readable"
    case notWritable = "not-writable"
    /// Another kind of file than its reader reads.
    case wrongKind = "wrong-kind"
    case encrypted
    case damaged
    case tooLarge = "too-large"
    /// Bytes that are not UTF-8.
    case notText = "not-text"
    /// Quotes of a csv file that do not pair.
    case badQuotes = "bad-quotes"
    /// A formula that no spreadsheet has worked out yet.
    case noValue = "no-value"
    case badName = "bad-name"
    case tooLong = "too-long"
  }

  package init(_ code: Code, _ message: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    self.code = code
    self.message = message
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  func inSheet(_ name: String) -> SheetFailure {
    var failure = self
    failure.sheet = name
    return failure
  }

  /// "sheet Items, cell C5: the text is too long".
  package var sentence: String {
    let place = [sheet.map { "sheet \($0)" }, spot].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? message : "\(place): \(message)"
  }

  /// "cell C5", "row 7".
  package var spot: String? {
    switch (row, column) {
    case (let row?, let column?): "cell \(CellPlace.letters(ofColumn: column - 1))\(row)"
    case (let row?, nil): "row \(row)"
    default: nil
    }
  }
}

/// How much of a file is read before it is refused.
package struct SheetLimits: Sendable {
  /// Unpacked, all parts of a workbook together.
  package var bytes: Int
  /// Places of the table up to the last filled one of each row, all sheets together.
  package var cells: Int

  package static let standard = SheetLimits(bytes: 256 << 20, cells: 4_000_000)

  package init(bytes: Int, cells: Int) {
    self.bytes = bytes
    self.cells = cells
  }
}
