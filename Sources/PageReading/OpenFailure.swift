import CPoppler
import ReportModel

extension ReadFailure {
  /// The one place where a failure to open becomes an error with a plain message.
  init(opening result: KZOpenResult, path: String) {
    switch result {
    case KZNeedsPassword: self.init(.encrypted, "\(path): the file is encrypted and needs a password")
    case KZBadPassword: self.init(.wrongPassword, "\(path): the password does not open the file")
    case KZCannotOpen: self.init(.notReadable, "\(path): the file cannot be opened")
    default: self.init(.damaged, "\(path): the file is damaged beyond repair")
    }
  }
}
