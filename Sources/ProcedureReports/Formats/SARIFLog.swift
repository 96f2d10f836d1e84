/// The part of SARIF's object model that a report uses; the names are those of the standard.
struct SARIFLog: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name: String
    let semanticVersion: String
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let shortDescription: Text
    let fullDescription: Text
    let help: Text
    let defaultConfiguration: Configuration
    let properties: Properties
  }

  struct Configuration: Encodable {
    let level: String
  }

  struct Properties: Encodable {
    let precision: String
    let problemSeverity: String

    enum CodingKeys: String, CodingKey {
      case precision
      case problemSeverity = "problem.severity"
    }
  }

  struct Text: Encodable {
    let text: String
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]
    let partialFingerprints: [String: String]
    /// Nil where there are none: an empty list is refused.
    let fixes: [Fix]?
    /// Nil where no baseline was used.
    let baselineState: String?
    /// Nil for a result that counts.
    let suppressions: [Suppression]?
  }

  struct Suppression: Encodable {
    let kind: String
    let justification: String
  }

  struct Location: Encodable {
    let physicalLocation: Place
  }

  struct Place: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }

  struct Artifact: Encodable {
    let uri: String
  }

  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    /// Exclusive.
    let endColumn: Int
  }

  struct Fix: Encodable {
    let description: Text
    let artifactChanges: [Change]
  }

  struct Change: Encodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }

  struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Text
  }
}
