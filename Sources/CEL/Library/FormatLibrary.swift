extension NamedFormat: OpaqueContent {
  var typeName: String { "kubernetes.NamedFormat" }
  var description: String { rawValue }
  func isEqual(to other: any OpaqueContent) -> Bool { (other as? NamedFormat) == self }
}

extension FunctionTable {
  /// `format.dns1123Label().validate(text)` (apiserver library/format.go).
  mutating func addFormats() {
    let type = CELType.opaque("kubernetes.NamedFormat", [])
    for format in NamedFormat.allCases {
      add(
        "format.\(format.rawValue)", [Overload([], type, isMember: false)],
        variadic: { _ in .opaque(CELOpaque(format)) })
    }
    add(
      "format.named", [global(.string, result: .optional(type))],
      unary: string { name in .optional(NamedFormat(rawValue: name).map { .opaque(CELOpaque($0)) }) })
    add(
      "validate", [member(type, .string, result: .optional(.list(.string)))],
      binary: { format, text in
        guard let format = format.content(NamedFormat.self), case .string(let text) = text else {
          return .noSuchOverload
        }
        let mistakes = format.mistakes(in: text)
        return .optional(mistakes.isEmpty ? nil : .list(mistakes.map { .string($0) }))
      },
      cost: { format, text, _ in
        Costs.matching(text, patternLength: UInt64(format.content(NamedFormat.self)?.patternSize ?? 1))
      })
  }
}
