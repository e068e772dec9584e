internal import Testing

@testable internal import PolicyKit

struct QuantityFaultTests {
  @Test(arguments: [
    "1", "0.5", "500m", "1Gi", "1.5Gi", "1e3", "1E3", "12E", "1e-3", "+1", ".5", "5.", "100n",
  ])
  func `usable quantities`(text: String) {
    #expect(QuantityFault.text(text) == "")
  }

  @Test func `what is wrong, with the nearest right form`() {
    #expect(
      ["", "0", "0Gi", "-1", "500MB", "1 Gi", "1gb", "lots", "1.2.3", "1Zi", "1e", "2K"].map(
        QuantityFault.text)
        == [
          "it is empty", "it is zero", "it is zero", "it is negative",
          "'MB' is no unit of a quantity; write 500M", "write 1Gi", "'gb' is no unit of a quantity; write 1G",
          "it is no number", "it is no number", "'Zi' is no unit of a quantity",
          "'e' is no unit of a quantity", "'K' is no unit of a quantity; write 2k",
        ])
  }

  @Test func `a fraction of a byte`() {
    #expect(QuantityFault.fractionOfByte("512m") == "it is a fraction of a byte; write 512Mi")
    #expect(QuantityFault.fractionOfByte("512M") == nil)
  }
}
