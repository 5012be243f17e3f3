import Pipeline
import ReportModel

extension Invocation {
  /// The password that a user gives: on the command line, in a file, or in the environment.
  func password(_ environment: (String) -> String?) throws(WrongUse) -> String? {
    if let password = values["--password"] { return password }
    guard let path = values["--password-file"] else { return environment("KAOZHENG_PASSWORD") }
    guard let line = firstLine(of: path) else {
      throw WrongUse(
        message: Phrase("the password file “\(path)” cannot be read", "無法讀取密碼檔「\(path)」"), command: command)
    }
    return line
  }
}
