import Foundation
import Glibc

/// Speaks to a server by a bare socket, and may say whatever it likes.
package struct RawClient: Sendable {
  package let port: UInt16

  package init(port: UInt16) { self.port = port }

  package struct Answer: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }
    package func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  /// Sends bytes and reads to the end; nil where the server says nothing.
  package func send(_ bytes: [UInt8], patience: Int = 20) -> Answer? {
    guard let line = Line(port: port, patience: patience) else { return nil }
    guard line.write(bytes) || true else { return nil }
    return Self.answer(line.readAll())
  }

  package func send(_ text: String, patience: Int = 20) -> Answer? { send(Array(text.utf8), patience: patience) }

  package func get(_ target: String, headers: [String: String] = [:]) -> Answer? {
    send(request("GET", target, headers: headers))
  }

  package func post(_ target: String, _ fields: String, headers: [String: String] = [:]) -> Answer? {
    let usual = [
      "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "\(fields.utf8.count)",
      "Origin": "http://127.0.0.1:\(port)",
    ]
    return send(request("POST", target, headers: usual.merging(headers) { $1 }) + fields)
  }

  package func request(_ method: String, _ target: String, headers: [String: String] = [:]) -> String {
    let all = ["Host": "127.0.0.1:\(port)", "Connection": "close"].merging(headers) { $1 }
    return "\(method) \(target) HTTP/1.1\r\n"
      + all.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value)\r\n" }.joined()
      + "\r\n"
  }

  private static func answer(_ bytes: [UInt8]) -> Answer? {
    let end = Array("\r\n\r\n".utf8)
    guard let cut = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
    let lines = String(decoding: bytes[..<cut], as: UTF8.self).components(separatedBy: "\r\n")
    guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
    let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }
    return Answer(status: status, headers: headers, body: Array(bytes[(cut + 4)...]))
  }

  /// A connection.
  package final class Line {
    private let descriptor: Int32

    package init?(port: UInt16, patience: Int = 20) {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
      var wait = timeval(tv_sec: patience, tv_usec: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      let isOpen = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      guard isOpen else { return nil }
    }

    deinit { close(descriptor) }

    @discardableResult
    package func write(_ bytes: [UInt8]) -> Bool {
      var rest = bytes[...]
      while !rest.isEmpty {
        let done = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard done > 0 else { return false }
        rest = rest.dropFirst(done)
      }
      return true
    }

    package func readAll() -> [UInt8] {
      var all: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let got = recv(descriptor, &chunk, chunk.count, 0)
        guard got > 0 else { return all }
        all += chunk[..<got]
      }
    }

    /// Whether the other end has closed it by now, or does within the patience.
    package func isClosedByServer() -> Bool {
      var byte: UInt8 = 0
      return recv(descriptor, &byte, 1, 0) == 0
    }
  }
}
