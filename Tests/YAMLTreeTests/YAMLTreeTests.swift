import Testing
import YAMLTree

/// What is read of a text, and why it is not.
struct YAMLTreeTests {
  /// The parts as JSON has them; what means nothing is null.
  private func dump(_ node: YAMLNode) -> String {
    if node.isNull { return "null" }
    if let text = node.string { return "\"\(text)\"" }
    if let nodes = node.sequence { return "[" + nodes.map(dump).joined(separator: ", ") + "]" }
    let pairs = node.mapping ?? []
    return "{" + pairs.map { dump($0) + ": " + dump($1) }.joined(separator: ", ") + "}"
  }

  @Test(arguments: [
    ("a: 1", #"{"a": "1"}"#),
    (
      "a: yes\nb: 'null'\nc: null\nd: ~\ne:\n",
      #"{"a": "yes", "b": "null", "c": null, "d": null, "e": null}"#
    ),
    ("- a\n- [b, {c: d}]\n", #"["a", ["b", {"c": "d"}]]"#),
    ("a: |\n  b\n  c\nd: >\n  e\n  f\n", "{\"a\": \"b\nc\n\", \"d\": \"e f\n\"}"),
    ("a: \"b & *c\" # *d\n\"*.md\": e&f", #"{"a": "b & *c", "*.md": "e&f"}"#),
    ("\u{FEFF}z: 1\r\ny: 2\r\n", #"{"z": "1", "y": "2"}"#),
    ("---\na: ü👍\n...\n", #"{"a": "ü👍"}"#),
    ("!!int 3", #""3""#),
    ("? [a]\n: b\n? [a]\n: c\n", #"{["a"]: "b", ["a"]: "c"}"#),
  ])
  func `every scalar is a text`(text: String, tree: String) throws {
    #expect(try YAMLNode.parsing(text).map(dump) == tree)
  }

  @Test(arguments: ["", "\n\n", "# nothing\n"])
  func `a text without content has no root`(text: String) throws {
    #expect(try YAMLNode.parsing(text) == nil)
  }

  @Test(arguments: [
    ("a: &x 1\n", 1, 4), ("a:\n  - *x\n", 2, 5), ("&x a: 1", 1, 1), ("a: &x [1]", 1, 4),
    ("a: &x {b: c}", 1, 4), ("a: 1\n*.md: 2\n", 2, 1), ("a: 1\n**/b: 2\n", 2, 1),
    // It comes before what is wrong with the rest.
    ("a: *x\nb: [", 1, 4),
  ])
  func `aliases and anchors are refused as they come`(
    text: String, line: Int, column: Int
  ) throws {
    let error = try #require(throws: YAMLError.self) { try YAMLNode.parsing(text) }
    #expect(error.problem == .alias)
    #expect([error.place.line, error.place.column] == [line, column])
  }

  @Test(arguments: [
    ("a: [", 2, 1, "did not find expected node content"),
    ("a: 1\n b: 2\n", 2, 3, "mapping values are not allowed in this context"),
    ("ü: 1\nb: {c: 2\n", 3, 1, "did not find expected ',' or '}'"),
    ("ü: 1\nb:\u{1} 2\n", 2, 3, "control characters are not allowed"),
    ("a: 1\nb: 2\na: 3\n", 3, 1, "this key occurs twice"),
    ("a: {b: 1, b: 2}\n", 1, 11, "this key occurs twice"),
    ("a: 1\n---\nb: 2\n", 3, 1, "there is more than one document"),
  ])
  func `what is not YAML is told with its place`(
    text: String, line: Int, column: Int, problem: String
  ) throws {
    let error = try #require(throws: YAMLError.self) { try YAMLNode.parsing(text) }
    #expect(error.problem == .invalid(problem))
    #expect([error.place.line, error.place.column] == [line, column])
  }

  @Test func `deep nesting is cut off`() throws {
    let deepest = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(try YAMLNode.parsing(deepest) != nil)
    let error = try #require(throws: YAMLError.self) {
      try YAMLNode.parsing(String(repeating: "[", count: 1_000_000))
    }
    #expect([error.place.line, error.place.column] == [1, 101])
  }
}
