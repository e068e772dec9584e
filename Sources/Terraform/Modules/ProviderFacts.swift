internal import ResourceModel
internal import SourceText
internal import Values

/// The `default_tags` of the AWS provider, merged under a resource's own tags into `tags_all`.
enum DefaultTags {
  static func apply(
    _ fields: inout ObjectFields, _ type: String, _ evaluation: RootEvaluation, _ provider: Int?,
    _ reason: Unknown.Reason
  ) {
    guard type.hasPrefix("aws_"), fields["tags_all"] == nil else { return }
    let standard = provider.flatMap { evaluation.providers[$0].value["default_tags"] }
    // Of `aws_s3_object`.
    let overriding = fields["override_provider"]?.list?.first
    let blocks = overriding?["default_tags"] ?? standard
    // A type without tags has no `tags_all`; of a type whose schema is not carried only what is written tells.
    let isTaggable = evaluation.schema(of: type).map { $0.attributes["tags_all"] != nil }
    guard isTaggable != false,
      let own = fields["tags"] ?? (blocks == nil || isTaggable == nil ? nil : Value.null())
    else { return }
    if !own.isKnown || (blocks.map { !$0.isKnown } ?? false) {
      fields.append(
        .init("tags_all", Value.unknown(because: own.unknownReasons + (blocks?.unknownReasons ?? []))))
      return
    }
    var merged = ObjectFields()
    for block in blocks?.list ?? [] {
      guard let tags = block["tags"] else { continue }
      guard let fields = tags.object else { continue }
      for field in fields.fields { merged.set(field) }
    }
    if case .object(let tags) = own.content {
      for field in tags.fields { merged.set(field) }
    }
    fields.append(
      .init("tags_all", Value(.object(merged), origin: own.origin, marks: own.deepMarks)))
  }
}

/// Data sources whose results follow from the configuration alone.
enum KnownData {
  static func complete(
    _ fields: inout ObjectFields, _ type: String, _ evaluation: RootEvaluation, _ provider: Int?,
    _ address: String, _ resource: ModuleSource.Resource
  ) {
    switch type {
    case "aws_iam_policy_document":
      let document = PolicyDocument(fields, at: resource.declaration.location).json
      for name in ["json", "minified_json"] {
        fields.set(
          .init(name, at: resource.declaration.location, name == "json" ? document.json : document.minified))
      }
    case "aws_region":
      func given(_ name: String) -> Value? { fields[name].flatMap { $0.isNull ? nil : $0 } }
      guard given("endpoint") == nil,
        let region = given("region") ?? given("name")
          ?? provider.flatMap({ evaluation.providers[$0].value["region"] })
      else { return }
      for name in ["region", "name", "id"] { fields.set(.init(name, region)) }
    case "aws_partition":
      guard let region = provider.flatMap({ evaluation.providers[$0].value["region"] })?.string else {
        return
      }
      let (partition, suffix, dns) =
        region.hasPrefix("cn-")
        ? ("aws-cn", "amazonaws.com.cn", "cn.com.amazonaws")
        : region.hasPrefix("us-gov-")
          ? ("aws-us-gov", "amazonaws.com", "com.amazonaws") : ("aws", "amazonaws.com", "com.amazonaws")
      for (name, text) in [
        ("partition", partition), ("id", partition), ("dns_suffix", suffix), ("reverse_dns_prefix", dns),
      ] { fields.set(.init(name, .string(text, origin: Origin(resource.declaration.location)))) }
    case "terraform_remote_state":
      let reason = Unknown.Reason("\(address) is read from another state", at: resource.declaration.location)
      fields.set(
        .init("outputs", RemoteOutputs.value(fields, evaluation, reason) ?? .unknown(because: [reason])))
    default: break
    }
  }
}

/// The outputs that `terraform_remote_state` reads, where the root that owns the state is in the repository.
enum RemoteOutputs {
  static func value(
    _ fields: ObjectFields, _ evaluation: RootEvaluation, _ reason: Unknown.Reason
  ) -> Value? {
    guard let location = reason.location else { return nil }
    let remote = TerraformRoot.RemoteState(
      address: "", backend: fields["backend"] ?? .null(), settings: fields["config"] ?? .null(),
      location: location)
    let workspace = fields["workspace"]
    guard let name = RemoteStates.name(of: remote, workspace: workspace, in: evaluation.folder),
      let outputs = evaluation.states.outputs(of: name, otherwise: reason),
      case .object(var found) = outputs.content
    else { return nil }
    for field in fields["defaults"]?.object?.fields ?? [] where found[field.name] == nil {
      found.append(field)
    }
    return .object(found)
  }
}

/// `terraform_data`, Terraform's own resource: what is not set is null, `id` and `output` are known after apply.
enum TerraformData {
  static func complete(_ fields: inout ObjectFields, _ reason: Unknown.Reason) {
    fields.rest = nil
    for name in ["input", "triggers_replace"] where fields.position(of: name) == nil {
      fields.append(.init(name, .null()))
    }
    let input = fields["input"] ?? .null()
    fields.set(.init("id", .unknown(.string, Unknown([reason], isNotNull: true))))
    fields.set(.init("output", input.isNull ? input : .unknown(input.type, because: [reason])))
  }
}

/// Attributes that providers without a carried schema mark as sensitive.
enum SensitiveAttributes {
  private static let names: [String: [String]] = [
    "random_password": ["result", "bcrypt_hash"],
    "tls_private_key": ["private_key_pem", "private_key_openssh", "private_key_pem_pkcs8"],
    "azurerm_key_vault_secret": ["value"],
    "google_service_account_key": ["private_key"],
    "kubernetes_secret": ["data", "binary_data"], "kubernetes_secret_v1": ["data", "binary_data"],
    "data.kubernetes_secret": ["data", "binary_data"], "data.kubernetes_secret_v1": ["data", "binary_data"],
    "data.azurerm_key_vault_secret": ["value"], "data.vault_generic_secret": ["data", "data_json"],
    "data.vault_kv_secret_v2": ["data", "data_json"],
    "data.google_secret_manager_secret_version": ["secret_data"],
  ]

  /// A plain parameter is marked by the provider as those of type SecureString are, and is no secret.
  static func unmarkPlainParameter(_ fields: inout ObjectFields, _ type: String) {
    guard type.hasSuffix("aws_ssm_parameter"), let kind = fields["type"]?.string, kind != "SecureString",
      let value = fields["value"]
    else { return }
    fields["value"] = value.unmarked
  }

  static func mark(_ fields: inout ObjectFields, _ type: String, _ reason: Unknown.Reason) {
    for name in names[type] ?? [] {
      let position = fields.position(of: name)
      let value = position.map { fields.fields[$0].value } ?? .unknown(because: [reason])
      fields.set(
        .init(name, at: position.flatMap { fields.fields[$0].nameLocation }, value.withMarks(.sensitive)))
    }
  }
}
