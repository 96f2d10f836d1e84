import ReportProperties
import TestSupport
import Testing

/// What holds for every report of any page.
struct AnyPageTests {
  @Test func `the reports of pages that are built to hurt can be read`() async {
    for page in HurtfulPage.all(ofSize: 1_000) {
      await ReportProperties(["a.md": Array(page.text.utf8)]).run {
        Issue.record("\(page.name): \($0)")
      }
    }
  }

  @Test func `the reports of pages with bytes that are wrong can be read`() async throws {
    let files = try Repository.pages(in: "help").sorted { $0.key < $1.key }.prefix(6)
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let odd: [[UInt8]] = [
      [0x1B], [0xFF], Array("::error::".utf8), Array("##[".utf8), Array("\u{202E}".utf8),
      Array("<b>".utf8), Array("]]>".utf8), Array("\r".utf8), Array("| \"".utf8), [0],
    ]
    for (path, text) in files {
      var bytes = Array(text.utf8)
      for _ in 0..<12 {
        let place = random(bytes.count)
        bytes.replaceSubrange(place..<min(place + random(3), bytes.count), with: odd[random(10)])
      }
      await ReportProperties(["a.md": bytes]).run { Issue.record("\(path): \($0)") }
    }
  }
}
