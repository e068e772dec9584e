public import SourceText
public import Values

/// A Terraform root module under one set of inputs: what a policy asks about the root as a whole.
public struct TerraformRoot: Sendable {
  /// Where the state is: `backend "s3" {}`, `cloud {}`.
  public struct Backend: Sendable {
    /// `s3`, `local`, `cloud`.
    public var type: String
    /// The settings, those of backend files included.
    public var settings: Value
    public var location: Location

    public init(type: String, settings: Value, location: Location) {
      self.type = type
      self.settings = settings
      self.location = location
    }
  }

  /// A provider block, of the root or of a module in it.
  public struct Provider: Sendable {
    public var name: String
    public var alias: String?
    public var settings: Value
    /// `module.a` for a block in a module; empty in the root.
    public var module: String
    public var location: Location

    public init(name: String, alias: String?, settings: Value, module: String, location: Location) {
      self.name = name
      self.alias = alias
      self.settings = settings
      self.module = module
      self.location = location
    }
  }

  /// A variable of the root and the value that it has in this evaluation.
  public struct Input: Sendable {
    public enum Source: Hashable, Sendable {
      case standard
      /// Path of the variable file.
      case file(String)
      case unset
    }

    public var name: String
    public var value: Value
    public var source: Source
    /// The declaration.
    public var location: Location

    public init(name: String, value: Value, source: Source, location: Location) {
      self.name = name
      self.value = value
      self.source = source
      self.location = location
    }
  }

  /// `data "terraform_remote_state"`: which other state is read.
  public struct RemoteState: Sendable {
    public var address: String
    public var backend: Value
    public var settings: Value
    /// nil where none is chosen.
    public var workspace: Value?
    public var location: Location

    public init(
      address: String, backend: Value, settings: Value, workspace: Value? = nil, location: Location
    ) {
      self.address = address
      self.backend = backend
      self.settings = settings
      self.workspace = workspace
      self.location = location
    }
  }

  /// A provider that the root or a module in it requires.
  public struct Requirement: Sendable {
    public var name: String
    public var source: String?
    public var version: String?
    /// Address of the module that says so; empty for the root.
    public var module: String
    public var location: Location

    public init(name: String, source: String?, version: String?, module: String, location: Location) {
      self.name = name
      self.module = module
      self.source = source
      self.version = version
      self.location = location
    }
  }

  /// An output of the root module.
  public struct Output: Sendable {
    public var name: String
    public var value: Value
    /// The block says `sensitive = true`: the value is hidden in plans and on terminals. The state holds it all the
    /// same.
    public var isSensitive: Bool
    /// The block says `ephemeral = true`: the value is not stored.
    public var isEphemeral: Bool
    /// The header of the block.
    public var location: Location

    public init(
      name: String, value: Value, isSensitive: Bool = false, isEphemeral: Bool = false, location: Location
    ) {
      self.name = name
      self.value = value
      self.isSensitive = isSensitive
      self.isEphemeral = isEphemeral
      self.location = location
    }
  }

  /// How the root uses `terraform.workspace`.
  public struct Workspaces: Sendable {
    /// In the order of the files; those of provider blocks are left out.
    public var uses: [Location]
    /// A provider's account, role or profile depends on the workspace.
    public var chooseAccount: Bool

    public init(uses: [Location] = [], chooseAccount: Bool = false) {
      self.uses = uses
      self.chooseAccount = chooseAccount
    }
  }

  /// A call of a module that is not in the repository: nobody can say what becomes of its arguments.
  public struct OpenCall: Sendable {
    /// `module.db`
    public var address: String
    public var arguments: Value
    public var location: Location

    public init(address: String, arguments: Value, location: Location) {
      self.address = address
      self.arguments = arguments
      self.location = location
    }
  }

  /// A variable of a module that its call does not set, and whose default is a text.
  public struct ModuleDefault: Sendable {
    public var name: String
    public var value: Value
    /// `module.a`
    public var module: String
    /// The declaration.
    public var location: Location
    /// The module's call.
    public var call: Location

    public init(name: String, value: Value, module: String, location: Location, call: Location) {
      self.name = name
      self.value = value
      self.module = module
      self.location = location
      self.call = call
    }
  }

  /// Relative to the root of the scan.
  public var folder: String
  /// The name of the set of inputs (`prod` of `envs/prod.tfvars`); nil where the root has one set only.
  public var inputName: String?
  /// Paths of the variable files, lowest precedence first.
  public var inputFiles: [String]
  public var workspace: String
  public var backend: Backend?
  public var providers: [Provider]
  public var inputs: [Input]
  public var remoteStates: [RemoteState]
  public var requirements: [Requirement]
  /// The folder holds `.terraform.lock.hcl`.
  public var hasLockFile: Bool
  /// In the order of the files.
  public var outputs: [Output]
  public var workspaces = Workspaces()
  /// One for each call, with the arguments as they are known here.
  public var openCalls: [OpenCall] = []
  /// Of all modules below the root.
  public var moduleDefaults: [ModuleDefault] = []
  /// The names of environments that were inferred or declared; filled in by the scan.
  public var environments: [String]
  /// The environment, with the reason; filled in by the scan, nil where none is known.
  public var label: EnvironmentLabel?
  /// The first configuration file.
  public var location: Location

  public init(
    folder: String, inputName: String? = nil, inputFiles: [String] = [], workspace: String = "default",
    backend: Backend? = nil, providers: [Provider] = [], inputs: [Input] = [],
    remoteStates: [RemoteState] = [],
    requirements: [Requirement] = [], hasLockFile: Bool = false, outputs: [Output] = [],
    environments: [String] = [], location: Location
  ) {
    self.folder = folder
    self.inputName = inputName
    self.inputFiles = inputFiles
    self.workspace = workspace
    self.backend = backend
    self.providers = providers
    self.inputs = inputs
    self.remoteStates = remoteStates
    self.requirements = requirements
    self.hasLockFile = hasLockFile
    self.outputs = outputs
    self.environments = environments
    self.location = location
  }

  /// The values of the outputs, an object.
  public var outputValues: Value {
    .object(ObjectFields(outputs.map { .init($0.name, at: $0.location, $0.value) }))
  }
}

/// Where a resource stands in the evaluation of a Terraform root.
public struct TerraformPlace: Hashable, Sendable {
  public enum Mode: String, Hashable, Sendable {
    case managed
    case data
    case ephemeral
  }

  /// Index in `Facts.terraformRoots`.
  public var root: Int
  public var mode: Mode
  /// `module.a[0]`; empty in the root module.
  public var module: String
  /// Index in the root's `providers`; nil where no block configures the provider.
  public var provider: Int?
  /// The number of instances is not known before apply: this one stands for all.
  public var isUnknownInstance: Bool

  public init(root: Int, mode: Mode, module: String, provider: Int?, isUnknownInstance: Bool = false) {
    self.root = root
    self.mode = mode
    self.module = module
    self.provider = provider
    self.isUnknownInstance = isUnknownInstance
  }
}
