import PageReading
import ReportModel
import Testing

/// Files locked with 40-bit RC4, their keys worked out beforehand for a fixed file id.
@Suite struct EncryptionTests {
  private struct Lock {
    var owner: String
    var user: String
    var content: String
  }

  /// User password "secret".
  private static let closed = Lock(
    owner: "92fe0f4454ad4c9644693f33c07cb54f587dce1e2682fe9ecea6107a1ef630dd",
    user: "a2d98dd93474875ec95c60445c51fe1df35ffaac7da1baca629058b1c08a8e39",
    content: "ab6d3448216ebafa9de331ddcdd3bb9bee59cacd8d371aaadb13383281099747b330533cd932")

  /// No user password, only an owner's.
  private static let open = Lock(
    owner: "c92422687facee686e373f10b5c7d04738053152f7e2ee30e11c69ec442576ab",
    user: "19794f9d50ebc9182f8a72bb20274501272fe2bee8bbe219d98cb9360ba26be1",
    content: "e731039863845f158d83d605197c7ac4843cb3f6a2b0b6bdb41d16fa4a2ae023e0d1907a943c")

  private static func pdf(_ lock: Lock) -> TestPDF {
    var page = TestPDF.Page(content: "")
    page.raw = stride(from: 0, to: lock.content.count, by: 2).map { index in
      let start = lock.content.index(lock.content.startIndex, offsetBy: index)
      return UInt8(lock.content[start...].prefix(2), radix: 16) ?? 0
    }
    let id = "<000102030405060708090a0b0c0d0e0f>"
    var pdf = TestPDF(pages: [page])
    pdf.trailer =
      "/ID [\(id) \(id)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(lock.owner)> /U <\(lock.user)> >>"
    return pdf
  }

  private func code(_ pdf: TestPDF, password: String?) -> ReadFailure.Code? {
    do {
      _ = try pdf.open(password: password)
      return nil
    } catch { return (error as? ReadFailure)?.code }
  }

  @Test func aLockedFileAsksForItsPassword() throws {
    #expect(code(Self.pdf(Self.closed), password: nil) == .encrypted)
    #expect(code(Self.pdf(Self.closed), password: "guess") == .wrongPassword)
  }

  @Test(arguments: ["secret", "owner"]) func eitherPasswordOpensIt(password: String) throws {
    #expect(try Self.pdf(Self.closed).open(password: password).page(1).string == "Locked")
  }

  @Test func anOwnersPasswordKeepsNobodyFromReading() throws {
    #expect(try Self.pdf(Self.open).page().string == "Locked")
    #expect(try Self.pdf(Self.open).open(password: "any").page(1).string == "Locked")
  }
}
