import ReportModel

extension RulesCommand {
  func preview() throws(WrongUse) -> Int32 { throw wrong(Phrase("not yet", "尚未")) }
  func docs() throws(WrongUse) -> Int32 { throw wrong(Phrase("not yet", "尚未")) }
}
