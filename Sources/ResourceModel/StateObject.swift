public import SourceText
public import Values

/// The object that a Terraform state is kept in.
public struct StateObject: Sendable {
  public var type: String
  /// What the object lies in: a bucket, a container, an organisation.
  public var store: [Value]
  /// Which object of it.
  public var key: [Value]
  public var location: Location

  /// Settings that make up the identity, by type of backend.
  private static let settings: [String: (store: [String], key: [String])] = [
    "s3": (["bucket"], ["key"]),
    "gcs": (["bucket"], ["prefix"]),
    "azurerm": (["storage_account_name", "container_name"], ["key"]),
    "oss": (["bucket"], ["key"]),
    "cos": (["bucket"], ["key"]),
    "consul": (["address"], ["path"]),
    "http": ([], ["address"]),
    "pg": (["conn_str"], ["schema_name"]),
    "kubernetes": (["namespace"], ["secret_suffix"]),
  ]

  /// Nil for a type whose objects have no name in the configuration.
  public init?(type: String, settings value: Value, location: Location) {
    guard let names = Self.settings[type] else { return nil }
    func setting(_ name: String) -> Value {
      value[name]
        ?? .unknown(because: [.init("the backend's setting '\(name)' is not in the repository", at: location)]
        )
    }
    self.type = type
    store = names.store.map(setting)
    key = names.key.map(setting)
    self.location = location
  }

  public init?(_ backend: TerraformRoot.Backend?) {
    guard let backend else { return nil }
    self.init(type: backend.type, settings: backend.settings, location: backend.location)
  }

  /// Nil where a part is not known.
  public var storeName: String? { Self.joined(type, store) }
  public var name: String? { Self.joined(type, store + key) }

  /// Where the key is written, or else the backend.
  public var keyLocation: Location { key.last?.location ?? location }
  public var storeLocation: Location { store.last?.location ?? location }

  public var unknownReasons: [Unknown.Reason] { (store + key).compactMap(\.unknown).flatMap(\.reasons) }

  private static func joined(_ type: String, _ parts: [Value]) -> String? {
    var words = [type]
    for part in parts {
      guard let text = part.string else { return nil }
      words.append(text)
    }
    return words.joined(separator: "/")
  }
}
