import ReportModel

extension RulesCommand {
  func docs() throws(WrongUse) -> Int32 { throw wrong(Phrase("not yet", "尚未")) }
}
