internal import SourceText

/// Passwords that programs take in a form of their own: `mysql -psecret`, `curl -u user:secret`, `redis-cli -a secret`,
/// and `requirepass secret` of redis.conf.
enum CommandCredential {
  /// O(bytes); one look for each program where none is named.
  static func all(in bytes: [UInt8], of program: String) -> [Credential] {
    let form = program.isEmpty ? nil : Form(program.utf8)
    if form == nil, !Form.mayHold(bytes) { return [] }
    var found: [Credential] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      line(bytes[start..<end], form, &found)
      start = end + 1
    }
    return found
  }

  private enum Form {
    case mysql, curl, redis, sshpass, redisConfiguration

    init?(_ word: some Collection<UInt8>) {
      let name = String(decoding: word, as: UTF8.self).split(separator: "/").last ?? ""
      switch name {
      case "mysql", "mysqladmin", "mysqldump", "mariadb", "mariadb-admin", "mariadb-dump": self = .mysql
      case "curl": self = .curl
      case "redis-cli": self = .redis
      case "sshpass": self = .sshpass
      case "requirepass", "masterauth": self = .redisConfiguration
      default: return nil
      }
    }

    private static let names = [
      "mysql", "mariadb", "curl", "redis-cli", "sshpass", "requirepass", "masterauth",
    ]
    .map { BytePattern($0) }

    static func mayHold(_ bytes: [UInt8]) -> Bool { names.contains { $0.occurs(in: bytes) } }
  }

  private static func line(_ line: ArraySlice<UInt8>, _ program: Form?, _ found: inout [Credential]) {
    var form = program
    var flag: ArraySlice<UInt8> = []
    for word in words(of: line) {
      if let next = Form(word) {
        form = next
        flag = next == .redisConfiguration ? word : []
        continue
      }
      if let password = password(word, after: flag, of: form),
        let credential = CredentialName(position: "password").credential(in: password)
      {
        found.append(credential)
      }
      if word.contains(where: { ";|&".utf8.contains($0) }), program == nil { form = nil }
      flag = word
    }
  }

  private static func password(
    _ word: ArraySlice<UInt8>, after flag: ArraySlice<UInt8>, of form: Form?
  ) -> ArraySlice<UInt8>? {
    switch form {
    case .mysql:
      return word.starts(with: "-p".utf8) && word.count > 2 ? word.dropFirst(2) : nil
    case .curl:
      guard flag.elementsEqual("-u".utf8) || flag.elementsEqual("--user".utf8),
        let colon = word.firstIndex(of: UInt8(ascii: ":"))
      else { return nil }
      return word[(colon + 1)...]
    case .redis: return flag.elementsEqual("-a".utf8) ? word : nil
    case .sshpass:
      if flag.elementsEqual("-p".utf8) { return word }
      return word.starts(with: "-p".utf8) && word.count > 2 ? word.dropFirst(2) : nil
    case .redisConfiguration:
      return flag.elementsEqual("requirepass".utf8) || flag.elementsEqual("masterauth".utf8) ? word : nil
    case nil: return nil
    }
  }

  /// Parted by blanks, quotes and brackets.
  private static func words(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.split { $0 <= 0x20 || "\"'`()".utf8.contains($0) }
  }
}
