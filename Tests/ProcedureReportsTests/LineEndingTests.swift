import ProcedureModel
import ProcedureParser
import ProcedureReports
import TestSupport
import Testing

/// How lines end and whether a mark stands at the file's head is no matter.
struct LineEndingTests {
  private static let fenced = """
    # Create a Role

    1. In the **Role Name** field, enter:

       ```
       My Role
       ```

    1. Click **Create**.

    """

  private static let pages: [String: String] = {
    var pages = (try? Repository.pages(in: "help")) ?? [:]
    pages.merge((try? Repository.pages(in: "Tests/Fuzz/Seeds")) ?? [:]) { $1 }
    pages["fenced.md"] = fenced
    return pages.filter { !$0.value.contains("\r") }
  }()

  private func model(_ text: String) -> String {
    let reader = PageReader(library: MemoryLibrary())
    let model = ModelJSON.text(reader.read(Array(text.utf8), path: "page.md").page)
    // A mark at the head counts among the bytes of its line.
    return model.split(separator: "\n").filter { !$0.contains("column\"") }
      .joined(separator: "\n")
  }

  @Test func `the same page is understood whatever ends its lines`() {
    #expect(Self.pages.count > 40)
    for (path, text) in Self.pages {
      let plain = model(text)
      #expect(model(text.replacing("\n", with: "\r\n")) == plain, "\(path), CR LF")
      #expect(model("\u{FEFF}" + text) == plain, "\(path), BOM")
      var isOdd = false
      let mixed = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        isOdd.toggle()
        return isOdd ? line + "\r" : line
      }
      #expect(model("\u{FEFF}" + mixed.joined(separator: "\n")) == plain, "\(path), mixed")
    }
  }
}
