import Glibc

/// Makes the folders that a file is to stand in. What cannot be made shows when the file is opened.
package func makeFolders(above path: String) {
  var place = ""
  for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
    place += place.isEmpty && !path.hasPrefix("/") ? String(part) : "/\(part)"
    if place != "/" { mkdir(place, 0o755) }
  }
}
