import Foundation
import HTTPTransport
import PipelineCore
import Testing

@testable import ObjectStorage

/// Set by script/with_radosgw, which starts a server that checks signatures.
private let bucket = ProcessInfo.processInfo.environment["MLPIPE_BUCKET_RAW"]

@Suite(
  .enabled(if: bucket != nil, "no S3 server: run script/integration-test s3"), .serialized)
struct ObjectStoreTests {
  private var store: ObjectStore {
    let environment = ProcessInfo.processInfo.environment
    let client = RetryingClient(SessionTransport(), policy: RetryPolicy(attempts: 2))
    return ObjectStore(environment: environment, client: client)
  }

  @Test(arguments: [
    "plain", "with blank", "plus+and&more", "dots/../not", "ünïcode/日本", "a=b?c#d", "per%cent",
  ])
  func `what is put comes back, under any name`(name: String) async throws {
    let name = name.replacingOccurrences(of: "..", with: "__")
    let bytes = Array("content of \(name)".utf8)
    try await store.put(bytes, key: "names/\(name)", bucket: bucket ?? "")
    let found = try await store.get("names/\(name)", bucket: bucket ?? "")
    #expect(found == bytes)
    let keys = try await store.keys("names/", bucket: bucket ?? "")
    #expect(keys.contains("names/\(name)"))
    try await store.delete("names/\(name)", bucket: bucket ?? "")
    let gone = try await store.get("names/\(name)", bucket: bucket ?? "")
    #expect(gone == nil)
  }

  @Test func `a conditional put leaves what is there`() async throws {
    let isFirst = try await store.put([1], key: "once", bucket: bucket ?? "", onlyIfAbsent: true)
    let isSecond = try await store.put([2], key: "once", bucket: bucket ?? "", onlyIfAbsent: true)
    let found = try await store.get("once", bucket: bucket ?? "")
    #expect(isFirst && !isSecond && found == [1])
    try await store.delete("once", bucket: bucket ?? "")
  }

  @Test func `a large object goes up in parts and comes back whole`() async throws {
    var stream = SplitMix64(seed: 1)
    let bytes = (0..<(ObjectStore.defaultPartSize * 2 + 12_345)).map { _ in
      UInt8(truncatingIfNeeded: stream.next())
    }
    try await store.put(bytes, key: "large", bucket: bucket ?? "")
    let found = try await store.get("large", bucket: bucket ?? "")
    #expect(found == bytes)
    try await store.delete("large", bucket: bucket ?? "")
  }

  @Test func `a list longer than one answer is whole`() async throws {
    for number in 0..<1005 { try await store.put([0], key: "many/\(number)", bucket: bucket ?? "") }
    let keys = try await store.keys("many/", bucket: bucket ?? "")
    #expect(keys.count == 1005)
    for key in keys { try await store.delete(key, bucket: bucket ?? "") }
  }

  @Test func `a bucket that is not there is named`() async throws {
    let fault = await #expect(throws: PipelineError.self) {
      try await store.get("k", bucket: "no-such-bucket")
    }
    #expect(fault?.message.hasPrefix("NoSuchBucket") == true)
  }
}
