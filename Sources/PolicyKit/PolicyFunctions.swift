internal import CEL
internal import SourceText
internal import Values

/// What policies may call beside the libraries of CEL and Kubernetes.
enum PolicyFunctions {
  static let all: [HostFunction] =
    [
      image, lookup, deepest, quantityFault, template, editDistance, describe, KubernetesDefaults.limitRange,
      KubernetesDefaults.template,
      filledIn,
    ] + CredentialFunctions.all + TerraformFunctions.all + IAMFunctions.all

  static let imageType = ObjectType(
    name: "mlguard.Image",
    fields: [
      "registry": .string, "repository": .string, "tag": .string, "digest": .string, "valid": .bool,
      "fault": .string,
    ])

  /// `image('nginx:1.4@sha256:…')`: registry, repository, tag, digest, valid, fault. Unknown for a template.
  static let image = HostFunction("image", [.init([.string], .object("mlguard.Image"))]) { arguments in
    guard case .string(let text)? = arguments.first else { return .error(CELError("an image is a string")) }
    if let unknown = Template.unknown(text) { return .unknown(unknown) }
    return .opaque(CELOpaque(ImageContent(ImageReference(text))))
  }

  /// `lookup(object, 'resources.limits.memory')`: an optional; none where a part is missing or null.
  static let lookup = HostFunction(
    "lookup", pathSignatures(.optional(.dyn)),
    // A path that is written in the policy is split once.
    prepareOptional: { path in
      guard let names = names(path) else { return nil }
      return { found(names, in: $0) }
    },
    implementation: { arguments in
      guard let root = arguments.first, let path = names(arguments.last), let found = found(path, in: root)
      else { return .optional(nil) }
      if case .unknown = found { return found }
      return .optional(found)
    })

  private static func found(_ path: [String], in root: CELValue) -> CELValue? {
    guard case .document(let root) = root else { return nil }
    return found(path[...], in: root)
  }

  /// Goes down without a copy of what lies on the way.
  private static func found(_ path: ArraySlice<String>, in value: Value) -> CELValue? {
    switch value.content {
    case .unknown(let unknown): return .unknown(unknown)
    case .object(let fields):
      guard let name = path.first else { return .document(value) }
      if let position = fields.position(of: name) {
        return found(path.dropFirst(), in: fields.fields[position].value)
      }
      return fields.rest.map { .unknown($0) }
    case .null: return nil
    case .bool, .number, .string, .list: return path.isEmpty ? .document(value) : nil
    }
  }

  /// `deepest(object, 'resources.limits.memory')`: the last part of the path that exists, for `at`. Of a
  /// mapping or list its key is marked.
  static let deepest = HostFunction(
    "deepest", pathSignatures(.dyn),
    prepare: { path in
      guard let names = names(path) else { return nil }
      return { deepest(names, in: $0) }
    },
    implementation: { arguments in
      guard let root = arguments.first, let path = names(arguments.last) else {
        return arguments.first ?? .null
      }
      return deepest(path, in: root)
    })

  private static func deepest(_ path: [String], in root: CELValue) -> CELValue {
    guard case .document(let root) = root else { return root }
    var value = root
    var mark = root
    for name in path {
      guard let fields = value.object, let position = fields.position(of: name) else { break }
      let field = fields.fields[position]
      value = field.value
      mark = value
      switch value.content {
      case .list, .object, .null:
        if let location = field.nameLocation { mark.origin = Origin(location, trace: value.origin.trace) }
      case .bool, .number, .string, .unknown: break
      }
    }
    if mark.unknown != nil { mark.content = .null }
    return .document(mark)
  }

  /// A path is `'a.b.c'`, or `['a', 'b', 'c']` where names have dots.
  private static func pathSignatures(_ result: CELType) -> [HostFunction.Signature] {
    [.init([.dyn, .string], result), .init([.dyn, .list(.string)], result)]
  }

  private static func names(_ path: CELValue?) -> [String]? {
    if case .string(let text)? = path {
      return text.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
    }
    return path?.listed?.map { name in
      switch name {
      case .string(let text): text
      case .document(let value): value.string ?? ""
      default: ""
      }
    }
  }

  /// `quantityFault(object.resources.limits.memory, 'memory')`: what makes it unusable, or ''.
  static let quantityFault = HostFunction(
    "quantityFault", [.init([.dyn], .string), .init([.dyn, .string], .string)]
  ) { arguments in
    if arguments.count == 2, case .string(let text) = arguments[0], case .string(let resource) = arguments[1],
      ["memory", "ephemeral-storage"].contains(resource), let repair = QuantityFault.fractionOfByte(text)
    {
      return .string(repair)
    }
    switch arguments.first {
    case .null?: return .string("it is null")
    case .int(let number)?:
      return .string(number == 0 ? "it is zero" : number < 0 ? "it is negative" : "")
    case .double(let number)?:
      return .string(number == 0 ? "it is zero" : number < 0 ? "it is negative" : "")
    case .string(let text)?:
      if let unknown = Template.unknown(text) { return .unknown(unknown) }
      return .string(QuantityFault.text(text))
    default: return .string("it is no quantity")
    }
  }

  /// `isTemplate('{{inputs.parameters.image}}')`: the text is filled in later.
  static let template = HostFunction("isTemplate", [.init([.string], .bool)]) { arguments in
    guard case .string(let text)? = arguments.first else { return .bool(false) }
    return .bool(Template.unknown(text) != nil)
  }

  /// `filledIn(object.spec.project)`: the value itself; unknown where it is a text that is filled in later.
  static let filledIn = HostFunction("filledIn", [.init([.dyn], .dyn)]) { arguments in
    guard let value = arguments.first else { return .null }
    let text: String?
    switch value {
    case .string(let written): text = written
    case .document(let written): text = written.string
    default: text = nil
    }
    return text.flatMap(Template.unknown).map { .unknown($0) } ?? value
  }

  /// `editDistance('a', 'b')`: insertions, deletions, replacements and swaps between two texts.
  static let editDistance = HostFunction("editDistance", [.init([.string, .string], .int)]) { arguments in
    guard case .string(let left)? = arguments.first, case .string(let right)? = arguments.last else {
      return .error(CELError("editDistance compares two strings"))
    }
    let distance = Spelling.distance(Array(left.utf8.prefix(256)), Array(right.utf8.prefix(256)))
    return .int(Int64(distance))
  }

  /// `describe(value)`: a secret's kind and length, never its text: `a string of 12 characters`.
  static let describe = HostFunction("describe", [.init([.dyn], .string)]) { arguments in
    switch arguments.first {
    case .string(let text)?: return .string("a string of \(text.count) characters")
    case .int?, .double?, .uint?: return .string("a number")
    case .bool?: return .string("a boolean")
    default: return .string("a value")
    }
  }
}

/// Text that a later step fills in: Argo's `{{…}}`, `$(NAME)` and `${NAME}`.
enum Template {
  static func unknown(_ text: String) -> Unknown? {
    let bytes = Array(text.utf8)
    for (open, close) in [("{{", "}}"), ("$(", ")"), ("${", "}")] {
      guard let start = find(open, in: bytes, from: 0), let end = find(close, in: bytes, from: start) else {
        continue
      }
      let hole = String(decoding: bytes[start..<(end + close.utf8.count)], as: UTF8.self)
      return Unknown([Unknown.Reason("'\(hole)' is filled in later")])
    }
    return nil
  }

  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count, start <= bytes.count - wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
  }
}

/// What makes a text unusable as a Kubernetes quantity.
///
/// Source: k8s.io/apimachinery/pkg/api/resource: sign, decimal digits, and one of n u m k M G T P E,
/// Ki Mi Gi Ti Pi Ei, or an exponent.
enum QuantityFault {
  private static let suffixes: Set<String> = [
    "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei",
  ]
  /// What people write, and what is meant.
  private static let repairs: [String: String] = [
    "K": "k", "KB": "k", "kb": "k", "kB": "k", "MB": "M", "mb": "M", "Mb": "M", "GB": "G", "gb": "G",
    "Gb": "G", "TB": "T", "tb": "T", "KiB": "Ki", "kib": "Ki", "ki": "Ki", "MiB": "Mi", "mib": "Mi",
    "mi": "Mi", "MI": "Mi", "GiB": "Gi", "gib": "Gi", "gi": "Gi", "GI": "Gi", "TiB": "Ti", "ti": "Ti",
    "g": "G", "t": "T", "B": "", "b": "", "cpu": "", "cores": "", "core": "",
  ]

  /// Empty for a positive quantity.
  static func text(_ text: String) -> String {
    guard !text.isEmpty else { return "it is empty" }
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let number = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    let suffix = String(decoding: rest.dropFirst(number.count), as: UTF8.self)
    let digits = number.filter(isDigit)
    guard !digits.isEmpty, number.count - digits.count <= 1 else { return "it is no number" }
    let numberText = String(decoding: number, as: UTF8.self)
    if !suffixes.contains(suffix) && !isExponent(suffix) {
      let trimmed = suffix.filter { $0 != " " }
      if suffixes.contains(trimmed) { return "write \(numberText)\(trimmed)" }
      if let repair = repairs[trimmed] {
        return "'\(trimmed)' is no unit of a quantity; write \(numberText)\(repair)"
      }
      return "'\(suffix)' is no unit of a quantity"
    }
    if digits.allSatisfy({ $0 == UInt8(ascii: "0") }) { return "it is zero" }
    return isNegative ? "it is negative" : ""
  }

  /// `100m` of memory is a tenth of a byte.
  static func fractionOfByte(_ text: String) -> String? {
    guard let suffix = text.last, "mun".contains(suffix),
      text.dropLast().allSatisfy({ $0.isNumber || $0 == "." })
    else { return nil }
    return "it is a fraction of a byte; write \(text.dropLast())Mi"
  }

  private static func isExponent(_ suffix: String) -> Bool {
    guard let first = suffix.utf8.first, first == UInt8(ascii: "e") || first == UInt8(ascii: "E") else {
      return false
    }
    var digits = Array(suffix.utf8.dropFirst())[...]
    if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    return !digits.isEmpty && digits.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// An image reference as expressions see it.
struct ImageContent: OpaqueContent {
  let reference: ImageReference

  init(_ reference: ImageReference) {
    self.reference = reference
  }

  private static let unbuilt = Unknown([
    Unknown.Reason("a digest of zeros stands for an image that was not built or looked up yet")
  ])

  var typeName: String { "mlguard.Image" }
  var description: String { "\(reference.registry)/\(reference.repository)" }

  func isEqual(to other: any OpaqueContent) -> Bool {
    (other as? ImageContent)?.reference == reference
  }

  func field(_ name: String) -> CELValue? {
    switch name {
    case "registry": .string(reference.registry)
    case "repository": .string(reference.repository)
    case "tag": .string(reference.tag)
    case "digest": reference.isUnbuilt ? .unknown(Self.unbuilt) : .string(reference.digest)
    case "valid": .bool(reference.fault == nil)
    case "fault": .string(reference.fault ?? "")
    default: nil
    }
  }
}
