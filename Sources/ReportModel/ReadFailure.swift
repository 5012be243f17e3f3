/// Why a file, or a page of it, could not be read. Printed as `{"code":…,"message":…,"page":…}`.
package struct ReadFailure: Error, Sendable, Equatable {
  package var code: Code
  package var message: String
  package var page: Int?

  package enum Code: String, Sendable, Codable, CaseIterable {
    case notFound = "not-found"
    case notReadable = "not-readable"
    case empty
    case notPDF = "not-a-pdf"
    case encrypted
    case wrongPassword = "wrong-password"
    case damaged
    case noPages = "no-pages"
    case tooLarge = "too-large"
    case timeout
    case memory
    case crashed
    case notText = "not-text"
    case noSuchPage = "no-such-page"
    case internalFault = "internal"
  }

  package init(_ code: Code, _ message: String, page: Int? = nil) {
    self.code = code
    self.message = message
    self.page = page
  }
}
