public import ResourceModel
public import SourceText
public import Values

/// What `terraform show -json PLAN` says will be there after apply.
///
/// Plans hold secrets in clear text. Values that Terraform marks sensitive are marked here too, and no location
/// of a value lies in the plan's text: give reports the plan's path, never its bytes.
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
      let place = written?.location ?? location
      let values = PlanValues(
        reason: Unknown.Reason("\(instance.address) is known only after apply", at: written?.location),
        fallback: Origin(place))
      return Resource(
        domain: .terraform,
        type: (instance.mode == .managed ? "" : instance.mode.rawValue + ".") + instance.type,
        name: instance.name, address: instance.address,
        value: values.value(
          instance.after, instance.afterUnknown, instance.afterSensitive, written: written?.value),
        location: place,
        remarks: source != nil && written == nil
          ? ["planned, but not in the configuration beside the plan"] : [],
        terraform: TerraformPlace(
          root: 0, mode: instance.mode, module: instance.module,
          provider: source == nil ? instance.provider : written?.terraform?.provider))
    }
    var root =
      source?.root
      ?? TerraformRoot(folder: "", providers: providers, inputs: inputs, location: location)
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
