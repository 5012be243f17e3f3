import Archive
import ReportModel

extension ArchiveScoringFailure {
  /// For a person.
  package var sentence: Phrase {
    switch self {
    case .archive(let failure): return failure.sentence
    case .unreadableBook(let digest):
      let start = digest.prefix(12)
      return Phrase(
        "the rules \(start) that were kept in the archive cannot be read by this program",
        "本程式無法讀取封存檔所存的規則 \(start)")
    case .cannotScore: return Phrase("the rules of the archive say nothing of scores", "封存檔的規則沒有計分部分")
    case .noIndustry(let company):
      return Phrase(
        "nobody says which industry \(company.text) is of: give --industry, or say it with kaozheng place",
        "\(company.text) 的產業不明，請以 --industry 指定，或以 kaozheng place 指明")
    case .unknownIndustry(let industry, let company):
      return Phrase(
        "\(company.text) is placed in “\(industry)”, which is no industry of the rules of then",
        "\(company.text) 的產業為「\(industry)」，當時的規則沒有此產業")
    case .questionsNotNoted(let run):
      return Phrase(
        "run \(run.number) was made by an earlier version, which did not note what it asked; run kaozheng ingest once",
        "第 \(run.number) 次執行由較早的版本完成，未記錄所詢問的題項，請先執行一次 kaozheng ingest")
    case .noDocument(let company, let documents):
      let reasons = documents.leftOut.map { document in
        Phrase("\(document.report.document.name) ", "\(document.report.document.name)") + document.reason.phrase
      }
      let english = reasons.map(\.english).joined(separator: "; ")
      let chinese = reasons.map(\.chinese).joined(separator: "；")
      return Phrase("no document of \(company.text) counts: \(english)", "\(company.text) 沒有可計入的文件：\(chinese)")
    }
  }
}
