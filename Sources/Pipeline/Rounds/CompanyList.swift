import Archive
import ReportModel
import Sheets

/// The companies of an archive, one object a line.
package func json(of companies: [CompanyRecord]) -> ByteBuffer {
  var json = JSONWriter()
  for company in companies {
    json.object { json in
      json.text("ticker", company.ticker)
      json.text("company", company.name)
      json.text("industry", company.industry ?? "")
      json.key("activities")
      json.list { json in
        for activity in company.activities ?? [] { json.value(activity) }
      }
      json.text("activitiesFrom", company.activities == nil ? "all-assumed" : "given")
      json.key("expected")
      json.value(company.isExpected)
    }
    json.endLine()
  }
  return json.buffer
}

/// As a table that can be read in again.
package func csv(of companies: [CompanyRecord]) -> ByteBuffer {
  let rows = companies.map { company in
    [
      company.ticker, company.name, company.industry ?? "",
      company.activities.map { $0.isEmpty ? "none" : $0.joined(separator: ", ") } ?? "",
      company.isExpected ? "yes" : "no",
    ].map { $0.isEmpty ? Cell.empty : .text($0) }
  }
  var buffer = ByteBuffer()
  buffer.append(
    bytes: csv(of: Sheet(name: "companies", header: CompanyColumn.allCases.map(\.rawValue), rows: rows)))
  return buffer
}
