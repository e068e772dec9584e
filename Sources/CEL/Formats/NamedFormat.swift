/// A format that Kubernetes' CEL library knows by name (`format.dns1123Label()`); the messages are those of
/// k8s.io/apimachinery and kube-openapi.
enum NamedFormat: String, CaseIterable, Sendable {
  case dns1123Label, dns1123Subdomain, dns1035Label, qualifiedName
  case dns1123LabelPrefix, dns1123SubdomainPrefix, dns1035LabelPrefix, labelValue
  case uri, uuid, byte, date, datetime

  /// The length of the regular expression that Kubernetes assumes for its cost.
  var patternSize: Int {
    switch self {
    case .dns1123Label, .dns1035Label, .dns1123LabelPrefix, .dns1035LabelPrefix: 30
    case .dns1123Subdomain, .qualifiedName, .dns1123SubdomainPrefix: 60
    case .labelValue: 40
    case .uri: 1103
    case .uuid: 77
    case .byte: 84
    case .date, .datetime: 80
    }
  }

  /// What is wrong with the text; empty when nothing is.
  func mistakes(in text: String) -> [String] {
    switch self {
    case .dns1123Label: Self.dns1123Label(text)
    case .dns1123LabelPrefix: Self.dns1123Label(Self.withoutTrailingDash(text))
    case .dns1123Subdomain: Self.dns1123Subdomain(text)
    case .dns1123SubdomainPrefix: Self.dns1123Subdomain(Self.withoutTrailingDash(text))
    case .dns1035Label: Self.dns1035Label(text)
    case .dns1035LabelPrefix: Self.dns1035Label(Self.withoutTrailingDash(text))
    case .qualifiedName: Self.qualifiedName(text)
    case .labelValue: Self.labelValue(text)
    case .uri: Self.uri(text)
    case .uuid: Self.isUUID(text) ? [] : ["does not match the UUID format"]
    case .byte: Self.isBase64(text) ? [] : ["invalid base64"]
    case .date: RFC3339.parseDate(text) != nil ? [] : ["invalid date"]
    case .datetime: Self.isDateTime(text) ? [] : ["invalid datetime"]
    }
  }

  private static let labelPattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?"
  private static let keyPattern = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"

  private static func patternMistake(_ message: String, _ pattern: String, _ examples: String...) -> String {
    let shown = examples.map { "'\($0)', " }.joined(separator: " or ")
    return "\(message) (e.g. \(shown)regex used for validation is '\(pattern)')"
  }

  /// A name that a suffix will follow may end in a dash: the last two characters count as one letter.
  private static func withoutTrailingDash(_ text: String) -> String {
    guard text.utf8.count > 1, text.hasSuffix("-") else { return text }
    return String(decoding: text.utf8.dropLast(2), as: UTF8.self) + "a"
  }

  private static func isLowerAlphanumeric(_ byte: UInt8) -> Bool {
    isASCIIDigit(byte) || (byte >= 97 && byte <= 122)
  }

  private static func isLabel(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return isLowerAlphanumeric(first) && isLowerAlphanumeric(last)
      && text.allSatisfy { isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isSubdomain(_ text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isLabel)
  }

  private static func dns1123Label(_ text: String) -> [String] {
    var mistakes = text.utf8.count > 63 ? ["must be no more than 63 characters"] : []
    if !isLabel(text.utf8) {
      mistakes.append(
        isSubdomain(text)
          ? "must not contain dots"
          : patternMistake(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start "
              + "and end with an alphanumeric character", labelPattern, "my-name", "123-abc"))
    }
    return mistakes
  }

  private static func dns1123Subdomain(_ text: String, unit: String = "characters") -> [String] {
    var mistakes = text.utf8.count > 253 ? ["must be no more than 253 \(unit)"] : []
    if !isSubdomain(text) {
      mistakes.append(
        patternMistake(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
            + "start and end with an alphanumeric character", "\(labelPattern)(\\.\(labelPattern))*",
          "example.com"))
    }
    return mistakes
  }

  private static func dns1035Label(_ text: String) -> [String] {
    var mistakes = text.utf8.count > 63 ? ["must be no more than 63 characters"] : []
    if !isLabel(text.utf8) || text.utf8.first.map(isASCIIDigit) == true {
      mistakes.append(
        patternMistake(
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
            + "character, and end with an alphanumeric character", "[a-z]([-a-z0-9]*[a-z0-9])?", "my-name",
          "abc-123"))
    }
    return mistakes
  }

  private static func isKey(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    func isAlphanumeric(_ byte: UInt8) -> Bool { isASCIIDigit(byte) || isASCIILetter(byte) }
    guard let first = text.first, let last = text.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && text.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
  }

  private static func qualifiedName(_ text: String) -> [String] {
    let rule = patternMistake(
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric "
        + "character", keyPattern, "MyName", "my.name", "123-abc")
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2 else {
      return [
        "a valid label key \(rule) with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
      ]
    }
    var mistakes: [String] = []
    if parts.count == 2 {
      mistakes +=
        parts[0].isEmpty
        ? ["prefix part must be non-empty"]
        : dns1123Subdomain(String(parts[0]), unit: "bytes").map { "prefix part \($0)" }
    }
    let name = parts[parts.count - 1].utf8
    if name.isEmpty {
      mistakes.append("name part must be non-empty")
    } else if name.count > 63 {
      mistakes.append("name part must be no more than 63 bytes")
    }
    if !isKey(name) { mistakes.append("name part \(rule)") }
    return mistakes
  }

  private static func labelValue(_ text: String) -> [String] {
    var mistakes = text.utf8.count > 63 ? ["must be no more than 63 bytes"] : []
    if !text.isEmpty, !isKey(text.utf8) {
      mistakes.append(
        patternMistake(
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
            + "start and end with an alphanumeric character", "(\(keyPattern))?", "MyValue", "my_value",
          "12345"))
    }
    return mistakes
  }

  private static func uri(_ text: String) -> [String] {
    do {
      try GoURL.checkRequest(text)
      return []
    } catch {
      return [error.description]
    }
  }

  /// 32 hexadecimal digits; each of the usual dashes may be missing.
  private static func isUUID(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    for (index, length) in [8, 4, 4, 4, 12].enumerated() {
      if index > 0, rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard rest.prefix(length).count == length,
        rest.prefix(length).allSatisfy({ hexadecimalValue($0) != nil })
      else { return false }
      rest = rest.dropFirst(length)
    }
    return rest.isEmpty
  }

  /// Padded, without line ends, and not empty.
  private static func isBase64(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count % 4 == 0 && !text.utf8.contains { $0 == 10 || $0 == 13 }
      && Base64.decode(text) != nil
  }

  /// RFC 3339 in either case, where any character may stand before the fraction.
  private static func isDateTime(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: "t", omittingEmptySubsequences: false)
    guard parts.count >= 2, RFC3339.parseDate(String(parts[0])) != nil else { return false }
    let scalars = Array(parts[1].unicodeScalars)
    func isDigits(_ range: Range<Int>) -> Bool {
      range.upperBound <= scalars.count && scalars[range].allSatisfy { $0 >= "0" && $0 <= "9" }
    }
    func isZone(at index: Int) -> Bool {
      let rest = scalars[index...]
      if rest.elementsEqual(["z"]) { return true }
      return rest.count == 6 && (rest.first == "+" || rest.first == "-") && rest[index + 3] == ":"
        && isDigits(index + 1..<index + 3) && isDigits(index + 4..<index + 6)
    }
    guard scalars.count > 8, isDigits(0..<2), scalars[2] == ":", isDigits(3..<5), scalars[5] == ":",
      isDigits(6..<8), scalars[0] < "2" || (scalars[0] == "2" && scalars[1] <= "3"), scalars[3] <= "5",
      scalars[6] <= "5"
    else { return false }
    if isZone(at: 8) { return true }
    var end = 9
    while isDigits(end..<end + 1) { end += 1 }
    return scalars[8] != "\n" && end > 9 && end < scalars.count && isZone(at: end)
  }
}
