import MarketoAdminEngine
import Testing

struct JSONTests {
  @Test(arguments: [
    "null", "true", "-0", "12", "1.5", "-2.5e3", #""a\"b\\c""#, "[]", "{}",
    #"{"a":[1,{"b":null}],"c":"d"}"#,
  ])
  func `what is written is read back`(text: String) throws {
    let value = try #require(JSON(parsing: text))
    #expect(JSON(parsing: value.description) == value)
  }

  @Test func `escapes are characters`() {
    #expect(JSON(parsing: #""\u00e9\ud83d\ude00\n""#) == "é😀\n")
    #expect(JSON(parsing: "\" \u{1F600}\"") == " 😀")
  }

  @Test(arguments: [
    "", "nul", "01", "1.", "[1,]", "{\"a\"}", "\"", #""\x""#, #""\ud83d""#, "[1] 2", "{1:2}",
    String(repeating: "[", count: 100_000),
  ])
  func `what is no JSON is none`(text: String) {
    #expect(JSON(parsing: text) == nil)
  }

  @Test func `no bytes are too much for it`() {
    var state: UInt64 = 7
    let alphabet = Array(#"{}[]",:\u0123456789eE+-.truefalsn "#)
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      if let value = JSON(parsing: text) { #expect(JSON(parsing: value.description) == value) }
    }
  }
}
