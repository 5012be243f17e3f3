import ReportModel
import Scoring

extension EventFact.Field {
  package var names: Phrase {
    switch self {
    case .company: Phrase("company", "公司")
    case .caseNumber: Phrase("case number", "裁處字號")
    case .acted: Phrase("day of the act", "行為日")
    case .penalized: Phrase("day of the penalty", "裁處日")
    case .published: Phrase("day of publication", "公布日")
    case .kind: Phrase("kind", "類型")
    case .item: Phrase("item", "題項")
    case .law: Phrase("law", "法條")
    case .fine: Phrase("fine", "罰鍰")
    case .deduction: Phrase("deduction", "扣分")
    case .source: Phrase("source", "來源")
    case .text: Phrase("text", "說明")
    }
  }
}

extension MaterialEvent.Fault {
  package var sentence: Phrase {
    switch self {
    case .missing(.deduction):
      Phrase("no deduction: give one, or the item whose points it is", "缺少扣分：請指定扣分，或指定題項以其配分計")
    case .missing(let field):
      Phrase("no \(field.names.english): an event needs one", "缺少\(field.names.chinese)：事件須有此欄")
    case .days(let fault): fault.sentence
    }
  }
}

extension EventDays.Fault {
  var sentence: Phrase {
    switch self {
    case .neitherPenaltyNorPublication:
      Phrase("neither a day of the penalty nor one of its publication", "裁處日與公布日皆缺")
    case .wrongOrder(let first, let second):
      Phrase(
        "days in the wrong order: \(first.text) comes after \(second.text); act, penalty, publication follow each other",
        "日期順序錯誤：\(first.text) 晚於 \(second.text)；依序應為行為日、裁處日、公布日")
    }
  }
}

extension EventScrutiny.Fault {
  package var sentence: Phrase {
    switch self {
    case .unknownKind(let kind): Phrase("no kind of event is called “\(kind)”", "沒有「\(kind)」這個事件類型")
    case .unknownItem(let item): Phrase("the pack has no item “\(item)”", "規則包沒有題項「\(item)」")
    case .positiveItem(let item):
      Phrase("“\(item)” is a positive item: events answer negative ones", "「\(item)」是正向題項，事件只能對應負向題項")
    case .otherDimension(let item, let dimension, let kind, let lowered):
      Phrase(
        "“\(item)” belongs to “\(dimension)”, but events of the kind “\(kind)” lower “\(lowered)”",
        "「\(item)」屬於「\(dimension)」，而「\(kind)」事件調整的是「\(lowered)」")
    case .deductionTooLarge(let deduction, let most):
      Phrase(
        "a deduction of \(deduction.points.figure.plain) is more than the whole dimension is worth (\(most.figure.plain))",
        "扣分 \(deduction.points.figure.plain) 超過整個構面的配分（\(most.figure.plain)）")
    case .unknownResponse(let level): Phrase("no response is called “\(level)”", "沒有「\(level)」這個因應等級")
    case .inTheFuture(let day): Phrase("\(day.text) is still to come", "\(day.text) 尚未到來")
    }
  }
}

extension LedgerFault {
  package var sentence: Phrase {
    switch self {
    case .noSuchEvent(let id): Phrase("there is no event \(id.text)", "沒有事件 \(id.text)")
    case .withdrawn(let id, let line):
      Phrase(
        "\(id.text) was withdrawn (line \(line)): nothing more can be said of it", "\(id.text) 已撤銷（第 \(line) 列），不能再變更")
    case .addedBefore(let id): Phrase("\(id.text) was added before", "\(id.text) 已經登錄")
    case .contradiction(let id, let line, let fields):
      Phrase(
        "the same case number is \(id.text) (line \(line)), with another \(fields.map(\.names.english).joined(separator: ", "))",
        "裁處字號與 \(id.text)（第 \(line) 列）相同，但\(fields.map(\.names.chinese).joined(separator: "、"))不同")
    case .caseIsTaken(let id, let line):
      Phrase("that case number is \(id.text)’s (line \(line))", "該裁處字號屬於 \(id.text)（第 \(line) 列）")
    case .respondedBefore(let id, let day, let first):
      Phrase(
        "a response of \(day.text) is before \(id.text) itself (\(first.text))",
        "因應日 \(day.text) 早於事件 \(id.text)（\(first.text)）")
    case .nothingChanges(let id): Phrase("nothing of \(id.text) would change", "\(id.text) 的內容沒有變動")
    case .noEvent(let fault): fault.sentence
    case .lineOutOfPlace(let line): Phrase("line \(line) is out of place", "第 \(line) 列不合順序")
    }
  }
}

extension LedgerCase.Sign {
  package var names: Phrase {
    switch self {
    case .caseNumber: Phrase("its case number", "裁處字號相同")
    case .amount: Phrase("the same item, year and amount", "題項、年度與金額相同")
    case .sum: Phrase("the amount of all cases of the item and year", "題項與年度各案合計金額相同")
    case .count: Phrase("the same item and year, no more cases", "題項與年度相同，件數未超過")
    case .itemAndYear: Phrase("the same item and year", "題項與年度相同")
    }
  }
}
