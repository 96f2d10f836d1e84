import Diagnostics
import MarketoAdminEngine
import ProcedureModel
import ProcedureReports
import TestSupport
import Testing

/// The page on which a checklist is ticked off.
struct HTMLChecklistTests {
  private func html(_ text: String, pictures: [String: String] = [:]) -> String {
    let list = ChecklistBuilder(product: MarketoAdmin.product)
      .checklist(readPage(text, keepsContent: true))
    return HTMLChecklist(pictures: [PathKey(list.path): pictures]).text([list])
  }

  private let page = """
    # A <b>title</b>

    1. Click **<script>alert(1)</script>** and [run](javascript:alert(1)) or
       [go](https://a.example/?"x) or [there](other.md).

       ![<i>alt</i>](p.png)

       | A | B |
       | --- | --- |
       | <img src=x onerror=alert(1)> | `</code>` |
    """

  /// The tags of a page, in order; those of text are escaped, and none.
  private func tags(_ html: String) -> [String] {
    html.matches(of: /<\/?([a-z0-9]+)/).map { String($0.output.1) }
  }

  @Test func `what is opened is closed, in order`() {
    let withoutEnd: Set = ["input", "img", "meta", "br"]
    for source in [page] + HurtfulPage.all(ofSize: 2_000).map(\.text) {
      var open: [Substring] = []
      var isWellFormed = true
      for tag in html(source).matches(of: /<(\/?)([a-z0-9]+)(?:"[^"]*"|[^<>"])*>/) {
        let name = tag.output.2
        if tag.output.1.isEmpty {
          if !withoutEnd.contains(String(name)) { open.append(name) }
        } else if open.popLast() != name {
          isWellFormed = false
        }
      }
      #expect(isWellFormed && open == [], "\(source.prefix(200))")
    }
  }

  @Test func `no text of a page is markup, and no link runs anything`() {
    let html = html(page)
    let known: Set = [
      "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "div", "label", "input",
      "progress", "output", "button", "main", "ol", "li", "strong", "a", "span", "table", "tr",
      "th", "td", "code", "script", "ul",
    ]
    #expect(Set(tags(html)).isSubset(of: known), "\(Set(tags(html)).subtracting(known))")
    #expect(html.matches(of: /<script/).count == 1)
    let links = html.matches(of: /href="([^"]*)"/).map(\.output.1)
    #expect(links == ["https://a.example/?%22x"])
    #expect(html.contains("Picture: &lt;i&gt;alt&lt;/i&gt;") || html.contains("Picture: alt"))
  }

  @Test func `a picture that is there is in the page`() {
    let html = html(page, pictures: ["p.png": "data:image/png;base64,AAAA"])
    #expect(html.contains("<img src=\"data:image/png;base64,AAAA\""))
  }

  @Test func `each identifier is there once, and each box has a name`() {
    let text = "# A\n\n1. Click **Admin**.\n\n   1. Click **B**.\n   1. Click **C**.\n"
    let html = html(text)
    let ids = html.matches(of: /<[^>]* id="([^"]*)"/).map(\.output.1)
    #expect(Set(ids).count == ids.count && ids.contains("p1-1-1-b"))
    for box in html.matches(of: /<input type="checkbox"[^>]*>/) {
      #expect(box.output.contains("aria-label=\""))
    }
  }

  @Test func `another version of a page begins with empty boxes`() throws {
    func key(_ text: String) throws -> Substring {
      try #require(html(text).firstMatch(of: /data-key="([^"]*)"/)).output.1
    }
    let first = try key("# A\n\n1. Click **Admin**.\n")
    #expect(try key("# A\n\n1. Click **Admin**.\n") == first)
    #expect(try key("# A\n\n1. Click **Users**.\n") != first)
  }

  @Test(arguments: [":root{color-scheme", "@media(prefers-color-scheme:dark){:root{"])
  func `each colour of text can be read on each ground`(_ mark: String) throws {
    let html = html(page)
    let start = try #require(html.firstRange(of: mark)).upperBound
    let rules = html[start...].prefix { $0 != "}" }
    func color(_ name: String) throws -> Double {
      let found = try #require(rules.firstRange(of: "--\(name):#"))
      let digits = String(rules[found.upperBound...].prefix { $0.isHexDigit })
      return Self.luminance(digits)
    }
    for ground in ["page", "fill"] {
      for text in ["text", "soft", "accent", "good", "bad", "warn"] {
        let pair = [try color(ground), try color(text)].sorted()
        #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(text) on \(ground)")
      }
    }
  }

  /// WCAG's relative luminance of a colour of three or six digits.
  private static func luminance(_ digits: String) -> Double {
    let all = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : digits
    let number = UInt32(all, radix: 16) ?? 0
    let parts = [16, 8, 0].map { Double((number >> $0) & 0xFF) / 255 }
    let linear = parts.map { part in
      // Near enough to the exponent of 2.4 to tell 4.5 from less.
      part <= 0.04045 ? part / 12.92 : exponent((part + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The power of 2.4: the square, times the fifth root of the square.
  private static func exponent(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
