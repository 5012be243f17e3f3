import CPoppler
import ReportModel

extension ReadFailure {
  /// The one place where poppler's failure to open a file becomes an error with a plain message.
  init(opening result: KZOpenResult, path: String, head: FileHead) {
    switch result {
    case KZNeedsPassword:
      self.init(.encrypted, "\(path): the file is encrypted and needs a password")
    case KZBadPassword:
      self.init(.wrongPassword, "\(path): the password does not open the file")
    case KZUnknownEncryption:
      self.init(.encrypted, "\(path): the file is encrypted in a way that cannot be read")
    case KZCannotOpen:
      self.init(.notReadable, "\(path): the file cannot be read")
    default:
      self =
        head.looksLikePDF
        ? ReadFailure(.damaged, "\(path): the file is damaged beyond repair")
        : ReadFailure(.notPDF, "\(path): not a PDF")
    }
  }
}
