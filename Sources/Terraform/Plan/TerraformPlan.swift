public import ResourceModel
public import SourceText
public import Values

/// What `terraform show -json PLAN` says will be there after apply.
///
/// Plans hold secrets in clear text. Values that Terraform marks sensitive are marked here too, and locations lie on
/// addresses of resources only: give reports `quotable`, never the plan's bytes.
public struct TerraformPlan: Sendable {
  /// A resource or data source as it will be.
  public struct Instance: Sendable {
    public var address: String
    /// `module.a[0]`; empty in the root module.
    public var module: String
    public var mode: TerraformPlace.Mode
    public var type: String
    public var name: String
    /// `create`, `update`, `no-op`, `read`; two for a replacement.
    public var actions: [String]
    /// Index in `providers`; nil where the configuration of the provider is not in the plan.
    public var provider: Int?
    /// The address in the plan's text.
    let location: Location
    /// The expressions of the configuration; nil where the plan does not have them.
    let configured: Value?
    let after: Value
    let afterUnknown: Value
    let afterSensitive: Value
  }

  /// What will be there: resources that are only destroyed or forgotten are left out.
  public var instances: [Instance]
  public var providers: [TerraformRoot.Provider]
  public var inputs: [TerraformRoot.Input]
  public var outputs: [TerraformRoot.Output]
  public var terraformVersion: String
  /// The plan's file with nothing in it but the addresses of resources.
  public var quotable: SourceFile
  /// Texts that Terraform calls sensitive, of four characters or more: no report may hold them.
  public var sensitiveTexts: Set<String>
  let location: Location
}

extension TerraformPlan {
  /// A plan, unless the file is none, and what is wrong with it.
  public struct Reading: Sendable {
    public var plan: TerraformPlan?
    public var problems: [Problem]
  }

  /// Reads the JSON text of a plan, format version 1.x.
  public static func read(_ file: SourceFile) -> Reading {
    var reader = PlanReader(file)
    return reader.read()
  }

  /// The plan as a root to be judged. With the evaluation of the root module that it was made from, each value
  /// points at the source text that sets it, and the root's facts are the module's.
  public func result(joining source: RootResult? = nil) -> RootResult {
    let join = PlanJoin(source?.resources ?? [])
    let resources = instances.map { instance in
      let written = join.resource(at: instance.address)
      let place = written?.location ?? instance.location
      let values = PlanValues(
        reason: Unknown.Reason("\(instance.address) is known only after apply", at: written?.location),
        fallback: Origin(place))
      let value = values.value(
        instance.after, instance.afterUnknown, instance.afterSensitive, written: written?.value,
        configured: instance.configured)
      return Resource(
        domain: .terraform,
        type: (instance.mode == .managed ? "" : instance.mode.rawValue + ".") + instance.type,
        name: instance.name, address: instance.address,
        value: PlanArguments(instance, written: written?.value).kept(value),
        location: place,
        remarks: source != nil && written == nil
          ? ["planned, but not in the configuration beside the plan"] : [],
        terraform: TerraformPlace(
          root: 0, mode: instance.mode, module: instance.module,
          provider: source == nil ? instance.provider : written?.terraform?.provider))
    }
    var root =
      source?.root
      ?? TerraformRoot(
        // What lies beside the configuration, a plan does not say.
        folder: "", providers: providers, inputs: inputs, hasLockFile: true, location: location)
    root.outputs = outputs.map { planned in
      guard let written = root.outputs.first(where: { $0.name == planned.name }) else { return planned }
      var output = planned
      output.location = written.location
      output.isEphemeral = written.isEphemeral
      if written.value.location != nil { output.value.origin = written.value.origin }
      return output
    }
    return RootResult(root: root, resources: resources, problems: source?.problems ?? [])
  }
}
