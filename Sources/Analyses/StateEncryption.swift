internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports an S3 backend that asks for no key of its own: a state holds every value of its resources in clear.
///
/// Settings that stand in no file of the repository (`backend "s3" {}`) are not judged.
struct StateEncryption: Analysis {
  static let name = "state-encryption"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    var seen: Set<Location> = []
    for root in facts.terraformRoots {
      guard let backend = root.backend, backend.type == "s3",
        let bucket = backend.settings["bucket"], !bucket.isNull
      else { continue }
      let settings = backend.settings
      if let off = settings["encrypt"], off.bool == false {
        let location = off.location ?? backend.location
        if seen.insert(location).inserted { report.violation(Message.off, at: location) }
        continue
      }
      let key = settings["kms_key_id"] ?? settings["sse_customer_key"]
      guard key == nil || key?.isNull == true || key?.string == "" else { continue }
      let location = key?.location ?? backend.location
      if seen.insert(location).inserted { report.violation(Message.keyless, at: location) }
    }
  }

  private enum Message {
    static let off = "the state is not encrypted by its backend"
    static let keyless = "the state has no key of its own"
  }
}
