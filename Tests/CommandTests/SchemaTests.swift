import Foundation
import TestSupport
import Testing

/// The published schema is the form of the report.
struct SchemaTests {
  private typealias Object = [String: Any]

  @Test(arguments: [[], ["--given", "identity=adobe"], ["--given", "signed-in-as=Standard User"]])
  func `a report has the form that the manual publishes`(options: [String]) async throws {
    let run = try await CommandTests.run(
      ["check", "help/users-and-roles", "--format", "json"] + options)
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let text = try Repository.text(Repository.root + "/help/stepcheck/check.schema.json")
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    #expect(try faults(of: report, by: schema, in: schema, at: "$") == [])
  }

  /// As much of JSON Schema as the published one uses.
  private func faults(
    of value: Any, by schema: Object, in root: Object, at path: String
  ) throws -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = try #require(reference.split(separator: "/").last.map(String.init))
      let definitions = try #require(root["$defs"] as? [String: Object])
      return try faults(of: value, by: try #require(definitions[name]), in: root, at: path)
    }
    let types = (schema["type"] as? [String]) ?? [schema["type"] as? String ?? ""]
    let type: String =
      switch value {
      case is NSNull: "null"
      case is [Any]: "array"
      case is Object: "object"
      case is String: "string"
      case let number as NSNumber: number.objCType.pointee == 99 ? "boolean" : "integer"
      default: "unknown"
      }
    guard types.contains(type) else { return ["\(path): \(type), not \(types)"] }
    if let choices = schema["enum"] as? [Any], let text = value as? String,
      !choices.contains(where: { $0 as? String == text })
    {
      return ["\(path): \(text)"]
    }
    var found: [String] = []
    if let items = value as? [Any], let item = schema["items"] as? Object {
      for (index, value) in items.enumerated() {
        found += try faults(of: value, by: item, in: root, at: "\(path)[\(index)]")
      }
    }
    if let object = value as? Object, let properties = schema["properties"] as? [String: Object] {
      for key in schema["required"] as? [String] ?? [] where object[key] == nil {
        found.append("\(path): no \(key)")
      }
      for (key, value) in object {
        guard let property = properties[key] else {
          found.append("\(path): \(key) is not published")
          continue
        }
        found += try faults(of: value, by: property, in: root, at: "\(path).\(key)")
      }
    }
    return found.sorted()
  }
}
