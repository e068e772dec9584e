internal import SourceText
internal import Values

/// How often a resource or module is repeated.
enum Repetition {
  /// The key of one instance.
  enum Key {
    case none
    case index(Int)
    case name(String)
    /// `count` or `for_each` is not known: one instance stands for all.
    case unknown(Unknown)

    /// As addresses have it: `[0]`, `["a"]`.
    var text: String {
      switch self {
      case .none: ""
      case .index(let index): "[\(index)]"
      case .name(let name): "[\(name.quotedAsGo)]"
      case .unknown: "[?]"
      }
    }
  }

  case single
  case count(Int, Value)
  case forEach([(key: Value, value: Value)])
  case unknown(Unknown, isForEach: Bool)
}

/// The names in scope inside of one instance or nested block: `each`, `count`, iterators of dynamic blocks; all
/// others are the module's.
final class InstanceScope: NameScope {
  let module: ModuleInstance
  var names: [String: Value]

  init(_ module: ModuleInstance, _ names: [String: Value] = [:]) {
    self.module = module
    self.names = names
  }

  func resolve(_ reference: ScopeReference) -> ScopeResolution? {
    if let value = names[reference.root] {
      return .value(value, steps: 0, note: reference.root == "each" ? "each" : nil)
    }
    switch reference.root {
    case "each": return .failure("each is known only where for_each is set")
    case "count": return .failure("count is known only where count is set")
    case "self":
      return .value(.unknown(because: [.init("self is known only after apply")]), steps: 0, note: nil)
    default: return module.resolve(reference)
    }
  }
}
