/// An environment as a profile declares it. What the profile does not say is inferred.
public struct DeclaredEnvironment: Sendable {
  /// A root module, and the inputs that it gets in this environment.
  public struct Root: Sendable {
    public var folder: String
    /// From the root of the repository, lowest precedence first; empty: whatever inputs the root has.
    public var variableFiles: [String]
    /// Files of backend settings.
    public var backendFiles: [String]
    public var workspace: String?
    /// The line of the profile: `.mlguard.yaml:12:9`.
    public var place: String

    public init(
      folder: String, variableFiles: [String] = [], backendFiles: [String] = [], workspace: String? = nil,
      place: String
    ) {
      self.folder = folder
      self.variableFiles = variableFiles
      self.backendFiles = backendFiles
      self.workspace = workspace
      self.place = place
    }
  }

  public var name: String
  public var roots: [Root] = []
  /// Ids of cloud accounts, of which each belongs to one environment.
  public var accounts: [String] = []
  /// Names or API server addresses of clusters, as Argo CD destinations write them.
  public var clusters: [String] = []
  public var namespaces: [String] = []
  /// Folders of kustomize overlays.
  public var overlays: [String] = []
  /// Words that stand for the environment in names and paths, beside its own name.
  public var words: [String] = []

  public init(name: String) { self.name = name }
}

/// The words that name environments, and the label that each stands for.
public struct EnvironmentVocabulary: Sendable {
  /// What everybody may use.
  public static let shared = "shared"
  /// Without declared environments.
  public static let standard = EnvironmentVocabulary([])

  private static let synonyms = [
    "development": "dev", "stage": "staging", "stg": "staging", "production": "prod", "prd": "prod",
    "live": "prod", "testing": "test", "pre-prod": "preprod", "global": "shared",
  ]
  private static let known: Set<String> = [
    "dev", "test", "qa", "int", "staging", "uat", "preprod", "prod", "sandbox", "shared",
  ]

  private var declared: [String: String] = [:]

  public init(_ environments: [DeclaredEnvironment]) {
    for environment in environments {
      let name = environment.name.lowercased()
      let label = Self.standardLabel(name) ?? name
      for word in [name] + environment.words { declared[word.lowercased()] = label }
    }
  }

  /// `production` → `prod`; nil for a word that names no environment.
  public func label(_ word: String) -> String? {
    let lower = word.lowercased()
    return declared[lower] ?? Self.standardLabel(lower)
  }

  private static func standardLabel(_ lower: String) -> String? {
    let label = synonyms[lower] ?? lower
    return known.contains(label) ? label : nil
  }

  /// The environments that a text names by whole words, in its order.
  public func labels(in text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber) }.compactMap { label(String($0)) }
  }

  /// The last folder of a path that names an environment.
  public func folder(of path: String) -> (name: String, label: String)? {
    for part in path.split(separator: "/").reversed() {
      if let label = label(String(part)) { return (String(part), label) }
    }
    return nil
  }
}
