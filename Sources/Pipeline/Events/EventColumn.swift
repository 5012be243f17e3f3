/// The columns of a table of events: by names of our own, and by those of the fields of what authorities publish.
enum EventColumn: String, TableColumn {
  case ticker, company
  case caseNumber = "case"
  case acted, penalized, published, kind, item, law, fine, deduction, source, text
  case response, responded, evidence
  // What goes into the text, named.
  case outcome, grounds, pollution, deadline, improved, petition, paid, gain, serious, remark, facility
  case petitionResult = "petition-result"
  case taxNumber = "tax-number"

  var names: [String] {
    switch self {
    case .ticker: ["ticker", "代號", "股票代號", "公司代號"]
    case .company: ["company", "公司", "公司名稱", "事業名稱", "fac_name", "事業單位名稱", "事業單位名稱或負責人", "事實發生主體"]
    case .caseNumber: ["case", "裁處字號", "處分字號", "裁處書字號", "書號", "document_no"]
    case .acted: ["acted", "行為日", "違反時間", "違反日期", "transgress_date", "事實發生日"]
    case .penalized: ["penalized", "裁處日", "裁處時間", "裁處日期", "penalty_date", "處分日期", "發函日期"]
    case .published: ["published", "公布日", "公布日期", "公告日期", "發言日期"]
    case .kind: ["kind", "類型", "種類"]
    case .item: ["item", "題項"]
    case .law: ["law", "法條", "違反法令", "transgress_law", "違法法規法條", "違反法規", "違反法規法條"]
    case .fine: ["fine", "罰鍰", "罰鍰金額", "金額", "penalty_money", "裁罰金額", "裁處金額"]
    case .deduction: ["deduction", "扣分"]
    case .source: ["source", "來源", "裁處機關", "county_name", "主管機關"]
    case .text: ["text", "說明", "違反事實", "openinfor", "違反法規內容", "違規事由", "發生緣由"]
    case .response: ["response", "因應", "因應評估"]
    case .responded: ["responded", "因應日", "因應日期"]
    case .evidence: ["evidence", "因應依據"]
    case .outcome: ["outcome", "裁處情形", "處分情形"]
    case .grounds: ["grounds", "理由", "gist_define"]
    case .pollution: ["pollution", "污染類別", "transgress_type"]
    case .deadline: ["deadline", "限改日期", "improve_deadline"]
    case .improved: ["improved", "改善完妥", "is_improve"]
    case .petition: ["petition", "訴願", "ispetition"]
    case .petitionResult: ["petition-result", "訴願結果", "petition_results"]
    case .paid: ["paid", "繳清", "paymentstate"]
    case .gain: ["gain", "不法利得", "illegal_money"]
    case .serious: ["serious", "情節重大", "isimportant"]
    case .remark: ["remark", "備註", "備註說明"]
    case .taxNumber: ["tax-number", "統編", "統一編號", "ban"]
    case .facility: ["facility", "管制編號", "ems_no"]
    }
  }

  /// What has no field of its own in an event stays in its words.
  static let remarks: [EventColumn] = [
    .outcome, .grounds, .pollution, .deadline, .improved, .petition, .petitionResult, .paid, .gain, .serious, .remark,
    .taxNumber, .facility,
  ]
}
