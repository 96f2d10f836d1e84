import Diagnostics
import ProcedureExecutor

/// What configs say and no page makes use of: a slip, or left from a page that is gone.
///
/// Only of a config whose whole folder is checked: else the page may be one that was not asked for.
struct UnusedSettings {
  private let site: Site
  private let configurations: [Configuration]

  init(of site: Site) {
    self.site = site
    configurations = site.sitemap.configurations.filter { site.sitemap.covers($0.folder) }
  }

  /// Patterns that match no page, as warnings.
  var patterns: [String] {
    configurations.flatMap { configuration in
      configuration.pages.filter { entry in
        !site.sitemap.asked.contains { configuration.matches(entry.glob, $0) }
      }
      .map { "\(configuration.path): warning: \"\($0.glob)\" under pages matches no page" }
    }
  }

  /// Values for fields that no page asks for, as warnings; where a page failed, its field may have
  /// been ahead.
  func values(besidesThoseOf results: [PageResult]) -> [String] {
    guard !results.isEmpty, results.allSatisfy({ $0.count(.error) == 0 }) else { return [] }
    let known = Set(results.flatMap(\.fieldNames)).sorted()
    return configurations.flatMap { configuration in
      configuration.valueNames.filter { name in
        !known.contains { $0.lowercased() == name.lowercased() }
      }
      .map { name in
        "\(configuration.path): warning: no page asks for a value for \"\(name)\""
          + (Spelling.nearest(to: name, among: known).map { "; did you mean \"\($0)\"?" } ?? "")
      }
    }
  }
}
