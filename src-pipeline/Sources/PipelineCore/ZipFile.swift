internal import CZlib

/// A zip archive with one file in it, as data archives are.
///
/// Source: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
enum ZipFile {
  /// Unpacked files above this size are refused: a year of one-minute klines has 40 MB.
  static let sizeLimit = 512 << 20

  /// The file's bytes, its CRC-32 verified.
  static func onlyEntry(_ bytes: [UInt8], name: String) throws(PipelineError) -> (
    name: String, bytes: [UInt8]
  ) {
    func damaged(_ what: String) -> PipelineError {
      PipelineError(.input, "not a whole zip file: \(what)", at: name, fix: "fetch it again")
    }
    func number(_ offset: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    let tail = stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1)
    guard let end = tail.first(where: { number($0, 4) == 0x0605_4B50 }) else { throw damaged("no directory") }
    guard number(end + 10, 2) == 1 else {
      throw PipelineError(.input, "zip holds \(number(end + 10, 2)) files where one is expected", at: name)
    }
    let entry = number(end + 16, 4)
    guard entry + 46 <= end, number(entry, 4) == 0x0201_4B50 else { throw damaged("directory out of place") }
    let method = number(entry + 10, 2)
    let storedSize = number(entry + 20, 4)
    let plainSize = number(entry + 24, 4)
    let nameLength = number(entry + 28, 2)
    let local = number(entry + 42, 4)
    guard entry + 46 + nameLength <= end, local + 30 <= entry, number(local, 4) == 0x0403_4B50 else {
      throw damaged("entry out of place")
    }
    let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
    guard start + storedSize <= entry, plainSize <= sizeLimit else { throw damaged("sizes do not fit") }
    let stored = bytes[start..<(start + storedSize)]
    let plain = method == 0 ? Array(stored) : method == 8 ? inflate(stored, size: plainSize) : nil
    guard let plain, plain.count == plainSize, Int(checksum(plain)) == number(entry + 16, 4) else {
      throw damaged("its checksum does not match")
    }
    return (String(decoding: bytes[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self), plain)
  }

  /// nil unless the raw deflate stream gives exactly `size` bytes.
  private static func inflate(_ stored: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var stream = unsafe z_stream()
    let version = ZLIB_VERSION
    guard unsafe inflateInit2_(&stream, -15, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { unsafe _ = inflateEnd(&stream) }
    var input = Array(stored)
    var isWhole = false
    let plain = unsafe [UInt8](unsafeUninitializedCapacity: size) { target, count in
      unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(size)
        isWhole = unsafe CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END
        count = unsafe size - Int(stream.avail_out)
      }
    }
    return isWhole ? plain : nil
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count)))
    }
  }
}
