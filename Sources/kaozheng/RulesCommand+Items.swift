import Pipeline
import ReportModel
import RuleBook

/// The item table out to a spreadsheet and back.
extension RulesCommand {
  func exportItems() throws(WrongUse) -> Int32 {
    let (pack, path, format) = try itemTable(try choice().read().book)
    do throws(ItemTableFailure) {
      try Pipeline.exportItems(of: pack, to: path, as: format)
    } catch {
      return failed(error, path)
    }
    let count = pack.items.count
    return print([Phrase("\(count) items in \(path)", "\(count) 個題項已寫入 \(path)")(console.language)])
  }

  func importItems() throws(WrongUse) -> Int32 {
    let choice = try choice()
    let book = try choice.read().book
    let (pack, path, format) = try itemTable(book)
    do throws(ItemTableFailure) {
      let (items, faults, ignored) = try readItemTable(path, as: format, for: pack)
      for head in ignored {
        console.complain(Phrase("\(path): the column “\(head)” is not read", "\(path)：不讀取「\(head)」欄"))
      }
      for fault in faults { console.complain(Phrase("\(path): ", "\(path)：") + fault.phrase) }
      guard faults.isEmpty else { return Program.ExitCode.findings }
      let changes = ItemChanges(from: pack.items, to: items)
      if !changes.isEmpty, !invocation.has("--dry-run") { try write(items, of: pack.id, choice.folder) }
      return print(lines(changes, of: pack, book))
    } catch {
      return failed(error, path)
    }
  }

  private func write(_ items: [Item], of pack: String, _ folder: RuleFolder) throws(ItemTableFailure) {
    let lost = try writeItems(items, of: pack, in: folder)
    guard lost > 0 else { return }
    console.complain(
      Phrase(
        "\(pack)/items.yaml: \(lost) comments that stand above no item were not kept",
        "\(pack)/items.yaml：有 \(lost) 則註解不在題項上方，或題項已刪除，未保留"))
  }

  /// The pack, file and kind of file that the command line names.
  private func itemTable(
    _ book: RuleBook
  ) throws(WrongUse) -> (pack: Pack, path: String, format: ItemTableFormat) {
    let (id, path) = (invocation.operands[0], invocation.operands[1])
    guard let pack = book.pack(id) else {
      throw wrong(.unknown("pack", "規則包", id, hint: Suggestion.closest(to: id, among: book.packs.map(\.id))))
    }
    guard let format = ItemTableFormat(path: path) else {
      throw wrong(Phrase("“\(path)” is neither .xlsx nor .csv", "「\(path)」不是 .xlsx 也不是 .csv"))
    }
    return (pack, path, format)
  }

  private func failed(_ failure: ItemTableFailure, _ path: String) -> Int32 {
    console.complain(failure.phrase(path))
    return Program.ExitCode.findings
  }

  // MARK: Changes

  private func lines(_ changes: ItemChanges, of pack: Pack, _ book: RuleBook) -> [String] {
    var lines = changes.new.map { "+ \($0.id)  \($0.names(console.language))" }
    for item in changes.gone {
      let rules = book.rules.filter { $0.pack == pack.id && $0.items.contains(item.id) }.map(\.id)
      let list = rules.joined(separator: ", ")
      let note = Phrase("  (still answered by \(list))", "（仍有規則回答：\(list)）")(console.language)
      lines.append("- \(item.id)  \(item.names(console.language))" + (rules.isEmpty ? "" : note))
    }
    for change in changes.changed {
      lines.append("~ \(change.item)")
      lines += change.fields.map { "    \($0.name): \(shown($0.old)) → \(shown($0.new))" }
    }
    return lines + [summary(changes)]
  }

  private func shown(_ text: String) -> String {
    text.isEmpty ? Phrase("(nothing)", "（空白）")(console.language) : text.replacing("\n", with: "⏎")
  }

  private func summary(_ changes: ItemChanges) -> String {
    let (new, gone, changed) = (changes.new.count, changes.gone.count, changes.changed.count)
    let order = changes.isReordered ? Phrase(", another order", "，順序不同") : Phrase("", "")
    let isWritten = !changes.isEmpty && !invocation.has("--dry-run")
    let end = isWritten ? Phrase("; written", "；已寫入") : Phrase("; nothing written", "；未寫入")
    return
      (Phrase("\(new) new, \(gone) gone, \(changed) changed", "新增 \(new)、刪除 \(gone)、變更 \(changed)") + order + end)(
        console.language)
  }
}
